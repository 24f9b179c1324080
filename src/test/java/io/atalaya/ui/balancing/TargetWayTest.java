package io.atalaya.ui.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.diagnosis.Cause;
import io.atalaya.deployment.diagnosis.Explanation;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.Reach;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which question of the perimeter shows what is in the way of a target. */
class TargetWayTest {
    private static Deployment checkop = Deployment.empty("", null);

    @BeforeAll
    static void read() throws Exception {
        checkop = SandboxDeployment.calm("checkop", Contexts.NOW);
    }

    private static @Nullable Reach way(Cause cause, Target target) {
        var routes = new Routes(checkop.index());
        var explanation = new Explanation(cause, 1, 1, false, true, Map.of(), null);
        return TargetWay.of(explanation, TargetFacts.of(target, routes), routes);
    }

    private static Target machine() {
        return checkop.items(Parts.TARGETS).getFirst();
    }

    private static Target address(String address) {
        return new Target(machine().targetGroupArn(), address, 8080, null, "unhealthy", null, null);
    }

    @Test
    void aWayOutThatIsCutIsAskedToTheInternet() {
        assertThat(way(Cause.WAY_OUT_CUT, machine()))
                .isEqualTo(new Reach(
                        new ResourceRef(ResourceType.INSTANCE, machine().targetId()), null, 443));
    }

    @Test
    void aTargetThatIsAnAddressIsAskedByWhoeverHasIt() {
        var balancer = checkop.items(Parts.LOAD_BALANCERS).getFirst().ref();
        assertThat(way(Cause.DOOR_SHUT, address("10.20.1.57")))
                .extracting(Reach::from, Reach::to, Reach::port)
                .containsExactly(
                        balancer,
                        checkop.items(Parts.INSTANCES).stream()
                                .filter(each -> "10.20.1.57".equals(each.privateIp()))
                                .findFirst()
                                .orElseThrow()
                                .ref(),
                        8080);
        var card = checkop.items(Parts.NETWORK_INTERFACES).stream()
                .filter(each -> each.instanceId() == null && !each.privateIps().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(way(Cause.ACL_REFUSES, address(card.privateIps().getFirst())))
                .extracting(Reach::to)
                .isEqualTo(card.ref());
    }

    @Test
    void ofAnAddressThatNobodyHasNothingIsAsked() {
        assertThat(way(Cause.DOOR_SHUT, address("10.99.9.9"))).isNull();
    }
}
