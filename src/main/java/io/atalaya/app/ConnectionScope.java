package io.atalaya.app;

import io.atalaya.aws.alarms.CloudWatchAlarmHistory;
import io.atalaya.aws.readers.ConsoleOutputReader;
import io.atalaya.aws.readers.MetricRange;
import io.atalaya.aws.readers.NocSources;
import io.atalaya.aws.readers.PageSize;
import io.atalaya.aws.readers.Sources;
import io.atalaya.aws.signin.AwsSession;
import io.atalaya.aws.trail.CloudTrailReader;
import io.atalaya.connect.Session;
import io.atalaya.deployment.Deployment;
import io.atalaya.evidence.capture.RawAnswer;
import io.atalaya.logs.find.SavedFilters;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.SoundPlan;
import io.atalaya.noc.probe.Surroundings;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.operate.trail.TrailSearch;
import io.atalaya.practice.GameDay;
import io.atalaya.practice.Noted;
import io.atalaya.practice.Practice;
import io.atalaya.ui.Asker;
import io.atalaya.ui.acting.ProtectionMemory;
import io.atalaya.ui.common.SnapshotPump;
import io.atalaya.ui.perimeter.PastPerimeters;
import io.atalaya.watch.ApiMeter;
import io.atalaya.watch.ConsoleOutputs;
import io.atalaya.watch.DeploymentHistory;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Machine;
import io.atalaya.watch.NamesReader;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.Scheduler;
import io.atalaya.watch.Source;
import io.atalaya.watch.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Everything that belongs to one connection: its session, the loop that keeps its deployment current, what changed. Closing it
 * leaves no thread, client or request of it.
 */
public final class ConnectionScope implements AutoCloseable {
    /** More would only stand in the queue of the budget, where the questions of other sources wait behind them. */
    private static final int QUESTIONS_AT_ONCE = 4;

    private final AwsSession session;
    private final Machinery machinery;
    private final ExecutorService reads;
    private final SnapshotPump<Deployment> pump;
    private final DeploymentHistory history;
    private final RefreshLoop loop;
    private final ScopeActing acting;
    private final ScopeLogs logs;
    private final ScopeDesk desk;
    private final InstantSource clock;
    private final PastPerimeters perimeters;
    private final PerimeterTrail perimeterTrail;
    private final DeskOnScreen watched;
    private final ScopeHistory measured;
    private final @Nullable GameDay gameDay;
    private final @Nullable Instant trailSince;
    private final List<Consumer<Deployment>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean recording = new AtomicBoolean();
    private final ScopeEvidence evidence;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A connection to a deployment on which nothing can be practised. */
    ConnectionScope(AwsSession session, Machinery machinery, Executor screen) {
        this(session, machinery, screen, (@Nullable Practice) null);
    }

    /** A connection where nothing is marked as protected. */
    ConnectionScope(AwsSession session, Machinery machinery, Executor screen, @Nullable Practice practice) {
        this(session, machinery, screen, practice, new ProtectionMemory(new ScratchLayout()));
    }

    /**
     * Nothing is asked before {@link #start}.
     *
     * @param screen where snapshots are shown: the JavaFX thread
     * @param practice of the simulated deployment; null where the deployment is none
     * @param protection what a person marked as protected
     */
    ConnectionScope(
            AwsSession session,
            Machinery machinery,
            Executor screen,
            @Nullable Practice practice,
            ProtectionMemory protection) {
        this(session, machinery, screen, practice, protection, Optional::empty);
    }

    /** @param simulated how the names of a sandbox are reached; asked when it first matters */
    ConnectionScope(
            AwsSession session,
            Machinery machinery,
            Executor screen,
            @Nullable Practice practice,
            ProtectionMemory protection,
            Supplier<Optional<Surroundings>> simulated) {
        this(
                session,
                machinery,
                screen,
                practice,
                protection,
                fanOut -> sources(session, machinery, simulated, fanOut));
    }

    /** Names are asked of public DNS only where they are real: nobody may answer for those of a sandbox, and others might. */
    private static List<Source<?>> sources(
            AwsSession session, Machinery machinery, Supplier<Optional<Surroundings>> simulated, FanOut fanOut) {
        var clock = machinery.clock();
        var sources = new ArrayList<>(Sources.of(session.clients(), fanOut, clock, PageSize.LARGEST));
        sources.addAll(NocSources.of(session.clients(), fanOut, clock, machinery.catalogue()));
        if (session.isAws()) {
            sources.add(new NamesReader(new JndiNameLookup(clock), fanOut).source());
            sources.add(ScopeProbes.ofAws(machinery::catalogue, fanOut, clock));
        } else if (session.isSandbox()) {
            sources.add(ScopeProbes.of(
                    machinery::catalogue, () -> simulated.get().orElse(ScopeProbes.NOWHERE), fanOut, clock));
        } else {
            sources.add(ScopeProbes.none(fanOut));
        }
        return List.copyOf(sources);
    }

