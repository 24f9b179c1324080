package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TargetGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which metrics say how a deployment does. CloudWatch charges for each metric asked for, so there is an end to them: one call's
 * worth. Each kind has its share of it, so that a fleet's balancers do not leave its databases without a figure; what one kind
 * does not need the later ones may have, instances last.
 */
final class KeyFigures {
    /** What one GetMetricData may ask. */
    static final int MOST = 500;

    private KeyFigures() {}

    static List<MetricId> of(Deployment known) {
        var chosen = new LinkedHashSet<MetricId>();
        add(chosen, MOST * 36 / 100, known.items(Parts.LOAD_BALANCERS).stream().flatMap(KeyFigures::ofBalancer));
        add(chosen, MOST * 56 / 100, known.items(Parts.DATABASES).stream().flatMap(d -> ofDatabase(d.id())));
        add(chosen, MOST * 64 / 100, known.items(Parts.FILE_SYSTEMS).stream().flatMap(f -> ofFileSystem(f.id())));
        add(chosen, MOST * 90 / 100, known.items(Parts.TARGET_GROUPS).stream().flatMap(KeyFigures::ofGroup));
        add(
                chosen,
                MOST,
                known.items(Parts.INSTANCES).stream()
                        .filter(i -> i.state().equals("running"))
                        .map(KeyFigures::ofInstance));
        return List.copyOf(chosen);
    }

    /** Adds metrics of one kind until there are so many in all. */
    private static void add(Set<MetricId> chosen, int upTo, Stream<MetricId> more) {
        for (var each = more.iterator(); chosen.size() < upTo && each.hasNext(); ) {
            chosen.add(each.next());
        }
    }

    private static Stream<MetricId> ofBalancer(LoadBalancer b) {
        return switch (b.balancerType()) {
            case APPLICATION -> {
                var dimensions = Map.of("LoadBalancer", suffix(b.arn(), "loadbalancer/"));
                yield Stream.of(
                        new MetricId("AWS/ApplicationELB", "RequestCount", dimensions, "Sum"),
                        new MetricId("AWS/ApplicationELB", "TargetResponseTime", dimensions, "p95"),
                        new MetricId("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", dimensions, "Sum"),
                        new MetricId("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", dimensions, "Sum"));
            }
            case NETWORK -> {
                var dimensions = Map.of("LoadBalancer", suffix(b.arn(), "loadbalancer/"));
                yield Stream.of(
                        new MetricId("AWS/NetworkELB", "ActiveFlowCount", dimensions, "Average"),
                        new MetricId("AWS/NetworkELB", "ProcessedBytes", dimensions, "Sum"));
            }
            case CLASSIC -> {
                var dimensions = Map.of("LoadBalancerName", b.name());
                yield Stream.of(
                        new MetricId("AWS/ELB", "RequestCount", dimensions, "Sum"),
                        new MetricId("AWS/ELB", "Latency", dimensions, "p95"),
                        new MetricId("AWS/ELB", "HTTPCode_Backend_5XX", dimensions, "Sum"),
                        new MetricId("AWS/ELB", "HealthyHostCount", dimensions, "Minimum"));
            }
            case GATEWAY -> Stream.empty();
        };
    }

    /** Host counts exist only for a group and the balancer it stands behind, together. */
    private static Stream<MetricId> ofGroup(TargetGroup group) {
        return group.balancerArns().stream()
                .filter(arn -> arn.contains("loadbalancer/app/") || arn.contains("loadbalancer/net/"))
                .flatMap(arn -> {
                    var namespace = arn.contains("loadbalancer/app/") ? "AWS/ApplicationELB" : "AWS/NetworkELB";
                    var dimensions = Map.of(
                            "LoadBalancer",
                            suffix(arn, "loadbalancer/"),
                            "TargetGroup",
                            "targetgroup/" + suffix(group.arn(), "targetgroup/"));
                    return Stream.of(
                            new MetricId(namespace, "HealthyHostCount", dimensions, "Minimum"),
                            new MetricId(namespace, "UnHealthyHostCount", dimensions, "Maximum"));
                });
    }

    private static Stream<MetricId> ofDatabase(String id) {
        var dimensions = Map.of("DBInstanceIdentifier", id);
        return Stream.of("CPUUtilization", "DatabaseConnections", "ReadLatency", "WriteLatency", "FreeStorageSpace")
                .map(metric -> new MetricId("AWS/RDS", metric, dimensions, "Average"));
    }

    private static Stream<MetricId> ofFileSystem(String id) {
        var dimensions = Map.of("FileSystemId", id);
        return Stream.of(
                new MetricId("AWS/EFS", "TotalIOBytes", dimensions, "Sum"),
                new MetricId("AWS/EFS", "MeteredIOBytes", dimensions, "Sum"),
                new MetricId("AWS/EFS", "PermittedThroughput", dimensions, "Average"),
                new MetricId("AWS/EFS", "ClientConnections", dimensions, "Sum"),
                new MetricId("AWS/EFS", "PercentIOLimit", dimensions, "Average"),
                new MetricId("AWS/EFS", "BurstCreditBalance", dimensions, "Average"),
                new MetricId(
                        "AWS/EFS", "StorageBytes", Map.of("FileSystemId", id, "StorageClass", "Total"), "Average"));
    }

    private static MetricId ofInstance(Instance instance) {
        return new MetricId("AWS/EC2", "CPUUtilization", Map.of("InstanceId", instance.id()), "Average");
    }

    private static String suffix(String arn, String after) {
        var at = arn.indexOf(after);
        return at < 0 ? arn : arn.substring(at + after.length());
    }
}
