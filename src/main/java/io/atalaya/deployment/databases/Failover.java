package io.atalaya.deployment.databases;

import io.atalaya.deployment.DatabaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A standby took over.
 *
 * @param took from its start to its end; null while it goes on, or where RDS told only one of them
 */
public record Failover(Instant at, @Nullable Duration took, String message) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Those that the events tell of, newest first. */
    static List<Failover> of(List<DatabaseEvent> events) {
        var told = events.stream()
                .filter(event -> event.categories().contains("failover"))
                .sorted(Comparator.comparing(DatabaseEvent::at))
                .toList();
        var found = new ArrayList<Failover>();
        DatabaseEvent begun = null;
        for (var event : told) {
            var said = event.message().toLowerCase(Locale.ROOT);
            if (said.contains("started")) {
                if (begun != null) {
                    found.add(new Failover(begun.at(), null, begun.message()));
                }
                begun = event;
            } else if (said.contains("complete")) {
                found.add(ended(begun, event));
                begun = null;
            }
        }
        if (begun != null) {
            found.add(new Failover(begun.at(), null, begun.message()));
        }
        return found.reversed();
    }

    private static Failover ended(@Nullable DatabaseEvent begun, DatabaseEvent end) {
        var took = begun == null ? null : Duration.between(begun.at(), end.at());
        return begun == null || took == null || took.compareTo(LONGEST) > 0
                ? new Failover(end.at(), null, end.message())
                : new Failover(begun.at(), took, end.message());
    }
}
