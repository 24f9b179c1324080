package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Alarms, what they say and what they said. */
final class CloudWatchAlarms {
    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private CloudWatchAlarms() {}

    static void register(Operations cloudwatch) {
        cloudwatch
                .on(
                        "DescribeAlarms",
                        DescribeAlarmsRequest.class,
                        DescribeAlarmsResponse.class,
                        CloudWatchAlarms::alarms)
                .on(
                        "DescribeAlarmHistory",
                        DescribeAlarmHistoryRequest.class,
                        DescribeAlarmHistoryResponse.class,
                        CloudWatchAlarms::history)
                .on("SetAlarmState", SetAlarmStateRequest.class, SetAlarmStateResponse.class, CloudWatchAlarms::set);
    }

    private static DescribeAlarmsResponse alarms(World world, DescribeAlarmsRequest r, Call call) {
        boolean metricAlarms = r.alarmTypes().isEmpty() || r.alarmTypes().contains(AlarmType.METRIC_ALARM);
        List<MetricAlarm> found = world.alarms().all().stream()
                .filter(a -> metricAlarms)
                .filter(a -> r.alarmNames().isEmpty() || r.alarmNames().contains(a.alarmName()))
                .filter(a -> r.alarmNamePrefix() == null || a.alarmName().startsWith(r.alarmNamePrefix()))
                .filter(a -> r.stateValue() == null || a.stateValue() == r.stateValue())
                .filter(a -> r.actionPrefix() == null
                        || a.alarmActions().stream().anyMatch(x -> x.startsWith(r.actionPrefix())))
                .sorted(Comparator.comparing(MetricAlarm::alarmName))
                .toList();
        List<Object> both = new ArrayList<>(found);
        both.addAll(composites(world, r));
        Page<Object> page = page(both, r.maxRecords(), r.nextToken());
        return DescribeAlarmsResponse.builder()
                .metricAlarms(of(MetricAlarm.class, page))
                .compositeAlarms(of(CompositeAlarm.class, page))
                .nextToken(page.token())
                .build();
    }

    /** Only where somebody asks for the type, as with CloudWatch. */
    private static List<CompositeAlarm> composites(World world, DescribeAlarmsRequest r) {
        return world.alarms().composites().all().stream()
                .filter(a -> r.alarmTypes().contains(AlarmType.COMPOSITE_ALARM))
                .filter(a -> r.alarmNames().isEmpty() || r.alarmNames().contains(a.alarmName()))
                .filter(a -> r.alarmNamePrefix() == null || a.alarmName().startsWith(r.alarmNamePrefix()))
                .filter(a -> r.stateValue() == null || a.stateValue() == r.stateValue())
                .filter(a -> r.actionPrefix() == null
                        || a.alarmActions().stream().anyMatch(x -> x.startsWith(r.actionPrefix())))
                .sorted(Comparator.comparing(CompositeAlarm::alarmName))
                .toList();
    }

    private static <T> List<T> of(Class<T> type, Page<Object> page) {
        return page.items().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static DescribeAlarmHistoryResponse history(World world, DescribeAlarmHistoryRequest r, Call call) {
        List<AlarmHistoryItem> found = world.alarms().history().stream()
                .filter(h -> r.alarmName() == null || h.alarmName().equals(r.alarmName()))
                .filter(h -> r.alarmTypes().isEmpty()
                        ? h.alarmType() == AlarmType.METRIC_ALARM
                        : r.alarmTypes().contains(h.alarmType()))
                .filter(h -> r.historyItemType() == null || h.historyItemType() == r.historyItemType())
                .filter(h -> r.startDate() == null || !h.timestamp().isBefore(r.startDate()))
                .filter(h -> r.endDate() == null || !h.timestamp().isAfter(r.endDate()))
                .toList();
        Page<AlarmHistoryItem> page = page(
                r.scanBy() == ScanBy.TIMESTAMP_ASCENDING ? found.reversed() : found, r.maxRecords(), r.nextToken());
        return DescribeAlarmHistoryResponse.builder()
                .alarmHistoryItems(page.items())
                .nextToken(page.token())
                .build();
    }

    private static SetAlarmStateResponse set(World world, SetAlarmStateRequest r, Call call) {
        if (!world.alarms().all().contains(r.alarmName())
                && !world.alarms().composites().all().contains(r.alarmName())) {
            throw new WireFault(404, "ResourceNotFound", "Alarm " + r.alarmName() + " does not exist");
        }
        if (r.stateValue() == null || r.stateValue() == StateValue.UNKNOWN_TO_SDK_VERSION) {
            throw CloudWatch.invalid("The state is not one of OK, ALARM, INSUFFICIENT_DATA");
        }
        String data = r.stateReasonData() == null ? "{}" : r.stateReasonData();
        world.alarms().set(r.alarmName(), r.stateValue(), r.stateReason(), data, world.now());
        return SetAlarmStateResponse.builder().build();
    }

    private static <T> Page<T> page(List<T> all, @Nullable Integer limit, @Nullable String token) {
        if (limit != null && (limit < 1 || limit > LARGEST_PAGE)) {
            throw CloudWatch.invalid("MaxRecords must be between 1 and 100");
        }
        return Page.of(all, limit, STANDARD_PAGE, token, CloudWatch.badToken());
    }
}
