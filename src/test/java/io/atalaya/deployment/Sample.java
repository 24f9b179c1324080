package io.atalaya.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds resources for tests: everything that a test does not name has a plain value. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-11-24T19:03:39Z");
    public static final String REGION = "us-east-1";

    private Sample() {}

    public static Deployment empty() {
        return Deployment.empty(
                REGION, new Caller("111122223333", "arn:aws:sts::111122223333:assumed-role/R/m", "x", null));
    }

    public static <T> Deployment with(Deployment deployment, Part<T> part, List<T> items) {
        return deployment.with(part, Observed.of(Listing.complete(items), NOW, Duration.ofSeconds(30)));
    }

    public static Instance instance(String id, String state) {
        return instance(id, "AUTOChOp", state, "us-east-1d", "subnet-1d", "10.20.1.57", List.of("sg-app"));
    }

    public static Instance instance(
            String id, String name, String state, String zone, String subnet, String ip, List<String> groups) {
        return new Instance(
                id,
                name,
                "t3.xlarge",
                state,
                null,
                zone,
                "vpc-1",
                subnet,
                ip,
                null,
                "ami-1",
                "Linux/UNIX",
                "x86_64",
                NOW,
                groups,
                List.of("vol-" + id),
                Map.of());
    }

    public static InstanceCheck check(String id, String system, String instance) {
        return new InstanceCheck(id, system, instance, List.of());
    }

    public static TargetGroup targetGroup(String name) {
        return new TargetGroup(
                groupArn(name),
                name,
                "instance",
                "HTTP",
                8080,
                "vpc-1",
                List.of(balancerArn("elb")),
                new HealthCheckSettings(true, "HTTP", "traffic-port", "/health", 10, 5, 3, 2, "200"));
    }

    public static String groupArn(String name) {
        return "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/" + name + "/6d0ecf831eec9f09";
    }

    public static String balancerArn(String name) {
        return "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/" + name + "/50dc6c495c0c9188";
    }

    public static String listenerArn(String balancer, int port) {
        return "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/" + balancer + "/50dc6c495c0c9188/"
                + port;
    }

    public static Target target(String group, String id, String state, @Nullable String reason) {
        return new Target(groupArn(group), id, 8080, "us-east-1d", state, reason, null);
    }

    public static LoadBalancer balancer(String name, String state) {
        return new LoadBalancer(
                balancerArn(name),
                name,
                LoadBalancerType.APPLICATION,
                "internet-facing",
                name + "-195469790.us-east-1.elb.amazonaws.com",
                "Z35SXDOTRQ7X7K",
                state,
                null,
                "vpc-1",
                List.of(
                        new BalancerZone("us-east-1a", "subnet-1a", List.of()),
                        new BalancerZone("us-east-1d", "subnet-1d", List.of())),
                List.of("sg-alb"),
                NOW,
                List.of(),
                Map.of());
    }

    public static Listener listener(String balancer, int port, List<String> certificates, RuleAction... actions) {
        return new Listener(
                listenerArn(balancer, port),
                balancerArn(balancer),
                certificates.isEmpty() ? "HTTP" : "HTTPS",
                port,
                certificates,
                null,
                List.of(actions));
    }

    public static RuleAction forward(String... groups) {
        return new RuleAction(
                "forward",
                List.of(groups).stream()
                        .map(each -> new WeightedTargetGroup(groupArn(each), 1))
                        .toList(),
                null);
    }

    public static ScalingGroup scalingGroup(String name, int min, int desired, int max, ScalingMember... members) {
        return new ScalingGroup(
                name,
                "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:x:autoScalingGroupName/" + name,
                min,
                desired,
                max,
                List.of("us-east-1a", "us-east-1d"),
                List.of("subnet-1a", "subnet-1d"),
                "lt-1",
                "$Default",
                "EC2",
                List.of(),
                List.of(members),
                List.of(),
                NOW,
                Map.of());
    }

    public static ScalingMember member(String id, String lifecycle, String health) {
        return new ScalingMember(id, "us-east-1d", lifecycle, health, false);
    }

    public static Database database(String id, String status) {
        return DatabaseSketch.database(id, it -> it.status = status);
    }

    public static FileSystem fileSystem(String id, String state) {
        return new FileSystem(
                id,
                "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/" + id,
                "ChOp-Temp",
                state,
                215_000_000_000L,
                NOW,
                215_000_000_000L,
                0,
                0,
                "generalPurpose",
                "bursting",
                null,
                true,
                NOW,
                Map.of());
    }

    public static MountTarget mount(String id, String zone, String ip) {
        var letter = zone.substring(zone.length() - 1);
        return new MountTarget(id, "fs-1", "subnet-data-1" + letter, zone, ip, "available", "vpc-1", List.of("sg-efs"));
    }

    public static RecordSet record(String name, String type, String... values) {
        return new RecordSet("Z1", name, type, 300L, List.of(values), null, null, "simple", null);
    }

    public static RecordSet alias(String name, String host) {
        return new RecordSet(
                "Z1", name, "A", null, List.of(), new AliasTarget(host, "Z35SXDOTRQ7X7K", true), null, "simple", null);
    }

    public static Subnet subnet(String id, String zone, String cidr) {
        return new Subnet(id, id, "vpc-1", zone, cidr, 200, false, Map.of());
    }

    public static SecurityGroup securityGroup(String id, SecurityRule... rules) {
        return new SecurityGroup(id, id, "", "vpc-1", List.of(rules), Map.of());
    }

    public static SecurityRule fromCidr(int port, String cidr) {
        return new SecurityRule(true, "tcp", port, port, cidr, null, null, null);
    }

    public static SecurityRule fromGroup(int port, String group) {
        return new SecurityRule(true, "tcp", port, port, null, group, null, null);
    }

    public static SecurityRule allOut() {
        return new SecurityRule(false, "-1", null, null, "0.0.0.0/0", null, null, null);
    }
}
