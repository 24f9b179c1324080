package io.atalaya.deployment;

import static io.atalaya.deployment.Sample.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CheckOP deployment as its document describes it, for tests of rules and views that need a whole one. */
public final class CheckopSample {
    public static final String BASE = "i-0b45e000000000001";
    public static final String AUTO_1A = "i-0aa1a000000a8036";
    public static final String AUTO_1D = "i-0f3d8a660002c904";
    public static final String OLD_IMAGE = "ami-0c0ffee0000000001";
    public static final String NEW_IMAGE = "ami-0c0ffee0000000002";
    public static final String CENTOS = "ami-0ce47050000000007";

    private CheckopSample() {}

    /** Everything well. */
    public static Deployment healthy() {
        return parts(Sample.empty(), "healthy", null);
    }

    /** The target in us-east-1d does not answer. */
    public static Deployment degraded() {
        return parts(Sample.empty(), "unhealthy", "Target.Timeout");
    }

    private static Deployment parts(Deployment empty, String state1d, @Nullable String reason1d) {
        var deployment = machines(empty);
        deployment = balancing(deployment, state1d, reason1d);
        deployment = data(deployment);
        return CheckopHour.metrics(deployment, state1d.equals("healthy"));
    }

    private static Deployment machines(Deployment empty) {
        var deployment = with(
                empty,
                Parts.INSTANCES,
                15,
                List.of(
                        instance(AUTO_1D, "AUTOChOp", "us-east-1d", "10.20.1.57", "54.88.10.12", NEW_IMAGE, days(2)),
                        instance(AUTO_1A, "AUTOChOp", "us-east-1a", "10.20.0.41", "54.88.10.11", NEW_IMAGE, days(41)),
                        instance(BASE, "Base ChOp", "us-east-1a", "10.20.0.10", "54.88.10.10", CENTOS, days(400))));
        deployment = with(
                deployment,
                Parts.INSTANCE_CHECKS,
                15,
                List.of(
                        Sample.check(AUTO_1D, "ok", "ok"),
                        Sample.check(AUTO_1A, "ok", "ok"),
                        Sample.check(BASE, "ok", "ok")));
        deployment = with(
                deployment,
                Parts.INSTANCE_TYPES,
                3600,
                List.of(new InstanceType("t3.xlarge", 4, 16384), new InstanceType("r5.xlarge", 4, 32768)));
        deployment = with(
                deployment,
                Parts.IMAGES,
                300,
                List.of(
                        image(NEW_IMAGE, "ChOp-2026-11-20", BASE, CENTOS, days(4)),
                        image(OLD_IMAGE, "ChOp-2026-10-01", BASE, CENTOS, days(54)),
                        image(CENTOS, "CentOS-7-2111-20220825_1.x86_64-d9a3032a", null, null, days(1500))));
        deployment = with(
                deployment,
                Parts.VOLUMES,
                60,
                List.of(
                        volume("vol-" + AUTO_1A, AUTO_1A, "us-east-1a"),
                        volume("vol-" + AUTO_1D, AUTO_1D, "us-east-1d"),
                        volume("vol-" + BASE, BASE, "us-east-1a")));
        deployment = with(
                deployment,
                Parts.ELASTIC_IPS,
                60,
                List.of(
                        address("eipalloc-1", "54.88.10.10", BASE),
                        address("eipalloc-2", "54.88.10.11", AUTO_1A),
                        address("eipalloc-3", "54.88.10.12", AUTO_1D)));
        deployment = with(
                deployment,
                Parts.LAUNCH_TEMPLATES,
                300,
                List.of(new LaunchTemplate(
                        "lt-1",
                        "ChOp-lt",
                        3,
                        3,
                        List.of(
                                new LaunchTemplateVersion(3, true, NEW_IMAGE, "t3.xlarge", List.of("sg-app"), days(4)),
                                new LaunchTemplateVersion(
                                        2, false, OLD_IMAGE, "t3.xlarge", List.of("sg-app"), days(54))),
                        Map.of())));
        deployment = with(
                deployment,
                Parts.SCALING_GROUPS,
                15,
                List.of(Sample.scalingGroup(
                        "AUTOChOp-asg",
                        2,
                        2,
                        4,
                        new ScalingMember(AUTO_1A, "us-east-1a", "InService", "Healthy", false),
                        new ScalingMember(AUTO_1D, "us-east-1d", "InService", "Healthy", false))));
        deployment = with(
                deployment,
                Parts.SCALING_ACTIVITIES,
                60,
                List.of(new ScalingActivity(
                        "act-1",
                        "AUTOChOp-asg",
                        "Launching a new EC2 instance: " + AUTO_1D,
                        "At 2026-11-24T13:10:00Z a difference between desired and actual capacity",
                        "Successful",
                        null,
                        NOW.minus(Duration.ofHours(5)),
                        NOW.minus(Duration.ofHours(5)).plusSeconds(70),
                        100)));
        return with(
                deployment,
                Parts.SECURITY_GROUPS,
                60,
                List.of(
                        Sample.securityGroup("sg-app", Sample.fromGroup(8080, "sg-alb")),
                        Sample.securityGroup("sg-alb", Sample.fromCidr(443, "0.0.0.0/0"))));
    }

