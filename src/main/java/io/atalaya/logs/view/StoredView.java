package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.find.Looking;
import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.store.StoredEvents;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A view of stored events. What is shown is held under a lock that nobody keeps for longer than a fraction of a millisecond; texts
 * are looked at outside of it.
 */
public final class StoredView implements LogView {
    /** So much of a frame is taken to find the first rows of a new filter, or a match. */
    private static final long LOOK_NANOS = 6_000_000;

    private static final int SCREEN = 120;
    private static final int BATCH = 64;
    private static final Level[] LEVELS = Level.values();

    private final StoredEvents events;
    private final Completeness completeness;
    private final Executor background;
    private final Consumer<LogView> closed;
    private final RowReader reader;
    /** Fair, so that who reads comes next after a block. */
    private final ReentrantLock lock = new ReentrantLock(true);

    /** Held by who looks for a match, for a few milliseconds. */
    private final ReentrantLock finding = new ReentrantLock();

    private final AtomicLong version = new AtomicLong();
    private final Listener listener = new Listener();

    private Selection selection;
    private Scan scan;
    private Gaps gaps;
    private final Folds folds;
    private @Nullable Looked looked;

    /** What was looked for last, kept because it is asked for again and again. */
    private record Looked(Clause clause, Looking looking) {}

    /** @param background takes work of many seconds, in pieces; two threads at most at a time */
    public StoredView(StoredEvents events, Completeness completeness, Executor background) {
        this(events, completeness, background, it -> {});
    }

    /**
     * The same, for whoever keeps a list of those that are open.
     *
     * @param closed is told of this one when it is closed
     */
    public StoredView(StoredEvents events, Completeness completeness, Executor background, Consumer<LogView> closed) {
        this.events = events;
        this.completeness = completeness;
        this.background = background;
        this.closed = closed;
        this.reader = new RowReader(events, completeness);
        this.folds = new Folds(events);
        lock.lock();
        try {
            selection = new Selection(events, Filter.ALL);
            gaps = new Gaps(completeness, Set.of());
            scan = new Scan(events, selection, lock, background, version::incrementAndGet);
            events.listen(listener); // whoever writes waits for the lock
        } finally {
            lock.unlock();
        }
        scan.begin(LOOK_NANOS, SCREEN);
        scan.goOn();
    }

    private final class Listener implements StoredEvents.Listener {
        @Override
        public void appended(long from, long to) {
            locked(() -> scan).appended(from, to);
            version.incrementAndGet();
        }

        @Override
        public void withdrawn(long id) {
            change(() -> selection.withdrawn(id));
        }

        @Override
        public void dropped(long below, long newest) {
            change(() -> selection.dropped(below));
        }
    }

