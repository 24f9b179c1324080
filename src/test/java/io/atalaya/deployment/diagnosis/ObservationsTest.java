package io.atalaya.deployment.diagnosis;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.Sample.groupArn;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.reach.Reachability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationsTest {
    private static final String WEB = groupArn("ChOp-web");

    private static TargetFacts failing(Deployment deployment) {
        return TargetFacts.all(new Routes(deployment.index())).getFirst();
    }

    private static Map<Observation, Boolean> seen(Deployment deployment) {
        return Observations.of(new Routes(deployment.index()), Reachability.of(deployment), failing(deployment), NOW)
                .answers();
    }

    @Test
    void looksAtTheMachineTheDoorAndTheNeighbours() {
        assertThat(seen(CheckopSample.degraded()))
                .containsOnly(
                        Map.entry(Observation.LEAVING, false),
                        Map.entry(Observation.ZONE_ENABLED, true),
                        Map.entry(Observation.CHECK_ON, true),
                        Map.entry(Observation.BEGINS, false),
                        Map.entry(Observation.PORT_ODD, false),
                        Map.entry(Observation.PROTOCOL_ODD, false),
                        Map.entry(Observation.BALANCER_FAILS, false),
                        Map.entry(Observation.RUNNING, true),
                        Map.entry(Observation.CHECKS_PASS, true),
                        Map.entry(Observation.DOOR_OPEN, true),
                        Map.entry(Observation.TIMES_OUT, true),
                        Map.entry(Observation.ANSWERS, false),
                        Map.entry(Observation.OTHER_ZONES_PASS, true),
                        Map.entry(Observation.GROUP_PASSES, true),
                        Map.entry(Observation.YOUNG, false));
    }

    @Test
    void whatWasNotReadIsNotSeen() {
        var blind = CheckopSample.degraded();
        for (var part : List.of(Parts.SECURITY_GROUPS, Parts.INSTANCE_CHECKS)) {
            blind = with(blind, part, 60, List.of());
        }
        assertThat(seen(blind)).doesNotContainKeys(Observation.CHECKS_PASS, Observation.DOOR_OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ok, ok, true",
                "ok, impaired, false",
                "impaired, initializing, false",
                "ok, initializing, -",
                "insufficient-data, ok, -",
                "not-applicable, not-applicable, -",
            })
    void statusChecksThatSayNothingAreNotSeen(String system, String instance, @Nullable Boolean pass) {
        var checks = CheckopSample.degraded().items(Parts.INSTANCE_CHECKS).stream()
                .map(each -> new InstanceCheck(each.instanceId(), system, instance, each.events()))
                .toList();
        assertThat(seen(with(CheckopSample.degraded(), Parts.INSTANCE_CHECKS, 60, checks))
                        .get(Observation.CHECKS_PASS))
                .isEqualTo(pass);
    }

    @Test
    void aDoorWithoutARuleForTheBalancerIsShut() {
        assertThat(seen(doors(CheckopSample.degraded(), Sample.fromGroup(9090, "sg-alb"))))
                .containsEntry(Observation.DOOR_OPEN, false);
    }

    @Test
    void aDoorForAddressesIsNotDecided() {
        assertThat(seen(doors(CheckopSample.degraded(), Sample.fromCidr(8080, "10.20.0.0/16"))))
                .doesNotContainKey(Observation.DOOR_OPEN);
    }

    private static Deployment doors(Deployment before, SecurityRule app) {
        return with(
                before,
                Parts.SECURITY_GROUPS,
                60,
                List.of(
                        Sample.securityGroup("sg-app", app),
                        Sample.securityGroup("sg-alb", Sample.fromCidr(443, "0.0.0.0/0"))));
    }

    @Test
    void anotherPortOfTheSameMachineTellsMachineFromProcess() {
        assertThat(seen(also("healthy"))).containsEntry(Observation.REST_OF_MACHINE_FAILS, false);
        assertThat(seen(also("unhealthy"))).containsEntry(Observation.REST_OF_MACHINE_FAILS, true);
        // one that is being registered says nothing yet
        assertThat(seen(also("initial"))).doesNotContainKey(Observation.REST_OF_MACHINE_FAILS);
    }

    private static Deployment also(String state) {
        var targets = new ArrayList<>(CheckopSample.degraded().items(Parts.TARGETS));
        targets.add(new Target(groupArn("X-files"), AUTO_1D, 8081, "us-east-1d", state, null, null));
        return with(CheckopSample.degraded(), Parts.TARGETS, 5, targets);
    }

    /** The incident of CheckOP's document: a rule of the file system's security group is removed. */
    @Test
    void aMachineThatLostTheFileSystemItsPeerReachesIsSaidToHave() {
        var mounts = List.of(
                Sample.mount("fsmt-1a", "us-east-1a", "10.20.0.60"),
                Sample.mount("fsmt-1d", "us-east-1d", "10.20.1.60"));
        var deployment = with(CheckopSample.degraded(), Parts.MOUNT_TARGETS, 60, mounts);
        var well = efs(deployment, "10.20.0.0/24", "10.20.1.0/24");
        assertThat(seen(well)).containsEntry(Observation.FILES_CUT_OFF, false);

        var files = new ArrayList<>(well.items(Parts.FILE_SYSTEMS));
        files.add(Sample.fileSystem("fs-2", "available"));
        assertThat(seen(with(well, Parts.FILE_SYSTEMS, 60, files)))
                .as("one of them without a mount target that was read")
                .doesNotContainKey(Observation.FILES_CUT_OFF);

        var cut = efs(deployment, "10.20.0.0/24");
        assertThat(seen(cut)).containsEntry(Observation.FILES_CUT_OFF, true);
        var first = Observations.explain(new Routes(cut.index()), Reachability.of(cut), failing(cut), NOW)
                .getFirst();
        assertThat(first.cause()).isEqualTo(Cause.FILES_UNREACHABLE);
    }

    private static Deployment efs(Deployment before, String... blocks) {
        var rules = new ArrayList<SecurityRule>();
        for (var block : blocks) {
            rules.add(Sample.fromCidr(2049, block));
        }
        return with(
                before,
                Parts.SECURITY_GROUPS,
                60,
                List.of(
                        Sample.securityGroup("sg-app", Sample.fromGroup(8080, "sg-alb"), Sample.allOut()),
                        Sample.securityGroup("sg-alb", Sample.fromCidr(443, "0.0.0.0/0")),
                        Sample.securityGroup("sg-efs", rules.toArray(SecurityRule[]::new))));
    }

    @Test
    void aHealthyTargetNeedsNoExplanation() {
        var well = CheckopSample.healthy();
        assertThat(Observations.explain(new Routes(well.index()), Reachability.of(well), failing(well), NOW))
                .isEmpty();
        assertThat(failing(well).target().targetId()).isIn(AUTO_1A, AUTO_1D);
        assertThat(failing(well).target().targetGroupArn()).isEqualTo(WEB);
    }
}
