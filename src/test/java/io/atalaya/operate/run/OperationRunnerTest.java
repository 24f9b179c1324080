package io.atalaya.operate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.preflight.Preflight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationRunnerTest {
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
    void theIntentIsWrittenBeforeTheRequestLeavesAndTheOutcomeAfter() throws Exception {
        var act = desk.confirm(STOP);
        assertThat(desk.linesAtSending).containsExactly(1);
        assertThat(act.standing().phase()).isEqualTo(Standing.Phase.WATCHING);
        assertThat(act.standing().requestIds()).containsExactly("req-1");
        desk.pass(Duration.ofSeconds(20));
        desk.show("stopping");
        assertThat(act.standing().detail()).isEqualTo("stopping");
        desk.pass(Duration.ofSeconds(20));
        desk.show("stopped");
        assertThat(act.standing().verdict()).isEqualTo(Verdict.DONE);
        assertThat(act.standing().took()).isEqualTo(Duration.ofSeconds(40));
        assertThat(act.undo()).contains(new StartInstance(Desk.INSTANCE));
        assertThat(desk.sent).containsExactly(STOP.request());
        var written = desk.written();
        assertThat(written)
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.INTENT, JournalEntry.Kind.OUTCOME);
        assertThat(written).extracting(JournalEntry::operation).containsOnly(act.id());
        var intent = written.getFirst();
        assertThat(intent.account()).isEqualTo("111122223333");
        assertThat(intent.caller()).isEqualTo(Desk.ACTOR.caller());
        assertThat(intent.preflight()).containsExactly("shown");
        assertThat(intent.action()).isEqualTo("ec2:StopInstances");
        var outcome = written.getLast();
        assertThat(outcome.requestIds()).containsExactly("req-1");
        assertThat(outcome.verdict()).isEqualTo(Verdict.DONE);
        assertThat(outcome.detail()).isEqualTo("stopped");
        assertThat(outcome.tookMillis()).isEqualTo(40_000);
    }

    @Test
    void theJournalNamesWhoActsAtThatMoment(@TempDir Path elsewhere) throws Exception {
        var a = Desk.ACTOR;
        var session = new AtomicInteger();
        var renewed = new Actor(
                a.profile(), a.account(), a.region(), null, () -> "arn:of-session-" + session.incrementAndGet());
        desk = new Desk(elsewhere.resolve("renewed.jsonl"), Runnable::run, renewed);
        desk.confirm(STOP);
        desk.show("stopped");
        desk.confirm(new StartInstance(Desk.INSTANCE));
        assertThat(desk.written())
                .filteredOn(it -> it.kind() == JournalEntry.Kind.INTENT)
                .extracting(JournalEntry::caller)
                .containsExactly("arn:of-session-1", "arn:of-session-2");
    }

    @Test
    void whatIsDecidedHereIsOneLineThatNothingIsSentFor() throws Exception {
        desk.runner.note(
                new Decision("AcceptFinding", "sg-1", List.of("open to the world", "m.rojas"), "for the move"));
        assertThat(desk.sent).isEmpty();
        var line = desk.written().getFirst();
        assertThat(desk.written()).hasSize(1);
        assertThat(line.kind()).isEqualTo(JournalEntry.Kind.NOTED);
        assertThat(line.act()).isEqualTo("AcceptFinding");
        assertThat(line.resource()).isEqualTo("sg-1");
        assertThat(line.caller()).isEqualTo(Desk.ACTOR.caller());
        assertThat(line.preflight()).containsExactly("open to the world", "m.rojas");
        assertThat(line.detail()).isEqualTo("for the move");
        assertThat(line.verdict()).isEqualTo(Verdict.DONE);
        assertThat(JournalCheck.of(desk.journal.file()).open())
                .as("no act that a crash left")
                .isEmpty();
    }

    @Test
    void whatWasAskedBeforeTheRequestLeftDoesNotCount() throws Exception {
        var act = desk.confirm(STOP);
        desk.see("stopped", Map.of()); // asked at the moment of the answer: it may be from before
        desk.runner.observe(desk.deployment);
        assertThat(act.ended()).isFalse();
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        assertThat(act.standing().verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void halfAnAnswerDoesNotCount() throws Exception {
        var act = desk.confirm(STOP);
        desk.pass(Duration.ofSeconds(1));
        var whole = desk.deployment.items(Parts.INSTANCES);
        desk.see("stopped", Map.of());
        var half = new Listing<>(desk.deployment.items(Parts.INSTANCES), 1, false);
        desk.runner.observe(desk.deployment.with(Parts.INSTANCES, Observed.of(half, desk.now, Duration.ofSeconds(30))));
        assertThat(act.ended()).isFalse();
        var none = Observed.of(Listing.complete(whole.subList(0, 0)), desk.now, Duration.ofSeconds(30));
        desk.runner.observe(desk.deployment.with(
                Parts.INSTANCES,
                new Observed<>(
                        none.value(), none.askedAt(), none.cadence(), Desk.problem(Problem.Kind.DENIED), desk.now)));
        assertThat(act.ended()).as("missing from an answer with holes").isFalse();
        desk.runner.observe(desk.deployment.with(Parts.INSTANCES, none));
        assertThat(act.standing().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void itAsksAgainUntilItIsOver() throws Exception {
        desk.confirm(STOP);
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.asked).hasSizeBetween(5, 9).containsOnly(Set.of(Parts.INSTANCES));
        desk.show("stopped");
        var asked = desk.asked.size();
        desk.pass(Duration.ofMinutes(20));
        assertThat(desk.asked).hasSize(asked);
    }

    @Test
    void whatAPreflightDoesNotKnowIsAskedFor() {
        var shown = desk.runner.preflight(STOP);
        assertThat(shown.unknown()).containsExactly("scaling-groups", "target-groups", "load-balancers", "targets");
        desk.runner.askFor(shown);
        assertThat(desk.asked)
                .containsExactly(
                        Set.of(Parts.SCALING_GROUPS, Parts.TARGET_GROUPS, Parts.LOAD_BALANCERS, Parts.TARGETS));
        desk.runner.askFor(new Preflight(List.of(), Set.of(), List.of(), Confirmation.PRESS));
        assertThat(desk.asked).hasSize(1);
    }

    @Test
    void patienceEnds() throws Exception {
        var act = desk.confirm(STOP);
        desk.pass(Duration.ofMinutes(1));
        desk.show("stopping");
        desk.pass(STOP.settling().patience());
        assertThat(act.standing().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(desk.written().getLast().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(desk.written().getLast().detail()).isEqualTo("stopping");
    }

    @Test
    void whatAwsRefusesIsOver() throws Exception {
        desk.answer = new Sender.Sent(List.of("req-2"), Desk.problem(Problem.Kind.DENIED), false, true);
        var act = desk.confirm(STOP);
        assertThat(act.standing().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(act.standing().problem()).isEqualTo(Desk.problem(Problem.Kind.DENIED));
        assertThat(act.undo()).isEmpty();
        assertThat(desk.written().getLast().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(desk.written().getLast().requestIds()).containsExactly("req-2");
    }

    @Test
    void whatTheGateVetoesWasNotSent() throws Exception {
        desk.answer = new Sender.Sent(List.of(), Desk.problem(Problem.Kind.VETOED), false, false);
        assertThat(desk.confirm(STOP).standing().verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(desk.written().getLast().verdict()).isEqualTo(Verdict.NOT_SENT);
    }

    @Test
    void whatNeverCameToAwsWasNotRefusedByIt() throws Exception {
        desk.answer = new Sender.Sent(List.of(), Desk.problem(Problem.Kind.NO_NETWORK), false, false);
        assertThat(desk.confirm(STOP).standing().verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(desk.written().getLast().verdict()).isEqualTo(Verdict.NOT_SENT);
    }

    @Test
    void withoutAnAnswerLookingDecides() throws Exception {
        desk.answer = new Sender.Sent(List.of(), Desk.problem(Problem.Kind.TIMEOUT), true, false);
        var done = desk.confirm(STOP);
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        assertThat(done.standing().verdict()).isEqualTo(Verdict.DONE);
        desk.show("running");
        var never = desk.confirm(STOP);
        desk.pass(STOP.settling().patience());
        assertThat(never.standing().verdict()).isEqualTo(Verdict.UNKNOWN);
        var untold = desk.confirm(new RebootInstance(Desk.INSTANCE));
        assertThat(untold.standing().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFaultWhileSendingLeavesTheOutcomeOpen() throws Exception {
        desk.whileSending = () -> {
            throw new IllegalStateException("a fault");
        };
        var act = desk.confirm(new RebootInstance(Desk.INSTANCE));
        assertThat(act.standing().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(act.standing().problem()).extracting(Problem::kind).isEqualTo(Problem.Kind.FAULT);
    }

    @Test
    void withoutAJournalNothingIsSent() throws Exception {
        Files.createDirectories(file); // a folder where the file should be
        var act = desk.confirm(STOP);
        assertThat(desk.sent).isEmpty();
        assertThat(act.standing().verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(act.standing().problem()).extracting(Problem::call).isEqualTo(file.toString());
    }

    @Test
    void anOutcomeThatCannotBeWrittenIsSaid() throws Exception {
        desk.whileSending = () -> {
            try {
                Files.delete(file);
                Files.createDirectories(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
        var act = desk.confirm(STOP);
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        assertThat(act.standing().verdict()).isEqualTo(Verdict.DONE);
        assertThat(act.standing().problem()).extracting(Problem::call).isEqualTo(file.toString());
    }

    @Test
    void readOnlyMeansReadOnly() {
        var preflight = desk.runner.preflight(STOP);
        assertRefused(Refusal.NOT_ARMED, preflight, null);
        desk.arming.arm(Duration.ofMinutes(5));
        desk.now = desk.now.plus(Duration.ofMinutes(5));
        assertRefused(Refusal.NOT_ARMED, preflight, null);
        desk.arming.arm(Duration.ofMinutes(5));
        desk.arming.disarm();
        assertRefused(Refusal.NOT_ARMED, preflight, null);
        assertThat(desk.sent).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasNotShownIsNotDone() {
        desk.arming.arm(Arming.USUAL);
        assertRefused(Refusal.CHANGED, new Preflight(List.of(), Set.of(), List.of(), Confirmation.PRESS), null);
        assertRefused(Refusal.NOT_ALLOWED, new Preflight(List.of(), Set.of(), List.of(), Confirmation.NONE), null);
    }

    @Test
    void whatIsProtectedIsTyped() throws Exception {
        desk.protection = new Protection(Set.of(), Set.of("env=prod"));
        desk.see("running", Map.of("env", "test"));
        assertThat(desk.runner.preflight(STOP).confirmation()).isEqualTo(Confirmation.CONSIDER);
        desk.see("running", Map.of("env", "prod"));
        assertThat(desk.runner.nameToType(STOP)).isEqualTo("ChOp-web-1");
        desk.arming.arm(Arming.USUAL);
        var shown = desk.runner.preflight(STOP);
        assertThat(shown.confirmation()).isEqualTo(Confirmation.TYPE_NAME);
        for (var typed : new String[] {null, "", "chop-web-1", "ChOp-web-1 ", Desk.INSTANCE}) {
            assertRefused(Refusal.NAME_NOT_TYPED, shown, typed);
        }
        assertThat(desk.sent).isEmpty();
        desk.confirm(STOP, "ChOp-web-1");
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void aNameThatTwoHaveIsNotEnough() {
        var one = desk.deployment.items(Parts.INSTANCES).getFirst();
        desk.deployment = desk.deployment.with(
                Parts.INSTANCES,
                Observed.of(Listing.complete(List.of(one, Desk.twin())), desk.now, Duration.ofSeconds(30)));
        assertThat(desk.runner.nameToType(STOP)).isEqualTo(Desk.INSTANCE);
    }

    @Test
    void theVerySameActIsBegunOnce() throws Exception {
        desk.confirm(STOP);
        assertRefused(Refusal.ALREADY_RUNNING, desk.runner.preflight(STOP), null);
        assertThat(desk.sent).hasSize(1);
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        desk.show("running");
        desk.confirm(STOP);
        assertThat(desk.sent).hasSize(2);
    }

    @Test
    void listenersAreToldEveryStep() throws Exception {
        var tasks = new ArrayDeque<Runnable>();
        desk = new Desk(file, tasks::add, Desk.ACTOR);
        var phases = new ArrayList<Standing.Phase>();
        var stop = desk.runner.onChange(
                () -> phases.add(desk.runner.acts().getFirst().standing().phase()));
        desk.confirm(STOP);
        tasks.remove().run();
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        tasks.remove().run();
        stop.run();
        assertThat(phases)
                .startsWith(Standing.Phase.WRITING, Standing.Phase.SENDING, Standing.Phase.WATCHING)
                .endsWith(Standing.Phase.ENDED);
        assertThat(desk.runner.acts()).hasSize(1);
    }

    @Test
    void twoRunnersWriteOneChain() throws Exception {
        var other = new Desk(file, Runnable::run, Desk.ACTOR);
        for (int round = 0; round < 10; round++) {
            for (var each : List.of(desk, other)) {
                each.show("running");
                each.confirm(STOP);
                each.pass(Duration.ofSeconds(1));
                each.show("stopped");
            }
        }
        assertThat(desk.written()).hasSize(40);
    }

    private void assertRefused(Refusal why, Preflight shown, @Nullable String typed) {
        assertThatThrownBy(() -> desk.runner.run(STOP, shown, List.of(), typed))
                .isInstanceOfSatisfying(
                        ActRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(why));
    }
}
