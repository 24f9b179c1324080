package io.atalaya.aws.alarms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.atalaya.aws.ClientFactory;
import io.atalaya.noc.alarms.AlarmHistory;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/** {@code DescribeAlarmHistory} of one alarm, a hundred entries a page. */
public final class CloudWatchAlarmHistory implements AlarmHistory {
    /** As IAM names it. */
    public static final String CALL = "cloudwatch:DescribeAlarmHistory";

    static final int MOST_PAGES = 5;
    private static final int PAGE = 100;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final ClientFactory clients;
    private final ProblemMapper problems;
    private final InstantSource clock;

    public CloudWatchAlarmHistory(ClientFactory clients, ProblemMapper problems, InstantSource clock) {
        this.clients = clients;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Answer of(String alarmName, Instant from, Instant to) {
        var askedAt = clock.instant();
        try {
            return new CallContext(Priority.CLICK, 0).call(() -> read(alarmName, from, to, askedAt));
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(problems.problem(CALL, e), askedAt);
        }
    }

    private Answer read(String alarmName, Instant from, Instant to, Instant askedAt) {
        // without the types it answers of metric alarms only
        var request = DescribeAlarmHistoryRequest.builder()
                .alarmName(alarmName)
                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                .startDate(from)
                .endDate(to)
                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                .maxRecords(PAGE)
                .build();
        var changes = new ArrayList<Change>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = clients.cloudWatch().describeAlarmHistory(request);
            answer.alarmHistoryItems().stream()
                    .filter(each -> each.timestamp() != null)
                    .map(CloudWatchAlarmHistory::change)
                    .forEach(changes::add);
            var token = answer.nextToken();
            if (token == null || token.isEmpty()) {
                return new Answer.Changes(changes, true, askedAt);
            }
            request = request.toBuilder().nextToken(token).build();
        }
        return new Answer.Changes(changes, false, askedAt);
    }

    private static Change change(AlarmHistoryItem item) {
        var data = data(item.historyData());
        return new Change(
                item.timestamp(),
                kind(item.historyItemType()),
                item.historySummary() == null ? "" : item.historySummary(),
                text(data.at("/oldState/stateValue")),
                text(data.at("/newState/stateValue")),
                text(data.at("/newState/stateReason")));
    }

    private static Kind kind(@Nullable HistoryItemType type) {
        if (type == null) {
            return Kind.OTHER;
        }
        return switch (type) {
            case STATE_UPDATE -> Kind.STATE;
            case ACTION -> Kind.ACTION;
            case CONFIGURATION_UPDATE -> Kind.CONFIGURATION;
            default -> Kind.OTHER;
        };
    }

    /** What is no JSON says nothing; the summary still does. */
    private static JsonNode data(@Nullable String json) {
        if (json == null || json.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
