package io.atalaya.operate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementTest {
    private static final Operation STOP = new StopInstance(Desk.INSTANCE);
    /** No process has it: the largest that Linux knows is 2^22. */
    private static final String DEAD = "999999999@1763478000";

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
    void whatIsThereNowWasDone() throws Exception {
        left(STOP, Desk.ACTOR, DEAD);
        desk.runner.settlement().start();
        assertThat(desk.runner.settlement().found())
                .singleElement()
                .satisfies(it -> assertThat(it.settled()).as("outcome unknown").isNull());
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        assertThat(settled()).extracting(JournalEntry::verdict).containsExactly(Verdict.DONE);
        assertThat(settled().getFirst().detail()).isEqualTo("stopped");
        assertThat(desk.sent).as("nothing is ever sent again").isEmpty();
        var next = new Desk(file);
        next.runner.settlement().start();
        assertThat(next.runner.settlement().found()).isEmpty();
    }

    @Test
    void whatIsNotThereStaysUnknown() throws Exception {
        left(STOP, Desk.ACTOR, DEAD);
        desk.runner.settlement().start();
        desk.pass(Duration.ofSeconds(1));
        desk.show("running"); // never sent, or not yet
        assertThat(settled()).isEmpty();
        desk.pass(STOP.settling().patience());
        assertThat(settled()).extracting(JournalEntry::verdict).containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void whatLookingCannotTellIsUnknownAtOnce() throws Exception {
        left(new RebootInstance(Desk.INSTANCE), Desk.ACTOR, DEAD);
        desk.runner.settlement().start();
        assertThat(settled()).extracting(JournalEntry::verdict).containsExactly(Verdict.UNKNOWN);
    }

    @Test
    void linesOfOlderAndNewerProgramsAreUnknown() throws Exception {
        append("StopInstance", "", Desk.ACTOR, "");
        append("PaintInstance", "{}", Desk.ACTOR, DEAD);
        append("StopInstance", "{\"instanceId\":[1]}", Desk.ACTOR, DEAD);
        desk.runner.settlement().start();
        assertThat(settled())
                .extracting(JournalEntry::verdict)
                .containsOnly(Verdict.UNKNOWN)
                .hasSize(3);
    }

    @Test
    void otherDeploymentsAreLeftAlone() throws Exception {
        var a = Desk.ACTOR;
        left(STOP, new Actor(null, "999999999999", a.region(), null, a.caller()), DEAD);
        left(STOP, new Actor(null, a.account(), "sa-east-1", null, a.caller()), DEAD);
        left(STOP, new Actor(null, a.account(), a.region(), "http://127.0.0.1:4566", a.caller()), DEAD);
        desk.runner.settlement().start();
        assertThat(desk.runner.settlement().found()).isEmpty();
    }

    @Test
    void whatARunningConsoleIsDoingIsNotSettledByAnother() throws Exception {
        left(STOP, Desk.ACTOR, ConsoleProcess.own());
        desk.runner.settlement().start();
        assertThat(desk.runner.settlement().found()).isEmpty();
    }

    @Test
    void aProcessIdThatWasUsedAgainIsAnotherProcess() {
        var pid = ProcessHandle.current().pid();
        assertThat(ConsoleProcess.runs(ConsoleProcess.own())).isTrue();
        for (var dead :
                List.of(pid + "@1000", DEAD, "", "x@y", "@", "1@99999999999999999999", pid + "@9223372036854775807")) {
            assertThat(ConsoleProcess.runs(dead)).as(dead).isFalse();
        }
    }

    @Test
    void aConnectionThatClosesLeavesTheRestToTheNextStart() throws Exception {
        left(new StartInstance(Desk.INSTANCE), Desk.ACTOR, DEAD);
        desk.runner.settlement().start();
        desk.runner.close();
        assertThat(settled()).isEmpty();
        var next = new Desk(file);
        next.runner.settlement().start();
        next.pass(Duration.ofSeconds(1));
        next.show("running");
        assertThat(settled()).extracting(JournalEntry::verdict).containsExactly(Verdict.DONE);
    }

    @Test
    void listenersAreTold() throws Exception {
        left(STOP, Desk.ACTOR, DEAD);
        var seen = new ArrayList<Unsettled>();
        desk.runner
                .settlement()
                .onChange(() -> seen.addAll(desk.runner.settlement().found()));
        desk.runner.settlement().start();
        desk.pass(Duration.ofSeconds(1));
        desk.show("stopped");
        assertThat(seen).hasSize(2);
        assertThat(seen.getLast().settled()).isNotNull();
    }

    private void left(Operation operation, Actor actor, String process) throws IOException {
        var act = new RunningAct("op-" + actor.hashCode(), operation, desk.now, desk.deployment);
        new Ledger(actor, new Journal(file), process).intent(act, List.of(), desk.now);
    }

    private void append(String act, String arguments, Actor actor, String process) throws IOException {
        new Journal(file)
                .append(new JournalEntry(
                        desk.now,
                        JournalEntry.Kind.INTENT,
                        "op-" + act + arguments,
                        act,
                        "ec2:StopInstances",
                        actor.account(),
                        actor.region(),
                        actor.endpoint(),
                        actor.caller(),
                        Desk.INSTANCE,
                        "",
                        List.of(),
                        null,
                        "",
                        List.of(),
                        null,
                        arguments,
                        process));
    }

    private List<JournalEntry> settled() throws IOException {
        return desk.written().stream()
                .filter(it -> it.kind() == JournalEntry.Kind.SETTLED)
                .toList();
    }
}
