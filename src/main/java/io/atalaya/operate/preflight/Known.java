package io.atalaya.operate.preflight;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of the deployment at the moment of the judgement; keeps which parts that were needed are not. */
final class Known {
    private final Deployment deployment;
    private final Instant at;
    private final Set<Part<?>> consulted = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    Known(Deployment deployment, Instant at) {
        this.deployment = deployment;
        this.at = at;
    }

    Instant at() {
        return at;
    }

    DeploymentIndex index() {
        return deployment.index();
    }

    /**
     * The items of a part; where it was never read, is past its time or has holes, that is noted.
     *
     * @return as last read, for warnings; a promise needs {@link #sure} besides
     */
    <T> List<T> items(Part<T> part) {
        sure(part);
        return deployment.items(part);
    }

    /** Whether a part says how things are; notes it where it does not. */
    boolean sure(Part<?> part) {
        consulted.add(part);
        var sure = isSure(part);
        if (!sure) {
            unknown.add(part.id());
        }
        return sure;
    }

    private <T> boolean isSure(Part<T> part) {
        var observed = deployment.observed(part);
        var listing = observed.value();
        if (listing == null || !listing.complete()) {
            return false;
        }
        var freshness = observed.freshness(at);
        if (freshness != Freshness.CURRENT && freshness != Freshness.LATE) {
            return false;
        }
        // a problem of the very attempt that brought the value: some of it is missing
        return observed.problem() == null || !java.util.Objects.equals(observed.askedAt(), observed.attemptedAt());
    }

    /** The items of a part that only adds to what is said: that it was not read is no lack. */
    <T> List<T> extra(Part<T> part) {
        return deployment.items(part);
    }

    /** The resource that is acted on. Says that it is gone where AWS does not have it any more. */
    <T extends Resource> Optional<T> subject(
            Class<T> kind, ResourceType type, String id, Part<?> part, Findings found) {
        var sure = sure(part);
        var subject = index().find(kind, type, id);
        if (subject.isEmpty() && sure) {
            found.blocked("gone", id);
        }
        return subject;
    }

    /** Parts that were needed, known or not. */
    Set<Part<?>> consulted() {
        return Set.copyOf(consulted);
    }

    /** Parts by their ids. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }
}
