package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.DeleteNetworkAclEntry;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.ReplaceNetworkAclEntry;
import io.atalaya.operate.act.RevokeSecurityGroupEgress;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Contexts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is opened from the menu of a rule is about that rule. */
class PointedRuleTest {
    private static Deployment checkop = Deployment.empty("", null);

    @BeforeAll
    static void read() throws Exception {
        checkop = SandboxDeployment.calm("checkop", Contexts.NOW);
    }

    private static Operation first(List<ActOffer> offers) {
        return draft(offers.getFirst());
    }

    private static Operation draft(ActOffer offer) {
        var draft = offer.draft().get();
        var drafted = Drafted.of(draft, ActValues.initial(draft.fields()));
        assertThat(drafted.broken()).as(offer.key()).isNull();
        return Objects.requireNonNull(drafted.operation());
    }

    @Test
    void everyRuleOfEveryGroupIsTheOneThatIsTakenAway() {
        for (var group : checkop.items(Parts.SECURITY_GROUPS)) {
            for (var rule : group.rules()) {
                var act = first(ActsFor.of(group.ref(), new Acts.Line.OfGroup(rule), checkop));
                assertThat(act)
                        .isEqualTo(
                                rule.ingress()
                                        ? new RevokeSecurityGroupIngress(group.id(), rule)
                                        : new RevokeSecurityGroupEgress(group.id(), rule));
            }
        }
    }

    @Test
    void everyEntryOfAnAclIsTheOneThatIsReplacedOrDeleted() {
        for (var acl : checkop.items(Parts.NETWORK_ACLS)) {
            for (var entry : acl.entries()) {
                if (entry.number() > 32_766) {
                    continue;
                }
                var offers = ActsFor.of(acl.ref(), new Acts.Line.OfAcl(entry), checkop);
                assertThat(((ReplaceNetworkAclEntry) draft(offers.getFirst())).entry())
                        .as("nothing is different yet")
                        .isEqualTo(entry);
                assertThat(draft(offers.get(1)))
                        .isEqualTo(new DeleteNetworkAclEntry(acl.id(), entry.number(), entry.egress()));
            }
        }
    }

    @Test
    void withoutARuleNothingIsChosen() {
        var group = checkop.items(Parts.SECURITY_GROUPS).getFirst();
        assertThat(ActsFor.of(group.ref(), checkop).getFirst().key()).endsWith(".AuthorizeSecurityGroupIngress");
    }
}
