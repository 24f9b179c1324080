package io.atalaya.operate.trail;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CloudTrail's event history. Implemented in {@code aws}; blocking. */
@FunctionalInterface
public interface Trail {
    /**
     * Which events.
     *
     * @param name of the operation; null for every change, whatever its name
     * @param from of the event's time, included
     * @param to included; null for now
     * @param wanted request ids: once all of them were seen, reading ends; when empty, everything is read
     * @param urgent whether a person waits for it
     */
    record Query(
            String region,
            @Nullable String name,
            Instant from,
            @Nullable Instant to,
            Set<String> wanted,
            boolean urgent) {
        public Query {
            wanted = Set.copyOf(wanted);
        }
    }

    /** What came of it. */
    sealed interface Answer {
        /** When it was asked. */
        Instant askedAt();

        /**
         * CloudTrail answered.
         *
         * @param events newest first
         * @param complete whether these are all, or all that were wanted; false when there were more pages than are read, or
         *     events that cannot be read
         */
        record Events(List<TrailEvent> events, boolean complete, Instant askedAt) implements Answer {
            public Events {
                events = List.copyOf(events);
            }
        }

        /** It did not. */
        record Failed(Problem problem, Instant askedAt) implements Answer {}
    }

    /** Reads page by page; whatever goes wrong is an answer. */
    Answer lookUp(Query query);
}
