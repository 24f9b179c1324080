package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.overview.FindingRow.NOTHING;
import static io.atalaya.deployment.overview.FindingRow.row;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Databases, files, alarms and names, and what is to be found of it. */
final class DataRows {
    private DataRows() {}

    static Stream<Arguments> databases() {
        return Stream.of(
                row(
                        "stopped",
                        d -> database(d, db("stopped", 217, 1000, null)),
                        "DEGRADED DATABASE_STATUS [dbprogressus, stopped]"),
                row(
                        "full",
                        d -> database(d, db("storage-full", 217, 1000, null)),
                        "FAILED DATABASE_STATUS [dbprogressus, storage-full]"),
                row(
                        "restarting",
                        d -> database(d, db("rebooting", 217, 1000, null)),
                        "DEGRADED DATABASE_INTERRUPTED [dbprogressus, rebooting]"),
                row("backing up is no trouble", d -> database(d, db("backing-up", 217, 1000, null)), NOTHING),
                row(
                        "certificate authority ends in 30 days",
                        d -> database(d, db("available", 217, 1000, NOW.plus(Duration.ofDays(30)))),
                        "DEGRADED CERTIFICATE_AUTHORITY_EXPIRING [dbprogressus, 2026-12-24T19:03:39Z]"),
                row(
                        "certificate authority ended",
                        d -> database(d, db("available", 217, 1000, NOW.minusSeconds(1))),
                        "FAILED CERTIFICATE_AUTHORITY_EXPIRING [dbprogressus, 2026-11-24T19:03:38Z]"),
                row(
                        "certificate good for a year",
                        d -> database(d, db("available", 217, 1000, NOW.plus(Duration.ofDays(365)))),
                        NOTHING),
                row(
                        "nearly as big as it may grow",
                        d -> database(d, db("available", 850, 1000, null)),
                        "DEGRADED DATABASE_NEAR_MAXIMUM [dbprogressus, 850, 1000]",
                        "NOTE DATABASE_STORAGE [dbprogressus, 788.6, 850, 93, 1000]"),
                row(
                        "85 % used, may grow",
                        d -> free(d, 32.55), "NOTE DATABASE_STORAGE [dbprogressus, 184.5, 217, 85, 1000]"),
                row(
                        "96 % used, may grow",
                        d -> free(d, 8.68), "DEGRADED DATABASE_STORAGE [dbprogressus, 208.3, 217, 96, 1000]"),
                row(
                        "85 % used, may not grow",
                        d -> free(database(d, db("available", 217, null, null)), 32.55),
                        "DEGRADED DATABASE_STORAGE [dbprogressus, 184.5, 217, 85, 0]"),
                row("80 % used exactly", d -> free(d, 43.4), NOTHING));
    }

    static Stream<Arguments> rest() {
        return Stream.of(
                row(
                        "an alarm rings",
                        d -> with(
                                d,
                                Parts.ALARMS,
                                30,
                                List.of(CheckopSample.alarm(
                                        "cpu", "ALARM", "AWS/EC2", "CPUUtilization", Map.of(), 70))),
                        "DEGRADED ALARM [cpu, Threshold Crossed: 3 datapoints were greater than the threshold (70.0).]"),
                row(
                        "an alarm cannot tell",
                        d -> with(
                                d,
                                Parts.ALARMS,
                                30,
                                List.of(CheckopSample.alarm(
                                        "cpu", "INSUFFICIENT_DATA", "AWS/EC2", "CPUUtilization", Map.of(), 70))),
                        "UNKNOWN ALARM_NO_DATA [cpu, Threshold Crossed: 3 datapoints were greater than the threshold (70.0).]"),
                row(
                        "target tracking would like fewer machines",
                        d -> with(
                                d,
                                Parts.ALARMS,
                                30,
                                List.of(CheckopSample.alarm(
                                        "TargetTracking-asg-AlarmLow-1f",
                                        "ALARM",
                                        "AWS/EC2",
                                        "CPUUtilization",
                                        Map.of(),
                                        20))),
                        NOTHING),
                row(
                        "a name leads to a balancer that is gone",
                        d -> with(
                                d,
                                Parts.RECORD_SETS,
                                300,
                                List.of(alias("old.checkop.co", "Old-1.us-east-1.elb.amazonaws.com"))),
                        "FAILED DANGLING_ALIAS [old.checkop.co A, Old-1.us-east-1.elb.amazonaws.com]"),
                row(
                        "a name leads to another region",
                        d -> with(
                                d,
                                Parts.RECORD_SETS,
                                300,
                                List.of(alias("eu.checkop.co", "Eu-1.eu-west-1.elb.amazonaws.com"))),
                        NOTHING),
                row(
                        "2 of 16 checkers see it",
                        d -> with(d, Parts.HEALTH_CHECKS, 60, List.of(check(2, 16))),
                        "FAILED HEALTH_CHECK_FAILING [checkop.co, 2, 16]"),
                row(
                        "12 of 16 checkers see it",
                        d -> with(d, Parts.HEALTH_CHECKS, 60, List.of(check(12, 16))),
                        "DEGRADED HEALTH_CHECK_FAILING [checkop.co, 12, 16]"));
    }

    private static Deployment database(Deployment deployment, Database database) {
        return with(deployment, Parts.DATABASES, 30, List.of(database));
    }

    private static Database db(
            String status, int allocated, @Nullable Integer maximum, @Nullable Instant certificateUntil) {
        return DatabaseSketch.database("dbprogressus", it -> {
            it.status = status;
            it.allocatedGib = allocated;
            it.maxAllocatedGib = maximum;
            it.caCertificateValidUntil = certificateUntil;
        });
    }

    private static Deployment free(Deployment deployment, double gib) {
        return with(
                deployment,
                Parts.METRICS,
                60,
                List.of(new MetricSeries(
                        new MetricId(
                                "AWS/RDS",
                                "FreeStorageSpace",
                                Map.of("DBInstanceIdentifier", "dbprogressus"),
                                "Average"),
                        60,
                        List.of(new MetricPoint(NOW, gib * 1024 * 1024 * 1024)),
                        false)));
    }

    private static RecordSet alias(String name, String host) {
        return new RecordSet(
                "Z1", name, "A", null, List.of(), new AliasTarget(host, "Z35SXDOTRQ7X7K", true), null, "simple", null);
    }

    private static HealthCheck check(int healthy, int all) {
        var checkers = IntStream.range(0, all)
                .mapToObj(i -> new CheckerResult(
                        "us-east-1", "192.0.2." + i, i < healthy ? "Success" : "Failure", NOW, i < healthy))
                .toList();
        return new HealthCheck("hc-1", "checkop.co", "HTTPS", "checkop.co", 443, "/", false, false, checkers);
    }
}
