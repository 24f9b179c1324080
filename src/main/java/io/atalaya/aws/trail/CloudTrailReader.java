package io.atalaya.aws.trail;

import io.atalaya.aws.ClientFactory;
import io.atalaya.operate.trail.Trail;
import io.atalaya.operate.trail.TrailEvent;
import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import io.atalaya.watch.ProblemMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/**
 * {@code LookupEvents}, in the region where the call was made. AWS takes one attribute a question, the name or "not only read",
 * and gives at most fifty events a page.
 */
public final class CloudTrailReader implements Trail {
    /** As IAM names it. */
    public static final String CALL = "cloudtrail:LookupEvents";

    /** Five hundred events: at the budget's share of AWS's two calls a second, half a minute. */
    static final int MOST_PAGES = 10;

    private static final int PAGE = 50;

    private final ClientFactory clients;
    private final ProblemMapper problems;
    private final InstantSource clock;

    public CloudTrailReader(ClientFactory clients, ProblemMapper problems, InstantSource clock) {
        this.clients = clients;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Answer lookUp(Query query) {
        var askedAt = clock.instant();
        try {
            return new CallContext(query.urgent() ? Priority.CLICK : Priority.BACKGROUND, 0)
                    .call(() -> read(query, askedAt));
        } catch (Exception e) { // whatever the SDK throws is an answer
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(problems.problem(CALL, e), askedAt);
        }
    }

    private Answer read(Query query, Instant askedAt) {
        var client = clients.in(query.region()).cloudTrail();
        var events = new ArrayList<TrailEvent>();
        var request = request(query);
        var whole = true; // an event that cannot be read could be the one that is looked for
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = client.lookupEvents(request);
            var readable = events(answer.events());
            events.addAll(readable);
            whole &= readable.size() == answer.events().size();
            var token = answer.nextToken();
            if (allSeen(query, events)) {
                return new Answer.Events(events, true, askedAt);
            }
            if (token == null || token.isEmpty()) {
                return new Answer.Events(events, whole, askedAt);
            }
            request = request.toBuilder().nextToken(token).build();
        }
        return new Answer.Events(events, false, askedAt);
    }

    private static LookupEventsRequest request(Query query) {
        var attribute = query.name() == null
                ? attribute(LookupAttributeKey.READ_ONLY, "false")
                : attribute(LookupAttributeKey.EVENT_NAME, query.name());
        return LookupEventsRequest.builder()
                .lookupAttributes(attribute)
                .startTime(query.from())
                .endTime(query.to())
                .maxResults(PAGE)
                .build();
    }

    private static LookupAttribute attribute(LookupAttributeKey key, String value) {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }

    private static List<TrailEvent> events(List<Event> page) {
        return page.stream()
                .map(Event::cloudTrailEvent)
                .map(CloudTrailReader::event)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<TrailEvent> event(@Nullable String json) {
        return json == null ? Optional.empty() : TrailEvent.read(json);
    }

    private static boolean allSeen(Query query, List<TrailEvent> events) {
        return !query.wanted().isEmpty()
                && events.stream()
                        .map(TrailEvent::requestId)
                        .collect(Collectors.toUnmodifiableSet())
                        .containsAll(query.wanted());
    }
}
