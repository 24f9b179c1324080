package io.atalaya.ui;

import io.atalaya.deployment.Part;
import java.util.Set;

/** How a view tells the refresh loop what it looks at. */
public interface Asker {
    /**
     * The view looks at these parts until the handle is closed: their sources are asked on their cadence.
     */
    AutoCloseable watch(Set<Part<?>> parts);

    /** A person wants this part now: asked at once, before everything else. */
    void askNow(Set<Part<?>> parts);

    /** What is looked at through this one now: that of the views of one window which are on screen. */
    Set<Part<?>> lookedAt();
}
