package io.atalaya.deployment.overview;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.compute.ComputeIndex;
import io.atalaya.deployment.compute.ImageFamilies;
import java.time.Instant;
import java.util.List;

/** One snapshot at one moment, with its look-ups made once for all rules. */
public record Situation(
        Deployment deployment,
        Instant now,
        DeploymentIndex index,
        ComputeIndex compute,
        ImageFamilies families,
        Metrics metrics) {
    public static Situation of(Deployment deployment, Instant now) {
        var index = deployment.index();
        return new Situation(
                deployment,
                now,
                index,
                new ComputeIndex(index),
                new ImageFamilies(deployment.items(Parts.IMAGES)),
                new Metrics(deployment));
    }

    <T> List<T> items(Part<T> part) {
        return deployment.items(part);
    }

    /** Whether a part was read to its end at least once: only then does the absence of something mean anything. */
    boolean complete(Part<?> part) {
        var listing = deployment.observed(part).value();
        return listing != null && listing.complete();
    }

    boolean wasRead(Part<?> part) {
        return deployment.observed(part).value() != null;
    }
}
