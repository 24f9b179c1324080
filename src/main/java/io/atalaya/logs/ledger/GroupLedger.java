package io.atalaya.logs.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one group: what came when, what was read again, where something is missing. Pure rules over the times it
 * is given; guarded by {@link Ledger}. All times are milliseconds since the epoch, by the events' own timestamps.
 */
final class GroupLedger {
    static final long MINUTE = 60_000;
    /** A week of minutes with events. */
    static final int MOST_MINUTES = 10_080;

    static final int MOST_GAPS = 1_000;
    /** Gaps of one cause that are so close are one. */
    private static final long NEAR = 1_500;

    final String arn;
    long start = Long.MAX_VALUE;
    long seenTo;
    long sureTo;
    final Spans todo = new Spans();
    final Spans sure = new Spans();
    final List<Later> later = new ArrayList<>();
    /** A person wants it, however long it takes. */
    final Spans askedFor = new Spans();
    /** What is older is not kept on this disk any more. */
    long horizon = Long.MIN_VALUE;

    private final TreeMap<Long, Cell> cells = new TreeMap<>();
    /** How many at each timestamp. */
    private final TreeMap<Long, Integer> doubts = new TreeMap<>();

    private final List<GapEntry> gaps = new ArrayList<>();

    /** To be read again, but not before {@code due}. */
    record Later(long due, long from, long to) {}

    private static final class Cell {
        private long delivered;
        private long recovered;
        private long doubt;
    }

    GroupLedger(String arn) {
        this.arn = arn;
    }

    void begin(long at) {
        start = at;
        seenTo = at;
        sureTo = at;
    }

    void count(long timestamp, long delivered, long recovered) {
        var cell = cell(timestamp);
        cell.delivered += delivered;
        cell.recovered += recovered;
    }

    /** The sweep found one that had not been delivered. */
    void recovered(long timestamp) {
        cell(timestamp).recovered++;
        for (var gap : gaps) {
            if (gap.holds(timestamp)) {
                gap.recovered++;
            }
        }
    }

    void doubt(long timestamp, int more) {
        cell(timestamp).doubt += more;
        doubts.merge(timestamp, more, (one, other) -> one + other == 0 ? null : one + other);
    }

    /** How many are in doubt in a span. */
    long doubts(long from, long to) {
        return doubts.subMap(from, to).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** What is in doubt in a span and in no gap; empty where there is nothing. */
    Optional<Span> unmarkedDoubts(Span span) {
        var unmarked = doubts.subMap(span.from(), span.to()).keySet().stream()
                .filter(timestamp -> !isGap(timestamp))
                .toList();
        return unmarked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(unmarked.getFirst(), unmarked.getLast() + 1));
    }

    private Cell cell(long timestamp) {
        var cell = cells.computeIfAbsent(Math.floorDiv(timestamp, MINUTE) * MINUTE, m -> new Cell());
        if (cells.size() > MOST_MINUTES) {
            cells.pollFirstEntry();
        }
        return cell;
    }

    boolean isGap(long timestamp) {
        return gaps.stream().anyMatch(gap -> gap.holds(timestamp));
    }

    /** Marks a span; joins it with one of the same cause that is near, unless that was closed already. */
    GapEntry missing(long id, long from, long to, Cause cause, @Nullable String detail) {
        for (int i = gaps.size() - 1; i >= 0; i--) {
            var known = gaps.get(i);
            if (known.cause == cause
                    && !known.isOpen()
                    && !known.unread
                    && !known.left
                    && known.touches(from - NEAR, to + NEAR)
                    && !sure.covers(known.from, known.to)) {
                known.from = Math.min(known.from, from);
                known.to = Math.max(known.to, to);
                return known;
            }
        }
        return keep(new GapEntry(id, from, to, cause, false, detail));
    }

    GapEntry keep(GapEntry gap) {
        gaps.removeIf(known -> known.id == gap.id);
        gaps.add(gap);
        if (gaps.size() > MOST_GAPS) {
            forgetOne();
        }
        return gap;
    }

    private void forgetOne() {
        for (int i = 0; i < gaps.size(); i++) {
            var gap = gaps.get(i);
            if (!gap.isOpen() && !gap.left && sure.covers(gap.from, gap.to)) {
                gaps.remove(i);
                return;
            }
        }
        var oldest = gaps.removeFirst();
        var next = gaps.getFirst(); // its span must not be forgotten
        next.from = Math.min(next.from, oldest.from);
        next.recovered += oldest.recovered;
    }

    @Nullable
    GapEntry gap(long id) {
        for (var gap : gaps) {
            if (gap.id == id) {
                return gap;
            }
        }
        return null;
    }

    List<GapEntry> entries() {
        return gaps;
    }

    /** Everything in it was read again; {@code last} after the last late arrival could have come. */
    void passed(long from, long to, boolean last) {
        unreadable(from, to, last);
        if (last) {
            sure.add(from, to);
        }
    }

    /** It was asked for, and the answer says nothing: reading goes on behind it, and nothing in it is sure. */
    void unreadable(long from, long to, boolean last) {
        if (from <= seenTo && to > seenTo) {
            seenTo = to;
        }
        if (last && from <= sureTo && to > sureTo) {
            sureTo = to;
        }
        todo.remove(from, to);
        askedFor.remove(from, to);
    }

