package io.atalaya.noc.alarms;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm said and did, as CloudWatch remembers it: thirty days. Asked when a person wants to know; implemented in
 * {@code aws}; blocking.
 */
@FunctionalInterface
public interface AlarmHistory {
    /** Reads page by page; whatever goes wrong is an answer. */
    Answer of(String alarmName, Instant from, Instant to);

    /** What came of it. */
    sealed interface Answer {
        Instant askedAt();

        /**
         * CloudWatch answered.
         *
         * @param changes newest first
         * @param complete false when there is more than is read
         */
        record Changes(List<Change> changes, boolean complete, Instant askedAt) implements Answer {
            public Changes {
                changes = List.copyOf(changes);
            }
        }

        /** It did not. */
        record Failed(Problem problem, Instant askedAt) implements Answer {}
    }

    /** What an entry is about. */
    enum Kind {
        STATE,
        ACTION,
        CONFIGURATION,
        OTHER
    }

    /**
     * One entry.
     *
     * @param summary in CloudWatch's words
     * @param from former state; null where it is no change of state, or CloudWatch does not say
     * @param to new state; null likewise
     * @param reason of the new state; null likewise
     */
    record Change(
            Instant at,
            Kind kind,
            String summary,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}
}
