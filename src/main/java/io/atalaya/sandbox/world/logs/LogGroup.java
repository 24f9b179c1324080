package io.atalaya.sandbox.world.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A log group.
 *
 * @param arn without {@code :*} at its end
 * @param retentionDays null for "never expires"
 * @param bytesPerDay how much is written, for its stored size
 * @param feeds what speaks in it beside the voices of its streams
 */
public record LogGroup(
        String name,
        String arn,
        Instant created,
        @Nullable Integer retentionDays,
        long bytesPerDay,
        List<LogStream> streams,
        List<Feed> feeds) {
    public LogGroup {
        streams = List.copyOf(streams);
        feeds = List.copyOf(feeds);
    }

    /** This group and another feed in it. */
    public LogGroup with(Feed more) {
        List<Feed> all = new ArrayList<>(feeds);
        all.add(more);
        return new LogGroup(name, arn, created, retentionDays, bytesPerDay, streams, all);
    }

    /** This group and one more stream. */
    public LogGroup with(LogStream more) {
        List<LogStream> all = new ArrayList<>(streams);
        all.add(more);
        return new LogGroup(name, arn, created, retentionDays, bytesPerDay, all, feeds);
    }

    /** This group with other voices in its streams. */
    public LogGroup voiced(UnaryOperator<LogStream> change) {
        return new LogGroup(
                name,
                arn,
                created,
                retentionDays,
                bytesPerDay,
                streams.stream().map(change).toList(),
                feeds);
    }

    /** This group, keeping its events for so long; null for ever. */
    public LogGroup kept(@Nullable Integer days) {
        return new LogGroup(name, arn, created, days, bytesPerDay, streams, feeds);
    }

    /** How many bytes it holds at that moment. */
    public long storedBytes(Instant now) {
        long days = Math.max(0, (now.getEpochSecond() - created.getEpochSecond()) / 86_400);
        return bytesPerDay * Math.min(days, retentionDays == null ? 400 : retentionDays);
    }
}
