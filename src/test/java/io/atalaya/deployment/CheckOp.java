package io.atalaya.deployment;

import static io.atalaya.deployment.Sample.alias;
import static io.atalaya.deployment.Sample.balancerArn;
import static io.atalaya.deployment.Sample.forward;
import static io.atalaya.deployment.Sample.fromCidr;
import static io.atalaya.deployment.Sample.fromGroup;
import static io.atalaya.deployment.Sample.groupArn;
import static io.atalaya.deployment.Sample.instance;
import static io.atalaya.deployment.Sample.listenerArn;
import static io.atalaya.deployment.Sample.member;
import static io.atalaya.deployment.Sample.mount;
import static io.atalaya.deployment.Sample.record;
import static io.atalaya.deployment.Sample.securityGroup;
import static io.atalaya.deployment.Sample.subnet;
import static io.atalaya.deployment.Sample.target;
import static io.atalaya.deployment.Sample.with;

import java.util.List;
import java.util.Map;

/** The CheckOP deployment as its document describes it, at the moment of the design's story: 1d has lost ChOp-Temp. */
public final class CheckOp {
    public static final String ASG_1A = "i-0b7e41d2c5a8036aa";
    public static final String ASG_1D = "i-0f3d8a6617be2c904";
    public static final String BASE = "i-08c25e9d71b34ff00";

    private CheckOp() {}

    /** Everything works. */
    public static Deployment healthy() {
        return build("healthy", null, true);
    }

    /** {@code chop-efs} no longer admits the subnet of us-east-1d, whose target times out. */
    public static Deployment incident() {
        return build("unhealthy", "Target.Timeout", false);
    }

    private static Deployment build(String state1d, @org.jspecify.annotations.Nullable String reason, boolean efs1d) {
        var it = Sample.empty();
        it = with(it, Parts.VPCS, List.of(new Vpc("vpc-1", "chop-vpc", List.of("10.20.0.0/16"), false, Map.of())));
        it = with(
                it,
                Parts.SUBNETS,
                List.of(
                        subnet("subnet-1a", "us-east-1a", "10.20.0.0/24"),
                        subnet("subnet-1d", "us-east-1d", "10.20.1.0/24"),
                        subnet("subnet-data-1a", "us-east-1a", "10.20.10.0/24"),
                        subnet("subnet-data-1d", "us-east-1d", "10.20.11.0/24")));
        it = with(
                it,
                Parts.INSTANCES,
                List.of(
                        instance(ASG_1D, "AUTOChOp", "running", "us-east-1d", "subnet-1d", "10.20.1.57", app()),
                        instance(ASG_1A, "AUTOChOp", "running", "us-east-1a", "subnet-1a", "10.20.0.41", app()),
                        instance(BASE, "Base ChOp", "running", "us-east-1a", "subnet-1a", "10.20.0.12", app())));
        it = with(
                it,
                Parts.INSTANCE_TYPES,
                List.of(new InstanceType("t3.xlarge", 4, 16384), new InstanceType("r5.xlarge", 4, 32768)));
        it = with(it, Parts.IMAGES, List.of(image()));
        it = with(it, Parts.VOLUMES, List.of(volume(ASG_1A), volume(ASG_1D), volume(BASE)));
        it = with(it, Parts.ELASTIC_IPS, List.of(address("1", ASG_1A), address("2", ASG_1D), address("3", BASE)));
        it = with(it, Parts.LOAD_BALANCERS, List.of(Sample.balancer("Progresus-ELB", "active")));
        it = with(
                it,
                Parts.LISTENERS,
                List.of(
                        Sample.listener(
                                "Progresus-ELB",
                                443,
                                List.of("arn:aws:acm:us-east-1:1:certificate/x"),
                                forward("ChOp-web")),
                        Sample.listener(
                                "Progresus-ELB",
                                80,
                                List.of(),
                                new RuleAction("redirect", List.of(), "HTTPS 443 301"))));
        it = with(it, Parts.LISTENER_RULES, List.of(rule()));
        it = with(it, Parts.TARGET_GROUPS, List.of(group("ChOp-web", 8080), group("ChOp-files", 8081)));
        it = with(
                it,
                Parts.TARGETS,
                List.of(
                        target("ChOp-web", ASG_1A, "healthy", null),
                        target("ChOp-web", ASG_1D, state1d, reason),
                        target("ChOp-files", ASG_1A, "healthy", null),
                        target("ChOp-files", ASG_1D, state1d, reason)));
        it = with(
                it,
                Parts.SCALING_GROUPS,
                List.of(Sample.scalingGroup(
                        "AUTOChOp-asg",
                        2,
                        2,
                        4,
                        member(ASG_1A, "InService", "Healthy"),
                        member(ASG_1D, "InService", "Healthy"))));
        it = with(it, Parts.DATABASES, List.of(Sample.database("dbprogressus", "available")));
        it = with(it, Parts.FILE_SYSTEMS, List.of(Sample.fileSystem("fs-1", "available")));
        it = with(
                it,
                Parts.MOUNT_TARGETS,
                List.of(mount("fsmt-1a", "us-east-1a", "10.20.10.8"), mount("fsmt-1d", "us-east-1d", "10.20.11.8")));
        var efs = efs1d
                ? securityGroup("sg-efs", fromCidr(2049, "10.20.0.0/24"), fromCidr(2049, "10.20.1.0/24"))
                : securityGroup("sg-efs", fromCidr(2049, "10.20.0.0/24"));
        it = with(
                it,
                Parts.SECURITY_GROUPS,
                List.of(
                        securityGroup("sg-app", Sample.allOut(), fromGroup(8080, "sg-alb")),
                        securityGroup("sg-alb", Sample.allOut(), fromCidr(443, "0.0.0.0/0")),
                        securityGroup("sg-rds", fromGroup(3306, "sg-app")),
                        efs));
        it = with(it, Parts.HOSTED_ZONES, List.of(new HostedZone("Z1", "checkop.co", false, 8, null)));
        var elb = "dualstack.progresus-elb-195469790.us-east-1.elb.amazonaws.com";
        it = with(
                it,
                Parts.RECORD_SETS,
                List.of(
                        alias("checkop.co", elb),
                        alias("www.checkop.co", elb),
                        alias("app.checkop.co", elb),
                        record("checkop.co", "NS", "ns-1.awsdns-01.org"),
                        record("checkop.co", "SOA", "ns-1.awsdns-01.org hostmaster"),
                        record("checkop.co", "MX", "10 mail.example.com"),
                        record("checkop.co", "TXT", "\"v=spf1 -all\""),
                        record("db.checkop.co", "CNAME", "dbprogressus.c1x.us-east-1.rds.amazonaws.com")));
        return it;
    }