    /** @param sources what is read, asking many questions with this */
    ConnectionScope(
            AwsSession session, Machinery machinery, Executor screen, Function<FanOut, List<Source<?>>> sources) {
        this(session, machinery, screen, null, new ProtectionMemory(new ScratchLayout()), sources);
    }

    private ConnectionScope(
            AwsSession session,
            Machinery machinery,
            Executor screen,
            @Nullable Practice practice,
            ProtectionMemory protection,
            Function<FanOut, List<Source<?>>> sources) {
        this.session = session;
        this.machinery = machinery;
        this.perimeters = PerimeterFolder.of(machinery.perimeters(), session);
        this.perimeterTrail = new PerimeterTrail(
                new CloudTrailReader(session.clients(), session.problems(), machinery.clock()),
                session.region(),
                machinery.clock(),
                machinery.blocking());
        var threads = Machinery.threads("atalaya-read-" + session.name() + "-" + session.region() + "-");
        this.reads = Executors.newThreadPerTaskExecutor(threads);
        this.history = new DeploymentHistory(machinery.clock());
        this.trailSince = practice == null ? null : practice.since();
        this.gameDay = practice == null ? null : new GameDay(practice, this::noted, machinery.clock(), reads);
        var nothing = Deployment.empty(session.region(), session.caller().orElse(null));
        this.pump = new SnapshotPump<>(nothing, screen, ConnectionScope::confirms);
        this.loop = new RefreshLoop(
                nothing,
                sources.apply(new FanOut(threads, QUESTIONS_AT_ONCE)),
                session.problems(),
                new Machine(machinery.clock(), machinery.scheduler(), reads, new Random()),
                snapshot -> {
                    history.observe(snapshot);
                    pump.accept(snapshot);
                    if (gameDay != null) {
                        gameDay.observe(snapshot);
                    }
                    listeners.forEach(each -> each.accept(snapshot));
                });
        this.evidence = new ScopeEvidence(this, machinery, reads, screen);
        this.acting = new ScopeActing(session, machinery, protection, loop);
        this.logs = new ScopeLogs(session, machinery, reads);
        this.clock = machinery.clock();
        this.desk = ScopeDesk.of(session, machinery, reads);
        this.measured = new ScopeHistory(
                machinery.metricHistory(),
                ScopeHistory.key(session),
                Machinery.single("atalaya-history-" + session.name() + "-" + session.region()),
                machinery.clock());
        desk.listen(seen -> {
            if (seen.board() != null) {
                measured.observe(seen.board());
            }
        });
        // practice is quiet until asked
        this.watched = new DeskOnScreen(desk, screen, measured::remember, !session.isSandbox());
        var bell =
                new DeskBell(SoundPlan.USUAL, watched::sounds, severity -> Tones.play(severity, machinery.blocking()));
        desk.listen(seen -> bell.look(seen.desk().state(), machinery.clock().instant()));
        listeners.add(acting::observe);
        listeners.add(desk::observe);
    }

    /** Tells what is on the alarm desk now, on whatever thread, one at a time; the listener must be quick. */
    void onDesk(Consumer<DeskState> listener) {
        desk.listen(seen -> listener.accept(seen.desk().state()));
    }

    void start() {
        loop.start();
        acting.start();
        measured.start();
        desk.start();
    }

    /** Tells every snapshot, on whatever thread; the listener must be quick. */
    void onSnapshot(Consumer<Deployment> listener) {
        listeners.add(listener);
    }

