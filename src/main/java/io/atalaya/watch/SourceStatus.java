package io.atalaya.watch;

import io.atalaya.deployment.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one source fares; the rows of "How fresh is this" and the words of a view that is still loading. What was read, when,
 * and the problem are in the deployment's {@link io.atalaya.deployment.Observed}.
 *
 * @param calls the API calls it makes, as IAM names them
 * @param active whether it is asked at all: nobody looks at the others
 * @param inFlightSince when the read under way began; null when there is none
 * @param pages answers the read under way has had
 * @param nextAttemptAt null while a read is under way, while it waits for another part, and when nobody looks
 * @param waitsFor parts that must be read before it can ask; empty when it can
 * @param failuresInARow zero after a success
 * @param lastTook how long the last complete read took; null before the first
 */
public record SourceStatus(
        Part<?> part,
        Set<String> calls,
        Duration cadence,
        boolean active,
        @Nullable Instant inFlightSince,
        int pages,
        @Nullable Instant nextAttemptAt,
        Set<Part<?>> waitsFor,
        int failuresInARow,
        @Nullable Duration lastTook) {
    public SourceStatus {
        calls = Set.copyOf(calls);
        waitsFor = Set.copyOf(waitsFor);
    }
}
