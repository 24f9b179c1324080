package io.atalaya.noc.signals;

import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllSignalsTest {
    private final Desk desk = new Desk("here");

    @Test
    void aTargetThatFailsIsCriticalAndOverWhenItPassesAgain() {
        var bad = AllSignals.of(CheckopSample.degraded(), NOW);
        assertThat(bad.all()).anySatisfy(each -> {
            assertThat(each.kind()).isEqualTo("TARGET_UNHEALTHY");
            assertThat(each.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(each.where()).isEqualTo("AUTOChOp us-east-1d");
            assertThat(each.what().key()).isEqualTo("overview.finding.TARGET_UNHEALTHY.title");
        });
        var state = desk.look(DeskState.EMPTY, bad, NOW).state();
        state = desk.look(state, AllSignals.of(CheckopSample.healthy(), NOW), NOW.plusSeconds(30))
                .state();
        assertThat(state.queue()).isNotEmpty().allMatch(Entry::held);
    }

    @Test
    void whatWasNotReadYetIsNotOver() {
        var state = desk.look(DeskState.EMPTY, AllSignals.of(CheckopSample.degraded(), NOW), NOW)
                .state();
        var restarted = Deployment.empty("us-east-1", null);
        var later = desk.look(state, AllSignals.of(restarted, NOW.plusSeconds(60)), NOW.plusSeconds(60))
                .state();
        assertThat(later.queue()).isNotEmpty().allMatch(Entry::blind);
    }

    @Test
    void whatIsOnlyLastKnownIsBlind() {
        var late = NOW.plus(Duration.ofHours(1));
        assertThat(AllSignals.of(CheckopSample.degraded(), late).all())
                .filteredOn(each -> each.kind().equals("TARGET_UNHEALTHY"))
                .isNotEmpty()
                .noneMatch(Signal::sees);
    }

    @Test
    void anAlarmWithoutDataIsNotOver() {
        var state = desk.look(DeskState.EMPTY, AllSignals.of(alarms(alarm("cpu", "ALARM")), NOW), NOW)
                .state();
        state = desk.look(
                        state,
                        AllSignals.of(alarms(alarm("cpu", "INSUFFICIENT_DATA")), NOW.plusSeconds(9)),
                        NOW.plusSeconds(9))
                .state();
        var entry = entry(state, "cpu");
        assertThat(entry.blind()).isTrue();
        assertThat(entry.severity()).isEqualTo(Severity.WARNING);
        state = desk.look(state, AllSignals.of(alarms(alarm("cpu", "OK")), NOW.plusSeconds(20)), NOW.plusSeconds(20))
                .state();
        assertThat(entry(state, "cpu").held()).isTrue();
    }

    /** Two profiles of one account that both see that nobody knows. */
    @Test
    void anAlarmWithoutDataIsNotOverForTwoEither() {
        var ringing = AllSignals.of(alarms(alarm("cpu", "ALARM")), NOW);
        var state = desk.look(DeskState.EMPTY, ringing.beside(ringing), NOW).state();
        var silent = AllSignals.of(alarms(alarm("cpu", "INSUFFICIENT_DATA")), NOW.plusSeconds(9));
        state = desk.look(state, silent.beside(silent), NOW.plusSeconds(9)).state();
        assertThat(entry(state, "cpu").blind()).isTrue();
        assertThat(entry(state, "cpu").held()).isFalse();
    }

    @Test
    void aCompositeAlarmStandsAboveItsChildren() {
        var all = AllSignals.of(
                        alarms(
                                alarm("cpu 1", "ALARM"),
                                alarm("lonely", "ALARM"),
                                composite("site", "ALARM(\"cpu 1\") OR ALARM(disk)"),
                                alarm("disk", "ALARM")),
                        NOW)
                .all();
        var parents = all.stream()
                .filter(each -> each.parent() != null)
                .map(each -> each.key() + " < " + each.parent())
                .toList();
        assertThat(parents)
                .containsExactlyInAnyOrder("ALARM arn:cpu 1 < ALARM arn:site", "ALARM arn:disk < ALARM arn:site");
    }

    @Test
    void targetTrackingAskingForFewerMachinesIsNoTrouble() {
        assertThat(AllSignals.of(alarms(alarm("TargetTracking-web-AlarmLow-1", "ALARM")), NOW)
                        .all())
                .isEmpty();
    }

    @Test
    void anEventOfTheDatabaseIsHeldUntilSeen() {
        var with = with(
                Deployment.empty("us-east-1", null),
                Parts.DATABASE_EVENTS,
                60,
                List.of(
                        event("Multi-AZ instance failover started.", "failover"),
                        event("Finished DB Instance backup", "backup")));
        var state = desk.look(DeskState.EMPTY, AllSignals.of(with, NOW), NOW).state();
        assertThat(state.queue()).singleElement().satisfies(each -> {
            assertThat(each.what().arguments()).containsExactly("Multi-AZ instance failover started.");
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
        });
        var late = NOW.plus(Duration.ofHours(2));
        var same =
                with(Deployment.empty("us-east-1", null), Parts.DATABASE_EVENTS, 60 * 60 * 3, List.<DatabaseEvent>of());
        state = desk.look(state, AllSignals.of(same, late), late).state();
        assertThat(state.queue()).singleElement().matches(Entry::held);
    }

    private static DatabaseEvent event(String message, String category) {
        return new DatabaseEvent("db", "db-instance", NOW.minusSeconds(90), List.of(category), message);
    }

    private static Entry entry(DeskState state, String alarm) {
        return state.entry("ALARM arn:" + alarm).orElseThrow();
    }

    private static Deployment alarms(Alarm... alarms) {
        return with(Deployment.empty("us-east-1", null), Parts.ALARMS, 30, List.of(alarms));
    }

    private static Alarm alarm(String name, String state) {
        return new Alarm(
                name, "arn:" + name, state, "reason", since(state), null, null, 80.0, null, true, false, null, null);
    }

    private static Instant since(String state) {
        return NOW.minusSeconds(state.equals("ALARM") ? 137 : 5);
    }

    private static Alarm composite(String name, String rule) {
        return new Alarm(name, "arn:" + name, "ALARM", null, NOW, null, null, null, null, true, true, rule, null);
    }
}
