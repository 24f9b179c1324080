package io.atalaya.watch;

import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps one connection's deployment current: asks every source on its cadence, one read of a source at a time, and publishes a
 * new snapshot with each answer. A source that fails keeps its last value with its age, and takes no other down.
 *
 * <p>A read may be slow as long as pages arrive; without one for half a minute it is given up. After {@link #close()}
 * nothing more is published, whatever is still under way.
 */
public final class RefreshLoop implements AutoCloseable {
    private static final Duration START_SPREAD = Duration.ofMillis(150);
    private static final Duration RECOVERY_SPREAD = Duration.ofSeconds(1);

    private final Slots slots;
    private final ProblemMapper problems;
    private final Machine machine;
    private final Consumer<Deployment> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock publishing = new ReentrantLock();
    private final Flight.Tower tower = new Landing();
    private volatile Deployment deployment;
    private volatile boolean closed;
    private boolean started;

    /**
     * @param start what is known before: the region and who asks
     * @param listener told every new snapshot in order, on any thread; must be quick and must not block
     */
    public RefreshLoop(
            Deployment start,
            List<Source<?>> sources,
            ProblemMapper problems,
            Machine machine,
            Consumer<Deployment> listener) {
        this.slots = new Slots(sources);
        this.problems = problems;
        this.machine = machine;
        this.listener = listener;
        var declared = start;
        for (var slot : slots.all()) {
            declared = slot.declare(declared);
        }
        this.deployment = declared;
    }

    /** Begins asking. */
    public void start() {
        locked(() -> {
            started = true;
            var now = machine.clock().instant();
            slots.all().forEach(slot -> slot.due = now.plus(spread(START_SPREAD)));
            slots.all().forEach(this::plan);
        });
        publish();
    }

    /** The newest snapshot. */
    public Deployment current() {
        return deployment;
    }

    /** Someone looks at these parts, and at what they need, until the handle is closed; closing it twice is once. */
    public Watching watch(Set<Part<?>> parts) {
        var watched = List.copyOf(slots.withNeeds(parts));
        locked(() -> watched.forEach(slot -> slot.watchers++));
        locked(() -> watched.forEach(this::plan));
        publish();
        var open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                locked(() -> {
                    watched.forEach(slot -> slot.watchers--);
                    watched.forEach(this::plan);
                });
            }
        };
    }

    /** That someone looks. */
    @FunctionalInterface
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A person wants these parts now, however they fared before. A read that is already under way is followed by another, for
     * it may have been sent before what the person wants to see.
     */
    public void askNow(Set<Part<?>> parts) {
        locked(() -> {
            for (var slot : slots.withNeeds(parts)) {
                if (parts.contains(slot.part())
                        || deployment.observed(slot.part()).askedAt() == null) {
                    slot.clicked = true;
                    plan(slot);
                }
            }
        });
        publish();
    }

    /** The credentials were renewed: whatever was asked with the old ones is dropped and asked again. */
    public void renewed() {
        locked(() -> {
            for (var slot : slots.all()) {
                if (slot.cancelFlight() || slot.failure != null) {
                    slot.due = machine.clock().instant();
                    plan(slot);
                }
            }
        });
    }

    /** Who asks was learned, or has changed. */
    public void caller(Caller caller) {
        locked(() -> deployment = deployment.withCaller(caller));
        publish();
    }

    /** How each source fares, in the order of the sources. */
    public List<SourceStatus> statuses() {
        var statuses = new ArrayList<SourceStatus>();
        locked(() -> slots.all().forEach(slot -> statuses.add(slot.status(slots.active(slot), slots.blockers(slot)))));
        return List.copyOf(statuses);
    }

    /** Stops asking and interrupts what is under way; returns at once. No snapshot is published after it. */
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            for (var slot : slots.all()) {
                slot.unplan();
                slot.cancelFlight();
            }
        });
        publishing.lock(); // waits for a listener that is being told right now
        publishing.unlock();
    }

    /** Sets the time of the next read, or says why there is none. Holds the lock. */
    private void plan(Slot<?> slot) {
        slot.unplan();
        if (closed || !started || slot.flight != null || !slots.active(slot)) {
            return;
        }
        if (!slots.blockers(slot).isEmpty()) {
            slots.blockedBy(slot, deployment).ifPresent(cause -> block(slot, cause));
            return;
        }
        if (slots.waitsForOthers(slot)) {
            return;
        }
        var now = machine.clock().instant();
        var plan = slot.plan;
        var wait = slot.clicked ? Duration.ZERO : Duration.between(now, slot.due);
        slot.timer = machine.scheduler().after(wait.isNegative() ? Duration.ZERO : wait, () -> begin(slot, plan));
    }

    /** Says on screen that a source cannot ask. It has not failed itself: it is asked as soon as what it needs is there. */
    private void block(Slot<?> slot, Problem cause) {
        var before = deployment.observed(slot.part()).problem();
        if (before == null || !before.at().equals(cause.at())) {
            deployment = slot.failed(deployment, slot.blockedBy(cause), cause.at());
            slot.attempted = true;
            slot.clicked = false;
            slots.dependents(slot.part()).forEach(this::plan);
        }
    }

    private <T> void begin(Slot<T> slot, long plan) {
        lock.lock();
        Flight<T> flight;
        try {
            if (closed || slot.plan != plan || slot.flight != null) {
                return;
            }
            slot.timer = null;
            var firstLook = slot.watchers > 0 && !slot.attempted;
            var priority = slot.clicked || firstLook ? Priority.CLICK : slot.source.priority();
            var context = new CallContext(priority, slot.scouts());
            var now = machine.clock().instant();
            flight = new Flight<>(slot, deployment, now, context, tower);
            slot.flight = flight;
            slot.clicked = false;
            flight.watchdog = machine.scheduler().after(Duration.between(now, flight.limit()), () -> overdue(flight));
        } finally {
            lock.unlock();
        }
        machine.reads().execute(flight);
    }

    private <T> void overdue(Flight<T> flight) {
        locked(() -> {
            if (flight.slot().flight != flight) {
                return;
            }
            var now = machine.clock().instant();
            if (flight.limit().isAfter(now)) {
                flight.watchdog =
                        machine.scheduler().after(Duration.between(now, flight.limit()), () -> overdue(flight));
                return;
            }
            var slot = flight.slot();
            slot.cancelLate();
            if (flight.mayStillAnswer()) {
                slot.late = flight;
            } else {
                flight.cancel();
            }
            var message = "no answer for "
                    + Duration.between(flight.lastPageAt(), now).toSeconds() + " s";
            fail(flight, new Problem(Problem.Kind.TIMEOUT, slot.call(), "ReadTimeout", message, null, null, now));
        });
        publish();
    }

    private <T> void fail(Flight<T> flight, Problem problem) {
        var slot = flight.slot();
        slot.failure = problem;
        slot.failed(flight.startedAt(), false);
        slot.follows = slots.herd(slot, problem).orElse(null);
        fail(flight, problem, BackOff.pace(problem, slot.follows != null, flight.pages()));
    }

    /** Most of it works, so it goes on at its pace; what has no answer is said with the rest. */
    private <T> void failInPart(Flight<T> flight, PartialReadException partial) {
        var slot = flight.slot();
        var problem = problem(slot, partial.getCause() == null ? partial : partial.getCause());
        deployment = deployment.with(slot.part(), flight.kept(partial, deployment.observed(slot.part())));
        slot.read = true;
        slot.failure = problem;
        slot.failed(flight.startedAt(), true);
        slot.follows = null;
        fail(flight, problem, BackOff.Pace.GOES_ON);
    }

    private <T> void fail(Flight<T> flight, Problem problem, BackOff.Pace pace) {
        var slot = flight.slot();
        end(flight);
        slot.due = BackOff.next(
                slot.source.cadence(),
                slot.failures,
                pace,
                flight.startedAt(),
                machine.clock().instant(),
                machine.random());
        deployment = slot.failed(deployment, problem, flight.startedAt());
        plan(slot);
        slots.dependents(slot.part()).forEach(this::plan);
    }

    private <T> void succeed(Flight<T> flight) {
        var slot = flight.slot();
        var now = machine.clock().instant();
        var took = Duration.between(flight.startedAt(), now);
        end(flight);
        slot.cancelLate();
        slot.answered(flight.startedAt(), flight.sent());
        slot.lastTook = took;
        var cadence = slot.source.cadence();
        var slow = took.compareTo(cadence.dividedBy(2)) > 0;
        var regular = flight.startedAt().plus(BackOff.jitter(cadence, machine.random()));
        slot.due = slow ? now.plus(cadence) : regular;
        // what takes long cannot be as young as its cadence promises: a thousand target groups under the budget
        var pace = slow ? cadence.plus(took).plus(took) : cadence;
        var known = deployment.observed(slot.part()).value();
        deployment = deployment.with(slot.part(), flight.complete(known, pace));
        for (var follower : flight.sent() == 0 ? List.<Slot<?>>of() : slots.followers(slot)) {
            follower.follows = null;
            follower.due = now.plus(spread(RECOVERY_SPREAD));
            plan(follower);
        }
        plan(slot);
        slots.dependents(slot.part()).forEach(this::plan);
    }

    private Problem problem(Slot<?> slot, Throwable thrown) {
        return thrown instanceof CallFailedException named && named.getCause() != null
                ? problems.problem(named.call(), named.getCause())
                : problems.problem(slot.call(), thrown);
    }

    private static <T> void end(Flight<T> flight) {
        if (flight.watchdog != null) {
            flight.watchdog.cancel();
        }
        flight.slot().flight = null;
    }

    private Duration spread(Duration most) {
        return Duration.ofNanos((long) (most.toNanos() * machine.random().nextDouble()));
    }

    private void publish() {
        publishing.lock();
        try {
            if (!closed) {
                listener.accept(deployment);
            }
        } finally {
            publishing.unlock();
        }
    }

    private void locked(Runnable body) {
        lock.lock();
        try {
            body.run();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is the probe beside which another was sent, which is not needed any more. */
    private static <T> boolean arrivesLate(Flight<T> flight) {
        var slot = flight.slot();
        if (slot.late != flight) {
            return false;
        }
        slot.late = null;
        slot.cancelFlight();
        return true;
    }

    /** What reads report, each on its own thread. */
    private final class Landing implements Flight.Tower {
        @Override
        public <T> void page(Flight<T> flight, List<T> items) {
            lock.lock();
            try {
                if (flight.slot().late == flight) {
                    flight.add(items, machine.clock().instant());
                    return;
                }
                if (flight.slot().flight != flight) {
                    throw new CancellationException(flight.slot().part().id() + " is no longer wanted");
                }
                var now = machine.clock().instant();
                flight.add(items, now);
                var part = flight.slot().part();
                if (!flight.showsPages(deployment.observed(part).value(), now)) {
                    return;
                }
                deployment = deployment.with(part, flight.soFar(now));
            } finally {
                lock.unlock();
            }
            publish();
        }

        @Override
        public <T> void landed(Flight<T> flight) {
            locked(() -> {
                if (arrivesLate(flight) || flight.slot().flight == flight) {
                    succeed(flight);
                }
            });
            publish();
        }

        @Override
        public <T> void crashed(Flight<T> flight, Throwable thrown) {
            locked(() -> {
                if (flight.slot().late == flight) {
                    flight.slot().late = null;
                }
                if (flight.slot().flight != flight) {
                    return;
                }
                if (thrown instanceof PartialReadException partial) {
                    failInPart(flight, partial);
                } else {
                    fail(flight, problem(flight.slot(), thrown));
                }
            });
            publish();
        }
    }
}
