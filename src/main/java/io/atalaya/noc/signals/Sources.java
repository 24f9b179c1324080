package io.atalaya.noc.signals;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parts see: an answer to the end that is no older than twice its cadence. */
final class Sources {
    /** What the console finds out about itself, which it always can. */
    static final String CONSOLE = "console";

    private final Deployment deployment;
    private final Instant now;

    Sources(Deployment deployment, Instant now) {
        this.deployment = deployment;
        this.now = now;
    }

    boolean sees(Part<?> part) {
        var observed = deployment.observed(part);
        var listing = observed.value();
        var freshness = observed.freshness(now);
        return listing != null && listing.complete() && (freshness == Freshness.CURRENT || freshness == Freshness.LATE);
    }

    /** When the answer was asked for; now where there is none. */
    Instant askedAt(Part<?> part) {
        var asked = deployment.observed(part).askedAt();
        return asked == null ? now : asked;
    }

    Set<String> seeing(Collection<? extends Part<?>> parts) {
        return parts.stream().filter(this::sees).map(Part::id).collect(Collectors.toSet());
    }
}
