package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.ledger.Span;
import io.atalaya.logs.store.Faults;
import io.atalaya.logs.store.StoredEvents;
import io.atalaya.logs.understand.Reading;
import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tail: several log groups read as they are written, each by Live Tail or by polling, with a sweep behind that reads
 * everything once more, and a ledger of what is known to be complete. Safe on any thread; nothing blocks.
 */
public final class TailSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TailSession.class);

    private final TailPlan plan;
    private final TailTools tools;
    private final TailSettings settings;
    private final EventLog log;
    private final Ledger ledger;
    private final Intake intake;
    private final Edge edge;
    private final Sweep sweep;
    private final PollFeed poll;
    private final OneAtATime forcing;
    private final TickClock clock;
    private final List<LiveFeed> lives = new ArrayList<>();
    private final Standing standing;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object guard = new Object();
    private volatile TailStatus.State state = TailStatus.State.PAUSED;
    private Scheduler.@Nullable Timer timer;

    /**
     * A tail that does nothing yet.
     *
     * @param ledger new, or with the records of an earlier run
     * @param understanding reads level and continuation from a message
     */
    public TailSession(
            TailPlan plan,
            TailSessions.Ports ports,
            EventLog log,
            Ledger ledger,
            Function<String, Reading> understanding,
            TailTools tools,
            TailSettings settings) {
        this.plan = plan;
        this.tools = tools;
        this.settings = settings;
        this.log = log;
        this.ledger = ledger;
        this.edge = new Edge(ledger);
        this.intake = new Intake(log, ledger, understanding, tools, settings);
        this.standing = new Standing(tools, ledger, intake, edge);
        this.sweep = new Sweep(plan, ports.reads(), intake, ledger, tools, settings, new Sweeps());
        this.poll = new PollFeed(ports.reads(), plan.pattern(), intake, tools, settings, new Polls(), this::faulty);
        standing.polls(poll::polls);
        this.forcing = new OneAtATime(tools.executor(), this::faulty);
        this.clock = new TickClock(tools, settings.tick());
        if (plan.live()) {
            LiveBatches.of(plan.groups())
                    .forEach(batch -> lives.add(
                            new LiveFeed(batch, plan.pattern(), ports.tails(), intake, tools, settings, new Lives())));
        }
        log.events().listen(new Dropped());
    }

    /** Begins, or takes up an earlier run: the time since is a gap which the sweep closes. */
    public void start() {
        var now = tools.now();
        plan.groups().forEach(group -> take(group.arn(), now));
        ledger.alive();
        run();
    }

    private void take(String arn, long now) {
        var retention = plan.retention().get(arn);
        var oldest = retention == null ? 0 : now - retention.toMillis();
        if (!ledger.knows(arn)) {
            ledger.begin(arn, plan.from() == null ? now : Math.clamp(plan.from(), oldest, now));
        }
        var unread = Math.min(ledger.marks(arn).sureTo(), ledger.marks(arn).seenTo());
        ledger.lastAlive()
                .filter(alive -> alive < now)
                .ifPresent(alive -> ledger.missing(arn, Math.max(alive, oldest), now, Cause.NOT_RUNNING, null));
        if (unread < now) {
            ledger.skipTo(arn, now);
        }
        if (unread < oldest) {
            ledger.leave(arn, new Span(unread, oldest), Cause.NOT_RUNNING, null);
        }
    }

    private void run() {
        synchronized (guard) {
            if (state != TailStatus.State.PAUSED) {
                return;
            }
            state = TailStatus.State.RUNNING;
            clock.start();
            sweep.start();
            if (lives.isEmpty()) {
                plan.groups().forEach(group -> poll.add(group, tools.now()));
            }
            lives.forEach(LiveFeed::start);
            poll.tick();
            forcing.run(this::force);
            again();
        }
        tell();
    }

    /** Reads nothing until {@link #resume}; what is written meanwhile is a gap, which the sweep closes afterwards. */
    public void pause() {
        synchronized (guard) {
            if (state != TailStatus.State.RUNNING) {
                return;
            }
            state = TailStatus.State.PAUSED;
            halt();
            var now = tools.now();
            plan.groups().forEach(group -> edge.down(group.arn(), now, Cause.PAUSED, null));
        }
        tell();
    }

    public void resume() {
        run();
    }

    private void halt() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        lives.forEach(LiveFeed::stop);
        poll.stop();
        sweep.stop();
        standing.noneLive();
    }

    /** Ends it. Nothing is written to its log any more when this returns. */
    @Override
    public void close() {
        synchronized (guard) {
            if (state == TailStatus.State.ENDED) {
                return;
            }
            state = TailStatus.State.ENDED;
            halt();
        }
        intake.close();
        ledger.ended();
        tell();
    }

    private void again() {
        timer = tools.scheduler().after(settings.tick(), this::tick);
    }

    private void tick() {
        synchronized (guard) {
            if (state != TailStatus.State.RUNNING) {
                return;
            }
            again();
        }
        try {
            lookAtClock();
            lives.forEach(LiveFeed::tick);
            poll.tick();
            sweep.tick();
            tell();
        } catch (RuntimeException e) {
            faulty(e);
        }
    }

    private void lookAtClock() {
        clock.slept().ifPresent(since -> {
            var now = tools.now();
            plan.groups().forEach(group -> ledger.missing(group.arn(), since, now, Cause.SLEPT, null));
            lives.forEach(LiveFeed::woke);
            poll.woke();
            sweep.woke();
        });
        if (clock.aliveDue()) {
            ledger.alive();
        }
        if (clock.forceDue()) {
            forcing.run(this::force);
        }
    }

    /** Events first, then what the ledger says of them. Where the log was closed meanwhile, whoever closed it does this. */
    private void force() {
        var mark = ledger.mark();
        log.force();
        if (state != TailStatus.State.ENDED) {
            ledger.forced(mark);
        }
    }

    /** Tries at once whatever waits after failures: credentials were renewed, the network is back. */
    public void retryNow() {
        lives.forEach(LiveFeed::retryNow);
        poll.woke();
        sweep.woke();
    }

    private void faulty(RuntimeException e) {
        LOG.error("a tail failed: {}", Faults.of(e));
        standing.faulty(e);
        tell();
    }

    /** What Live Tail does to the whole. */
    private final class Lives implements LiveFeed.Owner {
        @Override
        public void told(LiveFeed feed, int by, List<LogEvent> events, boolean sampled) {
            try {
                intake.arrived(by, events);
            } catch (RuntimeException e) { // on a thread of the client, which knows nothing of disks
                faulty(e);
            }
            if (sampled) {
                var now = tools.now();
                for (var group : feed.groups) {
                    ledger.missing(group.arn(), now - 3_000, now + 1, Cause.SAMPLED, null);
                }
            }
        }

        @Override
        public void up(LiveFeed feed, long since) {
            for (var group : feed.groups) {
                poll.remove(group);
                edge.up(group.arn(), since);
                standing.live(group.arn(), since);
            }
            tell();
        }

        @Override
        public void down(LiveFeed feed, long since, @Nullable Problem problem) {
            for (var group : feed.groups) {
                standing.notLive(group.arn(), problem);
                edge.down(group.arn(), since, problem);
            }
            tell();
        }

        @Override
        public void gaveUp(LiveFeed feed, long since, Problem problem) {
            for (var group : feed.groups) {
                standing.notLive(group.arn(), problem);
                poll.add(group, since);
            }
            poll.tick();
        }
    }

    /** What the sweep wants of the whole. */
    private final class Sweeps implements Sweep.Owner {
        @Override
        public long liveSince(String group) {
            return standing.liveSince(group);
        }

        @Override
        public void faulty(RuntimeException e) {
            TailSession.this.faulty(e);
        }
    }

    /** What polling does to the whole. */
    private final class Polls implements PollFeed.Owner {
        @Override
        public void polled(String group, long to) {
            standing.polled(group);
            edge.up(group, to);
        }

        @Override
        public void failed(String group, long since, Problem problem) {
            standing.notPolled(group, problem);
            edge.down(group, since, problem);
            tell();
        }

        @Override
        public void skipped(String group, long from, long to) {
            ledger.skipTo(group, to);
        }
    }

    /** What was dropped is gone, and not read again. */
    private final class Dropped implements StoredEvents.Listener {
        @Override
        public void appended(long from, long to) {}

        @Override
        public void withdrawn(long id) {}

        @Override
        public void dropped(long below, long newest) {
            ledger.dropped(Math.min(newest + 1, tools.now()));
        }
    }

    /** What an earlier run kept of a group. */
    void kept(String group, int events) {
        intake.kept(group, events);
    }

    public TailPlan plan() {
        return plan;
    }

    public StoredEvents events() {
        return log.events();
    }

    public Completeness completeness() {
        return ledger;
    }

    /** The newest timestamp that is shown of a stream, milliseconds since the epoch; 0 where there is none. */
    public long highWater(StreamName stream) {
        return intake.highWater(stream);
    }

    /** Runs it about once a second, and whenever the way a group is read changes; on any thread, must be quick. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    /** Later and on another thread: listeners ask for the status, which takes locks that are held here. */
    private void tell() {
        tools.scheduler().after(Duration.ZERO, () -> listeners.forEach(Runnable::run));
    }

    /** What holds now. May wait for a moment while something is written: not for the thread of the screen. */
    public TailStatus status() {
        return standing.status(
                plan.groups(),
                state,
                lives.stream().mapToInt(LiveFeed::sessions).sum(),
                lives.stream().mapToLong(LiveFeed::billedSeconds).sum());
    }
}
