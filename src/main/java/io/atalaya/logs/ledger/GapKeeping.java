package io.atalaya.logs.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens, ends and leaves gaps, and writes down each as it is from then on. Guarded by the ledger. */
final class GapKeeping {
    /** By so much a gap grows before it is written down again, in milliseconds. */
    private static final long WRITTEN_EVERY = 10_000;

    private final LedgerState state;
    private final LedgerJournal journal;

    GapKeeping(LedgerState state, LedgerJournal journal) {
        this.state = state;
        this.journal = journal;
    }

    /** Something was, or may have been, missed in a span that is over. */
    void missing(String group, Span span, Cause cause, @Nullable String detail) {
        var begun = Math.max(span.from(), begun(group));
        var gap = state.of(group).missing(state.nextGap, begun, Math.max(span.to(), begun + 1), cause, detail);
        if (gap.id == state.nextGap) {
            state.nextGap++;
        }
        if (gap.to - gap.written >= WRITTEN_EVERY || gap.written == Long.MIN_VALUE) {
            gap.written = gap.to;
            journal.write(LedgerRecords.gap(group, gap));
        }
    }

    long open(String group, long from, Cause cause, boolean unread, @Nullable String detail) {
        var begun = Math.max(from, begun(group));
        var gap = state.of(group).keep(new GapEntry(state.nextGap++, begun, GapEntry.OPEN, cause, unread, detail));
        journal.write(LedgerRecords.gap(group, gap));
        return gap.id;
    }

    /** What was before a tail began is no gap of it. */
    private long begun(String group) {
        var start = state.of(group).start;
        return start == Long.MAX_VALUE ? Long.MIN_VALUE : start;
    }

    void end(long id, long to) {
        for (var group : state.groups.values()) {
            var gap = group.gap(id);
            if (gap != null && gap.isOpen()) {
                gap.to = Math.max(to, gap.from + 1);
                journal.write(LedgerRecords.gap(group.arn, gap));
            }
        }
    }

    void closeOpen(long at) {
        for (var group : state.groups.values()) {
            List.copyOf(group.entries()).stream().filter(GapEntry::isOpen).forEach(gap -> end(gap.id, at));
        }
    }

    /** It is not read again by itself; joined with what was left beside it for the same reason. */
    void leave(String group, Span span, Cause cause, @Nullable String detail) {
        var ledger = state.of(group);
        ledger.todo.remove(span.from(), span.to());
        var whole = span;
        for (var gap : List.copyOf(ledger.entries())) {
            if (gap.left && gap.cause == cause && gap.touches(span.from() - 1, span.to() + 1)) {
                whole = new Span(Math.min(gap.from, whole.from()), Math.max(gap.to, whole.to()));
                ledger.entries().remove(gap);
                journal.write(LedgerRecords.forgotten(group, gap.id));
            }
        }
        var left = new GapEntry(state.nextGap++, whole.from(), whole.to(), cause, false, detail);
        left.left = true;
        ledger.keep(left);
        journal.write(LedgerRecords.gap(group, left));
    }

    /** Whether a gap says already that all of it is left for that reason. */
    boolean isLeft(String group, Span span, Cause cause) {
        return state.of(group).entries().stream()
                .anyMatch(it -> it.left && it.cause == cause && it.from <= span.from() && it.to >= span.to());
    }

    /** A person wants it read again, however long it takes. */
    void askAgain(long id, long now) {
        for (var group : state.groups.values()) {
            var gap = group.gap(id);
            if (gap != null && gap.from >= group.horizon) {
                gap.left = false;
                group.askedFor.add(gap.from, gap.isOpen() ? now : gap.to);
                var end = gap.isOpen() ? Math.min(now, group.seenTo) : gap.to;
                group.again(gap.from, end);
                journal.write(LedgerRecords.gap(group.arn, gap));
                journal.write(LedgerRecords.again(group.arn, new Span(gap.from, end)));
            }
        }
    }
}
