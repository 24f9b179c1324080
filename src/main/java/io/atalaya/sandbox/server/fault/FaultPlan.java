package io.atalaya.sandbox.server.fault;

import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.tail.TailEnding;
import io.atalaya.sandbox.server.tail.TailFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * What goes wrong on purpose, and for which calls. May be changed at any time from any thread; faults are taken back with
 * their {@link Planned} handle.
 */
public final class FaultPlan implements AutoCloseable {
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final Gate release = new Gate();
    private final Gate streamEnd = new Gate();
    private final TailFaults tails = new TailFaults();

    /** A fault that is in the plan. */
    public final class Planned implements AutoCloseable {
        private final FaultMatch match;
        private final Fault fault;
        private final IntPredicate which;
        private final AtomicInteger matched = new AtomicInteger();
        private final AtomicInteger struck = new AtomicInteger();

        private Planned(FaultMatch match, Fault fault, IntPredicate which) {
            this.which = which;
            this.match = match;
            this.fault = fault;
        }

        private boolean strikesNext() {
            int number = matched.incrementAndGet();
            return match.strikes(number) && which.test(number);
        }

        /** How many calls it has struck. */
        public int struck() {
            return struck.get();
        }

        /** Takes the fault out of the plan; calls it already holds go on waiting. */
        @Override
        public void close() {
            planned.remove(this);
        }
    }

    /** Plans a fault. Of several that strike the same call, the first planned decides; delays add up. */
    public Planned plan(FaultMatch match, Fault fault) {
        return plan(match, fault, number -> true);
    }

    /**
     * Plans a fault for some of the calls that match.
     *
     * @param which by the number of the call among those that match, counted from 1
     */
    public Planned plan(FaultMatch match, Fault fault, IntPredicate which) {
        var added = new Planned(match, fault, which);
        planned.add(added);
        return added;
    }

    /** How Live Tail sessions misbehave. */
    public TailFaults tails() {
        return tails;
    }

    /** Takes every fault back and lets every waiting call go on. */
    public void clear() {
        planned.clear();
        tails.clear();
        releaseWaiting();
    }

    /** Lets every call go on that waits for a delay or hangs; the plan stays. */
    public void releaseWaiting() {
        release.open();
    }

    /** Ends every Live Tail session that is open, as AWS does when it moves sessions; new ones may begin. */
    public void endStreams() {
        streamEnd.open();
        tails.end(TailEnding.CLEAN);
    }

    /** As {@link #clear()} and {@link #endStreams()}: nothing may wait for a server that is gone. */
    @Override
    public void close() {
        clear();
        endStreams();
    }

    /** Counts a call and tells what strikes it, in the order it was planned. */
    public Strike strike(AwsService service, String operation) {
        CountDownLatch released = release.next();
        CountDownLatch ended = streamEnd.next();
        var faults = new ArrayList<Fault>();
        for (Planned candidate : planned) {
            if (candidate.match.covers(service, operation) && candidate.strikesNext()) {
                candidate.struck.incrementAndGet();
                faults.add(candidate.fault);
            }
        }
        return new Strike(faults, released, ended);
    }
}
