package io.atalaya.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.overview.Finding;
import io.atalaya.sandbox.scenario.Lack;
import io.atalaya.sandbox.scenario.Start;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console says each of them, and says so no longer when it is over: here those of the second deployment, and those that are
 * told sooner than the alarm desk looks; the others are shown on the desk.
 */
class ScenariosSeenTest {
    /**
     * The seconds are those until the wire shows it and one cadence of the source that tells, with what it takes CloudWatch to
     * publish a minute.
     */
    @ParameterizedTest
    @CsvSource({
        "checkop, zone-outage, 40, TARGET_UNHEALTHY ZONE_NOT_SERVED",
        "checkop, target-stopped, 7, TARGET_UNHEALTHY",
        "checkop, target-unused, 7, GROUP_NOT_IN_USE",
        "checkop, target-deregistered, 7, TARGET_WITHDRAWN",
        "citsmart, target-unused, 7, GROUP_NOT_IN_USE",
        "citsmart, database-failover, 32, DATABASE_INTERRUPTED",
        "citsmart, storage-full, 140, DATABASE_FILLS",
        "citsmart, error-storm, 140, HTTP_ERRORS",
        "citsmart, certificate-expired, 72, CERTIFICATE_EXPIRED",
        "citsmart, instance-refresh, 160, INSTANCE_REFRESH_FAILED",
    })
    void saidWithinOneCadenceAndTakenBack(String deployment, String scenario, int seconds, String kinds) {
        try (var drill = new Drill(deployment).looking()) {
            drill.time.advance(Duration.ofSeconds(90));
            var before = keys(drill.findings());
            assertThat(drill.sandbox.scenarios().start(scenario)).isInstanceOf(Start.Started.class);

            drill.time.advance(Duration.ofSeconds(seconds));
            var expected = Arrays.asList(kinds.split(" "));
            assertThat(fresh(drill, before)).containsAll(expected);

            drill.sandbox.scenarios().stop();
            drill.doze(Duration.ofMinutes(patience(scenario)));
            assertThat(fresh(drill, before)).doesNotContainAnyElementsOf(expected);
        }
    }

    @Test
    void isRefusedWhereTheDeploymentHasNothingForIt() {
        try (var drill = new Drill("citsmart")) {
            assertThat(drill.sandbox.scenarios().start("file-growth")).isEqualTo(new Start.Unfit(Lack.NO_FILE_SYSTEM));
            assertThat(drill.sandbox.scenarios().course()).isEmpty();
        }
    }

    /** Minutes until AWS has healed: Auto Scaling drains before it replaces. */
    private static int patience(String scenario) {
        return switch (scenario) {
            case "target-stopped" -> 11;
            default -> 4;
        };
    }

    private static List<String> fresh(Drill drill, Set<String> before) {
        return drill.findings().stream()
                .filter(each -> !before.contains(each.key()))
                .map(each -> each.kind().name())
                .distinct()
                .toList();
    }

    private static Set<String> keys(List<Finding> findings) {
        return findings.stream().map(Finding::key).collect(Collectors.toSet());
    }
}
