package io.atalaya.operate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of acts when the deployment is read-only again or the connection is closed. */
class RunnerCalledOffTest {
    private static final Operation STOP = new StopInstance(Desk.INSTANCE);

    @TempDir
    Path folder;

    private Path file;
    private Desk desk;

    @BeforeEach
    void sit() {
        file = folder.resolve("journal.jsonl");
        desk = new Desk(file);
    }

    @Test
    void closingLeavesNothingOpen() throws Exception {
        var act = desk.confirm(STOP);
        desk.pass(Duration.ofSeconds(9));
        desk.show("stopping");
        desk.runner.close();
        assertThat(act.standing().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(desk.written().getLast().detail()).isEqualTo("stopping");
        var shown = desk.runner.preflight(STOP);
        assertThatThrownBy(() -> desk.runner.run(STOP, shown, List.of(), null))
                .isInstanceOfSatisfying(
                        ActRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.CLOSED));
    }

    /** A window is closed on the screen's thread, which the disk must not hold up. */
    @Test
    void closingWritesOnNoThreadButItsOwn() throws Exception {
        var tasks = new ArrayDeque<Runnable>();
        desk = new Desk(file, tasks::add, Desk.ACTOR);
        var act = desk.confirm(STOP);
        tasks.remove().run();
        assertThat(desk.lines()).isEqualTo(1);
        desk.runner.close();
        assertThat(desk.lines()).as("closing itself writes nothing").isEqualTo(1);
        tasks.remove().run();
        assertThat(act.standing().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(desk.written().getLast().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aPermitHoldsAsLongAsTheDeploymentIsArmed() throws Exception {
        var seen = new ArrayList<Boolean>();
        desk.whileSending = () -> {
            var permit = Objects.requireNonNull(desk.permit);
            seen.add(permit.holds());
            desk.arming.arm(Duration.ofSeconds(5)); // another time for the same arming
            seen.add(permit.holds());
            desk.now = desk.now.plusSeconds(5);
            seen.add(permit.holds());
        };
        desk.confirm(STOP);
        assertThat(seen).containsExactly(true, true, false);
    }

    @Test
    void aPermitEndsWithTheConnection() throws Exception {
        desk.whileSending = () -> desk.runner.close();
        desk.confirm(STOP);
        assertThat(Objects.requireNonNull(desk.permit).holds()).isFalse();
    }

    @Test
    void whatWasCalledOffStaysCalledOffWhenSomebodyArmsAgain() throws Exception {
        desk.whileSending = () -> {
            desk.arming.disarm();
            desk.arming.arm(Arming.USUAL);
            assertThat(Objects.requireNonNull(desk.permit).holds()).isFalse();
        };
        desk.answer = new Sender.Sent(List.of(), Desk.problem(Problem.Kind.VETOED), false, false);
        var act = desk.confirm(STOP);
        assertThat(act.standing().verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(CalledOff.why(Objects.requireNonNull(act.standing().problem())))
                .contains(Refusal.NOT_ARMED);
    }

    @Test
    void alsoWhileTheJournalWasWaitedFor() throws Exception {
        var tasks = new ArrayDeque<Runnable>();
        desk = new Desk(file, tasks::add, Desk.ACTOR);
        var act = desk.confirm(STOP);
        desk.arming.disarm();
        desk.arming.arm(Arming.USUAL);
        tasks.remove().run();
        assertThat(desk.sent).isEmpty();
        assertThat(act.standing().verdict()).isEqualTo(Verdict.NOT_SENT);
    }

    @Test
    void whatTheClosedConnectionHeldBackSaysThatItWasClosed() throws Exception {
        desk.whileSending = () -> desk.runner.close();
        desk.answer = new Sender.Sent(List.of(), Desk.problem(Problem.Kind.CANCELLED), false, false);
        var act = desk.confirm(STOP);
        assertThat(act.standing().verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(CalledOff.why(Objects.requireNonNull(act.standing().problem())))
                .contains(Refusal.CLOSED);
    }

    @Test
    void whatIsBeingSentWhileTheConnectionClosesIsWrittenDown() throws Exception {
        desk.whileSending = () -> desk.runner.close();
        assertThat(desk.confirm(STOP).standing().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(desk.written()).hasSize(2);
    }
}
