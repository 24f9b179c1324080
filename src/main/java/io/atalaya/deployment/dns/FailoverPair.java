package io.atalaya.deployment.dns;

import io.atalaya.deployment.RecordSet;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one name, of which Route 53 answers one.
 *
 * @param primary null where there is none
 * @param secondary null where there is none
 */
public record FailoverPair(
        String hostedZoneId,
        String name,
        String recordType,
        @Nullable Side primary,
        @Nullable Side secondary,
        Answering answering) {
    /** Which one is answered. */
    public enum Answering {
        PRIMARY,
        SECONDARY,
        /** None is healthy: Route 53 answers the primary, as if it were. */
        PRIMARY_FOR_LACK,
        /** What decides was not read. */
        UNKNOWN
    }

    /** How Route 53 sees a record of a pair. */
    public enum Health {
        HEALTHY,
        UNHEALTHY,
        UNKNOWN
    }

    /** One side with its health. */
    public record Side(RecordSet record, Health health) {}

    /** By Route 53's own rule: the primary while it is healthy; the secondary while only that one is. */
    static Answering answering(@Nullable Health primary, @Nullable Health secondary) {
        if (primary == null) {
            return secondary == null ? Answering.UNKNOWN : Answering.SECONDARY;
        }
        return switch (primary) {
            case HEALTHY -> Answering.PRIMARY;
            case UNKNOWN -> Answering.UNKNOWN;
            case UNHEALTHY ->
                secondary == null || secondary == Health.UNHEALTHY
                        ? Answering.PRIMARY_FOR_LACK
                        : secondary == Health.UNKNOWN ? Answering.UNKNOWN : Answering.SECONDARY;
        };
    }

    /** Whether this record is the one that is answered. */
    public boolean answers(RecordSet record) {
        var side =
                switch (answering) {
                    case PRIMARY, PRIMARY_FOR_LACK -> primary;
                    case SECONDARY -> secondary;
                    case UNKNOWN -> null;
                };
        return side != null && side.record().id().equals(record.id());
    }
}
