package io.atalaya.deployment.overview;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The eight figures of the overview. Always eight: one without data says so in its place. */
public final class KeyFigures {
    private static final String ELB = "AWS/ApplicationELB";
    private static final String RDS = "AWS/RDS";

    private final Situation situation;

    private KeyFigures(Situation situation) {
        this.situation = situation;
    }

    public static List<KeyFigure> of(Situation situation) {
        var figures = new KeyFigures(situation);
        return List.of(
                figures.requests(),
                figures.latency(),
                figures.errors(),
                figures.healthyTargets(),
                figures.cpu(),
                figures.sum(KeyFigure.Kind.CONNECTIONS, RDS, "DatabaseConnections", Double::sum),
                figures.sum(KeyFigure.Kind.READ_LATENCY, RDS, "ReadLatency", Math::max),
                figures.fileThroughput());
    }

    private KeyFigure requests() {
        var series = whole(situation.metrics().all(ELB, "RequestCount", "Sum"));
        var period = period(series);
        return figure(
                KeyFigure.Kind.REQUESTS,
                series,
                scaled(Metrics.merge(series, Double::sum), 1.0 / period),
                "RequestCount");
    }

    private KeyFigure latency() {
        var series = whole(situation.metrics().all(ELB, "TargetResponseTime", "p95"));
        return figure(KeyFigure.Kind.LATENCY, series, Metrics.merge(series, Math::max), "TargetResponseTime");
    }

    private KeyFigure errors() {
        var requests = whole(situation.metrics().all(ELB, "RequestCount", "Sum"));
        var series = whole(situation.metrics().all(ELB, "HTTPCode_Target_5XX_Count", "Sum"));
        var points = Metrics.zeroWhereAbsent(Metrics.merge(series, Double::sum), Metrics.merge(requests, Double::sum));
        return figure(
                KeyFigure.Kind.ERRORS,
                series,
                scaled(points, 60.0 / period(series.isEmpty() ? requests : series)),
                "HTTPCode_Target_5XX_Count");
    }

    /** Counted from target health itself, which is younger than its metric; the line behind it is the metric's. */
    private KeyFigure healthyTargets() {
        var stage = TargetStages.of(situation);
        var series = situation.metrics().all(ELB, "HealthyHostCount").stream()
                .filter(each -> !each.id().dimensions().containsKey("AvailabilityZone"))
                .toList();
        var points = Metrics.merge(series, Double::sum);
        return new KeyFigure(
                KeyFigure.Kind.HEALTHY_TARGETS,
                stage.read() ? (Double) (double) stage.healthy() : null,
                stage.read() ? (Double) (double) stage.total() : null,
                points,
                null,
                stage.read() && stage.total() > 0 ? stage.state() : State.UNKNOWN,
                null,
                series.stream().anyMatch(MetricSeries::partial));
    }

    private KeyFigure cpu() {
        var byMachine = situation.metrics().all("AWS/EC2", "CPUUtilization").stream()
                .filter(each -> each.id().dimensions().containsKey("InstanceId"))
                .filter(each -> !each.points().isEmpty())
                .toList();
        var busiest = byMachine.stream()
                .max(Comparator.comparingDouble(each -> each.points().getLast().value()));
        if (busiest.isEmpty()) {
            return figure(KeyFigure.Kind.CPU, List.of(), List.of(), "CPUUtilization");
        }
        var series = busiest.get();
        var instance = situation.compute().instance(series.id().dimensions().get("InstanceId"));
        var figure = figure(KeyFigure.Kind.CPU, List.of(series), series.points(), "CPUUtilization");
        return new KeyFigure(
                figure.kind(),
                figure.value(),
                null,
                figure.points(),
                figure.threshold(),
                figure.state(),
                instance == null
                        ? series.id().dimensions().get("InstanceId")
                        : instance.name() + " " + zoneLetter(instance.zone()),
                figure.partial());
    }

    /** {@code 1a} of {@code us-east-1a}: the region stands elsewhere on the screen. */
    private static String zoneLetter(String zone) {
        return zone.substring(zone.lastIndexOf('-') + 1);
    }

    private KeyFigure sum(KeyFigure.Kind kind, String namespace, String metric, DoubleBinaryOperator together) {
        var series = situation.metrics().all(namespace, metric);
        return figure(kind, series, Metrics.merge(series, together), metric);
    }

    private KeyFigure fileThroughput() {
        var total = situation.metrics().all("AWS/EFS", "TotalIOBytes", "Sum");
        var series = total.isEmpty()
                ? Stream.of("DataReadIOBytes", "DataWriteIOBytes")
                        .flatMap(metric -> situation.metrics().all("AWS/EFS", metric, "Sum").stream())
                        .toList()
                : total;
        return figure(
                KeyFigure.Kind.FILE_THROUGHPUT,
                series,
                scaled(Metrics.merge(series, Double::sum), 1.0 / period(series)),
                "TotalIOBytes");
    }

    private KeyFigure figure(KeyFigure.Kind kind, List<MetricSeries> series, List<MetricPoint> points, String metric) {
        var newest = Metrics.newest(points);
        var alarm = alarm(metric, series);
        var rings = alarm != null && alarm.state().equals("ALARM");
        return new KeyFigure(
                kind,
                newest == null ? null : (Double) newest.value(),
                null,
                points,
                alarm == null || kind == KeyFigure.Kind.REQUESTS || kind == KeyFigure.Kind.ERRORS
                        ? null
                        : alarm.threshold(),
                newest == null ? State.UNKNOWN : rings ? State.DEGRADED : State.HEALTHY,
                null,
                series.stream().anyMatch(MetricSeries::partial));
    }

    /** The alarm on one of these series, ringing ones first. */
    private @Nullable Alarm alarm(String metric, List<MetricSeries> series) {
        return situation.items(Parts.ALARMS).stream()
                .filter(each -> each.metric() != null && each.metric().metric().equals(metric))
                .filter(each -> !each.name().startsWith("TargetTracking-"))
                .filter(each -> each.metric() != null
                        && series.stream().anyMatch(it -> it.id()
                                .dimensions()
                                .entrySet()
                                .containsAll(each.metric().dimensions().entrySet())))
                .min(Comparator.comparing((Alarm each) -> !each.state().equals("ALARM"))
                        .thenComparing(Alarm::name))
                .orElse(null);
    }

    /** Series of a whole balancer: those of its zones and groups would count everything twice. */
    private static List<MetricSeries> whole(List<MetricSeries> series) {
        var whole = series.stream()
                .filter(each -> !each.id().dimensions().containsKey("AvailabilityZone")
                        && !each.id().dimensions().containsKey("TargetGroup"))
                .toList();
        return whole.isEmpty() ? series : whole;
    }

    private static int period(List<MetricSeries> series) {
        return series.isEmpty() ? 60 : Math.max(1, series.getFirst().periodSeconds());
    }

    private static List<MetricPoint> scaled(List<MetricPoint> points, double factor) {
        return points.stream()
                .map(each -> new MetricPoint(each.at(), each.value() * factor))
                .toList();
    }
}
