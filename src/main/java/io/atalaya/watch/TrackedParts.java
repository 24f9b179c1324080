package io.atalaya.watch;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.ClusterMember;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.RuleCondition;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.ScheduledEvent;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.VolumeAttachment;
import io.atalaya.watch.TrackedPart.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is worth telling when it changes, in AWS's words. */
final class TrackedParts {
    /** Route 53 calls an endpoint healthy while more than 18 % of its checkers do. */
    private static final double HEALTHY_CHECKERS = 0.18;

    static final List<TrackedPart<?>> ALL = List.of(
            TrackedPart.of(Parts.INSTANCES)
                    .field("State", i -> i.state())
                    .field("InstanceType", i -> i.instanceType())
                    .field("ImageId", i -> i.imageId())
                    .field("PublicIpAddress", i -> i.publicIp())
                    .field("SecurityGroups", i -> i.securityGroupIds()),
            TrackedPart.of(Parts.INSTANCE_CHECKS, c -> of(ResourceType.INSTANCE, c.instanceId(), null))
                    .field("SystemStatus", c -> c.systemStatus())
                    .field("InstanceStatus", c -> c.instanceStatus())
                    .field("Events", c -> words(c.events(), TrackedParts::event)),
            TrackedPart.of(Parts.SCALING_GROUPS)
                    .field("DesiredCapacity", g -> g.desired())
                    .field("MinSize", g -> g.min())
                    .field("MaxSize", g -> g.max())
                    .field("Instances", g -> words(g.members(), TrackedParts::member))
                    .field("LaunchTemplateVersion", g -> g.launchTemplateVersion())
                    .field("SuspendedProcesses", g -> g.suspendedProcesses()),
            TrackedPart.of(Parts.LAUNCH_TEMPLATES)
                    .field("DefaultVersionNumber", t -> t.defaultVersion())
                    .field("LatestVersionNumber", t -> t.latestVersion()),
            TrackedPart.of(Parts.IMAGES).field("State", i -> i.state()),
            TrackedPart.of(Parts.VOLUMES)
                    .field("State", v -> v.state())
                    .field("Size", v -> v.sizeGib())
                    .field("VolumeType", v -> v.volumeType())
                    .field("Attachments", v -> words(v.attachments(), TrackedParts::attachment)),
            TrackedPart.of(Parts.ELASTIC_IPS).field("InstanceId", e -> e.instanceId()),
            TrackedPart.of(Parts.VPCS).field("CidrBlocks", v -> v.blocks()),
            TrackedPart.of(Parts.SUBNETS).field("CidrBlock", s -> s.cidr()).field("Ipv6CidrBlocks", s -> s.ipv6Cidrs()),
            TrackedPart.of(Parts.SECURITY_GROUPS).field("IpPermissions", g -> words(g.rules(), TrackedParts::rule)),
            TrackedPart.of(Parts.NETWORK_ACLS)
                    .field("Entries", a -> words(a.entries(), TrackedParts::entry))
                    .field("Associations", a -> a.subnetIds()),
            TrackedPart.of(Parts.VPN_CONNECTIONS)
                    .field("State", v -> v.state())
                    .field("VgwTelemetry", v -> words(v.tunnels(), t -> t.outsideIp() + " " + t.status())),
            TrackedPart.of(Parts.VPN_GATEWAYS).field("State", g -> g.state()).field("VpcAttachments", g -> g.vpcIds()),
            TrackedPart.of(Parts.ROUTE_TABLES)
                    .field("Routes", t -> words(t.routes(), TrackedParts::route))
                    .field("Associations", t -> t.subnetIds()),
            TrackedPart.of(Parts.INTERNET_GATEWAYS).field("Attachments", g -> g.vpcId()),
            TrackedPart.of(Parts.NAT_GATEWAYS).field("State", g -> g.state()).field("PublicIp", g -> g.publicIp()),
            TrackedPart.of(Parts.TRANSIT_ATTACHMENTS)
                    .field("State", a -> a.state())
                    .field("TransitGatewayRouteTableId", a -> a.routeTableId()),
            TrackedPart.of(Parts.TRANSIT_ROUTES).field("Routes", t -> words(t.routes(), TrackedParts::route)),
            TrackedPart.of(Parts.PEERINGS).field("Status", p -> p.status()),
            TrackedPart.of(Parts.VPC_ENDPOINTS)
                    .field("State", e -> e.state())
                    .field("RouteTableIds", e -> e.routeTableIds())
                    .field("Groups", e -> e.securityGroupIds()),
            TrackedPart.of(Parts.PREFIX_LISTS).field("Entries", l -> l.cidrs()),
            TrackedPart.of(Parts.LOAD_BALANCERS)
                    .field("State", LoadBalancer::state)
                    .field("AvailabilityZones", b -> words(b.zones(), BalancerZone::zone))
                    .field("SecurityGroups", b -> b.securityGroupIds())
                    .field("Instances", b -> b.classicInstanceIds()),
            TrackedPart.of(Parts.LISTENERS)
                    .field("DefaultActions", l -> words(l.defaultActions(), TrackedParts::action))
                    .field("Certificates", l -> l.certificateArns())
                    .field("SslPolicy", l -> l.sslPolicy()),
            TrackedPart.of(Parts.LISTENER_RULES)
                    .field("Priority", r -> r.priority())
                    .field("Actions", r -> words(r.actions(), TrackedParts::action))
                    .field("Conditions", r -> words(r.conditions(), TrackedParts::condition)),
            TrackedPart.of(Parts.TARGET_GROUPS)
                    .field("LoadBalancerArns", TargetGroup::balancerArns)
                    .field("HealthCheckPath", g -> g.healthCheck().path())
                    .field("HealthCheckPort", g -> g.healthCheck().port())
                    .field("HealthCheckIntervalSeconds", g -> g.healthCheck().intervalSeconds())
                    .field("HealthCheckTimeoutSeconds", g -> g.healthCheck().timeoutSeconds())
                    .field("Matcher", g -> g.healthCheck().matcher()),
            TrackedPart.of(Parts.TARGETS, t -> of(ResourceType.TARGET_GROUP, t.targetGroupArn(), name(t)))
                    .field("TargetHealth", TrackedParts::health),
            TrackedPart.of(Parts.DATABASES)
                    .field("DBInstanceStatus", d -> d.status())
                    .field("AvailabilityZone", d -> d.zone())
                    .field("DBInstanceClass", d -> d.instanceClass())
                    .field("EngineVersion", d -> d.engineVersion())
                    .field("AllocatedStorage", d -> d.allocatedGib())
                    .field("MultiAZ", d -> d.multiAz())
                    .field("PendingModifiedValues", d -> d.pendingModifications())
                    .field("VpcSecurityGroups", d -> d.securityGroupIds())
                    .field("PubliclyAccessible", d -> d.publiclyAccessible())
                    .field("DeletionProtection", d -> d.deletionProtection())
                    .field(
                            "DBParameterGroups",
                            d -> words(d.settings().parameterGroups(), g -> g.name() + " " + g.status())),
            TrackedPart.of(Parts.DATABASE_CLUSTERS)
                    .field("Status", c -> c.status())
                    .field("DBClusterMembers", c -> words(c.members(), TrackedParts::member))
                    .field("EngineVersion", c -> c.engineVersion())
                    .field("DeletionProtection", c -> c.deletionProtection()),
            TrackedPart.of(Parts.DATABASE_SNAPSHOTS).field("Status", s -> s.status()),
            TrackedPart.of(Parts.FILE_SYSTEMS)
                    .field("LifeCycleState", f -> f.state())
                    .field("ThroughputMode", f -> f.throughputMode()),
            TrackedPart.of(Parts.MOUNT_TARGETS)
                    .field("LifeCycleState", m -> m.state())
                    .field("SecurityGroups", m -> m.securityGroupIds()),
            TrackedPart.of(Parts.HOSTED_ZONES).field("Name", z -> z.name()),
            TrackedPart.of(Parts.RECORD_SETS)
                    .field("ResourceRecords", r -> r.values())
                    .field(
                            "AliasTarget",
                            r -> r.alias() == null ? null : r.alias().dnsName())
                    .field("Routing", r -> r.routing())
                    .field("HealthCheckId", r -> r.healthCheckId())
                    .field("TTL", r -> r.ttlSeconds()),
            TrackedPart.of(Parts.HEALTH_CHECKS)
                    .field("Status", TrackedParts::status)
                    .field("Disabled", h -> h.disabled()),
            TrackedPart.of(Parts.ALARMS)
                    .field("StateValue", a -> a.state())
                    .field("Threshold", a -> a.threshold())
                    .field("ActionsEnabled", a -> a.actionsEnabled())
                    .changedAt(a -> a.stateChangedAt()),
            TrackedPart.of(Parts.LOG_GROUPS).field("RetentionInDays", g -> g.retentionDays()));

