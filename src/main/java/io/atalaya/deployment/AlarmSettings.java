package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a metric alarm judges and whom it tells: with the rest of {@link Alarm} the whole of what cloudwatch:PutMetricAlarm
 * replaces.
 *
 * @param periodSeconds of one data point; null for metric math
 * @param datapointsToAlarm how many of the periods must be beyond; null for all
 * @param treatMissingData {@code missing notBreaching breaching ignore}; null for {@code missing}
 * @param evaluateLowSample of percentiles: {@code evaluate ignore}; null where it is no percentile
 * @param unit null for any
 * @param simple whether it is one metric against one number: metric math and anomaly detection are not
 */
public record AlarmSettings(
        @Nullable Integer periodSeconds,
        int evaluationPeriods,
        @Nullable Integer datapointsToAlarm,
        @Nullable String treatMissingData,
        @Nullable String evaluateLowSample,
        @Nullable String unit,
        List<String> alarmActions,
        List<String> okActions,
        List<String> insufficientDataActions,
        boolean simple) {
    public AlarmSettings {
        alarmActions = List.copyOf(alarmActions);
        okActions = List.copyOf(okActions);
        insufficientDataActions = List.copyOf(insufficientDataActions);
    }
}
