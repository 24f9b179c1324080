package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.LogComplaint;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The deployment of CheckOP as it was read, and things that can happen to the machine in zone 1d. */
record Checkop(Deployment deployment) {
    static final Instant NOW = Instant.parse("2026-11-24T19:03:39Z");
    static final String WEB = "ChOp-web";
    static final String MACHINE = "i-0f3d8a6617be2c904";
    static final String PEER = "i-0b7e41d2c5f9a8036";
    static final String SUBNET = "subnet-07b2f4c6e8d1a3950";
    static final String OTHER_SUBNET = "subnet-0d3e8a1b5c7f92046";
    static final String APP = "sg-0c5b9d3f7a1e28460";
    static final String BALANCER = "sg-03a7e5c9b1d2f4680";
    static final String FILES = "sg-0e91b7c3d5a2468f0";

    <T> Checkop with(Part<T> part, Function<List<T>, List<T>> change) {
        return new Checkop(deployment.with(
                part, Observed.of(Listing.complete(change.apply(deployment.items(part))), NOW, Duration.ofMinutes(1))));
    }

    <T> Checkop each(Part<T> part, Predicate<T> which, UnaryOperator<T> change) {
        return with(part, items -> items.stream()
                .map(each -> which.test(each) ? change.apply(each) : each)
                .toList());
    }

    <T> Checkop add(Part<T> part, T item) {
        return with(
                part, items -> Stream.concat(items.stream(), Stream.of(item)).toList());
    }

    /** The target of the machine in the web group fails with this reason. */
    Checkop sick(String reason, @Nullable String description) {
        return target(MACHINE, 8080, "unhealthy", reason, description);
    }

    Checkop times() {
        return sick("Target.Timeout", "Request timed out");
    }

    Checkop target(String id, int port, String state, @Nullable String reason, @Nullable String description) {
        return each(
                Parts.TARGETS,
                it -> it.targetId().equals(id) && Integer.valueOf(port).equals(it.port()),
                it -> new Target(it.targetGroupArn(), id, port, it.zone(), state, reason, description));
    }

    /** All targets of the web group fail with this reason. */
    Checkop allSick(String reason, String description) {
        return sick(reason, description).target(PEER, 8080, "unhealthy", reason, description);
    }

    Checkop instance(UnaryOperator<Instance> change) {
        return each(Parts.INSTANCES, it -> it.id().equals(MACHINE), change);
    }

    Checkop state(String state) {
        return instance(it -> changed(it, state, it.launchedAt()));
    }

    Checkop launched(Instant at) {
        return instance(it -> changed(it, it.state(), at));
    }

    private static Instance changed(Instance it, String state, @Nullable Instant launchedAt) {
        return new Instance(
                it.id(),
                it.name(),
                it.instanceType(),
                state,
                it.stateReason(),
                it.zone(),
                it.vpcId(),
                it.subnetId(),
                it.privateIp(),
                it.publicIp(),
                it.imageId(),
                it.platform(),
                it.architecture(),
                launchedAt,
                it.securityGroupIds(),
                it.volumeIds(),
                it.tags());
    }

    Checkop group(UnaryOperator<TargetGroup> change) {
        return each(Parts.TARGET_GROUPS, it -> it.name().equals(WEB), change);
    }

    String groupArn() {
        return deployment.items(Parts.TARGET_GROUPS).stream()
                .filter(it -> it.name().equals(WEB))
                .findFirst()
                .orElseThrow()
                .arn();
    }

    Checkop rules(String groupId, Function<Stream<SecurityRule>, Stream<SecurityRule>> change) {
        return each(
                Parts.SECURITY_GROUPS,
                it -> it.id().equals(groupId),
                it -> new SecurityGroup(
                        it.id(),
                        it.name(),
                        it.description(),
                        it.vpcId(),
                        change.apply(it.rules().stream()).toList(),
                        it.tags()));
    }

    /** A subnet gets an ACL of its own, that of all public ones with a change. */
    Checkop acl(String subnetId, Function<Stream<AclEntry>, Stream<AclEntry>> change) {
        var shared = deployment.items(Parts.NETWORK_ACLS).stream()
                .filter(it -> it.subnetIds().contains(subnetId))
                .findFirst()
                .orElseThrow();
        var own = new NetworkAcl(
                "acl-own",
                "nacl-own",
                shared.vpcId(),
                false,
                List.of(subnetId),
                change.apply(shared.entries().stream()).toList(),
                Map.of());
        return each(
                        Parts.NETWORK_ACLS,
                        it -> it.equals(shared),
                        it -> new NetworkAcl(
                                it.id(),
                                it.name(),
                                it.vpcId(),
                                it.isDefault(),
                                it.subnetIds().stream()
                                        .filter(id -> !id.equals(subnetId))
                                        .toList(),
                                it.entries(),
                                it.tags()))
                .add(Parts.NETWORK_ACLS, own);
    }

    static AclEntry entry(boolean egress, int number, boolean allow, int from, int to) {
        return new AclEntry(egress, number, "6", allow, "0.0.0.0/0", from, to, null, null);
    }

    /** The subnet of the machine gets a route table of its own with these routes. */
    Checkop routes(Route... routes) {
        return each(
                        Parts.ROUTE_TABLES,
                        it -> it.subnetIds().contains(SUBNET),
                        it -> new RouteTable(
                                it.id(),
                                it.name(),
                                it.vpcId(),
                                it.main(),
                                it.subnetIds().stream()
                                        .filter(id -> !id.equals(SUBNET))
                                        .toList(),
                                it.gatewayIds(),
                                it.routes(),
                                it.tags()))
                .add(
                        Parts.ROUTE_TABLES,
                        new RouteTable(
                                "rtb-own",
                                "rtb-own",
                                deployment.items(Parts.VPCS).getFirst().id(),
                                false,
                                List.of(SUBNET),
                                List.of(),
                                List.of(routes),
                                Map.of()));
    }

    Checkop says(LogComplaint.Kind kind, String line) {
        return add(
                Parts.LOG_COMPLAINTS,
                new LogComplaint(MACHINE, kind, "/checkop/app", MACHINE + "/app", line, NOW.minusSeconds(40)));
    }
}
