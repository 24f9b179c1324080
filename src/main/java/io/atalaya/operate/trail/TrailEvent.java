package io.atalaya.operate.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of CloudTrail: a request as AWS recorded it.
 *
 * @param eventId CloudTrail's own
 * @param at when AWS had answered the request, by AWS's clock, UTC, in whole seconds
 * @param source the service: {@code ec2.amazonaws.com}
 * @param name the operation: {@code StopInstances}
 * @param region where it is recorded; {@code us-east-1} for services without regions
 * @param caller the ARN that acted; empty where AWS itself did
 * @param requestId the service's, which its caller got as well; empty where there is none
 * @param parameters {@code requestParameters} as JSON; empty where CloudTrail left them out
 * @param errorCode why the service refused it; null when it did not
 * @param errorMessage in the service's words; may be empty
 */
public record TrailEvent(
        String eventId,
        Instant at,
        String source,
        String name,
        String region,
        String caller,
        String requestId,
        String parameters,
        @Nullable String errorCode,
        String errorMessage) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * Reads what {@code LookupEvents} gives as {@code CloudTrailEvent}.
     *
     * @return empty when it is not the record of a request: not JSON, or without id, time or name
     */
    public static Optional<TrailEvent> read(String json) {
        try {
            var event = JSON.readTree(json);
            var id = text(event, "eventID");
            var name = text(event, "eventName");
            if (id.isEmpty() || name.isEmpty()) {
                return Optional.empty();
            }
            var error = text(event, "errorCode");
            return Optional.of(new TrailEvent(
                    id,
                    Instant.parse(text(event, "eventTime")),
                    text(event, "eventSource"),
                    name,
                    text(event, "awsRegion"),
                    text(event.path("userIdentity"), "arn"),
                    text(event, "requestID"),
                    event.path("requestParameters").isObject()
                            ? event.path("requestParameters").toString()
                            : "",
                    error.isEmpty() ? null : error,
                    text(event, "errorMessage")));
        } catch (JsonProcessingException | DateTimeException notARecord) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isTextual() ? value.textValue() : "";
    }
}
