package io.atalaya.sandbox.world.metrics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * What an alarm makes of its metric at one moment: M of the last N datapoints, with its own view of missing ones. The words
 * are made only when a state changes: an alarm looks each minute and mostly sees what it saw.
 */
record Verdict(MetricAlarm alarm, StateValue state, List<Datapoint> last, boolean unknown) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Verdict of(MetricAlarm alarm, Metrics metrics, Instant now) {
        int n = alarm.evaluationPeriods();
        List<Datapoint> last = last(alarm, metrics, now, n);
        int breaching = 0;
        for (Datapoint point : last) {
            breaching += breaches(alarm, point.value()) ? 1 : 0;
        }
        int missing = n - last.size();
        String missingIs = alarm.treatMissingData() == null ? "missing" : alarm.treatMissingData();
        if (last.isEmpty() && missingIs.equals("ignore")) {
            return new Verdict(alarm, alarm.stateValue(), last, true);
        }
        if (last.isEmpty() && missingIs.equals("missing")) {
            return new Verdict(alarm, StateValue.INSUFFICIENT_DATA, last, true);
        }
        int counted = breaching + (missingIs.equals("breaching") ? missing : 0);
        return new Verdict(alarm, counted >= needed(alarm) ? StateValue.ALARM : StateValue.OK, last, false);
    }

    private static int needed(MetricAlarm alarm) {
        return alarm.datapointsToAlarm() == null ? alarm.evaluationPeriods() : alarm.datapointsToAlarm();
    }

    /** CloudWatch's sentence. */
    String reason() {
        if (unknown) {
            return "Insufficient Data: " + alarm.evaluationPeriods() + " datapoints were unknown.";
        }
        boolean alarming = state == StateValue.ALARM;
        List<Datapoint> named =
                alarming ? last.stream().filter(p -> breaches(alarm, p.value())).toList() : last;
        return reason(alarm, last, named, alarming, needed(alarm));
    }

    /** The same for machines: CloudWatch's JSON. */
    String data() {
        return unknown ? "{\"version\":\"1.0\"}" : data(alarm, last);
    }

    /** The last datapoints that can be known; a period still under way is not among them. */
    private static List<Datapoint> last(MetricAlarm alarm, Metrics metrics, Instant now, int count) {
        Map<String, String> dimensions = new HashMap<>();
        alarm.dimensions().forEach(d -> dimensions.put(d.name(), d.value()));
        Optional<Series> series = metrics.find(new MetricKey(alarm.namespace(), alarm.metricName(), dimensions));
        if (series.isEmpty()) {
            return List.of();
        }
        int period = alarm.period();
        long known = now.getEpochSecond() - Metrics.PUBLISHED_AFTER;
        long end = Math.floorDiv(known, period) * period;
        String statistic = alarm.extendedStatistic() == null ? alarm.statisticAsString() : alarm.extendedStatistic();
        return metrics.read(
                series.get(),
                statistic,
                period,
                Instant.ofEpochSecond(end - (long) count * period),
                Instant.ofEpochSecond(end),
                now);
    }

    private static boolean breaches(MetricAlarm alarm, double value) {
        double threshold = alarm.threshold();
        return switch (alarm.comparisonOperator()) {
            case GREATER_THAN_THRESHOLD -> value > threshold;
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= threshold;
            case LESS_THAN_THRESHOLD -> value < threshold;
            case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= threshold;
            default -> throw new IllegalStateException("no such comparison here: " + alarm.comparisonOperator());
        };
    }

    private static String reason(
            MetricAlarm alarm, List<Datapoint> last, List<Datapoint> named, boolean alarming, int m) {
        if (last.isEmpty()) {
            return "Threshold Crossed: no datapoints were received for " + alarm.evaluationPeriods()
                    + " periods and missing datapoints were treated as [" + (alarming ? "Breaching" : "NonBreaching")
                    + "].";
        }
        String values = named.stream()
                .map(p -> String.format(Locale.ROOT, "%.3f (%s)", p.value(), WHEN.format(p.at())))
                .collect(Collectors.joining(", "));
        return "Threshold Crossed: " + named.size() + " out of the last " + alarm.evaluationPeriods()
                + " datapoints [" + values + "] " + (named.size() == 1 ? "was " : "were ") + (alarming ? "" : "not ")
                + words(alarm.comparisonOperator()) + " the threshold (" + alarm.threshold() + ") (minimum " + m
                + " datapoint" + (m == 1 ? "" : "s") + " for "
                + (alarming ? "OK -> ALARM" : "ALARM -> OK") + " transition).";
    }

    private static String words(ComparisonOperator operator) {
        return switch (operator) {
            case GREATER_THAN_THRESHOLD -> "greater than";
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> "greater than or equal to";
            case LESS_THAN_THRESHOLD -> "less than";
            default -> "less than or equal to";
        };
    }

    private static String data(MetricAlarm alarm, List<Datapoint> last) {
        String values = last.reversed().stream()
                .map(p -> String.format(Locale.ROOT, "%.3f", p.value()))
                .collect(Collectors.joining(","));
        return "{\"version\":\"1.0\",\"statistic\":\"" + alarm.statisticAsString() + "\",\"period\":" + alarm.period()
                + ",\"recentDatapoints\":[" + values + "],\"threshold\":" + alarm.threshold() + '}';
    }
}
