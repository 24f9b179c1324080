package io.atalaya.app;

import io.atalaya.connect.Session;
import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.store.DeskKeeper;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Boards;
import io.atalaya.noc.signals.AllSignals;
import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the NOC of one connection watches, whether a view shows it or not: makes the board of the newest snapshot, tells the desk
 * what is wrong, and publishes both. At most once in {@link #PACE}, and at least once in {@link #AGAIN}, because values grow old
 * without anybody saying so.
 */
final class ScopeDesk implements AutoCloseable {
    /** How soon after one look the next may be. */
    static final Duration PACE = Duration.ofSeconds(1);

    /** How long nothing new may come before it is looked again. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    /** A look that takes longer than a part of the time between two is done less often. */
    private static final int SHARE = 20;

    /** How soon a desk that could not be opened is opened again. */
    static final Duration OPEN_AGAIN = Duration.ofSeconds(15);

    private static final DeskKeeper.Change NOTHING =
            new DeskKeeper.Change(DeskState.EMPTY, List.of(), new Keeping(new Keeping.Opening(), null), null);

    private static final Logger LOG = LoggerFactory.getLogger(ScopeDesk.class);

    /**
     * What was seen last.
     *
     * @param board null before the first look
     */
    record Seen(@Nullable Board board, DeskKeeper.Change desk) {}

    private final Supplier<Catalogue> catalogue;
    private final Function<Consumer<DeskKeeper.Change>, OpenDesks.Seat> opening;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Executor background;
    private final String person;
    private final AtomicReference<@Nullable Deployment> newest = new AtomicReference<>();
    private final List<Consumer<Seen>> listeners = new CopyOnWriteArrayList<>();
    private final Boards boards = new Boards();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Deployment looked;
    private Instant lookedAt = Instant.MIN;
    private Duration pace = PACE;
    private Scheduler.@Nullable Timer timer;
    private Scheduler.@Nullable Timer openingAgain;
    private volatile @Nullable Board board;
    private volatile DeskKeeper.Change last = NOTHING;
    private volatile OpenDesks.@Nullable Seat seat;
    private boolean looking;
    private boolean closed;

    /**
     * @param opening takes a seat at the desk, and tells of its changes; asked in the background, until it succeeds
     * @param background where boards are made
     * @param person the name that acts are done under
     */
    ScopeDesk(
            Supplier<Catalogue> catalogue,
            Function<Consumer<DeskKeeper.Change>, OpenDesks.Seat> opening,
            InstantSource clock,
            Scheduler scheduler,
            Executor background,
            String person) {
        this.catalogue = catalogue;
        this.opening = opening;
        this.clock = clock;
        this.scheduler = scheduler;
        this.background = background;
        this.person = person;
    }

    /** The desk of a connection: of all who see the same deployment. */
    static ScopeDesk of(Session session, Machinery machinery, Executor background) {
        return new ScopeDesk(
                machinery::catalogue,
                listener -> machinery.desks().sit(session, listener),
                machinery.clock(),
                machinery.scheduler(),
                background,
                session.caller()
                        .map(caller -> caller.arn().substring(caller.arn().lastIndexOf('/') + 1))
                        .orElseGet(() -> System.getProperty("user.name", "console")));
    }

    /** Opens the desk, and begins to look. */
    void start() {
        openBehind();
    }

    private void openBehind() {
        try {
            background.execute(this::open);
        } catch (RejectedExecutionException ending) {
            LOG.debug("the connection is left");
        }
    }

    private void open() {
        OpenDesks.Seat opened;
        try {
            opened = opening.apply(this::changed);
        } catch (RuntimeException fault) {
            LOG.error("the alarm desk could not be opened", fault);
            notOpened(fault);
            return;
        }
        lock.lock();
        try {
            if (!closed) {
                seat = opened;
                begin();
                return;
            }
        } finally {
            lock.unlock();
        }
        opened.close();
    }

    /** Looks from now on, with a desk or without. */
    private void begin() {
        if (!looking) {
            looking = true;
            plan();
        }
    }

    /** The values are watched all the same; that nothing is on the desk is not said of one that is not there. */
    private void notOpened(RuntimeException fault) {
        var failed = new Keeping.Unkept("", Keeping.Why.FAILED, fault.toString(), clock.instant());
        changed(new DeskKeeper.Change(DeskState.EMPTY, List.of(), new Keeping(failed, null), null));
        lock.lock();
        try {
            if (!closed) {
                openingAgain = scheduler.after(OPEN_AGAIN, this::openBehind);
                begin();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Any thread; quick. */
    void observe(Deployment snapshot) {
        newest.set(snapshot);
    }

    /** Told of each change, on the desk's thread: must be quick. */
    void listen(Consumer<Seen> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<Seen> listener) {
        listeners.remove(listener);
    }

    private void changed(DeskKeeper.Change change) {
        last = change;
        var seen = new Seen(board, change);
        listeners.forEach(each -> each.accept(seen));
    }

    Seen seen() {
        return new Seen(board, last);
    }

    String person() {
        return person;
    }

    /** Does what a person wants, behind. */
    void act(PersonAct act) {
        var open = seat;
        if (open == null) {
            LOG.warn("an act came before the desk was opened");
        } else {
            open.act(act);
        }
    }

    private void plan() {
        lock.lock();
        try {
            if (!closed) {
                timer = scheduler.after(pace, this::due);
            }
        } finally {
            lock.unlock();
        }
    }

    private void due() {
        var snapshot = newest.get();
        var now = clock.instant();
        if (snapshot == null
                || (snapshot == looked && Duration.between(lookedAt, now).compareTo(AGAIN) < 0)) {
            plan();
            return;
        }
        try {
            background.execute(() -> {
                try {
                    look(snapshot);
                } catch (RuntimeException fault) {
                    LOG.error("the board could not be made", fault);
                } finally {
                    plan();
                }
            });
        } catch (RejectedExecutionException ending) {
            LOG.debug("the connection is left");
        }
    }

    private void look(Deployment snapshot) {
        var now = clock.instant();
        var began = System.nanoTime();
        looked = snapshot;
        lookedAt = now;
        var made = boards.of(snapshot, catalogue.get(), now);
        board = made;
        var open = seat;
        if (open == null) {
            changed(last);
        } else {
            open.look(AllSignals.of(snapshot, made, now));
        }
        var took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE);
        pace = took.compareTo(PACE) < 0 ? PACE : took.compareTo(AGAIN) > 0 ? AGAIN : took;
    }

    /** Looks no more. Waits for the disk, and a short while for the share. */
    @Override
    public void close() {
        OpenDesks.Seat open;
        lock.lock();
        try {
            closed = true;
            if (timer != null) {
                timer.cancel();
            }
            if (openingAgain != null) {
                openingAgain.cancel();
            }
            open = seat;
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
    }
}
