package io.atalaya.deployment;

import static io.atalaya.deployment.Sample.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** The last hour of {@link CheckopSample} as CloudWatch measured it. */
final class CheckopHour {
    private CheckopHour() {}

    /** @param well whether both targets serve */
    static Deployment metrics(Deployment before, boolean well) {
        var elb = Map.of("LoadBalancer", "app/Progresus-ELB/50dc6c495c0c9188");
        var db = Map.of("DBInstanceIdentifier", "dbprogressus");
        return CheckopSample.with(
                before,
                Parts.METRICS,
                60,
                List.of(
                        series(
                                "AWS/ApplicationELB",
                                "RequestCount",
                                elb,
                                "Sum",
                                i -> 12_840 + 900 * Math.sin(i * 1.7) + 500 * Math.cos(i * 0.6)),
                        series(
                                "AWS/ApplicationELB",
                                "TargetResponseTime",
                                elb,
                                "p95",
                                i -> i < 42 || well ? 0.21 + 0.01 * Math.sin(i) : 0.48),
                        new MetricSeries(
                                new MetricId("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", elb, "Sum"),
                                60,
                                well ? List.of() : List.of(new MetricPoint(minute(43), 37)),
                                false),
                        series(
                                "AWS/ApplicationELB",
                                "HealthyHostCount",
                                Map.of(
                                        "LoadBalancer",
                                        "app/Progresus-ELB/50dc6c495c0c9188",
                                        "TargetGroup",
                                        "targetgroup/ChOp-web/6d0ecf831eec9f09"),
                                "Minimum",
                                i -> i < 43 || well ? 2 : 1),
                        series(
                                "AWS/EC2",
                                "CPUUtilization",
                                Map.of("InstanceId", CheckopSample.AUTO_1A),
                                "Average",
                                i -> i < 43 || well ? 34 + 3 * Math.sin(i * 0.8) : 71),
                        series(
                                "AWS/EC2",
                                "CPUUtilization",
                                Map.of("InstanceId", CheckopSample.AUTO_1D),
                                "Average",
                                i -> 33 + 2 * Math.cos(i)),
                        series(
                                "AWS/RDS",
                                "DatabaseConnections",
                                db,
                                "Average",
                                i -> 143 + 11 * Math.sin((47 - i) * 0.9)),
                        series(
                                "AWS/RDS",
                                "ReadLatency",
                                db,
                                "Average",
                                i -> 0.0018 + 0.0002 * Math.sin((47 - i) * 1.3)),
                        series("AWS/RDS", "FreeStorageSpace", db, "Average", i -> 61.4 * 1024 * 1024 * 1024),
                        series(
                                "AWS/EFS",
                                "TotalIOBytes",
                                Map.of("FileSystemId", "fs-1"),
                                "Sum",
                                i -> (0.4 + 0.05 * Math.sin((47 - i) * 1.1)) * 60 * 1048576)));
    }

    /** One hour by the minute, less the twelve CloudWatch has not finished. */
    private static Instant minute(int index) {
        return NOW.minusSeconds(48 * 60L).plusSeconds(index * 60L);
    }

    private static MetricSeries series(
            String namespace,
            String metric,
            Map<String, String> dimensions,
            String statistic,
            IntToDoubleFunction value) {
        var points = new ArrayList<MetricPoint>();
        for (int i = 0; i < 48; i++) {
            points.add(new MetricPoint(minute(i), value.applyAsDouble(i)));
        }
        return new MetricSeries(new MetricId(namespace, metric, dimensions, statistic), 60, points, false);
    }
}
