package io.atalaya.deployment.diagnosis;

import static io.atalaya.deployment.diagnosis.Checkop.MACHINE;
import static io.atalaya.deployment.diagnosis.Checkop.NOW;
import static io.atalaya.deployment.diagnosis.Checkop.entry;

import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LogComplaint;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PeeringEnd;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.Vpc;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with a target, one thing at a time, and the cause that has to be named first. */
enum Faults {
    GROUP_CLOSED(Cause.DOOR_SHUT, it -> it.rules(Checkop.APP, rules -> without(rules, 8080))
            .times()),
    GROUP_NAMES_ANOTHER_GROUP(Cause.DOOR_SHUT, it -> it.rules(
                    Checkop.APP,
                    rules -> Stream.concat(without(rules, 8080), Stream.of(from("sg-01b3d5f7a9c2e4680", 8080))))
            .times()),
    GROUP_OPENS_ANOTHER_PORT(Cause.DOOR_SHUT, it -> it.rules(
                    Checkop.APP, rules -> Stream.concat(without(rules, 8080), Stream.of(from(Checkop.BALANCER, 9090))))
            .times()),
    BALANCER_WITHOUT_OUTBOUND_RULE(
            Cause.BALANCER_SHUT_IN, it -> it.rules(Checkop.BALANCER, rules -> rules.filter(SecurityRule::ingress))
                    .times()),
    BALANCER_MAY_CALL_HTTPS_ONLY(Cause.BALANCER_SHUT_IN, it -> it.rules(
                    Checkop.BALANCER,
                    rules -> Stream.concat(
                            rules.filter(SecurityRule::ingress),
                            Stream.of(new SecurityRule(
                                    false, "tcp", 443, 443, "0.0.0.0/0", null, null, null, null, null))))
            .times()),
    ACL_DENIES_IN(Cause.ACL_REFUSES, it -> it.acl(
                    Checkop.SUBNET, all -> Stream.concat(Stream.of(entry(false, 90, false, 8080, 8080)), all))
            .times()),
    ACL_DENIES_BEFORE_IT_ALLOWS(Cause.ACL_REFUSES, it -> it.acl(
                    Checkop.SUBNET,
                    all -> Stream.concat(
                            Stream.of(entry(false, 60, false, 8000, 8999), entry(false, 61, true, 8080, 8080)), all))
            .times()),
    ACL_HAS_NO_ENTRY(Cause.ACL_REFUSES, it -> it.acl(
                    Checkop.SUBNET, all -> all.filter(entry -> entry.egress() || !entry.allow() || covers(entry, 443)))
            .times()),
    ACL_OF_BALANCER_DENIES_OUT(Cause.ACL_REFUSES, it -> it.acl(
                    Checkop.OTHER_SUBNET, all -> Stream.concat(Stream.of(entry(true, 10, false, 8080, 8080)), all))
            .times()),
    ACL_WITHOUT_EPHEMERAL_RETURN(Cause.REPLY_REFUSED, it -> it.acl(
                    Checkop.SUBNET, all -> Stream.concat(Stream.of(entry(true, 10, false, 1024, 65535)), all))
            .times()),
    ACL_WITH_HALF_THE_EPHEMERAL_PORTS(Cause.REPLY_REFUSED, it -> it.acl(
                    Checkop.SUBNET, all -> Stream.concat(Stream.of(entry(true, 10, false, 32768, 65535)), all))
            .times()),
    ACL_OF_BALANCER_REFUSES_THE_REPLY(Cause.REPLY_REFUSED, it -> it.acl(
                    Checkop.OTHER_SUBNET, all -> Stream.concat(Stream.of(entry(false, 10, false, 1024, 65535)), all))
            .times()),
    PEERED_WITHOUT_ROUTE_THERE(Cause.NO_ROUTE, it -> peered(it, false, true)),
    PEERED_WITHOUT_ROUTE_BACK(Cause.NO_ROUTE, it -> peered(it, true, false)),
    NAT_IS_A_BLACKHOLE(Cause.WAY_OUT_CUT, it -> it.routes(
                    local(), new Route("0.0.0.0/0", null, RouteVia.NAT_GATEWAY, "nat-0gone", true, false))
            .sick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [502]")),
    SUBNET_WITH_THE_WRONG_TABLE(Cause.WAY_OUT_CUT, it -> it.routes(local())
            .sick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [502]")),
    STOPPED(Cause.MACHINE_STOPPED, it -> it.state("stopped")
            .target(MACHINE, 8080, "unused", "Target.InvalidState", "Target is in the stopped state")),
    INSTANCE_CHECK_FAILS(
            Cause.MACHINE_IMPAIRED, it -> checks(it, "ok", "impaired").times()),
    SYSTEM_CHECK_FAILS(
            Cause.MACHINE_IMPAIRED, it -> checks(it, "impaired", "ok").times()),
    ZONE_OFF(Cause.ZONE_NOT_ENABLED, it -> it.each(Parts.LOAD_BALANCERS, any -> true, Faults::withoutZone)
            .target(
                    MACHINE,
                    8080,
                    "unused",
                    "Target.NotInUse",
                    "Target is in an Availability Zone that is not enabled for the load balancer")),
    NO_LISTENER(Cause.NOT_SERVED, it -> it.with(Parts.LISTENER_RULES, all -> List.of())
            .each(Parts.LISTENERS, any -> true, Faults::fixed)
            .target(
                    MACHINE,
                    8080,
                    "unused",
                    "Target.NotInUse",
                    "Target group is not configured to receive traffic from the load balancer")),
    DEREGISTERING(
            Cause.LEAVING,
            it -> it.target(
                    MACHINE,
                    8080,
                    "draining",
                    "Target.DeregistrationInProgress",
                    "Target deregistration is in progress")),
    JUST_REGISTERED(
            Cause.REGISTERING,
            it -> it.target(
                    MACHINE, 8080, "initial", "Elb.InitialHealthChecking", "Initial health checks in progress")),
    JUST_LAUNCHED(Cause.STARTING, it -> it.launched(NOW.minusSeconds(150)).sick("Target.FailedHealthChecks", "failed")),
    DISK_FULL(
            Cause.DISK_FULL, it -> it.says(LogComplaint.Kind.DISK_FULL, "java.io.IOException: No space left on device")
                    .sick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [500]")),
    MEMORY_FULL(Cause.OUT_OF_MEMORY, it -> it.says(
                    LogComplaint.Kind.OUT_OF_MEMORY, "java.lang.OutOfMemoryError: Java heap space")
            .times()),
    NO_DATABASE(Cause.DATABASE_DOWN, it -> it.says(
                    LogComplaint.Kind.DATABASE, "CommunicationsException: Communications link failure")
            .sick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [500]")),
    FILES_CLOSED(Cause.FILES_UNREACHABLE, it -> it.rules(
                    Checkop.FILES, rules -> rules.filter(rule -> !"10.20.1.0/24".equals(rule.cidr())))
            .times()),
    DATABASE_CLOSED(Cause.DATABASE_UNREACHABLE, it -> it.acl(
                    Checkop.SUBNET, all -> Stream.concat(Stream.of(entry(true, 10, false, 3306, 3306)), all))
            .sick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [503]")),
    PATH_IS_NOT_THERE(
            Cause.PATH_WRONG,
            it -> it.allSick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [404]")),
    PATH_MOVED(
            Cause.PATH_WRONG,
            it -> it.allSick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [302]")),
    APPLICATION_FAILS(
            Cause.WRONG_ANSWER,
            it -> it.sick("Target.ResponseCodeMismatch", "Health checks failed with these codes: [503]")),
    REGISTERED_ON_ANOTHER_PORT(
            Cause.PORT_WRONG,
            it -> it.each(
                    Parts.TARGETS,
                    target -> target.targetId().equals(MACHINE)
                            && Integer.valueOf(8080).equals(target.port()),
                    target -> new Target(
                            target.targetGroupArn(),
                            MACHINE,
                            8090,
                            null,
                            "unhealthy",
                            "Target.Timeout",
                            "Request timed out"))),
    CHECK_ASKS_ANOTHER_PORT(Cause.PORT_WRONG, it -> it.group(group -> checking(group, "9000"))
            .allSick("Target.FailedHealthChecks", "failed")),
    ADDRESS_OF_A_BALANCER(
            Cause.ADDRESS_UNUSABLE,
            it -> it.target(
                    MACHINE, 8080, "unused", "Target.IpUnusable", "Target IP address is in use by a load balancer")),
    BALANCER_ITSELF_FAILS(
            Cause.BALANCER_FAULT,
            it -> it.target(
                    MACHINE, 8080, "unhealthy", "Elb.InternalError", "Health checks failed due to an internal error")),
    PROCESS_GONE(Cause.PROCESS_DOWN, it -> it.sick("Target.FailedHealthChecks", "Health checks failed")),
    MACHINE_HANGS(Cause.MACHINE_BUSY, it -> it.times()
            .target(MACHINE, 8081, "unhealthy", "Target.Timeout", "Request timed out"));

    private final Cause cause;
    private final UnaryOperator<Checkop> happens;

    Faults(Cause cause, UnaryOperator<Checkop> happens) {
        this.cause = cause;
        this.happens = happens;
    }

    Cause cause() {
        return cause;
    }

    Checkop in(Checkop well) {
        return happens.apply(well);
    }

    private static Stream<SecurityRule> without(Stream<SecurityRule> rules, int port) {
        return rules.filter(rule -> !rule.ingress() || !Integer.valueOf(port).equals(rule.fromPort()));
    }

    private static SecurityRule from(String groupId, int port) {
        return new SecurityRule(true, "tcp", port, port, null, groupId, null, null, null, null);
    }

    private static boolean covers(io.atalaya.deployment.AclEntry entry, int port) {
        return entry.fromPort() != null && entry.toPort() != null && entry.fromPort() <= port && entry.toPort() >= port;
    }

    private static Route local() {
        return new Route("10.20.0.0/16", null, RouteVia.LOCAL, null, false, false);
    }

    private static Checkop checks(Checkop it, String system, String instance) {
        return it.each(
                Parts.INSTANCE_CHECKS,
                check -> check.instanceId().equals(MACHINE),
                check -> new InstanceCheck(MACHINE, system, instance, List.of()));
    }

    private static LoadBalancer withoutZone(LoadBalancer it) {
        return new LoadBalancer(
                it.arn(),
                it.name(),
                it.balancerType(),
                it.scheme(),
                it.dnsName(),
                it.canonicalZoneId(),
                it.state(),
                it.stateReason(),
                it.vpcId(),
                it.zones().stream()
                        .filter(zone -> !zone.zone().equals("us-east-1d"))
                        .toList(),
                it.securityGroupIds(),
                it.createdAt(),
                it.classicInstanceIds(),
                it.tags());
    }

    private static Listener fixed(Listener it) {
        return new Listener(
                it.arn(),
                it.balancerArn(),
                it.protocol(),
                it.port(),
                it.certificateArns(),
                it.sslPolicy(),
                List.of(new RuleAction("fixed-response", List.of(), "503", null)));
    }

    private static TargetGroup checking(TargetGroup it, String port) {
        var check = it.healthCheck();
        return new TargetGroup(
                it.arn(),
                it.name(),
                it.targetType(),
                it.protocol(),
                it.port(),
                it.vpcId(),
                it.balancerArns(),
                new HealthCheckSettings(
                        check.enabled(),
                        check.protocol(),
                        port,
                        check.path(),
                        check.intervalSeconds(),
                        check.timeoutSeconds(),
                        check.healthyThreshold(),
                        check.unhealthyThreshold(),
                        check.matcher()));
    }

    /** A target by address in a second, peered VPC. */
    private static Checkop peered(Checkop it, boolean there, boolean back) {
        var vpc = it.deployment().items(Parts.VPCS).getFirst();
        var other = new Vpc("vpc-other", "other", List.of("10.99.0.0/16"), List.of(), false, Map.of());
        var peering = new PeeringConnection(
                "pcx-1",
                "pcx-1",
                "active",
                new PeeringEnd("111122223333", "us-east-1", vpc.id(), vpc.cidrs()),
                new PeeringEnd("111122223333", "us-east-1", other.id(), other.cidrs()),
                Map.of());
        var made = it.group(group -> new TargetGroup(
                        group.arn(),
                        group.name(),
                        "ip",
                        group.protocol(),
                        group.port(),
                        group.vpcId(),
                        group.balancerArns(),
                        group.healthCheck()))
                .with(
                        Parts.TARGETS,
                        all -> List.of(new Target(
                                it.groupArn(), "10.99.0.5", 8080, null, "unhealthy", "Target.Timeout", "timed out")))
                .add(Parts.VPCS, other)
                .add(Parts.PEERINGS, peering)
                .add(
                        Parts.SUBNETS,
                        new Subnet(
                                "subnet-other",
                                "other",
                                other.id(),
                                "us-east-1a",
                                "10.99.0.0/24",
                                List.of(),
                                200,
                                false,
                                Map.of()))
                .add(
                        Parts.SECURITY_GROUPS,
                        new io.atalaya.deployment.SecurityGroup(
                                "sg-other",
                                "other",
                                "",
                                other.id(),
                                List.of(new SecurityRule(
                                        true, "-1", null, null, "0.0.0.0/0", null, null, null, null, null)),
                                Map.of()))
                .add(
                        Parts.NETWORK_ACLS,
                        new io.atalaya.deployment.NetworkAcl(
                                "acl-other",
                                "acl-other",
                                other.id(),
                                true,
                                List.of("subnet-other"),
                                List.of(
                                        new io.atalaya.deployment.AclEntry(
                                                false, 100, "-1", true, "0.0.0.0/0", null, null, null, null),
                                        new io.atalaya.deployment.AclEntry(
                                                true, 100, "-1", true, "0.0.0.0/0", null, null, null, null)),
                                Map.of()))
                .add(
                        Parts.NETWORK_INTERFACES,
                        new NetworkInterface(
                                "eni-other",
                                "eni-other",
                                other.id(),
                                "subnet-other",
                                "us-east-1a",
                                "interface",
                                "",
                                "in-use",
                                List.of("10.99.0.5"),
                                List.of(),
                                null,
                                List.of("sg-other"),
                                null,
                                true,
                                null,
                                Map.of()))
                .add(
                        Parts.ROUTE_TABLES,
                        new RouteTable(
                                "rtb-other",
                                "rtb-other",
                                other.id(),
                                true,
                                List.of(),
                                List.of(),
                                back
                                        ? List.of(
                                                new Route("10.99.0.0/16", null, RouteVia.LOCAL, null, false, false),
                                                peer(vpc.cidrs().getFirst()))
                                        : List.of(new Route("10.99.0.0/16", null, RouteVia.LOCAL, null, false, false)),
                                Map.of()));
        return there
                ? made.each(
                        Parts.ROUTE_TABLES,
                        table -> table.subnetIds().contains(Checkop.SUBNET),
                        table -> new RouteTable(
                                table.id(),
                                table.name(),
                                table.vpcId(),
                                table.main(),
                                table.subnetIds(),
                                table.gatewayIds(),
                                Stream.concat(table.routes().stream(), Stream.of(peer("10.99.0.0/16")))
                                        .toList(),
                                table.tags()))
                : made;
    }

    private static Route peer(String cidr) {
        return new Route(cidr, null, RouteVia.PEERING, "pcx-1", false, false);
    }
}