    private static Deployment balancing(Deployment before, String state1d, @Nullable String reason1d) {
        var elb = Sample.balancer("Progresus-ELB", "active");
        var group = new TargetGroup(
                Sample.groupArn("ChOp-web"),
                "ChOp-web",
                "instance",
                "HTTP",
                8080,
                "vpc-1",
                List.of(elb.arn()),
                new HealthCheckSettings(true, "HTTP", "traffic-port", "/health", 10, 5, 3, 2, "200"));
        var deployment = with(before, Parts.LOAD_BALANCERS, 60, List.of(elb));
        deployment = with(
                deployment,
                Parts.LISTENERS,
                60,
                List.of(Sample.listener("Progresus-ELB", 443, List.of("arn:cert"), Sample.forward("ChOp-web"))));
        deployment = with(deployment, Parts.TARGET_GROUPS, 60, List.of(group));
        deployment = with(
                deployment,
                Parts.TARGETS,
                5,
                List.of(
                        new Target(group.arn(), AUTO_1A, 8080, "us-east-1a", "healthy", null, null),
                        new Target(
                                group.arn(),
                                AUTO_1D,
                                8080,
                                "us-east-1d",
                                state1d,
                                reason1d,
                                reason1d == null ? null : "Request timed out")));
        deployment =
                with(deployment, Parts.HOSTED_ZONES, 300, List.of(new HostedZone("Z1", "checkop.co", false, 8, null)));
        deployment = with(
                deployment,
                Parts.RECORD_SETS,
                300,
                List.of(
                        Sample.alias("checkop.co", elb.dnsName()),
                        Sample.alias("www.checkop.co", "dualstack." + elb.dnsName() + "."),
                        Sample.alias("app.checkop.co", elb.dnsName()),
                        Sample.record("checkop.co", "NS", "ns-1.awsdns-01.org"),
                        Sample.record("checkop.co", "SOA", "ns-1.awsdns-01.org. hostmaster 1 7200 900 1209600 86400"),
                        Sample.record("checkop.co", "MX", "10 mail.example.com"),
                        Sample.record("checkop.co", "TXT", "v=spf1 -all"),
                        Sample.record("base.checkop.co", "A", "54.88.10.10")));
        deployment = with(deployment, Parts.HEALTH_CHECKS, 60, List.of());
        return with(
                deployment,
                Parts.ALARMS,
                30,
                List.of(alarm("ChOp-cpu-high", "OK", "AWS/EC2", "CPUUtilization", Map.of(), 70.0)));
    }

