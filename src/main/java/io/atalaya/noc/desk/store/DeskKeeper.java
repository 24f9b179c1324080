package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskEvent;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import java.io.IOException;
import java.nio.file.Path;
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
import org.slf4j.LoggerFactory;

/**
 * Runs a desk: what the sources say and what persons do goes in from any thread, one after the other; each change is kept in
 * the own file before it is told, and brought together with the team's. A file or a share that fails is told and tried again;
 * the desk goes on without.
 */
public final class DeskKeeper implements AutoCloseable {
    /** How often the share is looked at. */
    public static final Duration EXCHANGE = Duration.ofSeconds(3);

    /** How often a file that could not be opened is tried again. */
    public static final Duration AGAIN = Duration.ofSeconds(15);

    private final Desk desk;
    private final OwnDesk own;
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
     * @param lookedAt when the sources were last heard; null before they ever were
     */
    public record Change(
            DeskState state,
            List<DeskEvent> events,
            Keeping keeping,
            @Nullable Instant lookedAt) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /**
     * Opens the own file, which takes as long as the disk does.
     *
     * @param own the file; null: nothing survives the program (practice)
     * @param share null: this desk alone
     * @param thread a single thread, the desk's; closed with the keeper
     * @param shareThread a single thread that may have to wait; closed with the keeper
     * @param listener told on the desk's thread
     */
    public DeskKeeper(
            Desk desk,
            @Nullable Path own,
            @Nullable DeskStore share,
            Clock clock,
            ScheduledExecutorService thread,
            ScheduledExecutorService shareThread,
            Consumer<Change> listener) {
        this.desk = desk;
        this.own = new OwnDesk(own);
        this.share = share;
        this.clock = clock;
        this.thread = thread;
        this.shareThread = shareThread;
        this.listener = listener;
        var kept = this.own.opened(clock.instant()).orElse(DeskState.EMPTY);
        var shared = share == null ? null : Keeping.Shared.notYet(share.name());
        last = new Change(kept, List.of(), new Keeping(this.own.state(), shared), null);
    }

    /** Begins to look at the share, and at a file that is not open. */
    public void start() {
        if (last.keeping().own() instanceof Keeping.Unkept) {
            thread.scheduleWithFixedDelay(
                    () -> whole(this::openAgain), AGAIN.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
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
        submit(() -> {
            var now = clock.instant();
            var step = desk.look(last.state(), signals, now);
            tell(step.state(), step.events(), now, keeping -> keeping);
        });
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

    /** Tries the own file again now, where it is not open. */
    void tryAgain() {
        submit(this::openAgain);
    }

    private void openAgain() {
        var now = clock.instant();
        var was = own.state();
        var found = own.opened(now);
        if (found.isPresent()) {
            tell(Desk.merged(last.state(), found.get()), List.of(), keeping -> keeping);
        } else if (!was.equals(own.state())) {
            tell(last.state(), List.of(), keeping -> keeping);
        }
    }

    private void step(Desk.Step step) {
        tell(step.state(), step.events(), keeping -> keeping);
    }

    private void tell(DeskState state, List<DeskEvent> events, UnaryOperator<Keeping> more) {
        tell(state, events, last.lookedAt(), more);
    }

    private void tell(
            DeskState state, List<DeskEvent> events, @Nullable Instant lookedAt, UnaryOperator<Keeping> more) {
        own.keep(state, clock.instant());
        last = new Change(state, events, more.apply(last.keeping()).with(own.state()), lookedAt);
        listener.accept(last);
    }

    /** On the share's thread: waits for the share, and for nobody else. */
    private void exchange(DeskStore others) {
        try {
            var brought = others.exchange(last.state());
            var at = clock.instant();
            submit(() -> tell(
                    desk.pass(Desk.joined(last.state(), brought.others(), at), at)
                            .state(), // forgets what is old, too
                    List.of(),
                    was -> was.with(shared(was, others).reached(at, brought.problems()))));
        } catch (IOException | RuntimeException e) {
            var reason = e instanceof IOException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getName();
            var at = clock.instant();
            submit(() -> tell(
                    last.state(), List.of(), was -> was.with(shared(was, others).failed(reason, at))));
        }
    }

    private static Keeping.Shared shared(Keeping keeping, DeskStore share) {
        var known = keeping.shared();
        return known == null ? Keeping.Shared.notYet(share.name()) : known;
    }

    private void submit(Runnable work) {
        submitted(thread, work);
    }

    private static void submitted(ScheduledExecutorService executor, Runnable work) {
        try {
            executor.execute(() -> whole(work));
        } catch (RejectedExecutionException closed) {
            // closed in the meantime: nobody is told any more
            LoggerFactory.getLogger(DeskKeeper.class).debug("after the end of the desk", closed);
        }
    }

    /** One step that fails must not be silent, nor the last. */
    private static void whole(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LoggerFactory.getLogger(DeskKeeper.class).error("a step of the alarm desk failed", fault);
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
        } catch (InterruptedException e) {
            thread.shutdownNow();
            shareThread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        own.close();
        if (share != null) {
            share.close();
        }
    }
}
