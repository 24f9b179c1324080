package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.sandbox.scenario.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The act that the desk offers for an entry ends it: drafted, judged, written down and sent as a person's click is, to the
 * sandbox, which reacts as AWS does. No incident is stopped here, and none of them runs out while a test looks.
 */
class ActsThatClearTest {
    @TempDir
    private Path folder;

    /**
     * The first seconds are those until the desk tells, the others those after which it must not any more. What else is told of
     * the same resource goes as well where it is named.
     */
    @ParameterizedTest
    @CsvSource({
        "checkop, target-answers-503, 40, TARGET_UNHEALTHY, RebootInstance, , 180, ''",
        "checkop, target-hangs, 40, TARGET_UNHEALTHY, RebootInstance, , 180, ''",
        "checkop, target-gone, 40, TARGET_UNHEALTHY, RebootInstance, , 180, ''",
        "checkop, target-stopped, 35, GROUP_BELOW_DESIRED, ResizeScalingGroup, min=1 desired=1, 20, ''",
        "checkop, target-deregistered, 35, TARGET_WITHDRAWN, RegisterTarget, , 120, ''",
        "checkop, zone-outage, 125, INSTANCE_CHECK_FAILED, StopInstance, , 400, TARGET_UNHEALTHY",
        "citsmart, zone-outage, 125, INSTANCE_CHECK_FAILED, StopInstance, , 400, TARGET_UNHEALTHY",
        "checkop, storage-full, 140, DATABASE_FILLS, ModifyAllocatedStorage, gib=600 now=true, 300, ''",
        "checkop, storage-full, 605, DATABASE_STATUS, ModifyAllocatedStorage, gib=600 now=true, 240, DATABASE_FILLS",
        "checkop, error-storm, 140, HTTP_ERRORS, StartInstanceRefresh, minHealthyPercentage=50 skipMatching=false, 930, ''",
        "checkop, instance-refresh, 48, SCALING_FAILED, CancelInstanceRefresh, , 60, ''",
        "checkop, instance-refresh, 160, INSTANCE_REFRESH_FAILED, CancelInstanceRefresh, , 60, SCALING_FAILED",
    })
    void theActEndsTheEntry(
            String deployment,
            String scenario,
            int told,
            String kind,
            String act,
            String fields,
            int over,
            String also) {
        try (var operator = new Operator(deployment, folder)) {
            var before = operator.keys();
            assertThat(operator.drill.sandbox.scenarios().start(scenario)).isInstanceOf(Start.Started.class);
            operator.pass(Duration.ofSeconds(told));
            var entry = operator.the(kind, before);
            var on = Objects.requireNonNull(entry.on());
            var gone = operator.signals().stream()
                    .filter(each -> on.equals(each.on()) && also.contains(each.kind()))
                    .map(each -> each.key())
                    .collect(Collectors.toSet());
            gone.add(entry.key());

            operator.does(on, act, pairs(fields));
            operator.pass(Duration.ofSeconds(over));

            assertThat(operator.keys()).doesNotContainAnyElementsOf(gone);
            assertThat(operator.drill.sandbox.scenarios().course().orElseThrow().byItself())
                    .as("its time is not over: nothing but the act has ended the entry")
                    .isFalse();
            assertThat(operator.verdicts()).containsOnly(Verdict.DONE);
        }
    }

    /** Another reboot is refused while one is under way: the entry passes, as its runbook says. */
    @Test
    void aDatabaseThatRestartsIsLeftAlone() {
        try (var operator = new Operator("checkop", folder)) {
            var before = operator.keys();
            operator.drill.sandbox.scenarios().start("database-failover");
            operator.pass(Duration.ofSeconds(35));
            var entry = operator.the("DATABASE_INTERRUPTED", before);
            var sheet = operator.sheet(Objects.requireNonNull(entry.on()), "RebootDatabase", Map.of());
            assertThat(Objects.requireNonNull(sheet.shown().get().preflight()).allowed())
                    .isFalse();
            operator.pass(Duration.ofSeconds(120));
            assertThat(operator.keys()).doesNotContain(entry.key());
        }
    }

    /** Nothing that EFS can be told stops a job that writes: its price falls. The machine that writes is started anew. */
    @Test
    void growthEndsWithItsJobAndNotWithALifecycle() {
        try (var operator = new Operator("checkop", folder)) {
            var before = operator.keys();
            operator.drill.sandbox.scenarios().start("file-growth");
            operator.pass(Duration.ofSeconds(80));
            var entry = operator.the("FILE_SYSTEM_GROWS", before);
            var cheaper = operator.press(operator.sheet(
                    Objects.requireNonNull(entry.on()),
                    "ModifyLifecycle",
                    Map.of("toInfrequentAccess", "AFTER_14_DAYS", "toArchive", "")));
            operator.pass(Duration.ofMinutes(2));
            assertThat(cheaper.standing().verdict()).isEqualTo(Verdict.DONE);
            assertThat(operator.keys()).contains(entry.key());

            operator.drill.newest().items(Parts.TARGETS).stream()
                    .map(each -> new ResourceRef(ResourceType.INSTANCE, each.targetId()))
                    .distinct()
                    .forEach(each -> operator.does(each, "RebootInstance", Map.of()));
            operator.drill.doze(Duration.ofMinutes(75));
            assertThat(operator.keys()).doesNotContain(entry.key());
            assertThat(operator.drill.sandbox.scenarios().course().orElseThrow().byItself())
                    .isFalse();
        }
    }

    private static Map<String, String> pairs(String fields) {
        return fields == null
                ? Map.of()
                : Arrays.stream(fields.split(" "))
                        .collect(Collectors.toMap(it -> it.split("=")[0], it -> it.split("=")[1]));
    }
}
