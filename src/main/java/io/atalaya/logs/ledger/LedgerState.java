package io.atalaya.logs.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** All that a ledger knows across starts, and how the records of an earlier run make it. Guarded by the ledger. */
final class LedgerState implements LedgerRecords.Into {
    final Map<String, GroupLedger> groups = new LinkedHashMap<>();
    final Reliance reliance = new Reliance();
    long nextGap = 1;
    /** When the program was last known to run; 0 where nothing is known of an earlier run. */
    long aliveAt;
    /** Whether it ended by itself. */
    boolean ended;

    /** A group's own, made where there is none. */
    GroupLedger of(String group) {
        return groups.computeIfAbsent(group, GroupLedger::new);
    }

    @Override
    public void alive(long at, boolean last) {
        aliveAt = at;
        ended = last;
    }

    @Override
    public void begin(String group, long at) {
        of(group).begin(at);
    }

    @Override
    public void passed(String group, Span span, boolean last) {
        of(group).passed(span.from(), span.to(), last);
        if (last) {
            reliance.replayPassed(group, span);
        }
    }

    @Override
    public void unreadable(String group, Span span, boolean last) {
        of(group).unreadable(span.from(), span.to(), last);
    }

    @Override
    public void skipped(String group, long moment) {
        of(group).skipTo(moment);
    }

    @Override
    public void again(String group, Span span) {
        of(group).again(span.from(), span.to());
    }

    @Override
    public void gap(String group, GapEntry gap) {
        of(group).keep(gap);
        nextGap = Math.max(nextGap, gap.id + 1);
    }

    @Override
    public void forgotten(String group, long gap) {
        of(group).entries().removeIf(known -> known.id == gap);
    }

    @Override
    public void marked(long number) {
        reliance.replayMark(number);
    }

    @Override
    public void forced(long number) {
        reliance.replayForced(number);
    }
}
