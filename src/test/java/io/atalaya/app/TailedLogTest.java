package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.SessionInfo;
import io.atalaya.logs.store.Sessions;
import io.atalaya.logs.tail.LiveTails;
import io.atalaya.logs.tail.LogReads;
import io.atalaya.logs.tail.OpenTail;
import io.atalaya.logs.tail.TailPlan;
import io.atalaya.logs.tail.TailSession;
import io.atalaya.logs.tail.TailSessions;
import io.atalaya.logs.tail.TailSettings;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.logs.tail.TailTools;
import io.atalaya.logs.understand.Reading;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Notes;
import io.atalaya.watch.ExecutorScheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screen asks of a log is answered while the engine and the disk hold every lock there is. */
class TailedLogTest {
    private static final TailedGroup APP = TailedGroup.all("app", "arn:aws:logs:us-east-1:111122223333:log-group:app");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Instant start = Instant.now();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService storing = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorScheduler scheduler = new ExecutorScheduler(
            Thread.ofPlatform().daemon().name("tailed-log-test").factory());
    private final CompletableFuture<LiveTails.Listener> live = new CompletableFuture<>();
    private final Stuck ledger = new Stuck();
    private volatile @Nullable Thread keeper;
    /** Under the ledger's lock it is asked what time it is: one thread never gets an answer. */
    private final InstantSource clock = () -> {
        if (Thread.currentThread() == keeper) {
            ledger.stay();
        }
        return Instant.now();
    };

    private OpenTail tail;
    private Notes notes;
    private TailedLog log;

    @BeforeEach
    void open() {
        var tools = new TailTools(clock, System::nanoTime, scheduler, background, new Random(1));
        var sessions = new TailSessions(
                new Sessions(folder, InstantSource.system()),
                message -> new Reading(Level.ERROR, false),
                tools,
                TailSettings.defaults());
        LiveTails tails = (groups, pattern, listener) -> {
            live.complete(listener);
            return () -> {};
        };
        LogReads nothing = query -> new LogReads.Answer.Page(List.of(), List.of(), null);
        var info = new SessionInfo("app", "x", null, "us-east-1", "x", List.of(APP), null, start, null);
        tail = sessions.open(info, TailPlan.of(List.of(APP)), new TailSessions.Ports(tails, nothing), Limits.USUAL);
        notes = Notes.open(folder.resolve("notes.rec"), Clock.systemUTC());
        log = new TailedLog(tail, notes, new TailedLog.Threads(background, storing, InstantSource.system()));
    }

    @AfterEach
    void close() {
        log.end();
        background.shutdownNow();
        storing.shutdownNow();
        scheduler.close();
    }

    private void tell(String message) throws Exception {
        var now = Instant.now().toEpochMilli();
        live.get(20, TimeUnit.SECONDS).update(List.of(new LogEvent(APP.arn(), "s", now, now, message)), false);
    }

    private TailStatus truth() {
        return tail.tail().map(TailSession::status).orElseThrow();
    }

    private void commandsDone() throws Exception {
        storing.shutdown();
        assertThat(storing.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theScreenWaitsForNeitherTheIntakeNorTheLedger() throws Exception {
        tell("first");
        var view = log.newView();
        var intake = new Stuck();
        tail.events().listen(intake);
        var writer = Thread.ofVirtual().start(() -> {
            try {
                tell("second");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(intake.begun.await(20, TimeUnit.SECONDS)).isTrue();
        var asking = Thread.ofVirtual().unstarted(() -> tail.completeness().gaps());
        keeper = asking;
        asking.start();
        assertThat(ledger.begun.await(20, TimeUnit.SECONDS)).isTrue();
        try {
            var screen = Thread.ofVirtual().start(() -> asTheControllersDo(view));
            assertThat(screen.join(PATIENCE)).as("the screen goes on").isTrue();
            assertThat(log.status().state()).as("what was asked last").isEqualTo(TailStatus.State.PAUSED);
        } finally {
            ledger.released.countDown();
            intake.released.countDown();
        }
        assertThat(writer.join(PATIENCE)).isTrue();
        commandsDone();
        assertThat(truth().state()).isEqualTo(TailStatus.State.PAUSED);
        assertThat(log.status()).as("and it is so").isEqualTo(truth());
        assertThat(notes.all()).extracting(Notes.Note::text).containsExactly("a note");
    }

    private void asTheControllersDo(LogView view) {
        log.status();
        var known = log.completeness();
        known.version();
        known.gaps();
        known.minutes(0, Long.MAX_VALUE);
        known.sweptTo();
        known.askAgain(1);
        view.row(view.size() - 1);
        view.version();
        log.pause();
        log.resume();
        log.pause();
        log.pins().pin(0, 5, "a note");
        log.pins().all();
        log.newView().close();
    }

    @Test
    void aMarkIsThereAtOnceAndGoneWhereItCouldNotBeKept() throws Exception {
        log.pins().pin(3, 5, "kept");
        assertThat(log.pins().holds(3)).isTrue();
        log.pins().unpin(3);
        assertThat(log.pins().all()).isEmpty();
        log.pins().pin(3, 5, "again");
        notes.close();
        log.pins().pin(4, 6, "not kept");
        commandsDone();
        assertThat(log.pins().holds(4)).isFalse();
        assertThat(log.pins().all())
                .extracting(Notes.Note::id)
                .containsExactlyElementsOf(
                        notes.all().stream().map(Notes.Note::id).toList());
    }

    @Test
    void whatTheLedgerTellsIsShownSoon() throws Exception {
        tell("first");
        var shown = new CompletableFuture<Long>();
        tail.tail().orElseThrow().listen(() -> {
            if (!log.completeness().minutes(0, Long.MAX_VALUE).isEmpty()
                    && log.status().groups().getFirst().events() == 1) {
                shown.complete(log.completeness().minutes(0, Long.MAX_VALUE).stream()
                        .mapToLong(it -> it.delivered())
                        .sum());
            }
        });
        assertThat(shown.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(log.errors()).isEqualTo(1);
        assertThat(log.status().state()).isEqualTo(TailStatus.State.RUNNING);
    }

    @Test
    void aViewThatWasClosedIsForgotten() {
        var one = log.newView();
        var other = log.newView();
        one.close();
        assertThat(log.views()).isEqualTo(1);
        one.close();
        assertThat(log.views()).isEqualTo(1);
        other.close();
        assertThat(log.views()).isZero();
    }
}
