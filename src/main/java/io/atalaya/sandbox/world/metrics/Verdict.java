package io.atalaya.sandbox.world.metrics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** What an alarm makes of its metric at one moment: M of the last N datapoints, with its own view of missing ones. */
record Verdict(StateValue state, String reason, String data) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Verdict of(MetricAlarm alarm, Metrics metrics, Instant now) {
        int n = alarm.evaluationPeriods();
        int m = alarm.datapointsToAlarm() == null ? n : alarm.datapointsToAlarm();
        List<Datapoint> last = last(alarm, metrics, now, n);
        List<Datapoint> breaching =
                last.stream().filter(p -> breaches(alarm, p.value())).toList();
        int missing = n - last.size();
        String missingIs = alarm.treatMissingData() == null ? "missing" : alarm.treatMissingData();
        if (last.isEmpty() && (missingIs.equals("missing") || missingIs.equals("ignore"))) {
            return missingIs.equals("ignore")
                    ? new Verdict(alarm.stateValue(), alarm.stateReason(), "{}")
                    : new Verdict(
                            StateValue.INSUFFICIENT_DATA,
                            "Insufficient Data: " + n + " datapoints were unknown.",
                            "{\"version\":\"1.0\"}");
        }
        int counted = breaching.size() + (missingIs.equals("breaching") ? missing : 0);
        boolean alarming = counted >= m;
        return new Verdict(
                alarming ? StateValue.ALARM : StateValue.OK,
                reason(alarm, last, alarming ? breaching : last, alarming, m),
                data(alarm, last));
    }

    /** The last datapoints that can be known; a period still under way is not among them. */
    private static List<Datapoint> last(MetricAlarm alarm, Metrics metrics, Instant now, int count) {
        Map<String, String> dimensions =
                alarm.dimensions().stream().collect(Collectors.toMap(Dimension::name, Dimension::value));
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
