package io.atalaya.noc.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DeskKeeperTest {
    private static final Clock CLOCK = Clock.fixed(Desks.NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final BlockingQueue<DeskKeeper.Change> told = new LinkedBlockingQueue<>();

    private DeskKeeper keeper(String name, @Nullable DeskStore share, BlockingQueue<DeskKeeper.Change> to) {
        return keeper(folder.resolve(name).resolve("own"), name, share, to);
    }

    private static DeskKeeper keeper(
            Path own, String name, @Nullable DeskStore share, BlockingQueue<DeskKeeper.Change> to) {
        var keeper = new DeskKeeper(
                new Desk(name),
                own,
                share,
                CLOCK,
                Executors.newSingleThreadScheduledExecutor(),
                Executors.newSingleThreadScheduledExecutor(),
                to::add);
        keeper.start();
        return keeper;
    }

    private static DeskKeeper.Change until(
            BlockingQueue<DeskKeeper.Change> told, Predicate<DeskKeeper.Change> condition) throws InterruptedException {
        while (true) {
            var change = told.poll(60, TimeUnit.SECONDS);
            assertThat(change).as("told in time").isNotNull();
            if (condition.test(change)) {
                return change;
            }
        }
    }

    @Test
    void anAcknowledgementOfOneReachesTheOther() throws Exception {
        var shared = Files.createDirectories(folder.resolve("shared"));
        var toBea = new LinkedBlockingQueue<DeskKeeper.Change>();
        try (var ana = keeper("ana", new FolderShare(shared, "ana"), told);
                var bea = keeper("bea", new FolderShare(shared, "bea"), toBea)) {
            ana.look(Desks.wrong(Desks.NOW, "cpu"));
            bea.look(Desks.wrong(Desks.NOW, "cpu"));
            ana.act(new PersonAct.Acknowledge("cpu", "ana", Severity.WARNING));
            var seen = until(toBea, it -> Desks.known(it.state()).contains("cpu"));
            assertThat(seen.state().entry("cpu").orElseThrow().owner()).contains("ana");
        }
    }

    /** What a console that is gone left weeks ago is forgotten, and does not come back with each look at the share. */
    @Test
    void whatIsOldDoesNotComeBack() throws Exception {
        var shared = Files.createDirectories(folder.resolve("shared"));
        var old = Desks.NOW.minus(java.time.Duration.ofDays(20));
        var desk = new Desk("zoe");
        var left = desk.look(DeskState.EMPTY, Desks.wrong(old, "old"), old).state();
        left = desk.act(left, new PersonAct.Acknowledge("old", "zoe", Severity.WARNING), old)
                .state();
        left = desk.look(left, Desks.wrong(old), old.plusSeconds(9)).state();
        new FolderShare(shared, "zoe").exchange(left);
        try (var ana = keeper("ana", new FolderShare(shared, "ana"), told)) {
            ana.look(Desks.wrong(Desks.NOW, "cpu"));
            until(told, it -> Desks.shared(it).exchangedAt() != null);
            ana.act(new PersonAct.Take("cpu", "ana"));
            var later = until(
                    told,
                    it -> Desks.shared(it).exchangedAt() != null
                            && it.state()
                                    .entry("cpu")
                                    .flatMap(io.atalaya.noc.desk.Entry::owner)
                                    .isPresent());
            assertThat(later.state().entries()).containsOnlyKeys("cpu");
            assertThat(later.state().events()).hasSize(2);
        }
    }

    @Test
    void aShareThatIsGoneIsToldAndTheDeskGoesOn() throws Exception {
        try (var ana = keeper("ana", new FolderShare(folder.resolve("unmounted"), "ana"), told)) {
            ana.look(Desks.wrong(Desks.NOW, "cpu"));
            ana.act(new PersonAct.Take("cpu", "ana"));
            until(
                    told,
                    it -> Desks.shared(it).problem() != null
                            && it.state().entry("cpu").isPresent());
            Files.createDirectories(folder.resolve("unmounted"));
            var back = until(told, it -> Desks.shared(it).exchangedAt() != null);
            assertThat(Desks.shared(back).problem()).isNull();
            assertThat(Desks.shared(back).failingSince()).isNull();
        }
        try (var again = JournalFile.open(folder.resolve("ana").resolve("own"), Desks.NOW)) {
            assertThat(again.state().entry("cpu").orElseThrow().owner()).contains("ana");
        }
    }

    /** An alarm that a console saw weeks ago and never again: that it is still in its file does not make it an alarm of today. */
    @Test
    void whatAConsoleThatIsGoneLeftOpenDoesNotComeBack() throws Exception {
        var shared = Files.createDirectories(folder.resolve("shared"));
        var old = Desks.NOW.minus(Desk.KEPT).minusSeconds(1);
        var young = Desks.NOW.minus(Desk.KEPT).plusSeconds(1);
        var desk = new Desk("zoe");
        var left = desk.look(DeskState.EMPTY, Desks.wrong(old, "old", "spoken"), old)
                .state();
        left = desk.act(left, new PersonAct.Note("spoken", "zoe", "not over"), young)
                .state();
        left = Desk.merged(
                left,
                desk.look(DeskState.EMPTY, Desks.wrong(young, "young"), young).state());
        new FolderShare(shared, "zoe").exchange(left);
        try (var ana = keeper("ana", new FolderShare(shared, "ana"), told)) {
            var joined = until(told, it -> Desks.shared(it).exchangedAt() != null);
            assertThat(joined.state().entries()).containsOnlyKeys("young", "spoken");
            assertThat(ana.state().entries()).containsOnlyKeys("young", "spoken");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndTriedAgain() throws Exception {
        var place = Files.writeString(folder.resolve("desks"), "a file where the folder should be");
        var own = place.resolve("own");
        try (var ana = keeper(own, "ana", null, told)) {
            assertThat(ana.last().keeping().own())
                    .isEqualTo(new Keeping.Unkept(
                            own.toString(), Keeping.Why.NO_FOLDER, "FileAlreadyExistsException", Desks.NOW));
            ana.look(Desks.wrong(Desks.NOW, "cpu"));
            var alone = until(told, it -> it.state().entry("cpu").isPresent());
            assertThat(alone.keeping().own()).isInstanceOf(Keeping.Unkept.class);
            Files.delete(place);
            ana.tryAgain();
            var kept = until(told, it -> it.keeping().own() instanceof Keeping.Kept);
            assertThat(kept.state().entry("cpu")).isPresent();
        }
        try (var again = JournalFile.open(own, Desks.NOW)) {
            assertThat(again.state().entry("cpu")).isPresent();
        }
    }

    /** Two consoles of one user: the second is not kept until the first ends, and loses nothing of either. */
    @Test
    void aDeskThatAnotherConsoleKeepsIsTakenOverOnceThatOneEnds() throws Exception {
        var own = folder.resolve("own");
        var first = JournalFile.open(own, Desks.NOW);
        first.keep(Desks.with("disk"));
        try (var ana = keeper(own, "ana", null, told)) {
            ana.look(Desks.wrong(Desks.NOW, "cpu"));
            var waiting = until(told, it -> it.state().entry("cpu").isPresent());
            assertThat(waiting.keeping().own()).isInstanceOfSatisfying(Keeping.Unkept.class, it -> assertThat(it.why())
                    .isEqualTo(Keeping.Why.IN_USE));
            first.close();
            ana.tryAgain();
            var kept = until(told, it -> it.keeping().own() instanceof Keeping.Kept);
            assertThat(kept.state().entries()).containsOnlyKeys("cpu", "disk");
        }
    }

    @Test
    void saysWhenItLookedAndNothingBefore() throws Exception {
        try (var ana = keeper("ana", null, told)) {
            assertThat(ana.last().lookedAt()).isNull();
            ana.pass();
            assertThat(until(told, it -> true).lookedAt()).isNull();
            ana.look(Desks.wrong(Desks.NOW));
            assertThat(until(told, it -> true).lookedAt()).isEqualTo(Desks.NOW);
        }
    }

    @Test
    void aShareThatHangsHoldsNobodyUp() throws Exception {
        var hangs = new java.util.concurrent.CountDownLatch(1);
        var entered = new java.util.concurrent.CountDownLatch(1);
        var share = new DeskStore() {
            @Override
            public String name() {
                return "hangs";
            }

            @Override
            public Brought exchange(DeskState mine) throws IOException {
                entered.countDown();
                try {
                    if (!hangs.await(60, TimeUnit.SECONDS)) {
                        throw new IOException("never");
                    }
                } catch (InterruptedException e) {
                    throw new IOException("stopped");
                }
                return new Brought(DeskState.EMPTY, java.util.List.of());
            }

            @Override
            public void close() {
                hangs.countDown();
            }
        };
        try (var ana = keeper("ana", share, told)) {
            assertThat(entered.await(60, TimeUnit.SECONDS)).isTrue();
            ana.look(Desks.wrong(Desks.NOW, "cpu"));
            ana.act(new PersonAct.Take("cpu", "ana"));
            var change = until(
                    told,
                    it -> !it.state().entries().isEmpty()
                            && it.state().entry("cpu").orElseThrow().owner().isPresent());
            assertThat(change.events()).hasSize(1);
        }
    }
}