    private static Deployment data(Deployment before) {
        var deployment = with(before, Parts.DATABASES, 30, List.of(Sample.database("dbprogressus", "available")));
        deployment = with(
                deployment,
                Parts.DATABASE_SNAPSHOTS,
                300,
                List.of(new DatabaseSnapshot(
                        "dbprogressus-pre-2026-48",
                        "arn:aws:rds:us-east-1:111122223333:snapshot:dbprogressus-pre-2026-48",
                        "dbprogressus",
                        "manual",
                        "creating",
                        64,
                        NOW.minus(Duration.ofMinutes(143)),
                        217,
                        "mysql",
                        true,
                        "us-east-1a")));
        deployment = with(
                deployment,
                Parts.DATABASE_EVENTS,
                60,
                List.of(new DatabaseEvent(
                        "dbprogressus",
                        "db-instance",
                        NOW.minus(Duration.ofHours(10)),
                        List.of("backup"),
                        "Finished DB Instance backup")));
        deployment = with(deployment, Parts.FILE_SYSTEMS, 60, List.of(Sample.fileSystem("fs-1", "available")));
        return with(
                deployment,
                Parts.MOUNT_TARGETS,
                60,
                List.of(
                        Sample.mount("fsmt-1", "us-east-1a", "10.20.2.10"),
                        Sample.mount("fsmt-2", "us-east-1d", "10.20.3.10")));
    }

    public static Alarm alarm(
            String name,
            String state,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            double threshold) {
        return new Alarm(
                name,
                "arn:aws:cloudwatch:us-east-1:111122223333:alarm:" + name,
                state,
                "Threshold Crossed: 3 datapoints were greater than the threshold (" + threshold + ").",
                NOW.minusSeconds(137),
                null,
                new MetricId(namespace, metric, dimensions, "Average"),
                threshold,
                "GreaterThanThreshold",
                true,
                false);
    }

    public static Instance instance(
            String id, String name, String zone, String privateIp, String publicIp, String image, Instant launched) {
        return new Instance(
                id,
                name,
                "t3.xlarge",
                "running",
                null,
                zone,
                "vpc-1",
                "subnet-" + zone.substring(8),
                privateIp,
                publicIp,
                image,
                "Linux/UNIX",
                "x86_64",
                launched,
                List.of("sg-app"),
                List.of("vol-" + id),
                Map.of("Name", name));
    }

    public static Image image(
            String id, String name, @Nullable String sourceInstance, @Nullable String sourceImage, Instant made) {
        return new Image(
                id,
                name,
                null,
                "available",
                "111122223333",
                "Linux/UNIX",
                "x86_64",
                made,
                sourceImage,
                sourceInstance,
                List.of(),
                Map.of());
    }

    public static Volume volume(String id, String instance, String zone) {
        return new Volume(
                id,
                "",
                "gp3",
                50,
                "in-use",
                zone,
                3000,
                125,
                true,
                null,
                days(41),
                List.of(new VolumeAttachment(instance, "/dev/sda1", "attached", true)),
                Map.of());
    }

    public static ElasticIp address(String id, String ip, @Nullable String instance) {
        return new ElasticIp(
                id,
                "",
                ip,
                instance == null ? null : "eipassoc-" + id,
                instance,
                null,
                instance == null ? null : "10.20.0.1",
                Map.of());
    }

    public static Instant days(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }

    /** Read two seconds ago by a source of this cadence. */
    public static <T> Deployment with(Deployment deployment, Part<T> part, int cadenceSeconds, List<T> items) {
        return deployment.with(
                part, Observed.of(Listing.complete(items), NOW.minusSeconds(2), Duration.ofSeconds(cadenceSeconds)));
    }

    /** A part that was never read because of this. */
    public static <T> Deployment refused(
            Deployment deployment, Part<T> part, Problem.Kind kind, String call, String code) {
        var problem = new Problem(
                kind,
                call,
                code,
                code + " for " + call,
                "7f0e9c1a-33d2-4a58-b0f6-51c2",
                kind == Problem.Kind.DENIED ? call : null,
                NOW.minusSeconds(9));
        return deployment.with(
                part, Observed.<Listing<T>>never(Duration.ofSeconds(30)).failed(problem, NOW.minusSeconds(9)));
    }
}
