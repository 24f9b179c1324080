package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads stored events, a page at a time (logs:FilterLogEvents). Implemented in {@code aws}; blocking. */
@FunctionalInterface
public interface LogReads {
    /**
     * Which events.
     *
     * @param from milliseconds since the epoch, included
     * @param to excluded
     * @param pattern CloudWatch's filter pattern; null for all
     * @param token of the next page; null for the first
     * @param urgent whether a person waits for it
     */
    record Query(
            TailedGroup group,
            long from,
            long to,
            @Nullable String pattern,
            @Nullable String token,
            boolean urgent) {}

    /** What came of it. */
    sealed interface Answer {
        /**
         * A page, which may be short or empty and still have a successor.
         *
         * @param eventIds by which CloudWatch tells its events apart, one for each
         * @param next null at the end
         */
        record Page(
                List<LogEvent> events,
                List<String> eventIds,
                @Nullable String next) implements Answer {
            public Page {
                events = List.copyOf(events);
                eventIds = List.copyOf(eventIds);
            }

            /** The next token; none where it is the one that was asked with, as some endpoints answer at the end. */
            @Nullable
            String after(@Nullable String token) {
                return next == null || next.equals(token) ? null : next;
            }
        }

        /** It was refused, or did not answer. */
        record Failed(Problem problem) implements Answer {}
    }

    /** One page; whatever goes wrong is an answer. */
    Answer read(Query query);
}