    /** The live edge goes on from there; what lies between is read again when there is time. */
    void skipTo(long moment) {
        if (moment > seenTo) {
            todo.add(Math.min(sureTo, seenTo), moment);
            seenTo = moment;
            sureTo = Math.max(sureTo, moment);
        }
    }

    /** The oldest span to be read again. */
    Optional<Span> todo(long now) {
        later.removeIf(item -> {
            if (item.due <= now) {
                todo.add(item.from, item.to);
            }
            return item.due <= now;
        });
        todo.remove(Long.MIN_VALUE, horizon);
        return todo.first();
    }

    void again(long from, long to) {
        sure.remove(from, to);
        todo.add(from, to);
    }

    void againAt(long due, long from, long to) {
        sure.remove(from, to);
        lookAt(due, from, to);
    }

    void lookAt(long due, long from, long to) {
        for (int i = 0; i < later.size(); i++) { // one that is near is one
            var known = later.get(i);
            if (known.from <= to + MINUTE && from <= known.to + MINUTE && Math.abs(known.due - due) < MINUTE) {
                later.set(i, new Later(Math.min(due, known.due), Math.min(from, known.from), Math.max(to, known.to)));
                return;
            }
        }
        later.add(new Later(due, from, to));
    }

    /** Up to when everything was read again at least once. */
    long sweptTo() {
        var oldest = todo.first().map(Span::from).orElse(Long.MAX_VALUE);
        return Math.min(seenTo, oldest);
    }

    /** Its gaps as they are now. */
    List<Gap> shown(long now) {
        return gaps.stream().map(gap -> show(gap, now, known(gap))).toList();
    }

    /** How many are in doubt in a gap; null where that is not known. */
    private @Nullable Long known(GapEntry gap) {
        return gap.isOpen() || gap.left || !sure.covers(gap.from, gap.to) ? null : doubts(gap.from, gap.to);
    }

    private Gap show(GapEntry gap, long now, @Nullable Long doubt) {
        var end = gap.isOpen() ? Math.max(gap.from, now) : gap.to;
        return new Gap(gap.id, arn, gap.from, end, gap.cause, gap.recovered, doubt, state(gap, doubt), gap.detail);
    }

    private Gap.State state(GapEntry gap, @Nullable Long doubt) {
        if (gap.left) {
            return Gap.State.LEFT;
        }
        if (gap.isOpen()) {
            return gap.unread && gap.cause == Cause.DENIED ? Gap.State.IN_DOUBT : Gap.State.OPEN;
        }
        if (doubt != null && doubt > 0) {
            return Gap.State.IN_DOUBT;
        }
        if (sure.covers(gap.from, gap.to)) {
            return Gap.State.CLOSED;
        }
        return gaps.stream().anyMatch(other -> other.left && other.touches(gap.from, gap.to))
                ? Gap.State.LEFT
                : Gap.State.WAITING;
    }

    /** The minutes with events, and those since the beginning, that touch the span. */
    void minutes(long from, long to, long now, List<Minute> into) {
        var first = Math.floorDiv(from, MINUTE) * MINUTE;
        var near = shown(now).stream()
                .filter(gap -> gap.from() - MINUTE < to && first < gap.to())
                .toList();
        var begun = Math.floorDiv(start, MINUTE) * MINUTE;
        for (var cell : cells.subMap(first, Math.max(first, to)).entrySet()) {
            if (cell.getKey() < begun || cell.getKey() >= now) {
                into.add(minute(cell.getKey(), cell.getValue(), near));
            }
        }
        for (var minute = Math.max(first, begun); minute < Math.min(to, now); minute += MINUTE) {
            into.add(minute(minute, cells.get(minute), near));
        }
    }

    private Minute minute(long at, @Nullable Cell cell, List<Gap> shown) {
        Gap worst = null;
        for (var gap : shown) {
            if (gap.from() < at + MINUTE && at < gap.to() && (worst == null || badness(gap) > badness(worst))) {
                worst = gap;
            }
        }
        var doubt = cell == null ? 0 : cell.doubt;
        return new Minute(
                arn,
                at,
                cell == null ? 0 : cell.delivered,
                cell == null ? 0 : cell.recovered,
                doubt,
                state(at, doubt, worst),
                worst == null ? null : worst.cause());
    }

    private Minute.State state(long at, long doubt, @Nullable Gap worst) {
        if (worst != null && worst.state() != Gap.State.CLOSED) {
            return switch (worst.state()) {
                case IN_DOUBT, LEFT -> Minute.State.IN_DOUBT;
                default -> Minute.State.GAP;
            };
        }
        if (!sure.covers(Math.max(at, Math.min(start, at + MINUTE - 1)), at + MINUTE)) {
            return Minute.State.DELIVERED;
        }
        return doubt > 0 ? Minute.State.IN_DOUBT : Minute.State.CONFIRMED;
    }

    private static int badness(Gap gap) {
        return switch (gap.state()) {
            case CLOSED -> 0;
            case WAITING -> 1;
            case OPEN -> 2;
            case IN_DOUBT -> 3;
            case LEFT -> 4;
        };
    }

    /** What is older is not kept on this disk any more, and not shown. */
    void forgetBefore(long moment) {
        horizon = moment;
        cells.headMap(Math.floorDiv(moment, MINUTE) * MINUTE).clear();
    }
}
