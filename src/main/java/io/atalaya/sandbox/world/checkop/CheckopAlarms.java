package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.AlarmMaker;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The alarms of the deployment; one watches a metric nobody publishes, as one always does. */
final class CheckopAlarms {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final ComparisonOperator ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
    private static final ComparisonOperator BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;

    private final AlarmMaker maker;

    private CheckopAlarms(World world) {
        this.maker = new AlarmMaker(world, "CheckOP", "checkop-noc");
    }

    static void furnish(World world) {
        var alarms = new CheckopAlarms(world);
        alarms.hosts();
        alarms.balancer();
        alarms.data();
        alarms.service();
    }

    private void hosts() {
        for (var m : List.of(CheckopInstances.APP_1A, CheckopInstances.APP_1D, CheckopInstances.BASE)) {
            String name = m.scaled() ? m.name() + ' ' + m.zone().substring(8) : m.name();
            Map<String, String> id = Map.of("InstanceId", m.id());
            Map<String, String> disk =
                    Map.of("InstanceId", m.id(), "path", "/", "device", "nvme0n1p1", "fstype", "xfs");
            int period = m.scaled() ? 60 : 300;
            maker.add(AlarmMaker.of("CPU " + name, "AWS/EC2", "CPUUtilization", id, Statistic.AVERAGE, ABOVE, 70)
                    .period(period)
                    .evaluationPeriods(3)
                    .datapointsToAlarm(3)
                    .unit("Percent"));
            maker.add(AlarmMaker.of("Status " + name, "AWS/EC2", "StatusCheckFailed", id, Statistic.MAXIMUM, ABOVE, 0)
                    .period(period)
                    .evaluationPeriods(2));
            maker.add(AlarmMaker.of("Memory " + name, "CWAgent", "mem_used_percent", id, Statistic.AVERAGE, ABOVE, 85)
                    .evaluationPeriods(2));
            maker.add(AlarmMaker.of("Disk " + name, "CWAgent", "disk_used_percent", disk, Statistic.AVERAGE, ABOVE, 80)
                    .evaluationPeriods(2));
        }
        maker.add(AlarmMaker.of(
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
            maker.add(AlarmMaker.of(
                    "Healthy targets " + group.getKey(), space, "HealthyHostCount", both, Statistic.MINIMUM, BELOW, 2));
            maker.add(AlarmMaker.of(
                            "Latency p95 " + group.getKey(),
                            space,
                            "TargetResponseTime",
                            both,
                            Statistic.AVERAGE,
                            ABOVE,
                            6)
                    .statistic((Statistic) null)
                    .extendedStatistic("p95")
                    .evaluationPeriods(3));
        }
        maker.add(
                AlarmMaker.of("HTTP 5xx Progresus-ELB", space, "HTTPCode_ELB_5XX_Count", elb, Statistic.SUM, ABOVE, 10)
                        .treatMissingData("notBreaching"));
        maker.add(AlarmMaker.of(
                        "HTTP 4xx Progresus-ELB", space, "HTTPCode_Target_4XX_Count", elb, Statistic.SUM, ABOVE, 900)
                .treatMissingData("notBreaching")
                .evaluationPeriods(5)
                .datapointsToAlarm(3));
        maker.add(AlarmMaker.of(
                "Site app.checkop.co",
                "AWS/Route53",
                "HealthCheckStatus",
                Map.of("HealthCheckId", Ids.HEALTH_CHECK),
                Statistic.MINIMUM,
                BELOW,
                1));
        maker.add(AlarmMaker.of(
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

    /** What a person is called for: of the alarms below it each alone says less. */
    private void service() {
        maker.add(
                "Service checkop.co",
                "ALARM(\"Healthy targets ChOp-web\") OR ALARM(\"HTTP 5xx Progresus-ELB\") OR ALARM(\"Site app.checkop.co\")",
                "the site is degraded or down");
    }

    private void data() {
        Map<String, String> db = Map.of("DBInstanceIdentifier", Ids.DATABASE);
        maker.add(AlarmMaker.of("RDS CPU dbprogressus", "AWS/RDS", "CPUUtilization", db, Statistic.AVERAGE, ABOVE, 80)
                .evaluationPeriods(5));
        maker.add(AlarmMaker.of(
                "RDS connections dbprogressus", "AWS/RDS", "DatabaseConnections", db, Statistic.MAXIMUM, ABOVE, 2_000));
        maker.add(AlarmMaker.of(
                        "RDS read latency dbprogressus", "AWS/RDS", "ReadLatency", db, Statistic.AVERAGE, ABOVE, 0.02)
                .evaluationPeriods(3));
        maker.add(AlarmMaker.of(
                        "RDS write latency dbprogressus", "AWS/RDS", "WriteLatency", db, Statistic.AVERAGE, ABOVE, 0.03)
                .evaluationPeriods(3));
        maker.add(AlarmMaker.of(
                "RDS memory dbprogressus", "AWS/RDS", "FreeableMemory", db, Statistic.MINIMUM, BELOW, 2 * GIB));
        maker.add(AlarmMaker.of(
                        "RDS storage dbprogressus",
                        "AWS/RDS",
                        "FreeStorageSpace",
                        db,
                        Statistic.MINIMUM,
                        BELOW,
                        21.7 * GIB)
                .period(300));
        Map<String, String> files = Map.of("FileSystemId", Ids.FILE_SYSTEM);
        maker.add(AlarmMaker.of(
                        "EFS burst credits ChOp-Temp",
                        "AWS/EFS",
                        "BurstCreditBalance",
                        files,
                        Statistic.MINIMUM,
                        BELOW,
                        512 * GIB)
                .period(300));
        maker.add(AlarmMaker.of(
                        "EFS I/O limit ChOp-Temp", "AWS/EFS", "PercentIOLimit", files, Statistic.AVERAGE, ABOVE, 90)
                .evaluationPeriods(5));
    }
}
