package io.atalaya.aws.logs;

import io.atalaya.aws.readers.Clients;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.tail.LogReads;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * {@code FilterLogEvents}, a page at a time: at most 10,000 events or one megabyte. Not retried by the client, because whoever
 * reads a log asks again by himself.
 */
public final class CloudWatchLogReads implements LogReads {
    /** As IAM names it. */
    public static final String CALL = "logs:FilterLogEvents";

    private final Supplier<? extends Clients> clients;
    private final ProblemMapper problems;
    private final @Nullable String account;

    /**
     * @param clients of the region whose groups are read
     * @param account the caller's own, whose groups are named by name; null where it is not known
     */
    public CloudWatchLogReads(Supplier<? extends Clients> clients, ProblemMapper problems, @Nullable String account) {
        this.clients = clients;
        this.problems = problems;
        this.account = account;
    }

    @Override
    public Answer read(Query query) {
        try {
            return new CallContext(query.urgent() ? Priority.HEALTH : Priority.BACKGROUND, 1).call(() -> page(query));
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(problems.problem(CALL, e));
        }
    }

    private Answer page(Query query) {
        var answer = clients.get().logs().filterLogEvents(request(query));
        var events = new ArrayList<LogEvent>(answer.events().size());
        var ids = new ArrayList<String>(answer.events().size());
        for (var event : answer.events()) {
            var at = event.timestamp() == null ? query.from() : event.timestamp();
            if (at >= query.from() && at < query.to()) { // AWS includes the end
                events.add(event(query, event, at));
                ids.add(event.eventId() == null ? "" : event.eventId());
            }
        }
        var token = answer.nextToken();
        return new Answer.Page(events, ids, token == null || token.isEmpty() ? null : token);
    }

    private FilterLogEventsRequest request(Query query) {
        var group = query.group();
        var request = FilterLogEventsRequest.builder()
                .startTime(query.from())
                .endTime(query.to())
                .nextToken(query.token())
                .logStreamNamePrefix(group.prefix());
        if (GroupArn.needsArn(group, account)) {
            request.logGroupIdentifier(GroupArn.bare(group.arn()));
        } else {
            request.logGroupName(group.name());
        }
        if (!group.streams().isEmpty()) {
            request.logStreamNames(group.streams());
        }
        if (query.pattern() != null && !query.pattern().isBlank()) {
            request.filterPattern(query.pattern());
        }
        return request.build();
    }

    private static LogEvent event(Query query, FilteredLogEvent event, long at) {
        return new LogEvent(
                query.group().arn(),
                event.logStreamName() == null ? "" : event.logStreamName(),
                at,
                event.ingestionTime() == null ? at : event.ingestionTime(),
                event.message() == null ? "" : event.message());
    }
}
