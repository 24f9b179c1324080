package io.atalaya.aws.logs;

import io.atalaya.aws.readers.Clients;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.insights.InsightsQueries;
import io.atalaya.logs.insights.InsightsQuery;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryInfo;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * Logs Insights: {@code StartQuery}, {@code GetQueryResults}, {@code StopQuery}, {@code DescribeQueries}, and the metric by which
 * the cost is estimated. A person waits for all of it.
 */
public final class CloudWatchInsights implements InsightsQueries {
    private static final int MOST_REMEMBERED = 100;

    private final Supplier<? extends Clients> clients;
    private final ProblemMapper problems;
    private final InstantSource clock;
    private final Supplier<Optional<String>> account;

    /**
     * @param clients of the region whose groups are asked
     * @param account the caller's own, whose groups are named by name, as endpoints that are not AWS know them; empty where it
     *     is not known
     */
    public CloudWatchInsights(
            Supplier<? extends Clients> clients,
            ProblemMapper problems,
            InstantSource clock,
            Supplier<Optional<String>> account) {
        this.clients = clients;
        this.problems = problems;
        this.clock = clock;
        this.account = account;
    }

    @Override
    public Started start(InsightsQuery query) {
        return asked("logs:StartQuery", Priority.CLICK, () -> begin(query), Started.Failed::new);
    }

    private Started begin(InsightsQuery query) {
        var own = account.get().orElse("");
        var groups = query.groups();
        var named = groups.stream()
                .allMatch(it -> !GroupArn.isArn(it) || GroupArn.account(it).equals(own));
        var answer = clients.get().logs().startQuery(r -> {
            r.queryString(query.text())
                    .startTime(query.from().getEpochSecond())
                    .endTime(query.to().getEpochSecond())
                    .limit(InsightsQuery.MOST_ROWS);
            if (named) {
                r.logGroupNames(groups.stream().map(GroupArn::name).toList());
            } else {
                r.logGroupIdentifiers(groups.stream().map(GroupArn::bare).toList());
            }
        });
        return new Started.Query(answer.queryId() == null ? "" : answer.queryId());
    }

    @Override
    public Results results(String id) {
        return asked(
                "logs:GetQueryResults",
                Priority.CLICK,
                () -> {
                    var answer = clients.get().logs().getQueryResults(r -> r.queryId(id));
                    return new Results.Found(
                            phase(answer.status()),
                            QueryRows.table(answer.results()),
                            QueryRows.statistics(answer.statistics()));
                },
                Results.Failed::new);
    }

    @Override
    public Optional<Problem> stop(String id) {
        return asked(
                "logs:StopQuery",
                Priority.CLICK,
                () -> {
                    try {
                        clients.get().logs().stopQuery(r -> r.queryId(id));
                    } catch (InvalidParameterException | ResourceNotFoundException over) {
                        return Optional
                                .<Problem>empty(); // CloudWatch refuses to stop what has ended: that is what was wanted
                    }
                    return Optional.<Problem>empty();
                },
                Optional::of);
    }

    @Override
    public Written written(List<String> groups, Instant from, Instant to) {
        return asked(
                "cloudwatch:GetMetricData",
                Priority.CLICK,
                () -> new Written.Bytes(
                        new WrittenBytes(clients.get().cloudWatch(), clock.instant()).of(groups, from, to)),
                Written.Failed::new);
    }

    @Override
    public Map<String, String> record(String pointer) {
        return asked(
                "logs:GetLogRecord",
                Priority.CLICK,
                () -> Map.copyOf(clients.get()
                        .logs()
                        .getLogRecord(r -> r.logRecordPointer(pointer))
                        .logRecord()),
                problem -> Map.of());
    }

    @Override
    public List<Remembered> running() {
        return asked(
                "logs:DescribeQueries",
                Priority.BACKGROUND,
                () -> {
                    var found = new ArrayList<Remembered>();
                    for (var status : List.of(QueryStatus.RUNNING, QueryStatus.SCHEDULED)) {
                        clients.get()
                                .logs()
                                .describeQueries(r -> r.status(status).maxResults(MOST_REMEMBERED))
                                .queries()
                                .forEach(query -> found.add(remembered(query)));
                    }
                    return List.copyOf(found);
                },
                problem -> List.of());
    }

    private static Remembered remembered(QueryInfo query) {
        var created = query.createTime();
        return new Remembered(
                query.queryId() == null ? "" : query.queryId(),
                query.queryString() == null ? "" : query.queryString(),
                phase(query.status()),
                created == null ? null : Instant.ofEpochMilli(created),
                query.logGroupName());
    }

    private static Phase phase(@Nullable QueryStatus status) {
        if (status == null) {
            return Phase.UNKNOWN;
        }
        return switch (status) {
            case SCHEDULED -> Phase.SCHEDULED;
            case RUNNING -> Phase.RUNNING;
            case COMPLETE -> Phase.COMPLETE;
            case FAILED -> Phase.FAILED;
            case CANCELLED -> Phase.CANCELLED;
            case TIMEOUT -> Phase.TIMEOUT;
            default -> phase(status.toString());
        };
    }

    private static Phase phase(String word) {
        return word.toUpperCase(Locale.ROOT).equals("TIMEOUT") ? Phase.TIMEOUT : Phase.UNKNOWN;
    }

    private <T> T asked(String call, Priority priority, Callable<T> body, Function<Problem, T> failed) {
        try {
            return new CallContext(priority, 0).call(body);
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return failed.apply(problems.problem(call, e));
        }
    }
}
