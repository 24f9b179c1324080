package io.atalaya.logs.ledger;

import io.atalaya.logs.Origin;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a session: what was delivered, recovered, is in doubt or missing, by group and minute; and what the sweep has
 * still to read again. Every change that another start of the program must know is written down before it is told.
 */
public final class Ledger implements Completeness {
    private final InstantSource clock;
    private final LedgerJournal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final LedgerState state = new LedgerState();
    private final GapKeeping keeping;
    private final Doubts doubts = new Doubts();
    private final AtomicLong version = new AtomicLong();

    /**
     * Up to where a group was read again at the live edge; what is older and was left out is in {@link #todo}.
     *
     * @param seenTo for the first time
     * @param sureTo for the last time
     */
    public record Marks(long seenTo, long sureTo) {}

    /** @param journal keeps records across starts, {@link #replay} reads them */
    public Ledger(InstantSource clock, LedgerJournal journal) {
        this.clock = clock;
        this.journal = journal;
        this.keeping = new GapKeeping(state, journal);
    }

    /** A group is read from this moment on. */
    public void begin(String group, long at) {
        change(() -> {
            of(group).begin(at);
            journal.write(LedgerRecords.begin(group, at));
        });
    }

    /** Whether it knows the group already, of an earlier run. */
    public boolean knows(String group) {
        return locked(() -> state.groups.containsKey(group));
    }

    /** The program still runs and has written down what it was given: at most this much is unknown after a kill. */
    public void alive() {
        locked(() -> {
            state.aliveAt = clock.millis();
            journal.write(LedgerRecords.alive(state.aliveAt));
            return state.aliveAt;
        });
    }

    /** The tail was ended properly: what is open stays as it is. */
    public void ended() {
        change(() -> {
            state.aliveAt = clock.millis();
            state.ended = true;
            keeping.closeOpen(state.aliveAt);
            journal.write(LedgerRecords.ended(state.aliveAt));
        });
    }

    /**
     * Ends what an earlier run left open, when it was last known to be alive, and has read again whatever it read and perhaps did
     * not bring to disk; after {@link #replay}.
     */
    public void takeUp() {
        change(() -> {
            keeping.closeOpen(state.aliveAt);
            for (var unsure : state.reliance.unsure()) {
                of(unsure.group()).again(unsure.span().from(), unsure.span().to());
                journal.write(LedgerRecords.again(unsure.group(), unsure.span()));
            }
        });
    }

    /** To be called before events are brought to disk, and its answer given to {@link #forced} afterwards. */
    public long mark() {
        return locked(() -> {
            var before = state.reliance.mark();
            var mark = state.reliance.next();
            if (mark != before) {
                journal.write(LedgerRecords.mark(mark));
            }
            return mark;
        });
    }

    /** The events that had come before that mark are on disk: now what was read again until then can be relied upon. Waits for the disk. */
    public void forced(long mark) {
        locked(() -> {
            if (state.reliance.forced(mark)) {
                journal.write(LedgerRecords.forced(mark));
            }
            return mark;
        });
        journal.force();
    }

    /** Whether the last run ended by itself, and was not killed. */
    public boolean endedProperly() {
        return locked(() -> state.ended);
    }

    /** When the last run was last known to be alive; empty when nothing is known of one. */
    public Optional<Long> lastAlive() {
        return locked(() -> state.aliveAt == 0 ? Optional.empty() : Optional.of(state.aliveAt));
    }

    public void delivered(String group, long timestamp) {
        change(() -> of(group).count(timestamp, 1, 0));
    }

    public void recovered(String group, long timestamp) {
        change(() -> of(group).recovered(timestamp));
    }

    /** It was shown once too often and is not any more. */
    public void withdrawn(String group, long timestamp, Origin origin) {
        change(() -> {
            var ledger = of(group);
            if (origin == Origin.DELIVERED) {
                ledger.count(timestamp, -1, 0);
            } else {
                ledger.count(timestamp, 0, -1);
            }
        });
    }

    /** Counts what an earlier run kept; after {@link #replay}. */
    public void kept(String group, long timestamp, Origin origin) {
        locked(() -> {
            of(group).count(timestamp, origin == Origin.DELIVERED ? 1 : 0, origin == Origin.RECOVERED ? 1 : 0);
            return version.incrementAndGet();
        });
    }

    /** The sweep did not find it. */
    public void doubt(String group, long event, long timestamp) {
        change(() -> {
            if (!doubts.holds(event)) {
                doubts.add(event, new Doubts.Doubt(group, timestamp));
                of(group).doubt(timestamp, 1);
            }
        });
    }

    /** The sweep found it, or it is shown no more. */
    public void found(long event) {
        if (doubts.holds(event)) {
            change(() -> {
                var known = doubts.remove(event);
                if (known != null) {
                    of(known.group()).doubt(known.timestamp(), -1);
                }
            });
        }
    }

    @Override
    public boolean doubtful(long event) {
        return doubts.holds(event);
    }

    /** Whether a gap is marked there already. */
    public boolean isGap(String group, long timestamp) {
        return locked(() -> of(group).isGap(timestamp));
    }

    /** In this span something was, or may have been, missed; it is over. */
    public void missing(String group, long from, long to, Cause cause, @Nullable String detail) {
        change(() -> keeping.missing(group, new Span(from, to), cause, detail));
    }

    /**
     * From this moment on something may be missed.
     *
     * @param unread whether it is reading again that fails, not the live edge
     * @return its id, by which {@link #end} ends it
     */
    public long open(String group, long from, Cause cause, boolean unread, @Nullable String detail) {
        return change(() -> keeping.open(group, from, cause, unread, detail));
    }

    /** Events arrive again since then. */
    public void end(long id, long to) {
        change(() -> keeping.end(id, to));
    }

