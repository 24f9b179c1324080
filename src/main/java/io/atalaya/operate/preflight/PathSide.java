package io.atalaya.operate.preflight;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Matrix;
import io.atalaya.deployment.reach.NetworkIndex;
import io.atalaya.deployment.reach.Reachability;
import org.jspecify.annotations.Nullable;

/** What is reached in one snapshot, before or after a change; each worked out once, when it is asked for. One thread at a time. */
final class PathSide {
    private final Deployment deployment;
    private final NetworkIndex index;
    private final Reachability reachability;
    private @Nullable Exposure exposure;
    private @Nullable Matrix matrix;

    PathSide(Deployment deployment) {
        this.deployment = deployment;
        this.index = NetworkIndex.of(deployment);
        this.reachability = new Reachability(index);
    }

    Deployment deployment() {
        return deployment;
    }

    Reachability reachability() {
        return reachability;
    }

    Exposure exposure() {
        var made = exposure;
        if (made == null) {
            made = Exposure.of(index);
            exposure = made;
        }
        return made;
    }

    Matrix matrix() {
        var made = matrix;
        if (made == null) {
            made = Matrix.of(index);
            matrix = made;
        }
        return made;
    }
}
