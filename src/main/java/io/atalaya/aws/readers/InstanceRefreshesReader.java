package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;

/** The latest instance refreshes of each scaling group: AWS answers them group by group, newest first. */
final class InstanceRefreshesReader implements Reader<InstanceRefresh> {
    /** Older ones were followed by these. */
    private static final int LATEST = 3;

    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    InstanceRefreshesReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<InstanceRefresh> source() {
        return new Source<>(
                Parts.INSTANCE_REFRESHES,
                Set.of("autoscaling:DescribeInstanceRefreshes"),
                Cadence.MINUTE,
                Set.of(Parts.SCALING_GROUPS),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<InstanceRefresh>> page) throws Exception {
        var groups = known.items(Parts.SCALING_GROUPS).stream()
                .map(ScalingGroup::name)
                .toList();
        var gathered = new Gathered<String, InstanceRefresh>(page);
        fanOut.ask(groups, this::ofGroup, gathered);
        gathered.finish(known.items(Parts.INSTANCE_REFRESHES), InstanceRefresh::groupName);
    }

    private List<InstanceRefresh> ofGroup(String name) {
        try {
            return clients
                    .autoScaling()
                    .describeInstanceRefreshes(
                            r -> r.autoScalingGroupName(name).maxRecords(Math.min(LATEST, pageSize.within(1, 100))))
                    .instanceRefreshes()
                    .stream()
                    .map(refresh -> refresh(name, refresh))
                    .toList();
        } catch (AutoScalingException refused) {
            if (deletedMeanwhile(refused)) {
                return List.of();
            }
            throw refused;
        }
    }

    /** Auto Scaling has no exception of its own for a group that is not there. */
    private static boolean deletedMeanwhile(AutoScalingException refused) {
        var details = refused.awsErrorDetails();
        return details != null
                && "ValidationError".equals(details.errorCode())
                && Absent.text(details.errorMessage()).contains("not found");
    }

    private static InstanceRefresh refresh(
            String group, software.amazon.awssdk.services.autoscaling.model.InstanceRefresh r) {
        return new InstanceRefresh(
                Absent.text(r.instanceRefreshId()),
                Absent.text(r.autoScalingGroupName(), group),
                Absent.text(r.statusAsString()),
                Absent.orNull(r.statusReason()),
                r.startTime() == null ? Instant.EPOCH : r.startTime(),
                r.endTime(),
                Absent.number(r.percentageComplete()),
                Absent.number(r.instancesToUpdate()));
    }
}
