package io.atalaya.evidence.claim;

import io.atalaya.deployment.AuditTrail;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether it is written down who did what: by CloudTrail for everybody, by this console's journal for what it did itself. */
final class AuditTrails {
    /** What records at least everything that was changed. */
    private static final Set<String> CHANGES = Set.of("All", "WriteOnly");

    private static final Duration RECENT = Duration.ofHours(24);

    private AuditTrails() {}

    static List<Point> kept(Known known) {
        var points = new ArrayList<Point>();
        var journal = known.journal();
        if (journal.kept()) { // else this console has done nothing yet
            points.add(Point.of("journal.jsonl", "lines that verify", journal.lines(), journal.intact()));
        }
        var deployment = known.deployment();
        if (!Judging.read(deployment, Parts.AUDIT_TRAILS)) {
            return points;
        }
        var trails = Judging.each(deployment, Parts.AUDIT_TRAILS, it -> point(it, known));
        var good = trails.stream().filter(it -> Boolean.TRUE.equals(it.holds())).toList();
        // one that does is enough, whatever the others are for
        points.addAll(good.isEmpty() ? trails : good);
        if (trails.isEmpty()) {
            points.add(Point.of("cloudtrail", "trails", 0, false));
        }
        return points;
    }

    private static Point point(AuditTrail trail, Known known) {
        return Point.perhaps(
                trail.arn(),
                "IsLogging, IsMultiRegionTrail, management events, LogFileValidationEnabled, LatestDeliveryTime",
                trail.logging() + ", " + trail.everyRegion() + ", " + trail.managementEvents() + ", "
                        + trail.validated() + ", " + trail.latestDeliveryAt()
                        + (trail.deliveryError() == null ? "" : " " + trail.deliveryError()),
                holds(trail, known));
    }

    private static @Nullable Boolean holds(AuditTrail trail, Known known) {
        var events = trail.managementEvents();
        var here = trail.everyRegion()
                || trail.homeRegion().equals(known.deployment().region());
        if (!here
                || Boolean.FALSE.equals(trail.logging())
                || trail.deliveryError() != null
                || "None".equals(events)
                || "ReadOnly".equals(events)) {
            return false;
        }
        var latest = trail.latestDeliveryAt();
        if (trail.logging() == null || events == null || latest == null || !CHANGES.contains(events)) {
            return null;
        }
        // where nothing is done, nothing is delivered
        return latest.isAfter(known.now().minus(RECENT)) ? Boolean.TRUE : null;
    }
}
