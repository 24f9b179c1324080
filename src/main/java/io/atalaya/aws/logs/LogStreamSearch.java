package io.atalaya.aws.logs;

import io.atalaya.aws.readers.Clients;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/** {@code DescribeLogStreams}: by name where a prefix is given, as AWS demands, otherwise the latest written first. */
public final class LogStreamSearch implements LogStreams {
    /** As IAM names it. */
    public static final String CALL = "logs:DescribeLogStreams";

    private static final int PAGE = 50;

    private final Supplier<? extends Clients> clients;
    private final ProblemMapper problems;
    private final @Nullable String account;

    /** @param account as for {@link CloudWatchLogReads} */
    public LogStreamSearch(Supplier<? extends Clients> clients, ProblemMapper problems, @Nullable String account) {
        this.clients = clients;
        this.problems = problems;
        this.account = account;
    }

    @Override
    public Answer search(TailedGroup group, @Nullable String prefix, @Nullable String token) {
        try {
            return new CallContext(Priority.CLICK, 0).call(() -> page(group, prefix, token));
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(problem(e));
        }
    }

    private Problem problem(Exception e) {
        return problems.problem(CALL, e);
    }

    private Answer page(TailedGroup group, @Nullable String prefix, @Nullable String token) {
        var request = DescribeLogStreamsRequest.builder().limit(PAGE).nextToken(token);
        if (GroupArn.needsArn(group, account)) {
            request.logGroupIdentifier(GroupArn.bare(group.arn()));
        } else {
            request.logGroupName(group.name());
        }
        if (prefix != null && !prefix.isEmpty()) {
            request.logStreamNamePrefix(prefix).orderBy(OrderBy.LOG_STREAM_NAME);
        } else {
            request.orderBy(OrderBy.LAST_EVENT_TIME).descending(true);
        }
        var answer = clients.get().logs().describeLogStreams(request.build());
        var next = answer.nextToken();
        return new Answer.Page(
                answer.logStreams().stream().map(LogStreamSearch::stream).toList(),
                next == null || next.isEmpty() ? null : next);
    }

    private static Stream stream(LogStream stream) {
        return new Stream(
                stream.logStreamName() == null ? "" : stream.logStreamName(),
                stream.firstEventTimestamp(),
                stream.lastEventTimestamp(),
                stream.lastIngestionTime());
    }
}
