package io.atalaya.noc.report;

import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One trouble of a shift.
 *
 * @param severity the worst it was
 * @param opened when it began
 * @param ended when it was over; null while it lasts
 * @param standing how it is now
 * @param flaps how often it came back during the shift
 * @param deeds what persons did about it, by time
 * @param owner whose it is or was; null for nobody's
 * @param note the last note; null without one
 */
public record Incident(
        String key,
        Severity severity,
        Words what,
        String where,
        Instant opened,
        @Nullable Instant ended,
        Standing standing,
        int flaps,
        List<Deed> deeds,
        @Nullable String owner,
        @Nullable String note) {
    public Incident {
        deeds = List.copyOf(deeds);
    }

    /** How it is at the end of the shift. */
    public enum Standing {
        OPEN,
        /** Its source cannot see. */
        BLIND,
        /** Over, and nobody confirmed to know. */
        HELD,
        DONE
    }

    /** What a person did. */
    public record Deed(Instant at, String by, Kind kind, String text) {
        /** What sort of deed. */
        public enum Kind {
            ACKNOWLEDGED,
            TAKEN,
            HANDED_OVER,
            NOTED,
            SEEN,
            SNOOZED
        }
    }

    /** Whether the next shift has it. */
    public boolean remains() {
        return standing != Standing.DONE;
    }

    public Optional<Deed> acknowledged() {
        return deeds.stream()
                .filter(each -> each.kind() == Deed.Kind.ACKNOWLEDGED)
                .findFirst();
    }

    /** How long it lasted, or lasts. */
    public Duration lasted(Instant now) {
        var span = Duration.between(opened, ended == null ? now : ended);
        return span.isNegative() ? Duration.ZERO : span;
    }
}
