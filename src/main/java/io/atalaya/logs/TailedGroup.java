package io.atalaya.logs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one log group: all of it, some streams, or those whose names begin alike. CloudWatch Logs takes stream names
 * or a prefix, not both (FilterLogEvents, StartLiveTail).
 *
 * @param arn without {@code :*}; of another account where that shares its logs
 * @param streams at most 100; empty for all
 * @param prefix null for all
 */
public record TailedGroup(
        String name,
        String arn,
        List<String> streams,
        @Nullable String prefix) {
    public TailedGroup {
        streams = List.copyOf(streams);
        if (!streams.isEmpty() && prefix != null) {
            throw new IllegalArgumentException("stream names or a prefix of " + name + ", not both");
        }
    }

    /** All of a group. */
    public static TailedGroup all(String name, String arn) {
        return new TailedGroup(name, arn, List.of(), null);
    }
}
