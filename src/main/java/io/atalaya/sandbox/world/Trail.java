package io.atalaya.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.CallWitness;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.trail.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The account's CloudTrail: every call that changes something, refused ones too, some minutes after it was answered. Calls with
 * bad credentials are not in it, as in AWS's. Keeps the last 10,000. Thread-safe.
 */
public final class Trail implements CallWitness {
    /** AWS: typically within five minutes. */
    public static final Duration USUAL_DELAY = Duration.ofMinutes(5);

    private static final int KEPT = 10_000;
    private static final Duration HISTORY = Duration.ofDays(90);
    private static final String HOME = "us-east-1";
    private static final Set<String> GLOBAL = Set.of("route53", "iam");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Values that a service writes down although nobody sent them. */
    private static final Map<String, String> ADDED =
            Map.of("StopInstances", "force", "ModifyDBInstance", "allowMajorVersionUpgrade");

    private final Identity identity;
    private final InstantSource clock;
    private final Deque<Event> events = new ArrayDeque<>();
    private Duration delay = USUAL_DELAY;

    /**
     * One of them.
     *
     * @param at in whole seconds, by the world's clock
     * @param record as {@code CloudTrailEvent} holds it
     */
    public record Event(
            String id,
            Instant at,
            String region,
            String source,
            String name,
            String userName,
            String accessKeyId,
            ObjectNode record) {}

    Trail(Identity identity, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** How long an event takes to appear, from now on also for those that are on their way. */
    public synchronized void delay(Duration wanted) {
        delay = wanted;
    }

    @Override
    public synchronized void answered(
            Call call, SdkPojo request, @Nullable SdkPojo answer, @Nullable WireFault refusal) {
        var record = JSON.objectNode();
        var region = GLOBAL.contains(call.service()) ? HOME : call.region();
        var source = call.service() + ".amazonaws.com";
        var id = UUID.randomUUID().toString();
        var at = call.time().truncatedTo(ChronoUnit.SECONDS);
        record.put("eventVersion", "1.11");
        var arn = who(call, record.putObject("userIdentity"));
        record.put("eventTime", at.toString());
        record.put("eventSource", source);
        record.put("eventName", call.operation());
        record.put("awsRegion", region);
        record.put("sourceIPAddress", "127.0.0.1");
        record.put("userAgent", "sandbox");
        if (refusal != null) {
            record.put("errorCode", (call.service().equals("ec2") ? "Client." : "") + refusal.code());
            record.put("errorMessage", String.valueOf(refusal.getMessage()));
        }
        record.set("requestParameters", parameters(call, request));
        var elements = answer == null ? JSON.objectNode() : Rendering.of(call.service(), answer);
        record.set("responseElements", elements.isEmpty() ? JSON.nullNode() : elements);
        record.put("requestID", call.requestId());
        record.put("eventID", id);
        record.put("readOnly", false);
        record.put("eventType", "AwsApiCall");
        record.put("managementEvent", true);
        record.put("recipientAccountId", identity.account().id());
        record.put("eventCategory", "Management");
        events.addFirst(new Event(
                id,
                at,
                region,
                source,
                call.operation(),
                arn.substring(arn.lastIndexOf('/') + 1),
                call.accessKeyId(),
                record));
        if (events.size() > KEPT) {
            events.removeLast();
        }
    }

    private static ObjectNode parameters(Call call, SdkPojo request) {
        var parameters = Rendering.of(call.service(), request);
        var added = ADDED.get(call.operation());
        if (added != null && !parameters.has(added)) {
            parameters.put(added, false);
        }
        return parameters;
    }

    private String who(Call call, ObjectNode who) {
        var key = identity.find(call.accessKeyId());
        var arn = key.map(AccessKey::callerArn).orElse("");
        var assumed = arn.contains(":assumed-role/");
        who.put("type", assumed ? "AssumedRole" : "IAMUser");
        who.put("principalId", key.map(AccessKey::userId).orElse(""));
        who.put("arn", arn);
        who.put("accountId", key.map(AccessKey::accountId).orElse(""));
        who.put("accessKeyId", call.accessKeyId());
        if (!assumed) {
            who.put("userName", arn.substring(arn.lastIndexOf('/') + 1));
        }
        return arn;
    }

    /** What can be looked up now in a region, newest first. */
    public synchronized List<Event> events(String region, Predicate<Event> such) {
        var now = clock.instant();
        var found = new ArrayList<Event>();
        for (var event : events) {
            var there = !event.at().plus(delay).isAfter(now) && !event.at().isBefore(now.minus(HISTORY));
            if (there && event.region().equals(region) && such.test(event)) {
                found.add(event);
            }
        }
        found.sort(Comparator.comparing(Event::at).reversed());
        return List.copyOf(found);
    }

    /**
     * Changes what is recorded of a request, as nobody can with AWS's own trail; for tests and for showing.
     *
     * @param change of the record; later look-ups by name see the changed name
     * @return whether there is such an event
     */
    public synchronized boolean alter(String requestId, Consumer<ObjectNode> change) {
        var altered = new ArrayList<Event>();
        for (var event : events) {
            if (event.record().path("requestID").asText().equals(requestId)) {
                var record = event.record().deepCopy();
                change.accept(record);
                events.remove(event);
                altered.add(new Event(
                        event.id(),
                        event.at(),
                        event.region(),
                        event.source(),
                        record.path("eventName").asText(),
                        event.userName(),
                        event.accessKeyId(),
                        record));
                break;
            }
        }
        altered.forEach(events::addFirst);
        return !altered.isEmpty();
    }

    /** Loses what is recorded of a request. */
    public synchronized boolean lose(String requestId) {
        return events.removeIf(
                event -> event.record().path("requestID").asText().equals(requestId));
    }
}
