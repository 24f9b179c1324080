package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Caller;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import io.atalaya.noc.desk.store.DeskKeeper;
import io.atalaya.noc.desk.store.JournalFile;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.ui.shell.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One desk for each deployment, however many connections look at it. */
@Timeout(120)
class OpenDesksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path home;

    private final BlockingQueue<DeskKeeper.Change> toOne = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeskKeeper.Change> toOther = new LinkedBlockingQueue<>();

    private OpenDesks desks() throws Exception {
        var team = Files.createDirectories(home.resolve("team"));
        return new OpenDesks(new DeskPlace(home.resolve("desks"), team.toString(), null), InstantSource.fixed(NOW));
    }

    private static Signals wrong(String key) {
        return Signals.of(
                List.of(new Signal(
                        key, "ALARM", Severity.WARNING, Words.verbatim(key), null, "", "alarms", null, NOW, NOW, true)),
                Set.of("alarms"));
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
    void twoProfilesOfOneAccountSitAtOneDeskThatIsKeptAndShared() throws Exception {
        var desks = desks();
        try (var one = desks.sit(new Profile("admin"), toOne::add);
                var other = desks.sit(new Profile("reader"), toOther::add)) {
            one.look(wrong("cpu"));
            other.act(new PersonAct.Take("cpu", "bea"));
            Predicate<DeskKeeper.Change> taken = it -> it.keeping().own() instanceof Keeping.Kept
                    && Objects.requireNonNull(it.keeping().shared()).exchangedAt() != null
                    && it.state()
                            .entry("cpu")
                            .flatMap(io.atalaya.noc.desk.Entry::owner)
                            .equals(Optional.of("bea"));
            until(toOne, taken);
            until(toOther, taken);
            one.close(); // and the other goes on
            one.close();
            toOther.clear();
            other.look(wrong("disk"));
            assertThat(until(toOther, it -> it.state().entry("disk").isPresent())
                            .keeping()
                            .own())
                    .isInstanceOf(Keeping.Kept.class);
        }
        // the last one closed it: the file is free, for this program too
        try (var again = desks.sit(new Profile("admin"), toOne::add)) {
            toOne.clear();
            again.look(wrong("cpu"));
            assertThat(until(toOne, it -> it.lookedAt() != null).keeping().own())
                    .isInstanceOf(Keeping.Kept.class);
        }
        try (var file = JournalFile.open(home.resolve("desks").resolve("111122223333-us-east-1.desk"), NOW)) {
            assertThat(file.state().entries()).containsOnlyKeys("cpu", "disk");
        }
    }

    @Test
    void whoComesHearsHowItIsWithoutWaitingForAnybody() throws Exception {
        var desks = desks();
        try (var one = desks.sit(new Profile("admin"), toOne::add)) {
            one.look(wrong("cpu"));
            until(toOne, it -> it.lookedAt() != null);
            try (var other = desks.sit(new Profile("reader"), toOther::add)) {
                assertThat(until(toOther, it -> true).state().entries()).containsOnlyKeys("cpu");
                assertThat(other).isNotNull();
            }
        }
    }

    /** Whose looks have ceased does not go on ringing for what another sees to be over. */
    @Test
    void whoLooksNoMoreSpeaksNoMore() throws Exception {
        var now = new AtomicReference<>(NOW);
        var desks = new OpenDesks(new DeskPlace(home.resolve("desks"), null, null), now::get);
        try (var one = desks.sit(new Profile("admin"), toOne::add);
                var other = desks.sit(new Profile("reader"), toOther::add)) {
            one.look(wrong("cpu"));
            var well = Signals.of(List.of(), Set.of("alarms"));
            other.look(well);
            var both = until(
                    toOther,
                    it -> it.lookedAt() != null && it.state().entry("cpu").isPresent());
            assertThat(both.state().entry("cpu").orElseThrow().held())
                    .as("one sees it")
                    .isFalse();

            now.set(NOW.plus(SharedDesk.BLIND_AFTER).plusMillis(1));
            other.look(well);
            until(toOther, it -> it.state().entry("cpu").orElseThrow().held());
        }
    }

    @Test
    void accountsThatAreNotKnownAreNotTheSame() {
        assertThat(DeskPlace.deployment(new Profile("one", false)))
                .isNotEqualTo(DeskPlace.deployment(new Profile("other", false)));
        assertThat(DeskPlace.deployment(new Profile("one"))).isEqualTo("111122223333-us-east-1");
    }

    /** A connection of that name. */
    private static final class Profile extends TestSession {
        private final String name;
        private final boolean known;

        Profile(String name) {
            this(name, true);
        }

        Profile(String name, boolean known) {
            super(NOW);
            this.name = name;
            this.known = known;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Caller> caller() {
            return known ? super.caller() : Optional.empty();
        }
    }
}