    private <T> T locked(Supplier<T> answer) {
        lock.lock();
        try {
            return answer.get();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        version.incrementAndGet();
    }

    @Override
    public long version() {
        return version.get() + completeness.version();
    }

    @Override
    public long size() {
        return locked(() -> selection.rows().size() + gaps.now().size());
    }

    @Override
    public Row row(long number) {
        return locked(() -> {
            var rows = selection.rows();
            var shown = gaps.now();
            long size = rows.size() + shown.size();
            long row = number < 0 || number >= size ? 0 : number;
            int gap = Gaps.atOrAfter(shown, rows, row);
            if (gap < shown.size() && rows.rankAt(shown.get(gap).from()) + gap == row) {
                return new Row.Missing(shown.get(gap));
            }
            long id = rows.idAt(row - gap);
            if (id < 0) {
                return shown.isEmpty() ? GONE : new Row.Missing(shown.getFirst());
            }
            var standing = selection.passes(id) ? Row.Standing.PASSES : Row.Standing.AROUND;
            return reader.row(id, folds, selection.filter().folded(), standing);
        });
    }

    /** Of a view that lost all its rows while it was asked. */
    private static final Row GONE = new Row.Event(
            -1, 0, 0, "", "", Level.UNKNOWN, io.atalaya.logs.Origin.DELIVERED, "", 0, 0, Row.Standing.AROUND, false);

    @Override
    public Optional<String> text(long id) {
        return locked(() -> {
            if (id < events.first() || id >= events.next()) {
                return Optional.empty();
            }
            boolean folded = selection.filter().folded() && !events.continues(id);
            return reader.text(id, folded ? folds.lines(id, Folds.READ_FAR) : new long[0]);
        });
    }

    @Override
    public long rowAt(long epochMilli) {
        return locked(() -> selection.rows().rankAt(epochMilli) + Gaps.before(gaps.now(), epochMilli, false));
    }

    @Override
    public long rowOf(long id) {
        return locked(() -> {
            if (id < events.first() || id >= events.next()) {
                return -1L;
            }
            return rowOfRank(selection.rows().rankOf(id));
        });
    }

    private long rowOfRank(long rank) {
        if (rank < 0) {
            return -1;
        }
        long id = selection.rows().idAt(rank);
        return id < 0 ? -1 : rank + Gaps.before(gaps.now(), events.timestamp(id), true);
    }

    /** The rank from which rows after ({@code step} 1) or before (-1) a row are those after or before it. */
    private long rankBeside(long row, int step) {
        var rows = selection.rows();
        var shown = gaps.now();
        long asked = Math.clamp(row, -1, rows.size() + shown.size());
        int gap = Gaps.atOrAfter(shown, rows, asked);
        boolean isGap = gap < shown.size() && rows.rankAt(shown.get(gap).from()) + gap == asked;
        return isGap && step > 0 ? asked - gap - 1 : asked - gap;
    }

    @Override
    public long nextOf(Set<Level> levels, long row, int step) {
        return locked(() -> rowOfRank(selection.rows().nextOf(levels, rankBeside(row, step), step)));
    }

    @Override
    public Found find(Clause clause, long row, int step) {
        finding.lock();
        try {
            return look(clause, row, step);
        } finally {
            finding.unlock();
        }
    }

    private Found look(Clause clause, long row, int step) {
        long end = System.nanoTime() + LOOK_NANOS;
        var looking = looking(clause);
        long at = locked(() -> rankBeside(row, step));
        while (true) {
            long from = at;
            var ids = locked(() -> ids(from, step));
            for (int i = 0; i < ids.length; i++) {
                if (matches(looking, ids[i])) {
                    int index = i;
                    return locked(() -> {
                        long found = rowOfRank(selection.rows().rankOf(ids[index]));
                        return found < 0 ? new Found.Later(Math.max(0, row)) : new Found.At(found);
                    });
                }
                if (System.nanoTime() - end > 0) {
                    int index = i;
                    return locked(() -> {
                        long reached = rowOfRank(selection.rows().rankOf(ids[index]));
                        return new Found.Later(reached < 0 ? row : reached);
                    });
                }
            }
            if (ids.length < BATCH) {
                return new Found.Nowhere();
            }
            at += (long) step * ids.length;
        }
    }

    private Looking looking(Clause clause) {
        return locked(() -> {
            var last = looked;
            if (last == null || !last.clause.equals(clause)) {
                var on = new Clause(clause.kind(), clause.mode(), clause.text(), clause.matchCase(), true);
                last = new Looked(clause, Looking.of(events, List.of(on)));
                looked = last;
            }
            return last.looking;
        });
    }

    private boolean matches(Looking looking, long id) {
        if (looking.matchesAny(id)) {
            return true;
        }
        var lines = locked(() ->
                selection.filter().folded() && !events.continues(id) ? folds.lines(id, Folds.READ_FAR) : new long[0]);
        for (long line : lines) {
            if (looking.matchesAny(line)) {
                return true;
            }
        }
        return false;
    }

    private long[] ids(long from, int step) {
        var rows = selection.rows();
        long left = step > 0 ? rows.size() - 1 - from : from;
        var ids = new long[Math.clamp(left, 0, BATCH)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rows.idAt(from + (long) step * (i + 1));
        }
        return ids;
    }

    @Override
    public void filter(Filter filter) {
        var fresh = new Selection(events, filter);
        Scan begun;
        lock.lock();
        try {
            begun = new Scan(events, fresh, lock, background, version::incrementAndGet);
            scan.stop();
            selection = fresh;
            scan = begun;
            gaps = new Gaps(completeness, filter.groups());
        } finally {
            lock.unlock();
        }
        begun.begin(LOOK_NANOS, SCREEN);
        version.incrementAndGet();
        begun.goOn();
    }

    @Override
    public Filter filter() {
        return locked(() -> selection.filter());
    }

    @Override
    public Progress progress() {
        return locked(() -> {
            long of = events.next() - events.first();
            return new Progress(Math.max(0, of - scan.remaining()), of, selection.matched());
        });
    }

    @Override
    public Map<Level, Long> counts() {
        return locked(() -> {
            var counts = new EnumMap<Level, Long>(Level.class);
            var sums = selection.rows().levels();
            for (var level : LEVELS) {
                counts.put(level, sums[level.ordinal()]);
            }
            return counts;
        });
    }

    @Override
    public long[][] histogram(long from, long to, int buckets) {
        var histogram = new long[buckets][];
        for (int i = 0; i < buckets; i++) {
            long begin = edge(from, to, i, buckets);
            long end = edge(from, to, i + 1, buckets);
            histogram[i] = locked(() -> selection.rows().levels(begin, end));
        }
        return histogram;
    }

    private static long edge(long from, long to, int index, int buckets) {
        return from + Math.round((double) (to - from) * index / buckets);
    }

    @Override
    public Optional<long[]> span() {
        return locked(() -> {
            long size = events.size();
            if (size == 0) {
                return Optional.empty();
            }
            long oldest = events.idAt(0);
            long newest = events.idAt(size - 1);
            return oldest < 0 || newest < 0
                    ? Optional.empty()
                    : Optional.of(new long[] {events.timestamp(oldest), events.timestamp(newest)});
        });
    }

    @Override
    public void close() {
        lock.lock();
        try {
            scan.stop();
        } finally {
            lock.unlock();
        }
        events.unlisten(listener);
        closed.accept(this);
    }
}
