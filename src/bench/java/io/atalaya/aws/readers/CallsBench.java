package io.atalaya.aws.readers;

import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How many calls a refresh takes against the pages there are, and what five windows ask more than one. */
public final class CallsBench {
    private static final String FLEET = "fleet:2000";

    private record Counted(AwsService service, String operation, io.atalaya.deployment.Part<?> part, int pageSize) {}

    private static final List<Counted> COUNTED = List.of(
            new Counted(AwsService.EC2, "DescribeInstances", Parts.INSTANCES, 1000),
            new Counted(AwsService.EC2, "DescribeInstanceStatus", Parts.INSTANCE_CHECKS, 1000),
            new Counted(AwsService.EC2, "DescribeVolumes", Parts.VOLUMES, 1000),
            new Counted(AwsService.EC2, "DescribeSecurityGroups", Parts.SECURITY_GROUPS, 1000),
            new Counted(AwsService.AUTO_SCALING, "DescribeAutoScalingGroups", Parts.SCALING_GROUPS, 100),
            new Counted(AwsService.RDS, "DescribeDBInstances", Parts.DATABASES, 100));

    private CallsBench() {}

    /** By what was measured: the value and the most it may be. */
    public static Map<String, double[]> run() {
        var results = new LinkedHashMap<String, double[]>();
        try (var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), FLEET).readAll()) {
            long calls = 0;
            long needed = 0;
            for (var each : COUNTED) {
                long before = wire.sandbox.requests().count(each.service(), each.operation());
                int refreshes = 0;
                for (var seen = wire.observed(each.part()).askedAt(); refreshes < 3; refreshes++) {
                    while (Objects.equals(wire.observed(each.part()).askedAt(), seen)) {
                        wire.time.advance(Duration.ofSeconds(1));
                    }
                    seen = wire.observed(each.part()).askedAt();
                }
                calls += wire.sandbox.requests().count(each.service(), each.operation()) - before;
                needed += (long) refreshes * Math.ceilDiv(Math.max(1, wire.items(each.part()).size()), each.pageSize());
            }
            results.put(FLEET + ": calls of 3 refreshes of six lists", new double[] {calls, Double.NaN});
            results.put("pages strictly needed", new double[] {needed, Double.NaN});
            results.put("calls : pages", new double[] {(double) calls / needed, 1.1});
        }
        double one = callsWith(1);
        double five = callsWith(5);
        results.put("checkop: calls of ten minutes with one window", new double[] {one, Double.NaN});
        results.put("with five windows", new double[] {five, Double.NaN});
        results.put("five windows : one window", new double[] {five / one, 1.05});
        return results;
    }

    private static double callsWith(int windows) {
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            for (int i = 1; i < windows; i++) {
                wire.loop().watch(Set.copyOf(Parts.all()));
            }
            wire.time.advance(Duration.ofSeconds(5));
            long before = wire.sandbox.requests().total();
            wire.time.advance(Duration.ofMinutes(10));
            return wire.sandbox.requests().total() - before;
        }
    }
}
