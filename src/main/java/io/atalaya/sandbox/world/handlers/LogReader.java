package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.Cursor;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a group second by second, forwards or backwards, from a cursor until enough has been found or looked at. */
final class LogReader {
    /** A page looks at no more than this many seconds, so that a rare pattern does not hold up the world. */
    private static final int MOST_SECONDS = 900;

    /** CloudWatch ends a page at one mebibyte. */
    private static final int MOST_BYTES = 1024 * 1024;

    /** From inclusive, to inclusive, milliseconds since the epoch. */
    record Range(long from, long to) {}

    /**
     * @param begin before the first event
     * @param end after the last
     * @param next where to go on, null when everything has been read
     */
    record Batch(
            List<LogLine> lines,
            Cursor begin,
            Cursor end,
            @Nullable Cursor next) {}

    private final World world;
    private final LogGroup group;
    private final Predicate<String> streams;
    private final Predicate<String> pattern;
    private final Range range;
    private final long visibleBy;

    /** @param visibleBy events that were ingested later, in milliseconds since the epoch, are not found */
    LogReader(
            World world,
            LogGroup group,
            Predicate<String> streams,
            Predicate<String> pattern,
            Range range,
            long visibleBy) {
        this.world = world;
        this.group = group;
        this.streams = streams;
        this.pattern = pattern;
        this.range = range;
        this.visibleBy = visibleBy;
    }

    Cursor head() {
        return new Cursor(Math.floorDiv(range.from(), 1_000L), 0);
    }

    Cursor tail() {
        return new Cursor(Math.floorDiv(range.to(), 1_000L) + 1, 0);
    }

    /** From the cursor on. */
    Batch forward(Cursor from, int limit) {
        List<LogLine> found = new ArrayList<>();
        long bytes = 0;
        long last = Math.floorDiv(range.to(), 1_000L);
        Cursor at = from;
        for (long second = from.second(); second <= last; second++) {
            if (second - from.second() >= MOST_SECONDS) {
                return new Batch(found, from, at, new Cursor(second, 0));
            }
            List<LogLine> lines = second(second);
            for (int i = second == from.second() ? from.skip() : 0; i < lines.size(); i++) {
                LogLine line = lines.get(i);
                at = new Cursor(second, i + 1);
                if (wanted(line)) {
                    found.add(line);
                    bytes += line.message().length() + 26L;
                    if (found.size() == limit || bytes >= MOST_BYTES) {
                        return new Batch(found, from, at, at);
                    }
                }
            }
        }
        return new Batch(found, from, at, null);
    }

    /** The events right before the cursor, oldest first. */
    Batch backward(Cursor to, int limit) {
        List<LogLine> found = new ArrayList<>();
        long first = Math.max(Math.floorDiv(range.from(), 1_000L), to.second() - MOST_SECONDS);
        Cursor at = to;
        for (long second = to.second(); second >= first; second--) {
            List<LogLine> lines = second(second);
            int from = second == to.second() ? Math.min(to.skip(), lines.size()) : lines.size();
            for (int i = from - 1; i >= 0; i--) {
                at = new Cursor(second, i);
                if (wanted(lines.get(i))) {
                    found.add(lines.get(i));
                    if (found.size() == limit) {
                        return new Batch(found.reversed(), at, to, at);
                    }
                }
            }
        }
        return new Batch(found.reversed(), at, to, null);
    }

    private List<LogLine> second(long second) {
        return world.logs().second(group, streams, second);
    }

    private boolean wanted(LogLine line) {
        return line.ingested() <= visibleBy
                && line.millis() >= range.from()
                && line.millis() <= range.to()
                && pattern.test(line.message());
    }
}
