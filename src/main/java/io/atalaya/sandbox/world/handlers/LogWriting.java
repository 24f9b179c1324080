package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.logs.Written;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/** What other clients write; the console itself never does. */
final class LogWriting {
    private static final long FUTURE_MILLIS = 2 * 3_600_000L;
    private static final long PAST_MILLIS = 14 * 86_400_000L;
    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final int EVENT_OVERHEAD = 26;

    private LogWriting() {}

    static void register(Operations logs) {
        logs.on("CreateLogGroup", CreateLogGroupRequest.class, CreateLogGroupResponse.class, LogWriting::createGroup)
                .on(
                        "CreateLogStream",
                        CreateLogStreamRequest.class,
                        CreateLogStreamResponse.class,
                        LogWriting::createStream)
                .on("PutLogEvents", PutLogEventsRequest.class, PutLogEventsResponse.class, LogWriting::put);
    }

    private static CreateLogGroupResponse createGroup(World world, CreateLogGroupRequest r, Call call) {
        String name = named(r.logGroupName(), "[\\w./#-]{1,512}", "logGroupName");
        if (world.logs().find(name).isPresent()) {
            throw exists("log group");
        }
        String arn = world.account().arn("logs", "log-group:" + name);
        world.logs().groups().put(new LogGroup(name, arn, world.now(), null, 0, List.of(), List.of(new Written())));
        return CreateLogGroupResponse.builder().build();
    }

    private static CreateLogStreamResponse createStream(World world, CreateLogStreamRequest r, Call call) {
        LogGroup group = CloudWatchLogs.group(world, r.logGroupName(), null);
        String name = named(r.logStreamName(), "[^:*]{1,512}", "logStreamName");
        if (group.streams().stream().anyMatch(s -> s.name().equals(name))) {
            throw exists("log stream");
        }
        world.logs().groups().change(group.name(), g -> g.with(new LogStream(name, world.now(), Voice.SILENT)));
        return CreateLogStreamResponse.builder().build();
    }

    private static PutLogEventsResponse put(World world, PutLogEventsRequest r, Call call) {
        LogGroup group = CloudWatchLogs.group(world, r.logGroupName(), null);
        if (group.streams().stream().noneMatch(s -> s.name().equals(r.logStreamName()))) {
            throw new WireFault(400, "ResourceNotFoundException", "The specified log stream does not exist.");
        }
        check(r.logEvents());
        Written written = written(world, group);
        long now = world.now().toEpochMilli();
        int tooOld = 0;
        int tooNew = r.logEvents().size();
        for (int i = 0; i < r.logEvents().size(); i++) {
            InputLogEvent event = r.logEvents().get(i);
            if (event.timestamp() < now - PAST_MILLIS) {
                tooOld = i + 1;
            } else if (event.timestamp() > now + FUTURE_MILLIS) {
                tooNew = Math.min(tooNew, i);
            } else {
                String id = String.format(
                        Locale.ROOT, "%017d%038d%d", 30_000_000_000_000_000L + event.timestamp(), written.size(), 8);
                written.add(new LogLine(group.name(), r.logStreamName(), event.timestamp(), now, id, event.message()));
            }
        }
        var answer =
                PutLogEventsResponse.builder().nextSequenceToken(world.dice().hex(r.logStreamName(), now, 56));
        if (tooOld > 0 || tooNew < r.logEvents().size()) {
            var rejected = RejectedLogEventsInfo.builder();
            if (tooOld > 0) {
                rejected.tooOldLogEventEndIndex(tooOld);
            }
            if (tooNew < r.logEvents().size()) {
                rejected.tooNewLogEventStartIndex(tooNew);
            }
            answer.rejectedLogEventsInfo(rejected.build());
        }
        return answer.build();
    }

    private static void check(List<InputLogEvent> events) {
        long bytes = 0;
        long before = Long.MIN_VALUE;
        for (InputLogEvent event : events) {
            if (event.message() == null || event.message().isEmpty() || event.timestamp() == null) {
                throw CloudWatchLogs.invalid("Log event message must not be empty and its timestamp must be given");
            }
            if (event.timestamp() < before) {
                throw CloudWatchLogs.invalid(
                        "Log events in a single PutLogEvents request must be in chronological order.");
            }
            before = event.timestamp();
            bytes += event.message().getBytes(StandardCharsets.UTF_8).length + EVENT_OVERHEAD;
        }
        if (events.isEmpty() || events.size() > MOST_EVENTS || bytes > MOST_BYTES) {
            throw CloudWatchLogs.invalid("Upload too large: " + bytes + " bytes exceeds limit of " + MOST_BYTES);
        }
    }

    private static Written written(World world, LogGroup group) {
        return group.feeds().stream()
                .filter(Written.class::isInstance)
                .map(Written.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var written = new Written();
                    world.logs().groups().change(group.name(), g -> g.with(written));
                    return written;
                });
    }

    private static String named(@Nullable String name, String pattern, String member) {
        String given = Objects.requireNonNullElse(name, "");
        if (!given.matches(pattern)) {
            throw CloudWatchLogs.invalid("1 validation error detected: Value '" + given + "' at '" + member
                    + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern);
        }
        return given;
    }

    private static WireFault exists(String what) {
        return new WireFault(400, "ResourceAlreadyExistsException", "The specified " + what + " already exists");
    }
}
