package io.atalaya.aws.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.alarms.CloudWatchAlarmHistory;
import io.atalaya.deployment.Problem;
import io.atalaya.noc.alarms.AlarmHistory;
import io.atalaya.noc.alarms.AlarmHistory.Answer;
import io.atalaya.operate.act.SetAlarmState;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.world.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An alarm's history, over the wire from the sandbox. */
class AlarmHistoryTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final ManualClock clock = new ManualClock(NOW);
    private final ActWire wire = new ActWire(clock);
    private final AlarmHistory history = new CloudWatchAlarmHistory(wire.clients, new AwsProblems(clock, false), clock);
    private final String alarm = wire.sandbox.cloud().home().alarms().all().stream()
            .findFirst()
            .orElseThrow()
            .alarmName();

    @AfterEach
    void close() {
        wire.close();
    }

    private Answer asked() {
        return history.of(alarm, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void tellsWhatTheAlarmSaid() {
        var before = ((Answer.Changes) asked()).changes().size();
        for (var state : new String[] {"ALARM", "OK", "ALARM"}) {
            wire.send(new SetAlarmState("arn:" + alarm, alarm, state, "a test").request());
            clock.advance(Duration.ofSeconds(1));
        }
        var answer = (Answer.Changes) asked();
        assertThat(answer.complete()).isTrue();
        assertThat(answer.changes()).hasSize(before + 3);
        assertThat(answer.changes().getFirst()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(AlarmHistory.Kind.STATE);
            assertThat(it.from()).isEqualTo("OK");
            assertThat(it.to()).isEqualTo("ALARM");
            assertThat(it.reason()).isEqualTo("a test");
            assertThat(it.summary()).isEqualTo("Alarm updated from OK to ALARM");
        });
    }

    @Test
    void readsNoMoreThanFivePagesAndSaysSo() {
        for (int i = 0; i < 520; i++) {
            wire.sandbox
                    .cloud()
                    .home()
                    .alarms()
                    .set(
                            alarm,
                            i % 2 == 0
                                    ? software.amazon.awssdk.services.cloudwatch.model.StateValue.ALARM
                                    : software.amazon.awssdk.services.cloudwatch.model.StateValue.OK,
                            "many",
                            "{}",
                            NOW);
        }
        var answer = (Answer.Changes) asked();
        assertThat(answer.complete()).isFalse();
        assertThat(answer.changes()).hasSize(500);
    }

    @Test
    void aDenialIsAnAnswer() {
        wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDWATCH, "DescribeAlarmHistory"), new Fault.Denied("*"));
        assertThat(asked()).isInstanceOfSatisfying(Answer.Failed.class, it -> assertThat(
                        it.problem().kind())
                .isEqualTo(Problem.Kind.DENIED));
    }
}
