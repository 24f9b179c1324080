package io.atalaya.operate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.operate.act.AuthorizeSecurityGroupIngress;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void whoInTheDeploymentComesThenIsNamedByTier() {
        var http = new SecurityRule(true, "tcp", 8080, 8080, "10.20.0.0/16", null, null, null);
        assertThat(all(PathRows.checkop(), new AuthorizeSecurityGroupIngress(Ids.SG_BASE, http)))
                .contains("CAUTION tierOpens 3 AUTOChOp-asg 3 chop-base TCP 8080 0")
                .doesNotContain("NOTE pathsSame");
    }

    @Test
    void onPremisesIsFollowedByItsVpn() throws Exception {
        var citsmart = SandboxDeployment.calm("citsmart", World.AT);
        var group = citsmart.items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.name().equals("citsmart-app"))
                .findFirst()
                .orElseThrow();
        var ssh = group.rules().stream()
                .filter(each -> each.ingress() && Integer.valueOf(22).equals(each.fromPort()))
                .findFirst()
                .orElseThrow();
        assertThat(all(citsmart, new RevokeSecurityGroupIngress(group.id(), ssh)))
                .contains("CAUTION tierCloses 1  3 citsmart-asg TCP 22 0");
    }

    @Test
    void itIsSaidWhichPathsWereLookedAt() {
        assertThat(all(PathRows.checkop(), new AuthorizeSecurityGroupIngress(Ids.SG_DB, SSH)))
                .contains("NOTE pathsLooked 8 3 30", "NOTE pathsSame");
    }

    /** Each of them can be why a path is seen wrongly. */
    @ParameterizedTest
    @MethodSource("network")
    void nothingIsPromisedOnWhatIsNotCurrent(Part<?> part) {
        var old = unread(PathRows.checkop(), part);
        var judged = Preflights.of(new AuthorizeSecurityGroupIngress(Ids.SG_DB, SSH), old, World.AT, true, false);
        assertThat(judged.consequences()).noneMatch(each -> each.key().endsWith(".pathsSame"));
        assertThat(judged.unknown()).contains(part.id());
        assertThat(judged.consulted()).contains(part);
    }

    static Stream<Part<?>> network() {
        return Stream.of(
                Parts.TARGETS,
                Parts.LOAD_BALANCERS,
                Parts.INSTANCES,
                Parts.DATABASES,
                Parts.MOUNT_TARGETS,
                Parts.LISTENERS,
                Parts.ELASTIC_IPS,
                Parts.PREFIX_LISTS,
                Parts.ROUTE_TABLES,
                Parts.VPN_CONNECTIONS,
                Parts.PEERINGS);
    }

    private static <T> Deployment unread(Deployment deployment, Part<T> part) {
        return deployment.with(part, Observed.never(Duration.ofSeconds(60)));
    }

    @Test
    void theSameQuestionIsNotFollowedTwice() {
        var memory = new PathMemory();
        var act = new AuthorizeSecurityGroupIngress(Ids.SG_DB, SSH);
        var first = Preflights.of(act, PathRows.checkop(), World.AT, true, false, memory);
        var change = new Change.AddRule(Ids.SG_DB, SSH);
        assertThat(memory.followed(PathRows.checkop(), change, side -> {
                            throw new AssertionError("followed again");
                        })
                        .same())
                .isTrue();
        assertThat(Preflights.of(act, PathRows.checkop(), World.AT, true, false, memory))
                .isEqualTo(first);
        var changed = Changes.apply(PathRows.checkop(), new Change.AddRule(Ids.SG_APP, SSH));
        assertThat(memory.followed(changed, change, side -> new PathMemory.Followed(List.of(), false))
                        .same())
                .isFalse();
    }

    private static List<String> said(Operation act) {
        return all(PathRows.checkop(), act).stream()
                .filter(each -> !each.contains(" tier") && !each.contains(" pathsLooked"))
                .toList();
    }

    private static List<String> all(Deployment deployment, Operation act) {
        return Preflights.of(act, deployment, World.AT, true, false).consequences().stream()
                .filter(each -> each.key().contains(".path")
                        || each.key().contains(".world")
                        || each.key().contains(".tier"))
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
