package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.insights.InsightsQuery;
import io.atalaya.sandbox.world.insights.MalformedQuery;
import io.atalaya.sandbox.world.insights.Queries;
import io.atalaya.sandbox.world.logs.LogGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryCompileError;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryInfo;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryLanguage;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryResponse;

/** Logs Insights: queries that are started, watched and stopped. */
final class LogInsights {
    private static final int MOST_GROUPS = 50;
    private static final int MOST_ROWS = 10_000;
    private static final int LARGEST_PAGE = 1_000;

    private LogInsights() {}

    static void register(Operations logs) {
        logs.on("StartQuery", StartQueryRequest.class, StartQueryResponse.class, LogInsights::start)
                .on(
                        "GetQueryResults",
                        GetQueryResultsRequest.class,
                        GetQueryResultsResponse.class,
                        LogInsights::results)
                .on("StopQuery", StopQueryRequest.class, StopQueryResponse.class, LogInsights::stop)
                .on(
                        "DescribeQueries",
                        DescribeQueriesRequest.class,
                        DescribeQueriesResponse.class,
                        LogInsights::queries);
    }

    private static StartQueryResponse start(World world, StartQueryRequest r, Call call) {
        if (r.queryLanguage() != null && r.queryLanguage() != QueryLanguage.CWLI) {
            throw CloudWatchLogs.invalid("The sandbox understands the query language CWLI only");
        }
        if (r.endTime() == null || r.startTime() == null || r.endTime() < r.startTime()) {
            throw CloudWatchLogs.invalid("Query's end time must not be before its start time");
        }
        if (r.limit() != null && (r.limit() < 1 || r.limit() > MOST_ROWS)) {
            throw CloudWatchLogs.invalid("limit must be between 1 and 10000");
        }
        var question = new Queries.Question(
                groups(world, r),
                Objects.requireNonNullElse(r.queryString(), ""),
                r.startTime(),
                r.endTime(),
                r.limit() == null ? MOST_ROWS : r.limit());
        try {
            InsightsQuery query = world.queries()
                    .start(UUID.randomUUID().toString(), question)
                    .orElseThrow(() -> new WireFault(
                            400,
                            "LimitExceededException",
                            "Account maximum query concurrency limit of [" + Queries.MOST_RUNNING + "] reached."));
            return StartQueryResponse.builder().queryId(query.id()).build();
        } catch (MalformedQuery e) {
            throw malformed(e);
        }
    }

    private static WireFault malformed(MalformedQuery e) {
        String message = String.valueOf(e.getMessage());
        var fault = new WireFault(
                400,
                "MalformedQueryException",
                message,
                Map.of(
                        "queryCompileError",
                        QueryCompileError.builder()
                                .message(message)
                                .location(l -> l.startCharOffset(e.start()).endCharOffset(e.end()))
                                .build()));
        fault.initCause(e);
        return fault;
    }

    private static List<LogGroup> groups(World world, StartQueryRequest r) {
        List<String> named = new ArrayList<>(r.logGroupNames());
        named.addAll(r.logGroupIdentifiers());
        int ways = (r.logGroupName() == null ? 0 : 1)
                + (r.logGroupNames().isEmpty() ? 0 : 1)
                + (r.logGroupIdentifiers().isEmpty() ? 0 : 1);
        if (ways != 1) {
            throw CloudWatchLogs.invalid(
                    "Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be given");
        }
        if (r.logGroupName() != null) {
            named.add(r.logGroupName());
        }
        if (named.size() > MOST_GROUPS) {
            throw CloudWatchLogs.invalid("At most 50 log groups can be queried");
        }
        return named.stream()
                .map(name -> CloudWatchLogs.group(world, name, null))
                .toList();
    }

    private static GetQueryResultsResponse results(World world, GetQueryResultsRequest r, Call call) {
        InsightsQuery.Found found = query(world, r.queryId()).found(world.now());
        return GetQueryResultsResponse.builder()
                .queryLanguage(QueryLanguage.CWLI)
                .status(status(found.state()))
                .results(found.rows().stream().map(LogInsights::row).toList())
                .statistics(s -> s.recordsMatched((double) found.matched())
                        .recordsScanned((double) found.scanned())
                        .bytesScanned((double) found.bytes())
                        .estimatedRecordsSkipped(0.0)
                        .estimatedBytesSkipped(0.0)
                        .logGroupsScanned((double)
                                query(world, r.queryId()).question().groups().size()))
                .build();
    }

    private static List<ResultField> row(Map<String, String> cells) {
        return cells.entrySet().stream()
                .map(e -> ResultField.builder()
                        .field(e.getKey())
                        .value(e.getValue())
                        .build())
                .toList();
    }

    private static StopQueryResponse stop(World world, StopQueryRequest r, Call call) {
        if (!query(world, r.queryId()).cancel(world.now())) {
            throw CloudWatchLogs.invalid("The specified query is not running: " + r.queryId());
        }
        return StopQueryResponse.builder().success(true).build();
    }

    private static DescribeQueriesResponse queries(World world, DescribeQueriesRequest r, Call call) {
        List<QueryInfo> all = world.queries().all().stream()
                .filter(q -> r.logGroupName() == null
                        || q.question().groups().stream().anyMatch(g -> g.name().equals(r.logGroupName())))
                .map(q -> QueryInfo.builder()
                        .queryId(q.id())
                        .queryLanguage(QueryLanguage.CWLI)
                        .queryString(q.question().text())
                        .createTime(q.created().toEpochMilli())
                        .logGroupName(q.question().groups().getFirst().name())
                        .status(status(q.state(world.now())))
                        .build())
                .filter(q -> r.status() == null || q.status() == r.status())
                .toList();
        Page<QueryInfo> page = Page.of(
                all,
                r.maxResults(),
                LARGEST_PAGE,
                r.nextToken(),
                CloudWatchLogs.invalid("The specified nextToken is invalid."));
        return DescribeQueriesResponse.builder()
                .queries(page.items())
                .nextToken(page.token())
                .build();
    }

    private static InsightsQuery query(World world, @Nullable String id) {
        return world.queries()
                .find(String.valueOf(id))
                .orElseThrow(
                        () -> new WireFault(400, "ResourceNotFoundException", "The specified query does not exist."));
    }

    private static QueryStatus status(InsightsQuery.State state) {
        return switch (state) {
            case SCHEDULED -> QueryStatus.SCHEDULED;
            case RUNNING -> QueryStatus.RUNNING;
            case COMPLETE -> QueryStatus.COMPLETE;
            case CANCELLED -> QueryStatus.CANCELLED;
            case TIMEOUT -> QueryStatus.TIMEOUT;
        };
    }
}
