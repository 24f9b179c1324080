package io.atalaya.noc.signals;

import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What RDS reports as having happened. A moment, not a state: it is told for {@link #LASTS} and then is over, so that the desk
 * holds it until somebody saw it. Events that AWS plans for instances are findings, told by {@link FindingSignals}.
 */
final class EventSignals {
    static final Duration LASTS = Duration.ofMinutes(30);
    static final String KIND = "RDS_EVENT";

    private static final Set<String> GRAVE = Set.of("failure", "low storage");
    private static final Set<String> NOTABLE = Set.of("failover", "availability", "security");

    private EventSignals() {}

    static Signals of(Deployment deployment, Instant now) {
        var sources = new Sources(deployment, now);
        var part = Parts.DATABASE_EVENTS;
        var all = deployment.items(part).stream()
                .filter(each -> each.at().isAfter(now.minus(LASTS)))
                .flatMap(each -> signal(each, sources))
                .toList();
        return Signals.of(all, sources.sees(part) ? Set.of(part.id()) : Set.of());
    }

    private static Stream<Signal> signal(DatabaseEvent event, Sources sources) {
        var severity = severity(event.categories());
        if (severity == null) {
            return Stream.empty();
        }
        return Stream.of(new Signal(
                KIND + " " + event.sourceId() + " " + event.at() + " "
                        + Integer.toHexString(event.message().hashCode()),
                KIND,
                severity,
                Words.verbatim(event.message()),
                event.sourceType().equals("db-instance")
                        ? new ResourceRef(ResourceType.DATABASE, event.sourceId())
                        : null,
                event.sourceId(),
                Parts.DATABASE_EVENTS.id(),
                null,
                event.at(),
                sources.askedAt(Parts.DATABASE_EVENTS),
                sources.sees(Parts.DATABASE_EVENTS)));
    }

    private static @Nullable Severity severity(List<String> categories) {
        if (categories.stream().anyMatch(GRAVE::contains)) {
            return Severity.CRITICAL;
        }
        return categories.stream().anyMatch(NOTABLE::contains) ? Severity.WARNING : null;
    }
}
