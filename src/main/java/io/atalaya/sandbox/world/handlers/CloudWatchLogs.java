package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/** Log groups and streams. */
final class CloudWatchLogs {
    private static final int LARGEST_PAGE = 50;

    private CloudWatchLogs() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations logs = Operations.regional(registry, cloud, "logs")
                .on(
                        "DescribeLogGroups",
                        DescribeLogGroupsRequest.class,
                        DescribeLogGroupsResponse.class,
                        CloudWatchLogs::groups)
                .on(
                        "DescribeLogStreams",
                        DescribeLogStreamsRequest.class,
                        DescribeLogStreamsResponse.class,
                        CloudWatchLogs::streams);
        LogEvents.register(logs);
        LogInsights.register(logs);
        LogRecords.register(logs);
        LogWriting.register(logs);
        LogRetention.register(logs);
    }

    private static DescribeLogGroupsResponse groups(World world, DescribeLogGroupsRequest r, Call call) {
        if (r.logGroupNamePrefix() != null && r.logGroupNamePattern() != null) {
            throw invalid("Cannot call with both logGroupNamePrefix and logGroupNamePattern");
        }
        List<LogGroup> found = world.logs().groups().stream()
                .filter(g -> r.logGroupNamePrefix() == null || g.name().startsWith(r.logGroupNamePrefix()))
                .filter(g -> r.logGroupNamePattern() == null || g.name().contains(r.logGroupNamePattern()))
                .filter(g -> r.logGroupIdentifiers().isEmpty()
                        || r.logGroupIdentifiers().contains(g.name())
                        || r.logGroupIdentifiers().contains(g.arn()))
                .sorted(Comparator.comparing(LogGroup::name))
                .toList();
        Page<LogGroup> page = page(found, r.limit(), r.nextToken());
        return DescribeLogGroupsResponse.builder()
                .logGroups(page.items().stream().map(g -> described(world, g)).toList())
                .nextToken(page.token())
                .build();
    }

    private static software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup described(World world, LogGroup g) {
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
                .logGroupName(g.name())
                .arn(g.arn() + ":*")
                .logGroupArn(g.arn())
                .logGroupClass("STANDARD")
                .creationTime(g.created().toEpochMilli())
                .retentionInDays(g.retentionDays())
                .metricFilterCount(0)
                .storedBytes(g.storedBytes(world.now()))
                .build();
    }

    private static DescribeLogStreamsResponse streams(World world, DescribeLogStreamsRequest r, Call call) {
        LogGroup group = group(world, r.logGroupName(), r.logGroupIdentifier());
        if (r.orderBy() == OrderBy.LAST_EVENT_TIME && r.logStreamNamePrefix() != null) {
            throw invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        List<LogStream> found = new ArrayList<>(group.streams().stream()
                .filter(s -> r.logStreamNamePrefix() == null || s.name().startsWith(r.logStreamNamePrefix()))
                .sorted(Comparator.comparing(LogStream::name))
                .toList());
        Page<LogStream> page =
                page(Boolean.TRUE.equals(r.descending()) ? found.reversed() : found, r.limit(), r.nextToken());
        long now = world.now().toEpochMilli();
        return DescribeLogStreamsResponse.builder()
                .logStreams(page.items().stream()
                        .map(s -> software.amazon.awssdk.services.cloudwatchlogs.model.LogStream.builder()
                                .logStreamName(s.name())
                                .arn(group.arn() + ":log-stream:" + s.name())
                                .creationTime(s.created().toEpochMilli())
                                .firstEventTimestamp(s.created().toEpochMilli())
                                .lastEventTimestamp(now - 2_000)
                                .lastIngestionTime(now - 500)
                                .uploadSequenceToken(world.dice().hex(s.name(), 0, 56))
                                .build())
                        .toList())
                .nextToken(page.token())
                .build();
    }

    /** The group named one way or the other. */
    static LogGroup group(World world, @Nullable String name, @Nullable String identifier) {
        if ((name == null) == (identifier == null)) {
            throw invalid("Exactly one of logGroupName and logGroupIdentifier must be given.");
        }
        return world.logs()
                .find(name == null ? String.valueOf(identifier) : name)
                .orElseThrow(() ->
                        new WireFault(400, "ResourceNotFoundException", "The specified log group does not exist."));
    }

    private static <T> Page<T> page(List<T> all, @Nullable Integer limit, @Nullable String token) {
        if (limit != null && (limit < 1 || limit > LARGEST_PAGE)) {
            throw invalid("limit must be between 1 and 50");
        }
        return Page.of(all, limit, LARGEST_PAGE, token, invalid("The specified nextToken is invalid."));
    }

    static WireFault invalid(String message) {
        return new WireFault(400, "InvalidParameterException", message);
    }
}