    private TrackedParts() {}

    private static Subject of(ResourceType type, String id, @Nullable String item) {
        return new Subject(new ResourceRef(type, id), id, item);
    }

    private static <E> List<String> words(List<E> elements, Function<E, String> word) {
        return elements.stream().map(word).toList();
    }

    private static String name(Target target) {
        return target.port() == null ? target.targetId() : target.targetId() + " " + target.port();
    }

    private static String health(Target target) {
        return target.reason() == null ? target.state() : target.state() + " " + target.reason();
    }

    private static String member(ScalingMember member) {
        return member.instanceId() + " " + member.lifecycleState() + " " + member.healthStatus();
    }

    private static String member(ClusterMember member) {
        return member.databaseId() + (member.writer() ? " writer" : " reader");
    }

    private static String event(ScheduledEvent event) {
        return event.notBefore() == null ? event.code() : event.code() + " " + event.notBefore();
    }

    private static String attachment(VolumeAttachment attachment) {
        return attachment.instanceId() + " " + attachment.device() + " " + attachment.state();
    }

    private static String rule(SecurityRule rule) {
        var peer = rule.cidr() != null ? rule.cidr() : rule.groupId() != null ? rule.groupId() : rule.prefixListId();
        return (rule.ingress() ? "ingress " : "egress ")
                + protocol(rule.protocol())
                + ports(rule.fromPort(), rule.toPort())
                + " "
                + peer;
    }

