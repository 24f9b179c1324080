package io.atalaya.operate.act;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AlarmSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that makes an alarm on one metric. cloudwatch:PutMetricAlarm replaces all of it: what is left out is gone.
 *
 * @param statistic {@code Average Sum Minimum Maximum SampleCount}, or a percentile and its kin: {@code p95 tm99}
 * @param comparison {@code GreaterThanThreshold} ...
 */
public record AlarmDefinition(
        String name,
        @Nullable String description,
        String namespace,
        String metric,
        Map<String, String> dimensions,
        String statistic,
        double threshold,
        String comparison,
        boolean actionsEnabled,
        AlarmSettings settings) {
    private static final Set<String> STATISTICS = Set.of("Average", "Sum", "Minimum", "Maximum", "SampleCount");
    private static final Pattern EXTENDED =
            Pattern.compile("(p|tm|tc|ts|wm)[0-9]{1,3}(\\.[0-9]{1,10})?|IQM|(PR|TM|TC|TS|WM)\\([0-9.:%]{1,40}\\)");
    private static final Set<String> COMPARISONS = Set.of(
            "GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold");
    private static final Set<String> MISSING = Set.of("missing", "notBreaching", "breaching", "ignore");
    private static final Set<Integer> SHORT_PERIODS = Set.of(10, 20, 30);
    private static final int MOST_ACTIONS = 5;
    private static final int LONGEST = 7 * 24 * 60 * 60;

    public AlarmDefinition {
        Input.name(name);
        Input.require(name.length() <= 255, "operate.input.alarmName");
        Input.require(description == null || description.length() <= 1024, "operate.input.description", 1024);
        Input.name(namespace);
        Input.name(metric);
        dimensions = Map.copyOf(dimensions);
        Input.require(dimensions.size() <= 30, "operate.input.alarmDimensions");
        Input.require(
                STATISTICS.contains(statistic) || EXTENDED.matcher(statistic).matches(),
                "operate.input.alarmStatistic");
        Input.require(Double.isFinite(threshold), "operate.input.alarmThreshold");
        Input.require(COMPARISONS.contains(comparison), "operate.input.alarmComparison");
        check(settings);
    }

    private static void check(AlarmSettings settings) {
        var period = settings.periodSeconds();
        Input.require(
                period != null && (SHORT_PERIODS.contains(period) || (period >= 60 && period % 60 == 0)),
                "operate.input.alarmPeriod");
        Input.require(
                settings.evaluationPeriods() >= 1
                        && (long) settings.evaluationPeriods() * (period == null ? 0 : period) <= LONGEST,
                "operate.input.alarmEvaluation");
        var datapoints = settings.datapointsToAlarm();
        Input.require(
                datapoints == null || (datapoints >= 1 && datapoints <= settings.evaluationPeriods()),
                "operate.input.alarmDatapoints");
        var missing = settings.treatMissingData();
        Input.require(missing == null || MISSING.contains(missing), "operate.input.alarmMissing");
        for (var actions : List.of(settings.alarmActions(), settings.okActions(), settings.insufficientDataActions())) {
            Input.require(actions.size() <= MOST_ACTIONS, "operate.input.alarmActions");
            Input.identifiers(actions);
        }
    }

    /** What defines an alarm now; empty where it is not one metric against one number, which this console does not write. */
    public static Optional<AlarmDefinition> of(Alarm alarm) {
        var metric = alarm.metric();
        var threshold = alarm.threshold();
        var comparison = alarm.comparison();
        var settings = alarm.settings();
        if (metric == null || threshold == null || comparison == null || settings == null || !settings.simple()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlarmDefinition(
                    alarm.name(),
                    alarm.description(),
                    metric.namespace(),
                    metric.metric(),
                    metric.dimensions(),
                    metric.statistic(),
                    threshold,
                    comparison,
                    alarm.actionsEnabled(),
                    settings));
        } catch (BadInputException e) {
            return Optional.empty(); // AWS has it, and would not take it from us
        }
    }

    /** The same with another bound. */
    public AlarmDefinition withThreshold(double bound) {
        return new AlarmDefinition(
                name,
                description,
                namespace,
                metric,
                dimensions,
                statistic,
                bound,
                comparison,
                actionsEnabled,
                settings);
    }

    /** The same judged over other periods. */
    public AlarmDefinition withSettings(AlarmSettings other) {
        return new AlarmDefinition(
                name,
                description,
                namespace,
                metric,
                dimensions,
                statistic,
                threshold,
                comparison,
                actionsEnabled,
                other);
    }

    /** Whether CloudWatch would judge alike: it writes out some of what was left out. */
    public boolean means(AlarmDefinition other) {
        return usual().equals(other.usual());
    }

    private AlarmDefinition usual() {
        var missing = settings.treatMissingData();
        var datapoints = settings.datapointsToAlarm();
        var said = description;
        return new AlarmDefinition(
                name,
                said == null || said.isEmpty() ? null : said,
                namespace,
                metric,
                dimensions,
                statistic,
                threshold,
                comparison,
                actionsEnabled,
                new AlarmSettings(
                        settings.periodSeconds(),
                        settings.evaluationPeriods(),
                        datapoints == null ? Integer.valueOf(settings.evaluationPeriods()) : datapoints,
                        missing == null ? "missing" : missing,
                        settings.evaluateLowSample(),
                        settings.unit(),
                        settings.alarmActions(),
                        settings.okActions(),
                        settings.insufficientDataActions(),
                        settings.simple()));
    }

    AwsRequest request() {
        var plain = STATISTICS.contains(statistic);
        return AwsRequest.of(Service.CLOUDWATCH, "PutMetricAlarm")
                .with("AlarmName", name)
                .with("AlarmDescription", description)
                .with("ActionsEnabled", actionsEnabled)
                .with("OKActions", unlessEmpty(settings.okActions(), Function.identity()))
                .with("AlarmActions", unlessEmpty(settings.alarmActions(), Function.identity()))
                .with("InsufficientDataActions", unlessEmpty(settings.insufficientDataActions(), Function.identity()))
                .with("MetricName", metric)
                .with("Namespace", namespace)
                .with("Statistic", plain ? statistic : null)
                .with("ExtendedStatistic", plain ? null : statistic)
                .with("Dimensions", unlessEmpty(List.copyOf(new TreeMap<>(dimensions).entrySet()), it -> new Structure()
                        .with("Name", it.getKey())
                        .with("Value", it.getValue())
                        .map()))
                .with("Period", settings.periodSeconds())
                .with("Unit", settings.unit())
                .with("EvaluationPeriods", settings.evaluationPeriods())
                .with("DatapointsToAlarm", settings.datapointsToAlarm())
                .with("Threshold", threshold)
                .with("ComparisonOperator", comparison)
                .with("TreatMissingData", settings.treatMissingData())
                .with("EvaluateLowSampleCountPercentile", settings.evaluateLowSample());
    }

    private static <T, R> @Nullable List<R> unlessEmpty(List<T> items, Function<T, R> each) {
        return items.isEmpty() ? null : items.stream().map(each).toList();
    }
}