    private static List<String> app() {
        return List.of("sg-app");
    }

    private static Image image() {
        return new Image(
                "ami-1",
                "ChOp-2026-11-03",
                "CheckOP base, CentOS 7.9 x86_64",
                "available",
                "111122223333",
                "Linux/UNIX",
                "x86_64",
                Sample.NOW,
                null,
                BASE,
                List.of("snap-1"),
                Map.of());
    }

    private static Volume volume(String instance) {
        return new Volume(
                "vol-" + instance,
                "vol-" + instance,
                "gp3",
                50,
                "in-use",
                "us-east-1a",
                3000,
                125,
                true,
                null,
                Sample.NOW,
                List.of(new VolumeAttachment(instance, "/dev/xvda", "attached", true)),
                Map.of());
    }

    private static ElasticIp address(String digit, String instance) {
        return new ElasticIp(
                "eipalloc-" + digit,
                "eipalloc-" + digit,
                "203.0.113.2" + digit,
                "eipassoc-" + digit,
                instance,
                "eni-1",
                null,
                Map.of());
    }

    private static ListenerRule rule() {
        var arn = listenerArn("Progresus-ELB", 443).replace(":listener/", ":listener-rule/") + "/1";
        return new ListenerRule(
                arn,
                listenerArn("Progresus-ELB", 443),
                "1",
                List.of(new RuleCondition("path-pattern", List.of("/descargas/*"))),
                List.of(forward("ChOp-files")));
    }

    private static TargetGroup group(String name, int port) {
        return new TargetGroup(
                groupArn(name),
                name,
                "instance",
                "HTTP",
                port,
                "vpc-1",
                List.of(balancerArn("Progresus-ELB")),
                new HealthCheckSettings(true, "HTTP", "traffic-port", "/health", 10, 5, 3, 2, "200"));
    }
}
