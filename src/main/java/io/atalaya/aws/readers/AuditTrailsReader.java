package io.atalaya.aws.readers;

import io.atalaya.deployment.AuditTrail;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.OperationNotPermittedException;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;
import software.amazon.awssdk.services.cloudtrail.model.UnsupportedOperationException;

/** Trails with what they record, three kinds of call: the list, which is not paged, says not whether a trail is switched on. */
final class AuditTrailsReader implements Reader<AuditTrail> {
    private static final String LIST = "cloudtrail:DescribeTrails";
    private static final String STATUS = "cloudtrail:GetTrailStatus";
    private static final String SELECTORS = "cloudtrail:GetEventSelectors";

    private final Clients clients;
    private final FanOut fanOut;

    AuditTrailsReader(Clients clients, FanOut fanOut) {
        this.clients = clients;
        this.fanOut = fanOut;
    }

    Source<AuditTrail> source() {
        return new Source<>(
                Parts.AUDIT_TRAILS,
                Set.of(LIST, STATUS, SELECTORS),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<AuditTrail>> page) throws Exception {
        var trails = Calls.named(LIST, () -> clients.cloudTrail()
                .describeTrails(r -> r.includeShadowTrails(true))
                .trailList());
        var gathered = new Gathered<Trail, AuditTrail>(page);
        fanOut.ask(trails, this::of, gathered);
        gathered.finish(known.items(Parts.AUDIT_TRAILS), it -> trails.stream()
                .filter(trail -> it.arn().equals(trail.trailARN()))
                .findFirst()
                .orElse(Trail.builder().build()));
    }

    private List<AuditTrail> of(Trail trail) throws CallFailedException {
        // by its ARN, because a trail of another region is not found by its name
        var arn = Absent.text(trail.trailARN(), Absent.text(trail.name()));
        var status = status(arn);
        return List.of(new AuditTrail(
                arn,
                Absent.text(trail.name()),
                Absent.text(trail.homeRegion()),
                Absent.yes(trail.isMultiRegionTrail()),
                Absent.yes(trail.includeGlobalServiceEvents()),
                Absent.yes(trail.isOrganizationTrail()),
                Absent.yes(trail.logFileValidationEnabled()),
                Absent.text(trail.s3BucketName()),
                status == null ? null : status.isLogging(),
                status == null ? null : status.latestDeliveryTime(),
                status == null ? null : Absent.orNull(status.latestDeliveryError()),
                selectors(arn)));
    }

    /** Null for the trail of an organization, of which AWS tells a member no more than its name. */
    private @Nullable GetTrailStatusResponse status(String arn) throws CallFailedException {
        return Calls.<@Nullable GetTrailStatusResponse>named(STATUS, () -> {
            try {
                return clients.cloudTrail().getTrailStatus(r -> r.name(arn));
            } catch (TrailNotFoundException | OperationNotPermittedException | UnsupportedOperationException untold) {
                return null;
            }
        });
    }

    private @Nullable String selectors(String arn) throws CallFailedException {
        return Calls.<@Nullable String>named(SELECTORS, () -> {
            try {
                return ManagementEvents.of(clients.cloudTrail().getEventSelectors(r -> r.trailName(arn)));
            } catch (TrailNotFoundException | OperationNotPermittedException | UnsupportedOperationException untold) {
                return null;
            }
        });
    }
}
