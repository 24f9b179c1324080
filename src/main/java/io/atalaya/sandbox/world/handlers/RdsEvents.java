package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DescribeEventsRequest;
import software.amazon.awssdk.services.rds.model.DescribeEventsResponse;
import software.amazon.awssdk.services.rds.model.DescribePendingMaintenanceActionsRequest;
import software.amazon.awssdk.services.rds.model.DescribePendingMaintenanceActionsResponse;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.ResourcePendingMaintenanceActions;

/** What RDS has done and what it is going to do. */
final class RdsEvents {
    private static final Duration STANDARD_SPAN = Duration.ofMinutes(60);
    private static final Duration LONGEST_SPAN = Duration.ofDays(14);

    private RdsEvents() {}

    static void register(Operations rds) {
        rds.on("DescribeEvents", DescribeEventsRequest.class, DescribeEventsResponse.class, RdsEvents::events)
                .on(
                        "DescribePendingMaintenanceActions",
                        DescribePendingMaintenanceActionsRequest.class,
                        DescribePendingMaintenanceActionsResponse.class,
                        RdsEvents::maintenance);
    }

    /** The last hour unless asked otherwise; at most fourteen days back. */
    private static DescribeEventsResponse events(World world, DescribeEventsRequest r, Call call) {
        Instant now = world.now();
        Instant until = r.endTime() == null ? now : r.endTime();
        Duration span = r.duration() == null ? STANDARD_SPAN : Duration.ofMinutes(r.duration());
        Instant since = r.startTime() == null ? until.minus(span) : r.startTime();
        if (since.isBefore(now.minus(LONGEST_SPAN).minusSeconds(60))) {
            throw new WireFault(
                    400, "InvalidParameterValue", "Events are kept for 14 days; the start time lies before that");
        }
        if (r.sourceIdentifier() != null && r.sourceType() == null) {
            throw new WireFault(400, "InvalidParameterCombination", "SourceType must be given with SourceIdentifier");
        }
        List<Event> found = world.databases().events().stream()
                .filter(e -> !e.date().isBefore(since) && !e.date().isAfter(until))
                .filter(e -> r.sourceType() == null || e.sourceType() == r.sourceType())
                .filter(e ->
                        r.sourceIdentifier() == null || e.sourceIdentifier().equals(r.sourceIdentifier()))
                .filter(e -> r.eventCategories().isEmpty()
                        || e.eventCategories().stream().anyMatch(r.eventCategories()::contains))
                .sorted(Comparator.comparing(Event::date))
                .toList();
        Page<Event> page = Rds.page(found, r.maxRecords(), r.marker());
        return DescribeEventsResponse.builder()
                .events(page.items())
                .marker(page.token())
                .build();
    }

    private static DescribePendingMaintenanceActionsResponse maintenance(
            World world, DescribePendingMaintenanceActionsRequest r, Call call) {
        List<ResourcePendingMaintenanceActions> all = world.databases().maintenance().entrySet().stream()
                .filter(e -> r.resourceIdentifier() == null || e.getKey().equals(r.resourceIdentifier()))
                .map(e -> ResourcePendingMaintenanceActions.builder()
                        .resourceIdentifier(e.getKey())
                        .pendingMaintenanceActionDetails(e.getValue())
                        .build())
                .toList();
        List<ResourcePendingMaintenanceActions> found = Rds.filtered(
                all,
                r.filters(),
                Map.of(
                        "db-instance-id",
                        a -> Stream.of(
                                a.resourceIdentifier(),
                                a.resourceIdentifier()
                                        .substring(a.resourceIdentifier().lastIndexOf(':') + 1)),
                        "db-cluster-id",
                        a -> a.resourceIdentifier().contains(":cluster:")
                                ? Stream.of(
                                        a.resourceIdentifier(),
                                        a.resourceIdentifier()
                                                .substring(
                                                        a.resourceIdentifier().lastIndexOf(':') + 1))
                                : Stream.empty()));
        Page<ResourcePendingMaintenanceActions> page = Rds.page(found, r.maxRecords(), r.marker());
        return DescribePendingMaintenanceActionsResponse.builder()
                .pendingMaintenanceActions(page.items())
                .marker(page.token())
                .build();
    }
}
