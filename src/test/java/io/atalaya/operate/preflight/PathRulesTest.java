package io.atalaya.operate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.SecurityRule;
import io.atalaya.operate.act.AuthorizeSecurityGroupIngress;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import io.atalaya.sandbox.world.checkop.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The paths that are named are those that change, and no others. */
class PathRulesTest {
    private static final SecurityRule SSH = new SecurityRule(true, "tcp", 22, 22, "0.0.0.0/0", null, null, null);

    @Test
    void withoutTheRuleOfTheBalancerBothTargetsAreLost() {
        var rule = new SecurityRule(true, "tcp", 8080, 8080, null, Ids.SG_ELB, null, null);
        assertThat(said(new RevokeSecurityGroupIngress(Ids.SG_APP, rule)))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).startsWith("DANGER pathCloses Progresus-ELB AUTOChOp"))
                .allSatisfy(each -> assertThat(each).endsWith("TCP 8080"))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyComesToAPrivateSubnetWhateverTheGroupSays() {
        assertThat(said(new AuthorizeSecurityGroupIngress(Ids.SG_DB, SSH))).containsExactly("NOTE pathsSame");
    }

    @Test
    void whatHasAPublicAddressIsReachedAtOnce() {
        assertThat(said(new AuthorizeSecurityGroupIngress(Ids.SG_APP, SSH)))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each)
                        .startsWith("DANGER worldOpens AUTOChOp")
                        .endsWith("TCP 22"));
    }

    @Test
    void whatNobodyComesByAnyMoreIsNamed() {
        assertThat(said(new RevokeSecurityGroupIngress(Ids.SG_BASE, SSH)))
                .containsExactly("CAUTION worldCloses Base ChOp TCP 22");
    }

    private static List<String> said(Operation act) {
        return Preflights.of(act, PathRows.checkop(), World.AT, true, false).consequences().stream()
                .filter(each -> each.key().contains(".path") || each.key().contains(".world"))
                .map(each -> (each.severity() + " " + each.key().replace("operate.preflight.", "") + " "
                                + String.join(
                                        " ",
                                        each.arguments().stream()
                                                .map(String::valueOf)
                                                .toList()))
                        .strip())
                .toList();
    }
}
