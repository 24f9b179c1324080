package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.Cursor;
import io.atalaya.sandbox.world.logs.Feed;
import io.atalaya.sandbox.world.logs.FilterPattern;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import io.atalaya.sandbox.world.logs.ReadBehaviour;
import io.atalaya.sandbox.world.logs.ReadFaults;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** Log events, by pattern over a group or one after another of a stream. */
final class LogEvents {
    private static final int LARGEST_PAGE = 10_000;
    private static final Pattern TOKEN = Pattern.compile("(\\S+)/(\\d{1,18})");

    private LogEvents() {}

    static void register(Operations logs) {
        logs.on("FilterLogEvents", FilterLogEventsRequest.class, FilterLogEventsResponse.class, LogEvents::filter)
                .on("GetLogEvents", GetLogEventsRequest.class, GetLogEventsResponse.class, LogEvents::get);
    }

    /** Oldest first. A page may be short or empty and still have a successor, as in CloudWatch. */
    private static FilterLogEventsResponse filter(World world, FilterLogEventsRequest r, Call call) {
        LogGroup group = CloudWatchLogs.group(world, r.logGroupName(), r.logGroupIdentifier());
        if (!r.logStreamNames().isEmpty() && r.logStreamNamePrefix() != null) {
            throw CloudWatchLogs.invalid("logStreamNames and logStreamNamePrefix cannot be given together");
        }
        Set<String> names = Set.copyOf(r.logStreamNames());
        Predicate<String> streams = name -> (names.isEmpty() || names.contains(name))
                && (r.logStreamNamePrefix() == null || name.startsWith(r.logStreamNamePrefix()));
        ReadFaults faults = world.logs().faults();
        if (!faults.admits()) {
            throw new WireFault(400, "ThrottlingException", "Rate exceeded");
        }
        ReadBehaviour behaviour = faults.behaviour();
        long now = world.now().toEpochMilli();
        var reader = new LogReader(
                world,
                group,
                streams,
                pattern(r.filterPattern()),
                range(world, group, r.startTime(), r.endTime()),
                now - behaviour.visibleAfter().toMillis());
        Cursor from = r.nextToken() == null ? reader.head() : alive(r.nextToken(), now, behaviour);
        if (faults.isEmptyNext()) {
            return page(List.of(), from, now);
        }
        LogReader.Batch batch = reader.forward(from, Math.min(limit(r.limit()), behaviour.mostEvents()));
        if (batch.next() == null) {
            return page(sorted(batch.lines(), behaviour), null, now);
        }
        int again = Math.min(behaviour.repeated(), batch.lines().size() - 1);
        boolean sameSecond = again > 0 && batch.next().second() == from.second();
        int least = sameSecond ? from.skip() + 1 : 0;
        Cursor next = again > 0
                ? new Cursor(batch.next().second(), Math.max(least, batch.next().skip() - again))
                : batch.next();
        return page(sorted(batch.lines(), behaviour), next, now);
    }

    private static List<LogLine> sorted(List<LogLine> lines, ReadBehaviour behaviour) {
        return behaviour.byStream()
                ? lines.stream()
                        .sorted(Comparator.comparing(LogLine::stream).reversed())
                        .toList()
                : lines;
    }

    /** Tokens tell when they were given. */
    private static FilterLogEventsResponse page(List<LogLine> lines, @Nullable Cursor next, long now) {
        return FilterLogEventsResponse.builder()
                .events(lines.stream().map(LogEvents::filtered).toList())
                .searchedLogStreams(List.of())
                .nextToken(next == null ? null : next + "/" + now)
                .build();
    }

    private static Cursor alive(String token, long now, ReadBehaviour behaviour) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()
                || now - Long.parseLong(parts.group(2)) > behaviour.tokenLife().toMillis()) {
            throw badToken();
        }
        return cursor(parts.group(1));
    }

    /** Both tokens always come; one that leads nowhere further is the one that was sent. */
    private static GetLogEventsResponse get(World world, GetLogEventsRequest r, Call call) {
        LogGroup group = CloudWatchLogs.group(world, r.logGroupName(), r.logGroupIdentifier());
        if (group.streams().stream().noneMatch(s -> s.name().equals(r.logStreamName()))) {
            throw new WireFault(400, "ResourceNotFoundException", "The specified log stream does not exist.");
        }
        var reader = new LogReader(
                world,
                group,
                r.logStreamName()::equals,
                message -> true,
                range(world, group, r.startTime(), r.endTime()),
                world.now().toEpochMilli());
        String token = r.nextToken();
        boolean forward = token == null ? Boolean.TRUE.equals(r.startFromHead()) : token.startsWith("f/");
        LogReader.Batch batch;
        if (forward) {
            batch = reader.forward(token == null ? reader.head() : cursor(token.substring(2)), limit(r.limit()));
        } else {
            batch = reader.backward(token == null ? reader.tail() : cursor(token.substring(2)), limit(r.limit()));
        }
        return GetLogEventsResponse.builder()
                .events(batch.lines().stream().map(LogEvents::output).toList())
                .nextForwardToken("f/" + batch.end())
                .nextBackwardToken("b/" + batch.begin())
                .build();
    }

    private static LogReader.Range range(World world, LogGroup group, @Nullable Long start, @Nullable Long end) {
        long now = world.now().toEpochMilli();
        long from = start == null ? now - 3_600_000L : start;
        long ahead = group.feeds().stream().mapToLong(Feed::aheadMillis).max().orElse(0);
        long to = end == null ? now + ahead : Math.min(end, now + ahead);
        if (start != null && end != null && start > end) {
            throw CloudWatchLogs.invalid("End time should not be less than start time.");
        }
        return new LogReader.Range(from, to);
    }

    private static Predicate<String> pattern(@Nullable String text) {
        try {
            return FilterPattern.parse(text);
        } catch (IllegalArgumentException e) {
            WireFault fault = CloudWatchLogs.invalid("Invalid filter pattern");
            fault.initCause(e);
            throw fault;
        }
    }

    private static Cursor cursor(String token) {
        return Cursor.parse(token).orElseThrow(LogEvents::badToken);
    }

    private static WireFault badToken() {
        return CloudWatchLogs.invalid("The specified nextToken is invalid.");
    }

    private static int limit(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > LARGEST_PAGE)) {
            throw CloudWatchLogs.invalid("limit must be between 1 and 10000");
        }
        return limit == null ? LARGEST_PAGE : limit;
    }

    private static FilteredLogEvent filtered(LogLine line) {
        return FilteredLogEvent.builder()
                .logStreamName(line.stream())
                .timestamp(line.millis())
                .ingestionTime(line.ingested())
                .eventId(line.id())
                .message(line.message())
                .build();
    }

    private static OutputLogEvent output(LogLine line) {
        return OutputLogEvent.builder()
                .timestamp(line.millis())
                .ingestionTime(line.ingested())
                .message(line.message())
                .build();
    }
}
