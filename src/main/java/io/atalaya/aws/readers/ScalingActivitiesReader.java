package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingActivity;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.Activity;

/**
 * What scaling groups did, newest first: of six weeks that Auto Scaling keeps, the newest {@value #ENOUGH} of all groups
 * together.
 */
final class ScalingActivitiesReader implements Reader<ScalingActivity> {
    private static final int ENOUGH = 300;

    private final Clients clients;
    private final PageSize pageSize;

    ScalingActivitiesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<ScalingActivity> source() {
        return new Source<>(
                Parts.SCALING_ACTIVITIES,
                Set.of("autoscaling:DescribeScalingActivities"),
                Cadence.HALF_MINUTE,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<ScalingActivity>> page) {
        var pages =
                clients.autoScaling().describeScalingActivitiesPaginator(r -> r.maxRecords(pageSize.within(1, 100)));
        var read = 0;
        for (var answer : pages) {
            page.accept(answer.activities().stream()
                    .map(ScalingActivitiesReader::activity)
                    .toList());
            read += answer.activities().size();
            if (read >= ENOUGH) {
                return;
            }
        }
    }

    private static ScalingActivity activity(Activity a) {
        return new ScalingActivity(
                Absent.text(a.activityId()),
                Absent.text(a.autoScalingGroupName()),
                Absent.text(a.description()),
                Absent.text(a.cause()),
                Absent.text(a.statusCodeAsString()),
                Absent.orNull(a.statusMessage()),
                a.startTime() == null ? Instant.EPOCH : a.startTime(),
                a.endTime(),
                Absent.number(a.progress()));
    }
}
