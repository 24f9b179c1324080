package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Puts metric alarms into a world that all tell the same SNS topic. */
public final class AlarmMaker {
    private static final Duration CONFIGURED = Duration.ofDays(40);

    private final World world;
    private final String system;
    private final String topic;

    /**
     * @param system begins every description, e.g. {@code CheckOP}
     * @param topic the name of the SNS topic that is told
     */
    public AlarmMaker(World world, String system, String topic) {
        this.world = world;
        this.system = system;
        this.topic = world.account().arn("sns", topic);
    }

    /** An alarm on one datapoint of a minute; the caller may ask for more before adding it. */
    public static MetricAlarm.Builder of(
            String name,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            Statistic statistic,
            ComparisonOperator comparison,
            double threshold) {
        return MetricAlarm.builder()
                .alarmName(name)
                .namespace(namespace)
                .metricName(metric)
                .dimensions(new TreeMap<>(dimensions)
                        .entrySet().stream()
                                .map(e -> Dimension.builder()
                                        .name(e.getKey())
                                        .value(e.getValue())
                                        .build())
                                .toList())
                .statistic(statistic)
                .comparisonOperator(comparison)
                .threshold(threshold)
                .period(60)
                .evaluationPeriods(1)
                .treatMissingData("missing");
    }

    /** Adds an alarm on alarms. */
    public void add(String name, String rule, String description) {
        world.alarms()
                .composites()
                .add(
                        CompositeAlarm.builder()
                                .alarmName(name)
                                .alarmArn(world.account().arn("cloudwatch", "alarm:" + name))
                                .alarmDescription(system + ": " + description)
                                .alarmRule(rule)
                                .actionsEnabled(true)
                                .alarmActions(topic)
                                .okActions(topic)
                                .alarmConfigurationUpdatedTimestamp(
                                        world.start().minus(CONFIGURED))
                                .build(),
                        world.now());
    }

    /** Adds it with its ARN, its actions and, unless it has one, a description. */
    public void add(MetricAlarm.Builder alarm) {
        MetricAlarm made = alarm.build();
        Instant configured = world.start().minus(CONFIGURED);
        String description =
                made.alarmDescription() == null ? system + ": " + made.alarmName() : made.alarmDescription();
        world.alarms()
                .add(
                        made.toBuilder()
                                .alarmArn(world.account().arn("cloudwatch", "alarm:" + made.alarmName()))
                                .alarmDescription(description)
                                .actionsEnabled(true)
                                .alarmActions(topic)
                                .okActions(topic)
                                .alarmConfigurationUpdatedTimestamp(configured)
                                .build(),
                        world.now());
    }
}
