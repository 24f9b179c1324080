package io.atalaya.deployment;

import static io.atalaya.deployment.Sample.alias;
import static io.atalaya.deployment.Sample.check;
import static io.atalaya.deployment.Sample.instance;
import static io.atalaya.deployment.Sample.member;
import static io.atalaya.deployment.Sample.scalingGroup;
import static io.atalaya.deployment.Sample.target;
import static io.atalaya.deployment.Sample.targetGroup;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource({
        "running, ok, ok, HEALTHY, running",
        "running, ok, not-applicable, HEALTHY, running",
        "running, ok, initializing, CHANGING, initializing",
        "running, ok, impaired, FAILED, impaired",
        "running, impaired, ok, FAILED, impaired",
        "running, insufficient-data, ok, UNKNOWN, insufficient-data",
        "running, ok, mystery, UNKNOWN, mystery",
        "pending, ok, ok, CHANGING, pending",
        "stopping, ok, ok, CHANGING, stopping",
        "shutting-down, ok, ok, CHANGING, shutting-down",
        "terminated, ok, ok, CHANGING, terminated",
        "stopped, ok, ok, DEGRADED, stopped",
        "hibernating, ok, ok, UNKNOWN, hibernating",
    })
    void instances(String state, String system, String own, State expected, String word) {
        var condition = Conditions.of(instance("i-1", state), check("i-1", system, own));
        assertThat(condition.state()).isEqualTo(expected);
        assertThat(condition.word()).isEqualTo(word);
    }

    @Test
    void aRunningInstanceWhoseChecksWereNotReadCountsByItsState() {
        assertThat(Conditions.of(instance("i-1", "running"), null)).isEqualTo(Condition.of(State.HEALTHY, "running"));
    }

    @Test
    void whatAwsPlansDegradesAnInstanceUntilItIsDone() {
        var retirement =
                new ScheduledEvent("instance-retirement", "The instance is running on degraded hardware", null, null);
        var done = new ScheduledEvent("system-reboot", "[Completed] Scheduled reboot", null, null);
        assertThat(Conditions.of(instance("i-1", "running"), new InstanceCheck("i-1", "ok", "ok", List.of(retirement))))
                .isEqualTo(new Condition(State.DEGRADED, "instance-retirement", "running"));
        assertThat(Conditions.of(instance("i-1", "running"), new InstanceCheck("i-1", "ok", "ok", List.of(done)))
                        .state())
                .isEqualTo(State.HEALTHY);
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, , HEALTHY, healthy",
        "initial, Elb.RegistrationInProgress, CHANGING, Elb.RegistrationInProgress",
        "draining, Target.DeregistrationInProgress, CHANGING, Target.DeregistrationInProgress",
        "unhealthy, Target.Timeout, FAILED, Target.Timeout",
        "unhealthy, , FAILED, unhealthy",
        "unhealthy.draining, Target.FailedHealthChecks, FAILED, Target.FailedHealthChecks",
        "unused, Target.NotInUse, DEGRADED, Target.NotInUse",
        "unused, Target.InvalidState, FAILED, Target.InvalidState",
        "unavailable, Target.HealthCheckDisabled, UNKNOWN, Target.HealthCheckDisabled",
        "InService, , HEALTHY, InService",
        "OutOfService, Instance, FAILED, Instance",
        "brand-new-word, , UNKNOWN, brand-new-word",
    })
    void targets(String state, String reason, State expected, String word) {
        var condition = Conditions.of(target("web", "i-1", state, reason));
        assertThat(condition.state()).isEqualTo(expected);
        assertThat(condition.word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "'healthy healthy', HEALTHY, 2 / 2 healthy",
        "'healthy unhealthy', DEGRADED, 1 / 2 healthy",
        "'unhealthy unhealthy', FAILED, 0 / 2 healthy",
        "'unhealthy initial', FAILED, 0 / 2 healthy",
        "'healthy initial', CHANGING, 1 / 2 healthy",
        "'initial initial', CHANGING, 0 / 2 healthy",
        "'healthy odd', UNKNOWN, 1 / 2 healthy",
        "'odd unhealthy healthy', DEGRADED, 1 / 3 healthy",
        "'unused', DEGRADED, 0 / 1 healthy",
    })
    void targetGroups(String states, State expected, String word) {
        var targets = new ArrayList<Target>();
        for (var state : states.split(" ")) {
            targets.add(target("web", "i-" + targets.size(), state, null));
        }
        var condition = Conditions.of(targetGroup("web"), targets);
        assertThat(condition.state()).isEqualTo(expected);
        assertThat(condition.word()).isEqualTo(word);
    }

    @Test
    void targetsNeverReadAreUnknownAndNoneIsDegraded() {
        assertThat(Conditions.of(targetGroup("web"), null).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(targetGroup("web"), List.of()).state()).isEqualTo(State.DEGRADED);
    }

    @ParameterizedTest
    @CsvSource({"active,HEALTHY", "provisioning,CHANGING", "active_impaired,DEGRADED", "failed,FAILED", "x,UNKNOWN"})
    void balancers(String state, State expected) {
        assertThat(Conditions.of(Sample.balancer("elb", state)).state()).isEqualTo(expected);
    }

    @Test
    void aCertificateNobodyReadLeavesItsListenerUnknown() {
        assertThat(Conditions.of(Sample.listener("elb", 80, List.of()), List.of())
                        .state())
                .isEqualTo(State.HEALTHY);
        assertThat(Conditions.of(Sample.listener("elb", 443, List.of("arn:c")), List.of())
                        .state())
                .isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, HEALTHY, configured",
        "PENDING_VALIDATION, CHANGING, certificate PENDING_VALIDATION",
        "EXPIRED, FAILED, certificate EXPIRED",
        "REVOKED, FAILED, certificate REVOKED",
        "NEW_WORD, UNKNOWN, certificate NEW_WORD",
    })
    void aListenerIsAsGoodAsItsWorstCertificate(String status, State expected, String word) {
        var good = new Certificate("arn:g", "a.example", "ISSUED", "IMPORTED", false, null, null);
        var other = new Certificate("arn:o", "b.example", status, "IMPORTED", false, null, null);
        var condition = Conditions.of(Sample.listener("elb", 443, List.of("arn:g", "arn:o")), List.of(good, other));
        assertThat(condition.state()).isEqualTo(expected);
        assertThat(condition.word()).isEqualTo(word);
        assertThat(Conditions.of(Sample.listener("elb", 443, List.of("arn:g", "iam")), List.of(good))
                        .state())
                .as("one of two was not read")
                .isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "available, HEALTHY",
        "backing-up, CHANGING",
        "configuring-enhanced-monitoring, CHANGING",
        "rebooting, CHANGING",
        "storage-optimization, CHANGING",
        "stopped, DEGRADED",
        "storage-full, FAILED",
        "failed, FAILED",
        "incompatible-network, FAILED",
        "inaccessible-encryption-credentials-recoverable, FAILED",
        "something-of-next-year, UNKNOWN",
    })
    void databases(String status, State expected) {
        assertThat(Conditions.of(Sample.database("db", status))).isEqualTo(Condition.of(expected, status));
    }

    @ParameterizedTest
    @CsvSource({"available,HEALTHY", "creating,CHANGING", "deleting,CHANGING", "error,FAILED", "?,UNKNOWN"})
    void fileSystemsAndMountTargets(String state, State expected) {
        assertThat(Conditions.of(Sample.fileSystem("fs-1", state)).state()).isEqualTo(expected);
        var mount = new MountTarget("fsmt-1", "fs-1", "subnet-1", "us-east-1a", null, state, null, List.of());
        assertThat(Conditions.of(mount).state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2, InService, Healthy, InService, Healthy, HEALTHY",
        "2, InService, Healthy, Pending, Healthy, CHANGING",
        "2, InService, Healthy, Terminating:Wait, Healthy, DEGRADED",
        "2, InService, Healthy, InService, Unhealthy, DEGRADED",
        "2, InService, Unhealthy, InService, Unhealthy, FAILED",
        "2, Standby, Healthy, Terminating, Healthy, FAILED",
        "1, InService, Healthy, InService, Healthy, CHANGING",
    })
    void scalingGroups(int desired, String cycle1, String health1, String cycle2, String health2, State expected) {
        var group = scalingGroup("asg", 1, desired, 4, member("i-1", cycle1, health1), member("i-2", cycle2, health2));
        assertThat(Conditions.of(group).state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"OK,HEALTHY", "ALARM,FAILED", "INSUFFICIENT_DATA,UNKNOWN", "other,UNKNOWN"})
    void alarms(String state, State expected) {
        var alarm = new Alarm("a", "arn", state, "why", null, null, null, null, null, true, false);
        assertThat(Conditions.of(alarm)).isEqualTo(new Condition(expected, state, "why"));
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16, false, HEALTHY",
        "12, 16, false, DEGRADED",
        "3, 16, false, DEGRADED",
        "2, 16, false, FAILED",
        "0, 16, false, FAILED",
        "0, 16, true, HEALTHY",
        "16, 16, true, FAILED",
    })
    void healthChecksFollowTheRuleOfEighteenPercent(int healthy, int all, boolean inverted, State expected) {
        var checkers = new ArrayList<CheckerResult>();
        for (int i = 0; i < all; i++) {
            checkers.add(new CheckerResult("us-east-1", "ip" + i, "status", null, i < healthy));
        }
        var check = new HealthCheck("hc", "hc", "HTTPS", null, null, null, false, inverted, checkers);
        assertThat(Conditions.of(check).state()).isEqualTo(expected);
    }

    @Test
    void recordsAreFailedWhenTheyDangleAndUnknownWhenTheirCheckWasNotRead() {
        var plain = alias("checkop.co", "x");
        assertThat(Conditions.of(plain, Lead.RESOLVED, null).state()).isEqualTo(State.HEALTHY);
        assertThat(Conditions.of(plain, Lead.OUTSIDE, null).state()).isEqualTo(State.HEALTHY);
        assertThat(Conditions.of(plain, Lead.NOT_READ, null).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(plain, Lead.DANGLING, null)).isEqualTo(Condition.of(State.FAILED, "dangling"));
        var checked = new RecordSet("Z1", "a", "A", 60L, List.of("192.0.2.1"), null, null, "simple", "hc");
        assertThat(Conditions.of(checked, Lead.OUTSIDE, null).state()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "Available", "RUNNING", "null", "healthy "})
    void wordsThatAreNotExactlyAwssAreUnknown(String word) {
        assertThat(Conditions.of(instance("i", word), null).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(target("web", "i", word, null)).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(Sample.database("db", word)).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(Sample.fileSystem("fs", word)).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(Sample.balancer("b", word)).state()).isEqualTo(State.UNKNOWN);
        assertThat(Conditions.of(new Volume(
                                "v", "v", "gp3", 50, word, "z", null, null, true, null, null, List.of(), Map.of()))
                        .state())
                .isEqualTo(State.UNKNOWN);
    }
}
