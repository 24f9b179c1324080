package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Who plays what, in a world of any deployment. The same world always gives the same answer. */
final class Cast {
    /** A database that is being backed up serves all the same. */
    private static final Set<String> UP = Set.of("available", "backing-up");

    private Cast() {}

    /** Registrations that are healthy and whose instance runs. */
    static Stream<Target> serving(World world) {
        return world.balancing().targetGroups().stream()
                .map(TargetGroup::targetGroupArn)
                .flatMap(arn -> serving(world, arn).stream());
    }

    static List<Target> serving(World world, String targetGroupArn) {
        return world.targets().of(targetGroupArn).stream()
                .filter(t -> t.health().state() == TargetHealthStateEnum.HEALTHY)
                .filter(t -> world.instances().stateOf(t.description().id()) == InstanceStateName.RUNNING)
                .toList();
    }

    /** An instance whose loss others of its group can bear; any serving one where none can. */
    static Optional<String> target(World world) {
        return servingTarget(world)
                .or(() -> registered(world).map(t -> t.description().id()).findFirst());
    }

    /** Registrations whose instance runs, however they fare: the deployment may have trouble of its own. */
    private static Stream<Target> registered(World world) {
        return world.balancing().targetGroups().stream()
                .flatMap(g -> world.targets().of(g.targetGroupArn()).stream())
                .filter(t -> world.instances().stateOf(t.description().id()) == InstanceStateName.RUNNING);
    }

    private static Optional<String> servingTarget(World world) {
        List<List<Target>> groups = world.balancing().targetGroups().stream()
                .map(g -> serving(world, g.targetGroupArn()))
                .filter(Predicate.not(Collection::isEmpty))
                .toList();
        return groups.stream()
                .filter(g -> g.size() > 1)
                .findFirst()
                .or(() -> groups.stream().findFirst())
                .map(g -> g.getLast().description().id());
    }

    /**
     * The zone whose loss teaches most: the primary of a Multi-AZ database is there, and no database that has no standby. Never
     * the only one that serves.
     */
    static Optional<String> zone(World world) {
        List<String> zones = registered(world)
                .map(t -> world.instances().zoneOf(t.description().id()))
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
        return zones.size() < 2
                ? Optional.empty()
                : zones.stream()
                        .max(Comparator.comparingInt((String z) -> worth(world, z))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int worth(World world, String zone) {
        return world.databases().instances().stream()
                .filter(d -> zone.equals(d.availabilityZone()))
                .mapToInt(d -> isMultiAz(d) ? 2 : -1)
                .sum();
    }

    /** Running instances of a zone. */
    static List<String> running(World world, String zone) {
        return world.compute().instances().stream()
                .filter(i -> i.state().name() == InstanceStateName.RUNNING
                        && zone.equals(i.placement().availabilityZone()))
                .map(Instance::instanceId)
                .toList();
    }

    /** A database that serves: one with a standby where there is one. Members of clusters and replicas are left alone. */
    static Optional<DBInstance> database(World world) {
        return world.databases().instances().stream()
                .filter(d -> UP.contains(d.dbInstanceStatus())
                        && d.dbClusterIdentifier() == null
                        && d.readReplicaSourceDBInstanceIdentifier() == null)
                .min(Comparator.comparing(d -> !isMultiAz(d)));
    }

    static boolean isMultiAz(DBInstance database) {
        return Boolean.TRUE.equals(database.multiAZ()) && database.secondaryAvailabilityZone() != null;
    }

    /** What a person calls an instance, with its id. */
    static String name(World world, String instanceId) {
        return world.compute()
                .instances()
                .find(instanceId)
                .flatMap(i -> i.tags().stream()
                        .filter(t -> t.key().equals("Name"))
                        .map(t -> t.value() + " " + instanceId)
                        .findFirst())
                .orElse(instanceId);
    }

    static String groupName(World world, String targetGroupArn) {
        return world.balancing()
                .targetGroups()
                .find(targetGroupArn)
                .map(TargetGroup::targetGroupName)
                .orElse(targetGroupArn);
    }
}
