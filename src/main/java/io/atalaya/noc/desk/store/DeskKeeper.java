package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskEvent;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a desk: what the sources say and what persons do goes in from any thread, one after the other; each change is kept in
 * the own file before it is told, and brought together with the team's. A file or a share that fails is told and tried again;
 * the desk goes on without.
 */
public final class DeskKeeper implements AutoCloseable {
    /** How often the share is looked at. */
    public static final Duration EXCHANGE = Duration.ofSeconds(3);

    private final Desk desk;
    private final @Nullable JournalFile own;
    private final @Nullable DeskStore share;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final ScheduledExecutorService shareThread;
    private final Consumer<Change> listener;
    private volatile Change last;

    /**
     * What is told after a step.
     *
     * @param events what happened in it, of this console; those of others are in the state
     */
    public record Change(DeskState state, List<DeskEvent> events, Keeping keeping) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /**
     * How well the desk is kept.
     *
     * @param ownProblem why the own file does not keep it; null where it does
     * @param share the share's name; null where there is none
     * @param shareProblem why the others are not reached; null where they are, or there is no share
     * @param exchangedAt when the share was last reached; null before
     * @param unread what of the share could not be read though the rest could
     */
    public record Keeping(
            @Nullable String ownProblem,
            @Nullable String share,
            @Nullable String shareProblem,
            @Nullable Instant exchangedAt,
            List<String> unread) {
        public Keeping {
            unread = List.copyOf(unread);
        }

        Keeping withOwn(@Nullable String problem) {
            return new Keeping(problem, share, shareProblem, exchangedAt, unread);
        }
    }

    /**
     * @param own null: nothing survives the program (practice)
     * @param share null: this desk alone
     * @param thread a single thread, the desk's; closed with the keeper
     * @param shareThread a single thread that may have to wait; closed with the keeper
     * @param listener told on the desk's thread
     */
    public DeskKeeper(
            Desk desk,
            @Nullable JournalFile own,
            @Nullable DeskStore share,
            Clock clock,
            ScheduledExecutorService thread,
            ScheduledExecutorService shareThread,
            Consumer<Change> listener) {
        this.desk = desk;
        this.own = own;
        this.share = share;
        this.clock = clock;
        this.thread = thread;
        this.shareThread = shareThread;
        this.listener = listener;
        var damaged = own == null || own.problems().isEmpty() ? null : String.join("; ", own.problems());
        last = new Change(
                own == null ? DeskState.EMPTY : own.state(),
                List.of(),
                new Keeping(damaged, share == null ? null : share.name(), null, null, List.of()));
    }

    /** Begins to look at the share. */
    public void start() {
        if (share != null) {
            shareThread.scheduleWithFixedDelay(() -> exchange(share), 0, EXCHANGE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** As last told. */
    public Change last() {
        return last;
    }

    public DeskState state() {
        return last.state();
    }

    /** What the sources say now. */
    public void look(Signals signals) {
        submit(() -> step(desk.look(last.state(), signals, clock.instant())));
    }

    /** What a person does. Brought to the others at once. */
    public void act(PersonAct act) {
        submit(() -> {
            step(desk.act(last.state(), act, clock.instant()));
            var others = share;
            if (others != null) {
                submitted(shareThread, () -> exchange(others));
            }
        });
    }

    /** Only time passed. */
    public void pass() {
        submit(() -> step(desk.pass(last.state(), clock.instant())));
    }

    private void step(Desk.Step step) {
        tell(step.state(), step.events(), keeping -> keeping);
    }

    private void tell(DeskState state, List<DeskEvent> events, UnaryOperator<Keeping> more) {
        var problem = kept(state);
        var damaged = problem == null && own != null && !own.problems().isEmpty()
                ? String.join("; ", own.problems())
                : problem;
        last = new Change(state, events, more.apply(last.keeping()).withOwn(damaged));
        listener.accept(last);
    }

    private @Nullable String kept(DeskState state) {
        if (own == null) {
            return null;
        }
        try {
            own.keep(state);
            return null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** On the share's thread: waits for the share, and for nobody else. */
    private void exchange(DeskStore others) {
        try {
            var brought = others.exchange(last.state());
            var at = clock.instant();
            submit(() -> tell(
                    desk.pass(Desk.merged(last.state(), brought.others()), at).state(), // forgets what is old, too
                    List.of(),
                    was -> new Keeping(was.ownProblem(), was.share(), null, at, brought.problems())));
        } catch (IOException | RuntimeException e) {
            var reason = e instanceof IOException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getName();
            submit(() -> tell(
                    last.state(),
                    List.of(),
                    was -> new Keeping(was.ownProblem(), was.share(), reason, was.exchangedAt(), was.unread())));
        }
    }

    private void submit(Runnable work) {
        submitted(thread, work);
    }

    private static void submitted(ScheduledExecutorService executor, Runnable work) {
        try {
            executor.execute(() -> whole(work));
        } catch (RejectedExecutionException closed) {
            // closed in the meantime: nobody is told any more
            org.slf4j.LoggerFactory.getLogger(DeskKeeper.class).debug("after the end of the desk", closed);
        }
    }

    /** One step that fails must not be silent, nor the last. */
    private static void whole(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            org.slf4j.LoggerFactory.getLogger(DeskKeeper.class).error("a step of the alarm desk failed", fault);
        }
    }

    /** Waits for what was begun, a short while for the share. */
    @Override
    public void close() {
        shareThread.shutdown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
            if (!shareThread.awaitTermination(2, TimeUnit.SECONDS)) {
                shareThread.shutdownNow();
            }
            if (own != null) {
                own.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(DeskKeeper.class).warn("The desk's file did not close", e);
        }
        if (share != null) {
            share.close();
        }
    }
}
