package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import java.util.Set;

/** How the deployment is seen. Every new snapshot is told to {@link OperationRunner#observe} besides. */
public interface Sight {
    /** The newest snapshot. */
    Deployment current();

    /** Wants these parts read now; returns at once. */
    void askNow(Set<Part<?>> parts);
}
