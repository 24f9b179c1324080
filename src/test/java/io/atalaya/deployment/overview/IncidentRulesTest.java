package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.BASE;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the game day's incidents look like in a snapshot, and what must be said of them. */
public class IncidentRulesTest {
    private static final Deployment WELL = CheckopSample.healthy();
    private static final double GIB = 1024.0 * 1024 * 1024;

    public static Stream<Arguments> situations() {
        return Stream.of(certificates(), refreshes(), metrics(), targets(), checks())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> certificates() {
        return Stream.of(
                row(
                        "expired a minute ago, whatever ACM said last",
                        certificate(Duration.ofMinutes(-1)),
                        "FAILED CERTIFICATE_EXPIRED"),
                row("19 days left", certificate(Duration.ofDays(19)), "DEGRADED CERTIFICATE_EXPIRING"),
                row("31 days left", certificate(Duration.ofDays(31))),
                row(
                        "expired and in nobody's use",
                        d -> with(d, Parts.CERTIFICATES, 60, List.of(certificate("arn:other", Duration.ofDays(-3))))));
    }

    private static Stream<Arguments> refreshes() {
        return Stream.of(
                row("failed", refresh("Failed", 0), "FAILED INSTANCE_REFRESH_FAILED"),
                row("rolls back", refresh("RollbackInProgress", 0), "FAILED INSTANCE_REFRESH_FAILED"),
                row("rolled back", refresh("RollbackSuccessful", 0)),
                row("goes on", refresh("InProgress", 0)),
                row(
                        "failed, then another got through",
                        refresh("Failed", 60).andThen(d -> add(d, "Successful", 0))::apply));
    }

    private static Stream<Arguments> metrics() {
        return Stream.of(
                row(
                        "storage goes within the hour",
                        database(minutes -> (20 - minutes) * GIB),
                        "FAILED DATABASE_FILLS",
                        "NOTE DATABASE_STORAGE"),
                row("storage goes within the day", database(m -> (200 - m * 0.3) * GIB), "DEGRADED DATABASE_FILLS"),
                row("storage as always", database(m -> (100 - m * 0.0005) * GIB)),
                row("storage is freed", database(m -> (100 + m) * GIB)),
                row("files grow a tenth an hour", files(m -> (200 + m / 3) * GIB), "DEGRADED FILE_SYSTEM_GROWS"),
                row("files grow as always", files(m -> (200 + m * 0.0001) * GIB)),
                row("one request in ten fails", errors(1200, 120), "FAILED HTTP_ERRORS"),
                row("one in fifty", errors(1200, 24), "DEGRADED HTTP_ERRORS"),
                row("one in a thousand", errors(12_000, 12)),
                row("five of twenty at night", errors(20, 5)));
    }

    private static Stream<Arguments> targets() {
        return Stream.of(
                row(
                        "somebody deregistered one",
                        targets("draining", "Target.DeregistrationInProgress", "healthy", null),
                        "DEGRADED TARGET_WITHDRAWN"),
                row(
                        "no rule forwards to the group",
                        targets("unused", "Target.NotInUse", "unused", "Target.NotInUse"),
                        "DEGRADED GROUP_NOT_IN_USE"),
                row(
                        "one stopped",
                        targets("unused", "Target.InvalidState", "healthy", null),
                        "FAILED TARGET_UNHEALTHY",
                        "DEGRADED ZONE_NOT_SERVED"));
    }

    private static Stream<Arguments> checks() {
        return Stream.of(
                row(
                        "both of a zone fail",
                        checks(AUTO_1A, BASE),
                        "FAILED INSTANCE_CHECK_FAILED",
                        "FAILED INSTANCE_CHECK_FAILED",
                        "FAILED ZONE_IMPAIRED"),
                row("the only one of a zone fails", checks(AUTO_1D), "FAILED INSTANCE_CHECK_FAILED"));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(UnaryOperator<Deployment> change, List<String> expected) {
        var usual = AttentionList.of(Situation.of(WELL, NOW)).stream()
                .map(Finding::key)
                .toList();
        assertThat(AttentionList.of(Situation.of(change.apply(WELL), NOW)).stream()
                        .filter(each -> !usual.contains(each.key()))
                        .map(each -> each.urgency() + " " + each.kind()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Arguments row(String name, UnaryOperator<Deployment> change, String... expected) {
        return argumentSet(name, change, List.of(expected));
    }

    private static UnaryOperator<Deployment> certificate(Duration left) {
        var arn = WELL.items(Parts.LISTENERS).stream()
                .map(Listener::certificateArns)
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
        return d -> with(d, Parts.CERTIFICATES, 60, List.of(certificate(arn, left)));
    }

    private static Certificate certificate(String arn, Duration left) {
        return new Certificate(arn, "*.checkop.co", "ISSUED", "IMPORTED", false, null, NOW.plus(left));
    }

    private static UnaryOperator<Deployment> refresh(String status, int minutesAgo) {
        return d -> with(d, Parts.INSTANCE_REFRESHES, 60, List.of(one(d, status, minutesAgo)));
    }

    private static Deployment add(Deployment d, String status, int minutesAgo) {
        var all = new ArrayList<>(d.items(Parts.INSTANCE_REFRESHES));
        all.add(one(d, status, minutesAgo));
        return with(d, Parts.INSTANCE_REFRESHES, 60, all);
    }

    private static InstanceRefresh one(Deployment d, String status, int minutesAgo) {
        var group = d.items(Parts.SCALING_GROUPS).getFirst().name();
        return new InstanceRefresh(status, group, status, null, NOW.minus(Duration.ofMinutes(minutesAgo)), null, 0, 2);
    }

    private static UnaryOperator<Deployment> database(DoubleUnaryOperator free) {
        var id = WELL.items(Parts.DATABASES).getFirst().id();
        return series("AWS/RDS", "FreeStorageSpace", Map.of("DBInstanceIdentifier", id), 1, 10, free);
    }

    private static UnaryOperator<Deployment> files(DoubleUnaryOperator size) {
        var id = WELL.items(Parts.FILE_SYSTEMS).getFirst().id();
        return series("AWS/EFS", "StorageBytes", Map.of("FileSystemId", id, "StorageClass", "Total"), 15, 4, size);
    }

    private static UnaryOperator<Deployment> errors(double requests, double failed) {
        var arn = WELL.items(Parts.LOAD_BALANCERS).stream()
                .map(LoadBalancer::arn)
                .findFirst()
                .orElseThrow();
        var dimensions = Map.of("LoadBalancer", arn.substring(arn.indexOf("loadbalancer/") + 13));
        return series("AWS/ApplicationELB", "RequestCount", dimensions, 1, 3, m -> requests)
                        .andThen(series(
                                "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", dimensions, 1, 3, m -> failed))
                ::apply;
    }

    /** Points at even distances up to now; the value is of the minutes since the first. Takes the place of what was there. */
    private static UnaryOperator<Deployment> series(
            String namespace,
            String metric,
            Map<String, String> dimensions,
            int everyMinutes,
            int count,
            DoubleUnaryOperator value) {
        var id = new MetricId(namespace, metric, dimensions, "Average");
        var points = IntStream.range(0, count)
                .mapToObj(i -> new MetricPoint(
                        NOW.minus(Duration.ofMinutes((long) (count - i) * everyMinutes)),
                        value.applyAsDouble(i * (double) everyMinutes)))
                .toList();
        return d -> {
            var all = new ArrayList<>(d.items(Parts.METRICS));
            all.removeIf(each -> each.id().metric().equals(metric));
            all.add(new MetricSeries(id, everyMinutes * 60, points, false));
            return with(d, Parts.METRICS, 60, all);
        };
    }

    private static UnaryOperator<Deployment> targets(
            String oneState, @Nullable String oneReason, String otherState, @Nullable String otherReason) {
        return d -> {
            var group = d.items(Parts.TARGETS).getFirst().targetGroupArn();
            var all = new ArrayList<>(d.items(Parts.TARGETS));
            all.removeIf(each -> each.targetGroupArn().equals(group));
            all.add(new Target(group, AUTO_1D, 8080, "us-east-1d", oneState, oneReason, null));
            all.add(new Target(group, AUTO_1A, 8080, "us-east-1a", otherState, otherReason, null));
            return with(d, Parts.TARGETS, 5, all);
        };
    }

    private static UnaryOperator<Deployment> checks(String... impaired) {
        return d -> with(
                d,
                Parts.INSTANCE_CHECKS,
                60,
                Stream.of(AUTO_1A, AUTO_1D, BASE)
                        .map(id -> {
                            var word = List.of(impaired).contains(id) ? "impaired" : "ok";
                            return new InstanceCheck(id, word, word, List.of());
                        })
                        .toList());
    }
}
