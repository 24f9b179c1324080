package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.AuditTrails;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.Trail;
import io.atalaya.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/** The event history: by one attribute and time. Events name no resources. */
final class CloudTrail {
    private static final int PAGE = 50;

    private final Trail trail;
    private final AuditTrails trails;

    private CloudTrail(Trail trail, AuditTrails trails) {
        this.trail = trail;
        this.trails = trails;
    }

    static void register(OperationRegistry registry, Cloud cloud) {
        var service = new CloudTrail(cloud.trail(), cloud.auditTrails());
        Operations.regional(registry, cloud, "cloudtrail")
                .on("LookupEvents", LookupEventsRequest.class, LookupEventsResponse.class, service::lookUp)
                .on("DescribeTrails", DescribeTrailsRequest.class, DescribeTrailsResponse.class, service::trails)
                .on("GetTrailStatus", GetTrailStatusRequest.class, GetTrailStatusResponse.class, service::status)
                .on(
                        "GetEventSelectors",
                        GetEventSelectorsRequest.class,
                        GetEventSelectorsResponse.class,
                        service::selectors);
    }

    private DescribeTrailsResponse trails(World world, DescribeTrailsRequest request, Call call) {
        var told = trails.trail();
        var asked = request.trailNameList();
        var here = !Boolean.FALSE.equals(request.includeShadowTrails())
                || call.region().equals(told.homeRegion());
        var wanted = asked.isEmpty() || asked.stream().anyMatch(trails::isCalled);
        return DescribeTrailsResponse.builder()
                .trailList(here && wanted ? List.of(told) : List.of())
                .build();
    }

    private GetTrailStatusResponse status(World world, GetTrailStatusRequest request, Call call) {
        find(request.name());
        return trails.status(world.now());
    }

    private GetEventSelectorsResponse selectors(World world, GetEventSelectorsRequest request, Call call) {
        find(request.trailName());
        return GetEventSelectorsResponse.builder()
                .trailARN(trails.trail().trailARN())
                .eventSelectors(trails.selector())
                .build();
    }

    private void find(String name) {
        if (!trails.isCalled(name)) {
            throw new WireFault(400, "TrailNotFoundException", "Unknown trail: " + name);
        }
    }

    private LookupEventsResponse lookUp(World world, LookupEventsRequest request, Call call) {
        Instant from = request.startTime();
        Instant to = request.endTime();
        if (from != null && to != null && from.isAfter(to)) {
            throw new WireFault(
                    400, "InvalidTimeRangeException", "The start time is after the end time: " + from + ", " + to);
        }
        Integer most = request.maxResults();
        if (most != null && (most < 1 || most > PAGE)) {
            throw new WireFault(400, "InvalidMaxResultsException", "MaxResults must be between 1 and 50: " + most);
        }
        if (request.lookupAttributes().size() > 1) {
            throw new WireFault(
                    400, "InvalidLookupAttributesException", "You can specify only one lookup attribute per request.");
        }
        var found = trail.events(
                call.region(),
                event -> within(from, to, event)
                        && request.lookupAttributes().stream().allMatch(it -> has(it).test(event)));
        var invalid = new WireFault(400, "InvalidNextTokenException", "The next token is invalid.");
        Page<Trail.Event> page = Page.of(found, most, PAGE, request.nextToken(), invalid);
        return LookupEventsResponse.builder()
                .events(page.items().stream().map(CloudTrail::event).toList())
                .nextToken(page.token())
                .build();
    }

    private static boolean within(@Nullable Instant from, @Nullable Instant to, Trail.Event event) {
        return (from == null || !event.at().isBefore(from))
                && (to == null || !event.at().isAfter(to));
    }

    private static Predicate<Trail.Event> has(LookupAttribute attribute) {
        var value = attribute.attributeValue();
        return switch (attribute.attributeKey()) {
            case EVENT_ID -> event -> event.id().equals(value);
            case EVENT_NAME -> event -> event.name().equals(value);
            case EVENT_SOURCE -> event -> event.source().equals(value);
            case USERNAME -> event -> event.userName().equals(value);
            case ACCESS_KEY_ID -> event -> event.accessKeyId().equals(value);
            case READ_ONLY -> event -> value.equals("false"); // nothing else is recorded here
            case RESOURCE_NAME, RESOURCE_TYPE -> event -> false;
            case UNKNOWN_TO_SDK_VERSION ->
                throw new WireFault(
                        400,
                        "InvalidLookupAttributesException",
                        "There is no such lookup attribute: " + attribute.attributeKeyAsString());
        };
    }

    private static Event event(Trail.Event event) {
        return Event.builder()
                .eventId(event.id())
                .eventName(event.name())
                .eventSource(event.source())
                .eventTime(event.at())
                .readOnly("false")
                .accessKeyId(event.accessKeyId())
                .username(event.userName())
                .resources(List.of())
                .cloudTrailEvent(event.record().toString())
                .build();
    }
}
