package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.route53.model.GetHealthCheckStatusRequest;
import software.amazon.awssdk.services.route53.model.GetHealthCheckStatusResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckObservation;
import software.amazon.awssdk.services.route53.model.ListHealthChecksRequest;
import software.amazon.awssdk.services.route53.model.ListHealthChecksResponse;
import software.amazon.awssdk.services.route53.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.route53.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.route53.model.ListTagsForResourcesRequest;
import software.amazon.awssdk.services.route53.model.ListTagsForResourcesResponse;
import software.amazon.awssdk.services.route53.model.ResourceTagSet;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Health checks, asked from sixteen places in eight regions, and tags. */
final class Route53Health {
    private static final List<String> CHECKERS = List.of(
            "us-east-1",
            "us-west-1",
            "us-west-2",
            "eu-west-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-northeast-1",
            "sa-east-1");
    private static final int STANDARD = 100;

    private Route53Health() {}

    static void register(Operations route53) {
        route53.on(
                        "ListHealthChecks",
                        ListHealthChecksRequest.class,
                        ListHealthChecksResponse.class,
                        Route53Health::checks)
                .on(
                        "GetHealthCheckStatus",
                        GetHealthCheckStatusRequest.class,
                        GetHealthCheckStatusResponse.class,
                        Route53Health::status)
                .on(
                        "ListTagsForResource",
                        ListTagsForResourceRequest.class,
                        ListTagsForResourceResponse.class,
                        Route53Health::tags)
                .on(
                        "ListTagsForResources",
                        ListTagsForResourcesRequest.class,
                        ListTagsForResourcesResponse.class,
                        Route53Health::tagsOfMany);
    }

    private static ListHealthChecksResponse checks(World world, ListHealthChecksRequest r, Call call) {
        Page<HealthCheck> page = Page.of(
                List.copyOf(world.dns().healthChecks().all()),
                null,
                STANDARD,
                r.marker(),
                Route53.invalid("The marker is not valid"));
        return ListHealthChecksResponse.builder()
                .healthChecks(page.items())
                .marker(r.marker())
                .isTruncated(page.token() != null)
                .nextMarker(page.token())
                .maxItems(String.valueOf(STANDARD))
                .build();
    }

    /** Each checker looked at its own second of the last thirty. */
    private static GetHealthCheckStatusResponse status(World world, GetHealthCheckStatusRequest r, Call call) {
        require(world, r.healthCheckId());
        String outcome = world.dns().report(r.healthCheckId(), world.now());
        List<HealthCheckObservation> seen = new ArrayList<>();
        for (int i = 0; i < CHECKERS.size() * 2; i++) {
            long phase = world.dice().below("checker", i, 30);
            long second = Math.floorDiv(world.now().getEpochSecond() - phase, 30L) * 30 + phase;
            seen.add(HealthCheckObservation.builder()
                    .region(CHECKERS.get(i / 2))
                    .ipAddress("192.0.2." + (16 + i))
                    .statusReport(s -> s.status(outcome).checkedTime(Instant.ofEpochSecond(second)))
                    .build());
        }
        return GetHealthCheckStatusResponse.builder()
                .healthCheckObservations(seen)
                .build();
    }

    private static ListTagsForResourceResponse tags(World world, ListTagsForResourceRequest r, Call call) {
        return ListTagsForResourceResponse.builder()
                .resourceTagSet(tagSet(world, r.resourceType(), r.resourceId()))
                .build();
    }

    private static ListTagsForResourcesResponse tagsOfMany(World world, ListTagsForResourcesRequest r, Call call) {
        return ListTagsForResourcesResponse.builder()
                .resourceTagSets(r.resourceIds().stream()
                        .map(id -> tagSet(world, r.resourceType(), id))
                        .toList())
                .build();
    }

    private static ResourceTagSet tagSet(World world, TagResourceType type, String id) {
        if (type == TagResourceType.HEALTHCHECK) {
            require(world, id);
        } else if (!world.dns().zones().contains(id)) {
            throw new WireFault(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id);
        }
        return ResourceTagSet.builder()
                .resourceType(type)
                .resourceId(id)
                .tags(world.dns().tags().getOrDefault(id, List.of()))
                .build();
    }

    private static void require(World world, String healthCheckId) {
        if (!world.dns().healthChecks().contains(healthCheckId)) {
            throw new WireFault(
                    404, "NoSuchHealthCheck", "A health check with id " + healthCheckId + " does not exist.");
        }
    }
}
