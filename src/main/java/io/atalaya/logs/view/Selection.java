package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.store.IdOrder;
import io.atalaya.logs.store.StoredEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are rows under one filter. It is told what clauses said of events, in any order, and what the store adds and takes
 * away. Where all are rows but the folded lines, only those are held. Not safe for several threads: its view locks.
 *
 * <p>What is shown is made of units: an event with the lines that continue it where they are folded, any event where they are not.
 * A unit passes when its event is of a level and group that are shown, one of its lines matches an including clause (or there are
 * none), and none of them an excluding one. What stands around a unit that passes is shown whatever it is, as {@code grep -C} does.
 */
final class Selection {
    private static final int ALL_LEVELS = Level.values().length;

    private final StoredEvents events;
    private final Filter filter;
    private final Folds folds;
    private final @Nullable Around around;
    private final List<Bits> matches = new ArrayList<>();
    private final List<Bits> including = new ArrayList<>();
    private final List<Bits> excluding = new ArrayList<>();
    /** Whether any line of a unit matches; by the unit's id, only used where lines are folded. */
    private final Bits included = new Bits();

    private final Bits excluded = new Bits();
    private final Bits passing = new Bits();
    /** What is held in {@link #order}. */
    private final Bits held = new Bits();

    private final IdOrder order;
    private final Rows rows;
    /** Whether the order holds what is hidden rather than what is shown. */
    private final boolean all;

    /** Ids below are gone. */
    private long floor;

    private final EnumSet<Level> levels;
    private byte[] groups = new byte[64];

    Selection(StoredEvents events, Filter filter) {
        this.events = events;
        this.filter = filter;
        this.folds = new Folds(events);
        this.levels = EnumSet.noneOf(Level.class);
        levels.addAll(filter.levels());
        for (var clause : filter.clauses()) {
            var bits = new Bits();
            matches.add(bits);
            if (clause.on() && clause.kind() == Clause.Kind.INCLUDE) {
                including.add(bits);
            } else if (clause.on() && clause.kind() == Clause.Kind.EXCLUDE) {
                excluding.add(bits);
            }
        }
        all = including.isEmpty()
                && excluding.isEmpty()
                && levels.size() == ALL_LEVELS
                && filter.groups().isEmpty();
        order = new IdOrder(new Keys(events));
        rows = all ? new AllBut(events, order) : new Kept(order);
        around = filter.around() > 0 && !including.isEmpty()
                ? new Around(events, filter.around(), this::isUnit, passing::get, this::show)
                : null;
    }

    private record Keys(StoredEvents events) implements IdOrder.Keys {
        @Override
        public long timestamp(long id) {
            return events.timestamp(id);
        }

        @Override
        public long ingested(long id) {
            return events.ingested(id);
        }

        @Override
        public Level level(long id) {
            return events.level(id);
        }
    }

    Filter filter() {
        return filter;
    }

    Rows rows() {
        return rows;
    }

    /** Whether every event is a row, except for folding. */
    boolean all() {
        return all;
    }

    /** How many events each clause matched. */
    List<Long> matched() {
        return matches.stream().map(Bits::count).toList();
    }

    boolean passes(long id) {
        return all || passing.get(id);
    }

    /**
     * Clauses looked at these events.
     *
     * @param found for each clause a bit for each id from {@code base} on
     */
    void looked(long from, long to, long base, long[][] found) {
        for (int i = 0; i < found.length; i++) {
            for (long index = from - base; index < to - base; index++) {
                long word = found[i][(int) (index >>> 6)] >>> index;
                if (word == 0) {
                    index |= 63;
                    continue;
                }
                index += Long.numberOfTrailingZeros(word);
                if (index < to - base && !events.withdrawn(base + index)) {
                    matches.get(i).set(base + index, true);
                }
            }
        }
    }

    /** Whether events that match nothing change nothing, unless they are fresh. */
    boolean isSparse() {
        return !including.isEmpty();
    }

    /** Settles which of these events are rows; {@code fresh} ones were not in the order when others were settled. */
    void settle(long from, long to, boolean fresh) {
        if (all && !filter.folded()) {
            return;
        }
        dropped(events.first()); // the store lets go of them before it tells
        for (long id = from; id < to; id++) {
            if (fresh || !isSparse() || isMarked(id)) {
                settle(id, fresh);
            }
        }
    }

    private void settle(long id, boolean fresh) {
        if (events.withdrawn(id)) {
            return;
        }
        if (!filter.folded()) {
            decide(id);
        } else if (!events.continues(id)) {
            push(id, id);
            decide(id);
            if (fresh) {
                refold(id);
            }
        } else {
            continues(id);
        }
        if (fresh && around != null) {
            around.settle(id);
        }
    }

