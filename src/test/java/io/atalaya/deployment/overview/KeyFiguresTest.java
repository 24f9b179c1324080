package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyFiguresTest {
    private static KeyFigure figure(Deployment deployment, KeyFigure.Kind kind) {
        return KeyFigures.of(Situation.of(deployment, NOW)).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void alwaysEightAndWithoutDataNoneIsZero() {
        var figures = KeyFigures.of(Situation.of(Sample.empty(), NOW));
        assertThat(figures).extracting(KeyFigure::kind).containsExactly(KeyFigure.Kind.values());
        assertThat(figures).allSatisfy(each -> {
            assertThat(each.value()).isNull();
            assertThat(each.state()).isEqualTo(State.UNKNOWN);
        });
    }

    @Test
    void requestsArePerSecond() {
        assertThat(figure(CheckopSample.healthy(), KeyFigure.Kind.REQUESTS).value())
                .isCloseTo(214, within(25.0));
    }

    @Test
    void aMinuteWithRequestsAndNoErrorCountHadNoErrors() {
        var errors = figure(CheckopSample.degraded(), KeyFigure.Kind.ERRORS);
        assertThat(errors.value()).isZero();
        assertThat(errors.points()).hasSize(48);
        assertThat(errors.points().get(43).value()).isEqualTo(37);
    }

    @Test
    void withoutRequestsNobodyKnowsWhetherThereWereErrors() {
        var deployment = with(CheckopSample.healthy(), Parts.METRICS, 60, List.of());
        assertThat(figure(deployment, KeyFigure.Kind.ERRORS).value()).isNull();
    }

    @Test
    void theBusiestMachineIsNamed() {
        var cpu = figure(CheckopSample.degraded(), KeyFigure.Kind.CPU);
        assertThat(cpu.value()).isEqualTo(71.0);
        assertThat(cpu.subject()).isEqualTo("AUTOChOp 1a");
    }

    @Test
    void aRingingAlarmOnTheSameMetricDegradesTheFigure() {
        var own = Map.of("InstanceId", AUTO_1A);
        var alarm = CheckopSample.alarm("cpu", "ALARM", "AWS/EC2", "CPUUtilization", own, 70);
        var cpu = figure(with(CheckopSample.degraded(), Parts.ALARMS, 30, List.of(alarm)), KeyFigure.Kind.CPU);
        assertThat(cpu.state()).isEqualTo(State.DEGRADED);
        assertThat(cpu.threshold()).isEqualTo(70.0);
    }

    @Test
    void anAlarmOnAnotherMachineDoesNot() {
        var other = Map.of("InstanceId", "i-other");
        var alarm = CheckopSample.alarm("cpu", "ALARM", "AWS/EC2", "CPUUtilization", other, 70);
        var cpu = figure(with(CheckopSample.degraded(), Parts.ALARMS, 30, List.of(alarm)), KeyFigure.Kind.CPU);
        assertThat(cpu.state()).isEqualTo(State.HEALTHY);
    }

    @Test
    void seriesOfZonesAreNotCountedASecondTime() {
        var whole = series(Map.of("LoadBalancer", "app/a/1"), 600);
        var zone = series(Map.of("LoadBalancer", "app/a/1", "AvailabilityZone", "us-east-1a"), 300);
        var deployment = with(Sample.empty(), Parts.METRICS, 60, List.of(whole, zone));
        assertThat(figure(deployment, KeyFigure.Kind.REQUESTS).value()).isEqualTo(10.0);
    }

    @Test
    void healthyTargetsComeFromTargetHealth() {
        var targets = figure(CheckopSample.degraded(), KeyFigure.Kind.HEALTHY_TARGETS);
        assertThat(targets.value()).isEqualTo(1.0);
        assertThat(targets.of()).isEqualTo(2.0);
        assertThat(targets.state()).isEqualTo(State.DEGRADED);
    }

    private static MetricSeries series(Map<String, String> dimensions, double value) {
        return new MetricSeries(
                new MetricId("AWS/ApplicationELB", "RequestCount", dimensions, "Sum"),
                60,
                List.of(new MetricPoint(NOW, value)),
                false);
    }
}
