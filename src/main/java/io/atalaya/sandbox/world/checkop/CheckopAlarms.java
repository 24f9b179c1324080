package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The alarms of the deployment; one watches a metric nobody publishes, as one always does. */
final class CheckopAlarms {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final ComparisonOperator ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
    private static final ComparisonOperator BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;

    private final World world;

    private CheckopAlarms(World world) {
        this.world = world;
    }

    static void furnish(World world) {
        var alarms = new CheckopAlarms(world);
        alarms.hosts();
        alarms.balancer();
        alarms.data();
    }

    private void hosts() {
        for (var m : List.of(CheckopInstances.APP_1A, CheckopInstances.APP_1D, CheckopInstances.BASE)) {
            String name = m.scaled() ? m.name() + ' ' + m.zone().substring(8) : m.name();
            Map<String, String> id = Map.of("InstanceId", m.id());
            Map<String, String> disk =
                    Map.of("InstanceId", m.id(), "path", "/", "device", "nvme0n1p1", "fstype", "xfs");
            int period = m.scaled() ? 60 : 300;
            add(of("CPU " + name, "AWS/EC2", "CPUUtilization", id, Statistic.AVERAGE, ABOVE, 70)
                    .period(period)
                    .evaluationPeriods(3)
                    .datapointsToAlarm(3)
                    .unit("Percent"));
            add(of("Status " + name, "AWS/EC2", "StatusCheckFailed", id, Statistic.MAXIMUM, ABOVE, 0)
                    .period(period)
                    .evaluationPeriods(2));
            add(of("Memory " + name, "CWAgent", "mem_used_percent", id, Statistic.AVERAGE, ABOVE, 85)
                    .evaluationPeriods(2));
            add(of("Disk " + name, "CWAgent", "disk_used_percent", disk, Statistic.AVERAGE, ABOVE, 80)
                    .evaluationPeriods(2));
        }
        add(of(
                "Swap Base ChOp",
                "CWAgent",
                "swap_used",
                Map.of("InstanceId", Ids.BASE, "host", "base"),
                Statistic.AVERAGE,
                ABOVE,
                1));
    }

    private void balancer() {
        Map<String, String> elb = Map.of("LoadBalancer", Ids.ELB_SUFFIX);
        String space = "AWS/ApplicationELB";
        for (var group : Map.of("ChOp-web", Ids.WEB_SUFFIX, "ChOp-files", Ids.FILES_SUFFIX)
                .entrySet()) {
            Map<String, String> both = Map.of("LoadBalancer", Ids.ELB_SUFFIX, "TargetGroup", group.getValue());
            add(of("Healthy targets " + group.getKey(), space, "HealthyHostCount", both, Statistic.MINIMUM, BELOW, 2));
            add(of("Latency p95 " + group.getKey(), space, "TargetResponseTime", both, Statistic.AVERAGE, ABOVE, 6)
                    .statistic((Statistic) null)
                    .extendedStatistic("p95")
                    .evaluationPeriods(3));
        }
        add(of("HTTP 5xx Progresus-ELB", space, "HTTPCode_ELB_5XX_Count", elb, Statistic.SUM, ABOVE, 10)
                .treatMissingData("notBreaching"));
        add(of("HTTP 4xx Progresus-ELB", space, "HTTPCode_Target_4XX_Count", elb, Statistic.SUM, ABOVE, 900)
                .treatMissingData("notBreaching")
                .evaluationPeriods(5)
                .datapointsToAlarm(3));
        add(of(
                "Site app.checkop.co",
                "AWS/Route53",
                "HealthCheckStatus",
                Map.of("HealthCheckId", Ids.HEALTH_CHECK),
                Statistic.MINIMUM,
                BELOW,
                1));
        add(of(
                        "Certificate *.checkop.co",
                        "AWS/CertificateManager",
                        "DaysToExpiry",
                        Map.of("CertificateArn", Ids.CERTIFICATE),
                        Statistic.MINIMUM,
                        BELOW,
                        21)
                .period(43_200)
                .treatMissingData("ignore"));
    }

    private void data() {
        Map<String, String> db = Map.of("DBInstanceIdentifier", Ids.DATABASE);
        add(of("RDS CPU dbprogressus", "AWS/RDS", "CPUUtilization", db, Statistic.AVERAGE, ABOVE, 80)
                .evaluationPeriods(5));
        add(of("RDS connections dbprogressus", "AWS/RDS", "DatabaseConnections", db, Statistic.MAXIMUM, ABOVE, 2_000));
        add(of("RDS read latency dbprogressus", "AWS/RDS", "ReadLatency", db, Statistic.AVERAGE, ABOVE, 0.02)
                .evaluationPeriods(3));
        add(of("RDS write latency dbprogressus", "AWS/RDS", "WriteLatency", db, Statistic.AVERAGE, ABOVE, 0.03)
                .evaluationPeriods(3));
        add(of("RDS memory dbprogressus", "AWS/RDS", "FreeableMemory", db, Statistic.MINIMUM, BELOW, 2 * GIB));
        add(of("RDS storage dbprogressus", "AWS/RDS", "FreeStorageSpace", db, Statistic.MINIMUM, BELOW, 21.7 * GIB)
                .period(300));
        Map<String, String> files = Map.of("FileSystemId", Ids.FILE_SYSTEM);
        add(of(
                        "EFS burst credits ChOp-Temp",
                        "AWS/EFS",
                        "BurstCreditBalance",
                        files,
                        Statistic.MINIMUM,
                        BELOW,
                        512 * GIB)
                .period(300));
        add(of("EFS I/O limit ChOp-Temp", "AWS/EFS", "PercentIOLimit", files, Statistic.AVERAGE, ABOVE, 90)
                .evaluationPeriods(5));
    }

    private static MetricAlarm.Builder of(
            String name,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            Statistic statistic,
            ComparisonOperator comparison,
            double threshold) {
        return MetricAlarm.builder()
                .alarmName(name)
                .namespace(namespace)
                .metricName(metric)
                .dimensions(new TreeMap<>(dimensions)
                        .entrySet().stream()
                                .map(e -> Dimension.builder()
                                        .name(e.getKey())
                                        .value(e.getValue())
                                        .build())
                                .toList())
                .statistic(statistic)
                .comparisonOperator(comparison)
                .threshold(threshold)
                .period(60)
                .evaluationPeriods(1)
                .treatMissingData("missing");
    }

    private void add(MetricAlarm.Builder alarm) {
        MetricAlarm made = alarm.build();
        Instant configured = world.start().minus(Duration.ofDays(40));
        String topic = world.account().arn("sns", "checkop-noc");
        world.alarms()
                .add(
                        made.toBuilder()
                                .alarmArn(world.account().arn("cloudwatch", "alarm:" + made.alarmName()))
                                .alarmDescription("CheckOP: " + made.alarmName())
                                .actionsEnabled(true)
                                .alarmActions(topic)
                                .okActions(topic)
                                .alarmConfigurationUpdatedTimestamp(configured)
                                .build(),
                        world.now());
    }
}
