package io.atalaya.operate.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.Examples;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.trail.TrailDifference.What;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines of which not everything was changed: what Activity shows must be what is held against CloudTrail. */
class TrailActTest {
    private static final JournalEntry STOP =
            Trails.intent("op", new StopInstance(Trails.INSTANCE), Trails.CALLER, Trails.AT);

    @Test
    void linesAsTheyAreWrittenAreWhole() {
        for (var operation : Examples.all()) {
            var intent = Trails.intent("op", operation, Trails.CALLER, Trails.AT);
            assertThat(TrailAct.of(intent, null).torn())
                    .as(operation.toString())
                    .isEmpty();
        }
    }

    @Test
    void anotherActOnTheSameLine() {
        var match = judge(with("RebootInstance", STOP.resource(), STOP.cli(), STOP.arguments()));

        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.ALTERED);
        assertThat(match.differences())
                .contains(new TrailDifference(What.LINE, "action", "ec2:StopInstances", "ec2:RebootInstances"));
    }

    @Test
    void anotherResourceAndCommandOnTheSameLine() {
        var cli = STOP.cli().replace(Trails.INSTANCE, "i-2");
        var match = judge(with(STOP.act(), "i-2", cli, STOP.arguments()));

        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.ALTERED);
        assertThat(match.differences())
                .containsExactly(
                        new TrailDifference(What.LINE, "resource", "i-2", Trails.INSTANCE),
                        new TrailDifference(What.LINE, "cli", cli, STOP.cli()));
    }

    @Test
    void whatCannotBeReadIsNotSaidToBeTheSame() {
        for (var line : List.of(
                with("Stop", STOP.resource(), STOP.cli(), STOP.arguments()),
                with(STOP.act(), STOP.resource(), STOP.cli(), "{}}"))) {
            assertThat(judge(line).verdict()).isEqualTo(TrailMatch.Verdict.IN_PART);
        }
    }

    @Test
    void withoutARequestIdWhatCannotBeReadIsNeitherMissingNorNotSent() {
        var line = with("Stop", STOP.resource(), STOP.cli(), STOP.arguments());
        for (var verdict : List.of(Verdict.UNKNOWN, Verdict.NOT_SENT)) {
            var act = TrailAct.of(line, line.closed(Kind.OUTCOME, Trails.AT, verdict, "", List.of(), 1L));
            assertThat(judge(act, Trails.at(Duration.ZERO, "x")).verdict()).isEqualTo(TrailMatch.Verdict.UNREADABLE);
        }
    }

    @Test
    void aLineThatContradictsItselfWasNotSimplyNotSent() {
        var line = with(STOP.act(), "i-2", STOP.cli(), STOP.arguments());
        var act = TrailAct.of(line, line.closed(Kind.OUTCOME, Trails.AT, Verdict.NOT_SENT, "", List.of(), 1L));
        var asked = Trails.AT.plus(Duration.ofMinutes(20));

        var match =
                TrailRule.judge(List.of(act), List.of(), true, Set.of(), asked).get("op");

        assertThat(Objects.requireNonNull(match).differences())
                .containsExactly(new TrailDifference(What.LINE, "resource", "i-2", Trails.INSTANCE));
    }

    /** Both are {@code rds:ModifyDBInstance}; what differs is which parameter was sent. */
    @Test
    void anActThatSharesItsOperationWithAnother() {
        var storage = example("ModifyMaximumStorage");
        var act = Trails.act(storage, Trails.CALLER, Verdict.DONE, Trails.ID);
        var id = storage.on().id();
        var event = new TrailEvent(
                "e",
                Trails.AT,
                "rds.amazonaws.com",
                "ModifyDBInstance",
                "us-east-1",
                Trails.CALLER,
                Trails.ID,
                "{\"dBInstanceIdentifier\":\"" + id + "\",\"dBInstanceClass\":\"db.r6g.xlarge\"}",
                null,
                "");

        var match = judge(act, event);

        assertThat(match.verdict()).isEqualTo(TrailMatch.Verdict.IN_PART);
        assertThat(match.also()).containsExactly("dBInstanceClass = db.r6g.xlarge");
    }

    private static Operation example(String act) {
        return Examples.all().stream()
                .filter(it -> it.act().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private static TrailMatch judge(JournalEntry intent) {
        var end = intent.closed(Kind.OUTCOME, Trails.AT, Verdict.DONE, "", List.of(Trails.ID), 1L);
        return judge(TrailAct.of(intent, end), Trails.event(Trails.ID, Trails.CALLER, Trails.STOPPED, null));
    }

    private static TrailMatch judge(TrailAct act, TrailEvent event) {
        var asked = Trails.AT.plus(Duration.ofMinutes(20));
        return Objects.requireNonNull(TrailRule.judge(List.of(act), List.of(event), true, Set.of(), asked)
                .get(act.operation()));
    }

    private static JournalEntry with(String act, String resource, String cli, String arguments) {
        return new JournalEntry(
                STOP.at(),
                STOP.kind(),
                STOP.operation(),
                act,
                STOP.action(),
                STOP.account(),
                STOP.region(),
                STOP.endpoint(),
                STOP.caller(),
                resource,
                cli,
                STOP.preflight(),
                STOP.verdict(),
                STOP.detail(),
                STOP.requestIds(),
                STOP.tookMillis(),
                arguments,
                STOP.process());
    }
}
