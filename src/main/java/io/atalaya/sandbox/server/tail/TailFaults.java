package io.atalaya.sandbox.server.tail;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How Live Tail misbehaves; may be changed at any time from any thread and holds for sessions that are open, too. Sessions that are
 * refused from the start ({@code UnknownOperationException}, {@code AccessDeniedException}, a 404) are planned in the FaultPlan for
 * {@code StartLiveTail} like those of any operation.
 */
public final class TailFaults {
    private final Set<Ticket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();
    private volatile TailBehaviour behaviour = TailBehaviour.AWS;

    /** One session's place. */
    static final class Ticket {
        private final CompletableFuture<TailEnding> end = new CompletableFuture<>();

        /** Completed when the session is told to end. */
        CompletableFuture<TailEnding> end() {
            return end;
        }
    }

    /** What holds now. */
    public TailBehaviour behaviour() {
        return behaviour;
    }

    public void set(TailBehaviour other) {
        behaviour = other;
    }

    /** Changes what holds: {@code tails.change(b -> b.silent(true))}. */
    public synchronized void change(UnaryOperator<TailBehaviour> how) {
        behaviour = how.apply(behaviour);
    }

    /** As AWS documents it; open sessions stay. */
    public void clear() {
        behaviour = TailBehaviour.AWS;
    }

    /** Ends the sessions that are open, now. */
    public void end(TailEnding how) {
        open.forEach(ticket -> ticket.end().complete(how));
    }

    /** How many sessions are open. */
    public int open() {
        return open.size();
    }

    /** How many have been opened so far. */
    public long opened() {
        return opened.get();
    }

    /** A place for one more session, or null when there are too many. */
    synchronized @Nullable Ticket enter() {
        if (open.size() >= behaviour.mostSessions()) {
            return null;
        }
        opened.incrementAndGet();
        var ticket = new Ticket();
        open.add(ticket);
        return ticket;
    }

    void leave(Ticket ticket) {
        open.remove(ticket);
    }
}
