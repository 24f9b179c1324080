package io.atalaya.aws.readers;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AlarmSettings;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Alarms on metrics and on other alarms. */
final class AlarmsReader implements Reader<Alarm> {
    private final Clients clients;
    private final PageSize pageSize;

    AlarmsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Alarm> source() {
        return new Source<>(
                Parts.ALARMS, Set.of("cloudwatch:DescribeAlarms"), Cadence.HALF_MINUTE, Set.of(), Set.of(), true, this);
    }

    @Override
    public void read(Deployment known, Consumer<List<Alarm>> page) {
        // without the types it answers with metric alarms only
        var pages = clients.cloudWatch()
                .describeAlarmsPaginator(r -> r.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                        .maxRecords(pageSize.within(1, 100)));
        for (var answer : pages) {
            page.accept(Stream.concat(
                            answer.metricAlarms().stream().map(AlarmsReader::ofMetric),
                            answer.compositeAlarms().stream().map(AlarmsReader::composite))
                    .toList());
        }
    }

    private static Alarm ofMetric(MetricAlarm a) {
        return new Alarm(
                Absent.text(a.alarmName()),
                Absent.text(a.alarmArn(), Absent.text(a.alarmName())),
                Absent.text(a.stateValueAsString(), "INSUFFICIENT_DATA"),
                Absent.orNull(a.stateReason()),
                // since when it is in this state; updated also when only the reason changed
                a.stateTransitionedTimestamp() == null ? a.stateUpdatedTimestamp() : a.stateTransitionedTimestamp(),
                Absent.orNull(a.alarmDescription()),
                metric(a),
                a.threshold(),
                Absent.orNull(a.comparisonOperatorAsString()),
                Absent.yes(a.actionsEnabled()),
                false,
                null,
                settings(a));
    }

    private static AlarmSettings settings(MetricAlarm a) {
        return new AlarmSettings(
                a.period(),
                a.evaluationPeriods() == null ? 1 : a.evaluationPeriods(),
                a.datapointsToAlarm(),
                Absent.orNull(a.treatMissingData()),
                Absent.orNull(a.evaluateLowSampleCountPercentile()),
                Absent.orNull(a.unitAsString()),
                a.alarmActions(),
                a.okActions(),
                a.insufficientDataActions(),
                a.metricName() != null
                        && a.thresholdMetricId() == null
                        && a.metrics().isEmpty());
    }

    /** Metric math has no metric of its own. */
    private static @Nullable MetricId metric(MetricAlarm a) {
        if (a.metricName() == null) {
            return null;
        }
        return new MetricId(
                Absent.text(a.namespace()),
                a.metricName(),
                Absent.tags(a.dimensions(), Dimension::name, Dimension::value),
                Absent.text(a.extendedStatistic(), Absent.text(a.statisticAsString())));
    }

    private static Alarm composite(CompositeAlarm a) {
        return new Alarm(
                Absent.text(a.alarmName()),
                Absent.text(a.alarmArn(), Absent.text(a.alarmName())),
                Absent.text(a.stateValueAsString(), "INSUFFICIENT_DATA"),
                Absent.orNull(a.stateReason()),
                a.stateTransitionedTimestamp() == null ? a.stateUpdatedTimestamp() : a.stateTransitionedTimestamp(),
                Absent.orNull(a.alarmDescription()),
                null,
                null,
                null,
                Absent.yes(a.actionsEnabled()),
                true,
                Absent.orNull(a.alarmRule()),
                null);
    }
}
