package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.insights.Pointer;
import io.atalaya.sandbox.world.logs.FilterPattern;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilterMatchRecord;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterResponse;

/** Single events: by the pointer of a query's row, and against a pattern before it is used. */
final class LogRecords {
    private static final int MOST_MESSAGES = 50;

    private LogRecords() {}

    static void register(Operations logs) {
        logs.on("GetLogRecord", GetLogRecordRequest.class, GetLogRecordResponse.class, LogRecords::get)
                .on(
                        "TestMetricFilter",
                        TestMetricFilterRequest.class,
                        TestMetricFilterResponse.class,
                        LogRecords::test);
    }

    private static GetLogRecordResponse get(World world, GetLogRecordRequest r, Call call) {
        Pointer pointer = Pointer.parse(Objects.requireNonNullElse(r.logRecordPointer(), ""))
                .orElseThrow(() -> CloudWatchLogs.invalid("The log record pointer is invalid."));
        LogGroup group = CloudWatchLogs.group(world, pointer.group(), null);
        LogLine line =
                world.logs().second(group, pointer.stream()::equals, Math.floorDiv(pointer.millis(), 1_000L)).stream()
                        .filter(l -> l.id().equals(pointer.id()))
                        .findFirst()
                        .orElseThrow(() ->
                                new WireFault(400, "ResourceNotFoundException", "The log record does not exist."));
        return GetLogRecordResponse.builder()
                .logRecord(Map.of(
                        "@timestamp", Long.toString(line.millis()),
                        "@ingestionTime", Long.toString(line.ingested()),
                        "@message", line.message(),
                        "@logStream", line.stream(),
                        "@log", world.account().id() + ':' + line.group(),
                        "@ptr", String.valueOf(r.logRecordPointer())))
                .build();
    }

    private static TestMetricFilterResponse test(World world, TestMetricFilterRequest r, Call call) {
        if (r.logEventMessages().isEmpty() || r.logEventMessages().size() > MOST_MESSAGES) {
            throw CloudWatchLogs.invalid("1 validation error detected: Value at 'logEventMessages' failed to satisfy"
                    + " constraint: Member must have length between 1 and 50");
        }
        Predicate<String> pattern;
        try {
            pattern = FilterPattern.parse(r.filterPattern());
        } catch (IllegalArgumentException e) {
            WireFault fault = CloudWatchLogs.invalid("Invalid filter pattern");
            fault.initCause(e);
            throw fault;
        }
        List<MetricFilterMatchRecord> matches = new ArrayList<>();
        for (int i = 0; i < r.logEventMessages().size(); i++) {
            String message = r.logEventMessages().get(i);
            if (pattern.test(message)) {
                matches.add(MetricFilterMatchRecord.builder()
                        .eventNumber(i + 1L)
                        .eventMessage(message)
                        .extractedValues(Map.of())
                        .build());
            }
        }
        return TestMetricFilterResponse.builder().matches(matches).build();
    }
}
