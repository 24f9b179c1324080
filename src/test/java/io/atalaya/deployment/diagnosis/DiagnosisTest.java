package io.atalaya.deployment.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.State;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.reach.Reachability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One fault at a time in a deployment that was read over the wire: the cause that stands first is the fault. */
class DiagnosisTest {
    private static Checkop well = new Checkop(Deployment.empty("", null));

    @BeforeAll
    static void read() throws Exception {
        well = new Checkop(SandboxDeployment.calm("checkop", Checkop.NOW));
    }

    private static List<Explanation> explained(Checkop checkop) {
        var routes = new Routes(checkop.deployment().index());
        var worst = TargetFacts.all(routes).stream()
                .filter(each -> each.condition().state() != State.HEALTHY)
                .filter(each -> each.groupName().equals(Checkop.WEB))
                .filter(each -> !each.target().targetId().equals(Checkop.PEER))
                .findFirst()
                .orElseThrow();
        return Observations.explain(routes, Reachability.of(checkop.deployment()), worst, Checkop.NOW);
    }

    @ParameterizedTest
    @EnumSource
    void theFaultStandsFirst(Faults fault) {
        var found = explained(fault.in(well));
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().cause()).as(() -> fault + ": " + found).isEqualTo(fault.cause());
        assertThat(found.getFirst().excluded()).isFalse();
    }

    @Test
    void aHealthyTargetHasNoCause() {
        var routes = new Routes(well.deployment().index());
        assertThat(TargetFacts.all(routes)).isNotEmpty().allSatisfy(each -> assertThat(
                        Observations.explain(routes, Reachability.of(well.deployment()), each, Checkop.NOW))
                .isEmpty());
    }

    @Test
    void theManualListsEveryFault() throws Exception {
        var manual = Files.readString(Path.of("docs/diagnosis.md"));
        for (var fault : Faults.values()) {
            assertThat(manual).contains("| `" + fault + "` | `" + fault.cause() + "` |");
        }
    }
}
