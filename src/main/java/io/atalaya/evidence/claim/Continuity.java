package io.atalaya.evidence.claim;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What still answers when a zone does not. */
final class Continuity {
    private Continuity() {}

    /** A standby, or, in a cluster, another instance in another zone. */
    static List<Point> standby(Known known) {
        var deployment = known.deployment();
        return Judging.each(deployment, Parts.DATABASES, it -> {
            var cluster = it.clusterId();
            if (cluster == null) {
                return Point.of(it.id(), "MultiAZ, replicas", it.multiAz() + ", " + it.replicaIds(), it.multiAz());
            }
            var members = deployment.items(Parts.DATABASES).stream()
                    .filter(each -> cluster.equals(each.clusterId()))
                    .toList();
            var zones = members.stream()
                    .map(Database::zone)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
            return Point.of(it.id(), "zones of the instances of " + cluster, zones, zones.size() > 1);
        });
    }

    /** Balancers stand in two zones, and so does what they lead to and what groups keep running. */
    static List<Point> twoZones(Known known) {
        var deployment = known.deployment();
        var points = new ArrayList<>(Judging.every(
                deployment,
                Parts.LOAD_BALANCERS,
                it -> it.balancerType() == LoadBalancerType.GATEWAY
                        ? List.of()
                        : List.of(zones(
                                it.name(),
                                "AvailabilityZones",
                                it.zones().stream().map(zone -> zone.zone()).toList()))));
        points.addAll(Judging.every(
                deployment,
                Parts.TARGET_GROUPS,
                group -> group.balancerArns().isEmpty() || !known(group)
                        ? List.of()
                        : List.of(targets(group, deployment))));
        points.addAll(Judging.every(
                deployment,
                Parts.SCALING_GROUPS,
                group -> group.members().isEmpty() && group.desired() == 0
                        ? List.of()
                        : List.of(zones(
                                group.name(),
                                "zones of its instances",
                                group.members().stream()
                                        .map(ScalingMember::zone)
                                        .toList()))));
        return points;
    }

    /** Of addresses, functions and other balancers AWS does not say in which zone they are. */
    private static boolean known(TargetGroup group) {
        return group.targetType().equals("instance");
    }

    private static Point targets(TargetGroup group, Deployment deployment) {
        var read = Judging.read(deployment, Parts.TARGETS) && Judging.read(deployment, Parts.INSTANCES);
        var zones = deployment.items(Parts.TARGETS).stream()
                .filter(it ->
                        it.targetGroupArn().equals(group.arn()) && it.state().equals("healthy"))
                .map(it -> zone(it, deployment))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return Point.perhaps(
                group.name(),
                "zones of its healthy targets",
                zones,
                zones.size() > 1 ? Boolean.TRUE : read ? false : null);
    }

    private static @Nullable String zone(Target target, Deployment deployment) {
        return deployment
                .index()
                .find(Instance.class, ResourceType.INSTANCE, target.targetId())
                .map(Instance::zone)
                .orElse(target.zone());
    }

    private static Point zones(String name, String fact, List<String> all) {
        var zones = all.stream().distinct().sorted().toList();
        return Point.of(name, fact, zones, zones.size() > 1);
    }
}
