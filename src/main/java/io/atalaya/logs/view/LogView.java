package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One reader's view of a session's log: filtered, in order of time, gaps in their place. Everything answers within a frame, on any
 * thread; what takes longer goes on behind and is told by {@link #progress}. Rows are numbered from 0, the oldest; numbers change
 * when {@link #version} does, so what must stay (selection, the row at the top) is kept by event id and time.
 */
public interface LogView extends AutoCloseable {
    /** As much of a message as a row holds. */
    int ROW_CHARS = 2_000;

    /** Grows whenever any answer below may have changed. */
    long version();

    /** How many rows there are so far. */
    long size();

    /** @throws IndexOutOfBoundsException never for a row under {@link #size}: rows that went meanwhile answer as the oldest */
    Row row(long number);

    /** The whole message of an event, with what is folded into it, each from a line of its own; empty when no longer kept. */
    Optional<String> text(long id);

    /** The number of the first row at or after that moment, {@link #size} if there is none. */
    long rowAt(long epochMilli);

    /** The number of an event's row; -1 where it is not shown. */
    long rowOf(long id);

    /** The nearest row after ({@code step} 1) or before (-1) of one of these levels; -1 where there is none. */
    long nextOf(Set<Level> levels, long row, int step);

    /** How far a search for the next match has come. */
    sealed interface Found {
        /** At this row. */
        record At(long row) implements Found {}

        /** There is none. */
        record Nowhere() implements Found {}

        /** Not within the time of a frame: ask again from here. */
        record Later(long row) implements Found {}
    }

    /** The nearest row after or before that the clause matches; looks for a few milliseconds. */
    Found find(Clause clause, long row, int step);

    /** Changes what is shown. The first rows, from the newest back, are there at once; the others follow. */
    void filter(Filter filter);

    Filter filter();

    /** How far filtering has come. */
    Progress progress();

    /** @param matched by each clause of the filter, in its order, of those looked at */
    record Progress(long looked, long of, java.util.List<Long> matched) {
        /** Whether everything was looked at. */
        public boolean done() {
            return looked >= of;
        }
    }

    /** Exact counts of what is shown by level, of what was looked at. */
    Map<Level, Long> counts();

    /** Counts of what is shown by level in {@code buckets} equal spans; [bucket][level ordinal]. Milliseconds since the epoch. */
    long[][] histogram(long from, long to, int buckets);

    /** Of the oldest and newest event that is kept, {from, to}; empty where there is none. Milliseconds since the epoch. */
    Optional<long[]> span();

    @Override
    void close();
}
