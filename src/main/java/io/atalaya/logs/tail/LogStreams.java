package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.TailedGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the streams of a group, a page at a time (logs:DescribeLogStreams). Implemented in {@code aws}; blocking. */
@FunctionalInterface
public interface LogStreams {
    /**
     * One stream. CloudWatch tells its times with hours of delay, and not always.
     *
     * @param first timestamp of its oldest event, milliseconds since the epoch
     * @param last timestamp of its newest event, up to an hour old
     * @param ingested when it was written to for the last time
     */
    record Stream(
            String name,
            @Nullable Long first,
            @Nullable Long last,
            @Nullable Long ingested) {}

    /** What came of it. */
    sealed interface Answer {
        /** @param next token of the next page; null at the end */
        record Page(List<Stream> streams, @Nullable String next) implements Answer {
            public Page {
                streams = List.copyOf(streams);
            }
        }

        /** It was refused, or did not answer. */
        record Failed(Problem problem) implements Answer {}
    }

    /**
     * One page; whatever goes wrong is an answer.
     *
     * @param prefix of the name; null or empty for all, the latest written first
     * @param token of the next page; null for the first
     */
    Answer search(TailedGroup group, @Nullable String prefix, @Nullable String token);
}
