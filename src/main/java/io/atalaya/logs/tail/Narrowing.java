package io.atalaya.logs.tail;

import io.atalaya.logs.ledger.Span;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what cannot be read by halves: of a window that could not be, the first half is read alone; then it lies in that one, or
 * in the other. What was found is remembered, and not asked for a second time. By whoever has the sweep's turn.
 */
final class Narrowing {
    /** Of a window that is given up: what is written within a tenth of a second. */
    private static final long FLOOR = 100;
    /** Where one unreadable window follows another, twice as much is given up at once: a group may hold nothing else. */
    private static final int MOST_DOUBLED = 7;

    private static final int MOST_KEPT = 1_000;

    /** What cannot be read, by its beginning. */
    private final TreeMap<Long, Long> holes = new TreeMap<>();
    /** Spans that hold something unreadable somewhere. */
    private final TreeMap<Long, Long> bad = new TreeMap<>();
    /** Where windows begin whose answer was unreadable once. */
    private final TreeSet<Long> suspected = new TreeSet<>();

    private long lastHoleEnd = Long.MIN_VALUE;
    private int inARow;

    /** What follows from an answer that could not be read. */
    enum Step {
        /** It may have been cut off on its way: the same once more. */
        PERHAPS_CUT,
        /** The next window is shorter. */
        SHORTER,
        /** It is short enough to be given up. */
        HOLE
    }

    /** As much of a window, from its beginning, as should be asked for at once. */
    Span fit(Span window) {
        var from = window.from();
        var to = window.to();
        if (within(holes, from)) {
            return new Span(from, Math.min(to, end(holes, from)));
        }
        if (within(bad, from)) {
            var rest = end(bad, from) - from;
            to = Math.min(to, from + (rest <= floor(from) ? rest : Math.max(FLOOR, rest / 2)));
        } else if (from == lastHoleEnd && inARow > 1) {
            to = Math.min(to, from + floor(from));
        }
        return new Span(from, Math.min(next(bad, from, to), next(holes, from, to)));
    }

    private static boolean within(TreeMap<Long, Long> spans, long moment) {
        return end(spans, moment) > moment;
    }

    /** Of the span that holds a moment; the moment itself where none does. */
    private static long end(TreeMap<Long, Long> spans, long moment) {
        var known = spans.floorEntry(moment);
        return known == null ? moment : Math.max(known.getValue(), moment);
    }

    private static long next(TreeMap<Long, Long> spans, long from, long to) {
        var next = spans.higherKey(from);
        return next == null ? to : Math.min(next, to);
    }

    private long floor(long from) {
        return from == lastHoleEnd ? FLOOR << Math.min(inARow, MOST_DOUBLED) : FLOOR;
    }

    /** Whether it is known that it cannot be read. */
    boolean isHole(Span window) {
        var known = holes.floorEntry(window.from());
        return known != null && known.getValue() >= window.to();
    }

    /** It is asked for again all the same. */
    void forget(Span span) {
        holes.entrySet().removeIf(hole -> hole.getKey() < span.to() && span.from() < hole.getValue());
    }

    Step failed(Span window) {
        var from = window.from();
        if (!within(bad, from) && from != lastHoleEnd && suspected.add(from)) {
            bound();
            return Step.PERHAPS_CUT;
        }
        suspected.remove(from);
        leaveBad(from);
        if (window.length() > floor(from)) {
            bad.put(from, window.to());
            return Step.SHORTER;
        }
        inARow = from == lastHoleEnd ? inARow + 1 : 1;
        lastHoleEnd = window.to();
        holes.put(from, window.to());
        bound();
        return Step.HOLE;
    }

    /** A window was read: what was bad in a longer one lies behind it. */
    void passed(Span window) {
        suspected.remove(window.from());
        if (within(bad, window.from())) {
            var end = leaveBad(window.from());
            if (end > window.to()) {
                bad.put(window.to(), end);
            }
        }
    }

    /** Forgets the bad span that holds a moment; where it ended. */
    private long leaveBad(long moment) {
        var end = end(bad, moment);
        if (end > moment) {
            bad.headMap(moment, true).pollLastEntry();
        }
        return end;
    }

    private void bound() {
        if (holes.size() > MOST_KEPT) {
            holes.pollFirstEntry();
        }
        if (suspected.size() > MOST_KEPT) {
            suspected.pollFirst();
        }
    }
}
