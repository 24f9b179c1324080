package io.atalaya.logs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one log group: all of it, some streams, or those whose names begin alike. CloudWatch Logs takes stream names
 * or a prefix, not both (FilterLogEvents, StartLiveTail).
 *
 * @param arn without {@code :*}, which is taken off; of another account where that shares its logs
 * @param streams at most 100; empty for all
 * @param prefix null for all
 */
public record TailedGroup(
        String name,
        String arn,
        List<String> streams,
        @Nullable String prefix) {
    public TailedGroup {
        arn = bare(arn);
        streams = List.copyOf(streams);
        if (!streams.isEmpty() && prefix != null) {
            throw new IllegalArgumentException("stream names or a prefix of " + name + ", not both");
        }
    }

    /** As a log group is told apart: without the {@code :*} that DescribeLogGroups puts behind it. */
    public static String bare(String arn) {
        return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
    }

    /** All of a group. */
    public static TailedGroup all(String name, String arn) {
        return new TailedGroup(name, arn, List.of(), null);
    }
}