    private void continues(long id) {
        boolean marked = isMarked(id);
        if (!marked && !including.isEmpty()) {
            return; // matches nothing, and is part of something or stands alone: no row either way
        }
        long head = folds.head(id);
        if (head < 0) {
            push(id, id);
            decide(id);
        } else {
            show(id, false);
            if (marked) {
                push(head, id);
                decide(head);
            }
        }
    }

    private boolean isMarked(long id) {
        return any(including, id) || any(excluding, id);
    }

    private static boolean any(List<Bits> bits, long id) {
        for (int i = 0; i < bits.size(); i++) {
            if (bits.get(i).get(id)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMarkedUnit(long id) {
        return included.get(id) || excluded.get(id);
    }

    /** What a line matches, its unit does. */
    private void push(long unit, long line) {
        if (any(including, line)) {
            included.set(unit, true);
        }
        if (any(excluding, line)) {
            excluded.set(unit, true);
        }
    }

    private void decide(long unit) {
        if (all) {
            show(unit, true);
            return;
        }
        boolean passes = levels.contains(events.level(unit)) && isOfGroup(events.stream(unit)) && matches(unit);
        boolean changed = passing.set(unit, passes);
        if (around == null) {
            show(unit, passes);
        } else if (changed) {
            around.settle(unit);
        }
    }

    private boolean matches(long unit) {
        return filter.folded()
                ? (including.isEmpty() || included.get(unit)) && !excluded.get(unit)
                : (including.isEmpty() || any(including, unit)) && !any(excluding, unit);
    }

    private boolean isOfGroup(int stream) {
        if (filter.groups().isEmpty()) {
            return true;
        }
        if (stream >= groups.length) {
            groups = Arrays.copyOf(groups, Math.max(stream + 1, groups.length * 2));
        }
        if (groups[stream] == 0) {
            boolean shown = filter.groups().contains(events.streamName(stream).group());
            groups[stream] = (byte) (shown ? 1 : 2);
        }
        return groups[stream] == 1;
    }

    private void show(long id, boolean shown) {
        boolean in = shown != all;
        if (held.set(id, in)) {
            if (in) {
                order.add(id);
            } else {
                order.remove(id);
            }
        }
    }

    private boolean isUnit(long id) {
        return !filter.folded() || folds.head(id) == id || folds.head(id) < 0;
    }

    /** An event that continues none has come, or gone: lines after it may belong elsewhere now. */
    private void refold(long id) {
        var lines = folds.lines(id, Folds.FAR);
        if (lines.length == 0) {
            return;
        }
        rebuildBefore(id, true);
        if (!events.withdrawn(id)) {
            rebuild(id);
        }
        for (long line : lines) {
            place(line);
        }
    }

    /**
     * Rebuilds the nearest event before, and those before it that had a line which matches: one that came between since, and is not
     * settled yet, may have hidden that the line is no longer theirs.
     *
     * @param nearest whether the nearest in any case
     */
    private void rebuildBefore(long id, boolean nearest) {
        boolean always = nearest;
        for (long head = folds.before(id); head >= 0; head = folds.before(head)) {
            if (always || isMarkedUnit(head)) {
                rebuild(head);
            }
            always = false;
        }
    }

    private void place(long line) {
        if (folds.head(line) < 0) {
            rebuild(line);
        } else {
            included.set(line, false);
            excluded.set(line, false);
            passing.set(line, false);
            show(line, false);
        }
        if (around != null) {
            around.settle(line);
        }
    }

    private void rebuild(long unit) {
        included.set(unit, false);
        excluded.set(unit, false);
        push(unit, unit);
        if (!events.continues(unit)) {
            for (long line : folds.lines(unit, Folds.FAR)) {
                push(unit, line);
            }
        }
        decide(unit);
    }

    /** It is not in the store's order any more. */
    void withdrawn(long id) {
        matches.forEach(each -> each.set(id, false));
        included.set(id, false);
        excluded.set(id, false);
        passing.set(id, false);
        if (held.set(id, false)) {
            order.remove(id);
        }
        if (filter.folded()) {
            if (!events.continues(id)) {
                refold(id);
            } else {
                rebuildBefore(id, false);
            }
        }
        if (around != null) {
            around.settle(id);
        }
    }

    /** Ids below are gone. Lines whose event went stand for themselves. */
    void dropped(long below) {
        if (below <= floor) {
            return;
        }
        floor = below;
        order.removeBelow(below);
        matches.forEach(each -> each.dropBelow(below));
        List.of(included, excluded, passing, held).forEach(each -> each.dropBelow(below));
        if (filter.folded()) {
            var ids = new long[Folds.READ_FAR];
            int got = events.ids(0, ids);
            for (int i = 0; i < got; i++) {
                if (ids[i] >= below && events.continues(ids[i])) {
                    place(ids[i]);
                    continues(ids[i]);
                } else if (ids[i] >= below && isMarkedUnit(ids[i])) {
                    rebuild(ids[i]);
                }
            }
        }
    }
}
