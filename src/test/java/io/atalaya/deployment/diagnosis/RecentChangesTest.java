package io.atalaya.deployment.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.reach.Reachability;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A change of what stands before a target, about when it began to fail, is a cause with who did it. */
class RecentChangesTest {
    private static final Instant AT = Checkop.NOW.minusSeconds(300);
    private static Checkop silent;

    @BeforeAll
    static void read() throws Exception {
        silent = new Checkop(SandboxDeployment.calm("checkop", Checkop.NOW)).sick("Target.Timeout", "timed out");
    }

    private static List<Explanation> explain(Changed... changes) {
        var routes = new Routes(silent.deployment().index());
        var facts = TargetFacts.all(routes).getFirst();
        return Observations.explain(routes, Reachability.of(silent.deployment()), facts, Checkop.NOW, List.of(changes));
    }

    private static Changed changed(ResourceType type, String id, Instant at) {
        return new Changed(new ResourceRef(type, id), at, "RevokeSecurityGroupIngress", "d.parra");
    }

    @Test
    void theGroupOfTheMachineIsOne() {
        var ranked = explain(changed(ResourceType.SECURITY_GROUP, Checkop.APP, AT));
        assertThat(ranked)
                .as("where every rule lets the check through, its process is the likelier")
                .extracting(Explanation::cause)
                .startsWith(Cause.PROCESS_DOWN, Cause.PERIMETER_CHANGED);
        assertThat(ranked.get(1).proven()).isFalse();
        assertThat(ranked.get(1).decider()).isEqualTo(new ResourceRef(ResourceType.SECURITY_GROUP, Checkop.APP));
    }

    @Test
    void soAreThoseOfTheBalancerTheAclsAndTheTables() {
        var acl = silent.deployment().items(Parts.NETWORK_ACLS).stream()
                .filter(each -> each.subnetIds().contains(Checkop.SUBNET))
                .findFirst()
                .orElseThrow();
        var table = silent.deployment().items(Parts.ROUTE_TABLES).stream()
                .filter(each -> each.subnetIds().contains(Checkop.SUBNET))
                .findFirst()
                .orElseThrow();
        for (var ref :
                List.of(new ResourceRef(ResourceType.SECURITY_GROUP, Checkop.BALANCER), acl.ref(), table.ref())) {
            assertThat(explain(new Changed(ref, AT, "ReplaceRoute", "d.parra")))
                    .as(ref.toString())
                    .anyMatch(each -> each.cause() == Cause.PERIMETER_CHANGED && ref.equals(each.decider()));
        }
    }

    @Test
    void theNewestIsNamedAndWhatIsElsewhereIsNot() {
        var other = changed(ResourceType.SECURITY_GROUP, Checkop.FILES, AT);
        assertThat(explain(other)).noneMatch(each -> each.cause() == Cause.PERIMETER_CHANGED);
        var routes = new Routes(silent.deployment().index());
        var older = changed(ResourceType.SECURITY_GROUP, Checkop.APP, AT.minusSeconds(60));
        var newer = changed(ResourceType.SECURITY_GROUP, Checkop.BALANCER, AT);
        assertThat(RecentChanges.of(routes, TargetFacts.all(routes).getFirst(), List.of(older, newer, other)))
                .contains(newer);
    }

    @Test
    void nobodyToldNobodyBlames() {
        assertThat(explain()).noneMatch(each -> each.cause() == Cause.PERIMETER_CHANGED);
    }
}