    /** The same, until it is closed. */
    Recording listen(Consumer<Deployment> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The newest snapshot; changes on the screen's thread only. */
    ObservableValue<Deployment> deployment() {
        return pump.shown();
    }

    /** From now on snapshots that only confirm what is shown come with a tick of the clock; see {@link SnapshotPump#pace}. */
    void pace(ObservableValue<?> clock) {
        pump.pace(clock);
    }

    /** The same answers and problems of the same parts, whatever their age. */
    private static boolean confirms(Deployment newer, Deployment older) {
        return Objects.equals(newer.caller(), older.caller())
                && newer.parts().equals(older.parts())
                && newer.saysSame(older, newer.parts());
    }

    /** The newest snapshot, on whatever thread. */
    Deployment current() {
        return loop.current();
    }

    /** Arming, running and writing down. */
    ScopeActing acting() {
        return acting;
    }

    /** What the NOC watches, and its alarm desk, on the screen's thread. */
    DeskOnScreen watched() {
        return watched;
    }

    /** What is kept of what was measured. */
    ScopeHistory measured() {
        return measured;
    }

    /** What alarms said, when somebody asks. */
    ScopeAlarms alarms() {
        return new ScopeAlarms(new CloudWatchAlarmHistory(session.clients(), session.problems(), clock), reads);
    }

    /** What charts read, when somebody looks at one. */
    ScopeCharts charts() {
        return new ScopeCharts(new MetricRange(session.clients(), session.problems()), reads);
    }

    /** Making capsules of this connection, and those there are. */
    ScopeEvidence evidence() {
        return evidence;
    }

    /** The logs that are read over this connection, and those that are kept. */
    ScopeLogs logs() {
        return logs;
    }

    /** Filters of logs that were given names, whatever the connection. */
    SavedFilters filters() {
        return machinery.filters();
    }

    /** By which whatever looks now and then looks. */
    Scheduler scheduler() {
        return machinery.scheduler();
    }

    /** Perimeters of earlier days. */
    PastPerimeters perimeters() {
        return perimeters;
    }

    DeploymentHistory history() {
        return history;
    }

    /** Where incidents are practised; empty unless the deployment is simulated. */
    Optional<GameDay> gameDay() {
        return Optional.ofNullable(gameDay);
    }

    private List<Noted> noted() {
        return history.changes().stream()
                .map(each -> new Noted(
                        each.at(),
                        each.resource().id(),
                        (each.field() + " " + (each.before() == null ? "–" : each.before()) + " → "
                                        + (each.after() == null ? "–" : each.after()))
                                .strip()))
                .toList();
    }

    Session session() {
        return session;
    }

    /** What goes on until it is closed. */
    interface Recording extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From now on gives every answer whole to this, until it is closed.
     *
     * @throws IllegalStateException when another recording goes on: a capsule holds the answers of one
     */
    Recording record(Consumer<RawAnswer> to) {
        if (!recording.compareAndSet(false, true)) {
            throw new IllegalStateException("another capsule of this connection is being made");
        }
        session.record(to);
        return () -> {
            session.record(null);
            recording.set(false);
        };
    }

    /** What this console costs the account. */
    ApiMeter meter() {
        return machinery.budgets().of(account(), session.region()).meter();
    }

    /** How each source fares. */
    List<SourceStatus> statuses() {
        return loop.statuses();
    }

    /** Where views make what takes longer than a frame; ends with the connection. */
    Executor layouts() {
        return reads;
    }

    /** The credentials were renewed in place: what failed for their sake is asked again. */
    void renewed() {
        loop.renewed();
        logs.renewed();
    }

    /** What machines write on their consoles, asked when a person asks. */
    ConsoleOutputs consoleOutputs() {
        return new ConsoleOutputReader(session.clients(), session.problems());
    }

    /** Looks acts up in CloudTrail, when a view asks. */
    TrailSearch trailSearch() {
        return new TrailSearch(
                new CloudTrailReader(session.clients(), session.problems(), machinery.clock()), machinery.clock());
    }

    /** Who changed the perimeter, asked when a view looks. */
    PerimeterTrail perimeterTrail() {
        return perimeterTrail;
    }

    /** When the CloudTrail of a simulated deployment began; null at AWS. */
    @Nullable
    Instant trailSince() {
        return trailSince;
    }

    /** By which everything of this connection is dated. */
    InstantSource clock() {
        return machinery.clock();
    }

    /** What the views of one window tell the loop: another one for each window. */
    Asker asker() {
        return new LoopAsker(loop);
    }

    private String account() {
        return session.caller().map(caller -> caller.account()).orElse("");
    }

    /**
     * At once nothing is shown or begun any more. What waits for the disk or for a connection to end is done behind, because
     * this is the screen's thread: {@link #ended} waits for it, and so does the end of the program.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        acting.close();
        pump.close();
        loop.close();
        try {
            machinery.storing().execute(this::wind);
        } catch (RejectedExecutionException ending) { // the program is: nobody waits for this thread
            wind();
        }
    }

    /** Tails end before what reads for them does, and are written down to their end after it. */
    private void wind() {
        try (Closing last = closed::countDown;
                Closing history = measured::close;
                Closing queue = desk::close;
                Closing written = logs::close;
                Closing clients = session::close;
                Closing asking = reads::shutdownNow;
                Closing tails = logs::stop) {
            // from the last to the first, whatever fails
        }
    }

    /** One step of leaving. */
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether, once closed, every read has ended and every log is on disk within that time. */
    boolean ended(Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        return closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)
                && reads.awaitTermination(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