    public Marks marks(String group) {
        return locked(() -> new Marks(of(group).seenTo, of(group).sureTo));
    }

    /**
     * Everything in this span was read again.
     *
     * @param last after the last late arrival could have come
     */
    public void passed(String group, Span span, boolean last) {
        change(() -> {
            of(group).passed(span.from(), span.to(), last);
            journal.write(LedgerRecords.passed(group, span, last));
            if (last) {
                state.reliance.passed();
            }
            if (last && of(group).doubts(span.from(), span.to()) > 0) {
                // which events are doubtful is not written down: another start must not take them for confirmed
                journal.write(LedgerRecords.again(group, span));
            }
        });
    }

    /**
     * What AWS answers of this span cannot be read, however often it is asked: it is left, and reading goes on behind it.
     *
     * @param last as of {@link #passed}
     */
    public void unreadable(String group, Span span, boolean last, @Nullable String detail) {
        change(() -> {
            of(group).unreadable(span.from(), span.to(), last);
            journal.write(LedgerRecords.unreadable(group, span, last));
            if (!keeping.isLeft(group, span, Cause.UNREADABLE)) {
                keeping.leave(group, span, Cause.UNREADABLE, detail);
            }
        });
    }

    /** The live edge of the sweep goes on from {@code moment}; what lies between is to be read again when there is time. */
    public void skipTo(String group, long moment) {
        change(() -> {
            of(group).skipTo(moment);
            journal.write(LedgerRecords.skipped(group, moment));
        });
    }

    /** The oldest span of a group that is to be read again, behind the live edge. */
    public Optional<Span> todo(String group) {
        return locked(() -> of(group).todo(clock.millis()));
    }

    /** Reads a span again, once {@code delayMillis} have passed. */
    public void again(String group, Span span, long delayMillis) {
        change(() -> {
            if (delayMillis <= 0) {
                of(group).again(span.from(), span.to());
            } else {
                of(group).againAt(clock.millis() + delayMillis, span.from(), span.to());
            }
            journal.write(LedgerRecords.again(group, span));
        });
    }

    /** A late event came where everything had been confirmed: that second is read again. */
    public void late(String group, long timestamp, long delayMillis) {
        var second = Math.floorDiv(timestamp, 1_000) * 1_000;
        var known = locked(() -> {
            var ledger = of(group);
            return timestamp < ledger.sureTo
                    && ledger.later.stream().noneMatch(l -> l.from() <= second && l.to() > second);
        });
        if (known) {
            again(group, new Span(second, second + 1_000), delayMillis);
        }
    }

    /** Whether a person asked for something in this span. */
    public boolean isAskedFor(String group, Span span) {
        return locked(() -> of(group).askedFor.touches(span.from(), span.to()));
    }

    /** Events of all groups before that moment are not kept any more. */
    public void dropped(long before) {
        doubts.dropped(before);
        var touched = locked(() -> state.groups.values().stream()
                .filter(group -> group.start < before && group.horizon < before)
                .map(group -> group.arn)
                .toList());
        for (var group : touched) {
            leave(group, new Span(locked(() -> of(group).start), before), Cause.DROPPED_HERE, null);
            locked(() -> {
                of(group).forgetBefore(before);
                return before;
            });
        }
    }

    /** Too much to read again, or kept here no longer: it stays a gap. */
    public void leave(String group, Span span, Cause cause, @Nullable String detail) {
        change(() -> keeping.leave(group, span, cause, detail));
    }

    /** Marks what is doubtful in a span that was read for the last time; true where there is any that was not marked. */
    public boolean markDoubts(String group, Span span) {
        return change(() -> {
            var unmarked = of(group).unmarkedDoubts(span);
            unmarked.ifPresent(doubt -> missing(group, doubt.from(), doubt.to(), Cause.SERVICE, null));
            return unmarked.isPresent();
        });
    }

    /** Looks once more for what was not found, after {@code delayMillis}; until then it stays as it is. */
    public void lookAgain(String group, Span span, long delayMillis) {
        change(() -> of(group).lookAt(clock.millis() + delayMillis, span.from(), span.to()));
    }

    @Override
    public void askAgain(long id) {
        change(() -> keeping.askAgain(id, clock.millis()));
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public List<Gap> gaps() {
        return locked(() -> {
            var all = new ArrayList<Gap>();
            state.groups.values().forEach(group -> all.addAll(group.shown(clock.millis())));
            all.sort(Comparator.comparingLong(Gap::from).thenComparingLong(Gap::id));
            return List.copyOf(all);
        });
    }

    @Override
    public List<Minute> minutes(long from, long to) {
        return locked(() -> {
            var all = new ArrayList<Minute>();
            var now = clock.millis();
            state.groups.values().forEach(group -> group.minutes(from, to, now, all));
            all.sort(Comparator.comparingLong(Minute::start).thenComparing(Minute::group));
            return List.copyOf(all);
        });
    }

    @Override
    public long sweptTo() {
        return locked(() -> state.groups.values().stream()
                .mapToLong(GroupLedger::sweptTo)
                .min()
                .orElse(0));
    }

    /** Takes up one record of an earlier run, in the order in which they were written. */
    public void replay(byte[] bytes) {
        locked(() -> {
            LedgerRecords.replay(bytes, state);
            return version.incrementAndGet();
        });
    }

    private GroupLedger of(String group) {
        return state.of(group);
    }

    private void change(Runnable body) {
        locked(() -> {
            body.run();
            return version.incrementAndGet();
        });
    }

    private <T> T change(java.util.function.Supplier<T> body) {
        return locked(() -> {
            var result = body.get();
            version.incrementAndGet();
            return result;
        });
    }

    private <T> T locked(java.util.function.Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }
}
