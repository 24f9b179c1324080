package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;

/** Making, replacing and deleting alarms on one metric. */
final class CloudWatchAlarmChanges {
    private static final int MOST_NAMES = 100;

    private CloudWatchAlarmChanges() {}

    static void register(Operations cloudwatch) {
        cloudwatch
                .on(
                        "PutMetricAlarm",
                        PutMetricAlarmRequest.class,
                        PutMetricAlarmResponse.class,
                        CloudWatchAlarmChanges::put)
                .on(
                        "DeleteAlarms",
                        DeleteAlarmsRequest.class,
                        DeleteAlarmsResponse.class,
                        CloudWatchAlarmChanges::delete);
    }

    /** What the request leaves out is gone; the state stays until the alarm looks again. */
    private static PutMetricAlarmResponse put(World world, PutMetricAlarmRequest r, Call call) {
        check(r);
        CloudWatch.checkPeriod(r.period());
        MetricAlarm made = MetricAlarm.builder()
                .alarmName(r.alarmName())
                .alarmArn(world.account().arn("cloudwatch", "alarm:" + r.alarmName()))
                .alarmDescription(r.alarmDescription())
                .actionsEnabled(r.actionsEnabled() == null || r.actionsEnabled())
                .okActions(r.okActions())
                .alarmActions(r.alarmActions())
                .insufficientDataActions(r.insufficientDataActions())
                .namespace(r.namespace())
                .metricName(r.metricName())
                .dimensions(r.dimensions())
                .statistic(r.statistic())
                .extendedStatistic(r.extendedStatistic())
                .period(r.period())
                .unit(r.unit())
                .evaluationPeriods(r.evaluationPeriods())
                .datapointsToAlarm(r.datapointsToAlarm())
                .threshold(r.threshold())
                .comparisonOperator(r.comparisonOperator())
                .treatMissingData(r.treatMissingData())
                .evaluateLowSampleCountPercentile(r.evaluateLowSampleCountPercentile())
                .alarmConfigurationUpdatedTimestamp(world.now())
                .build();
        world.alarms().define(made, world.now());
        return PutMetricAlarmResponse.builder().build();
    }

    private static void check(PutMetricAlarmRequest r) {
        if (r.alarmName() == null || r.alarmName().isEmpty()) {
            throw CloudWatch.invalid("AlarmName must not be empty");
        }
        if (r.metricName() == null || r.namespace() == null || r.period() == null || r.threshold() == null) {
            throw new WireFault(
                    400, "MissingParameter", "MetricName, Namespace, Period and Threshold are needed for one metric");
        }
        if ((r.statistic() == null) == (r.extendedStatistic() == null)) {
            throw new WireFault(
                    400, "InvalidParameterCombination", "One of Statistic and ExtendedStatistic must be given");
        }
        if (r.evaluationPeriods() == null || r.evaluationPeriods() < 1) {
            throw CloudWatch.invalid("EvaluationPeriods must be at least 1");
        }
        if (r.datapointsToAlarm() != null && r.datapointsToAlarm() > r.evaluationPeriods()) {
            throw CloudWatch.invalid("DatapointsToAlarm must not be more than EvaluationPeriods");
        }
        if (r.comparisonOperator() == null || r.comparisonOperator() == ComparisonOperator.UNKNOWN_TO_SDK_VERSION) {
            throw CloudWatch.invalid("ComparisonOperator is not known");
        }
    }

    /** All or nothing. */
    private static DeleteAlarmsResponse delete(World world, DeleteAlarmsRequest r, Call call) {
        if (r.alarmNames().isEmpty() || r.alarmNames().size() > MOST_NAMES) {
            throw CloudWatch.invalid("AlarmNames must hold 1 to 100 names");
        }
        for (String name : r.alarmNames()) {
            if (!world.alarms().all().contains(name)
                    && !world.alarms().composites().all().contains(name)) {
                throw new WireFault(404, "ResourceNotFound", "Alarm " + name + " does not exist");
            }
        }
        r.alarmNames().forEach(name -> {
            world.alarms().all().remove(name);
            world.alarms().composites().all().remove(name);
        });
        return DeleteAlarmsResponse.builder().build();
    }
}