    private static String entry(AclEntry entry) {
        return (entry.egress() ? "egress " : "ingress ")
                + entry.number()
                + (entry.allow() ? " allow " : " deny ")
                + protocol(entry.protocol())
                + ports(entry.fromPort(), entry.toPort())
                + " "
                + entry.cidr();
    }

    private static String route(Route route) {
        var to = route.cidr() == null ? route.prefixListId() : route.cidr();
        return to + " " + (route.targetId() == null ? "local" : route.targetId())
                + (route.blackhole() ? " blackhole" : "");
    }

    private static String route(TransitGatewayRoute route) {
        var to = route.cidr() == null ? route.prefixListId() : route.cidr();
        return to + " " + String.join(" ", route.attachmentIds()) + (route.blackhole() ? " blackhole" : "");
    }

    private static String protocol(String protocol) {
        return protocol.equals("-1") ? "all" : protocol;
    }

    private static String ports(@Nullable Integer from, @Nullable Integer to) {
        if (from == null) {
            return "";
        }
        return from.equals(to) ? " " + from : " " + from + "-" + to;
    }

    private static String action(RuleAction action) {
        var groups = action.targetGroups().stream()
                .map(g -> g.targetGroupArn() + " " + g.weight())
                .collect(Collectors.joining(", "));
        return (action.type() + " " + (action.detail() == null ? "" : action.detail()) + groups).strip();
    }

    private static String condition(RuleCondition condition) {
        return condition.field() + " " + String.join(", ", condition.values());
    }

    private static @Nullable String status(HealthCheck check) {
        if (check.checkers().isEmpty()) {
            return null;
        }
        var healthy = check.checkers().stream().filter(CheckerResult::healthy).count();
        return healthy > check.checkers().size() * HEALTHY_CHECKERS ? "Healthy" : "Unhealthy";
    }
}
