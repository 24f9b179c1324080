package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.facts.FactValue;
import io.atalaya.deployment.facts.Facts;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.sandbox.world.Story;
import io.atalaya.ui.overview.OverviewModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CITSmart as the console sees it, over the whole way: sandbox, SDK, readers, loop, rules. */
class CitsmartTest {
    private static Deployment troubled;

    @TempDir
    Path home;

    @BeforeAll
    static void readTrouble(@TempDir Path troubledHome) throws InterruptedException {
        troubled = TestProgram.citsmart(troubledHome, Story.INCIDENT);
    }

    @Test
    void isReadCompletelyAndWithoutAProblem() throws InterruptedException {
        var citsmart = TestProgram.citsmart(home, Story.CALM);
        for (Part<?> part : Parts.all()) {
            var observed = citsmart.observed(part);
            assertThat(observed.problem()).as(part.id()).isNull();
            assertThat(Objects.requireNonNull(observed.value(), part.id()).complete())
                    .as(part.id())
                    .isTrue();
        }
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Part<?> part : List.of(
                Parts.INSTANCES,
                Parts.VOLUMES,
                Parts.ELASTIC_IPS,
                Parts.VPCS,
                Parts.SUBNETS,
                Parts.SECURITY_GROUPS,
                Parts.NETWORK_ACLS,
                Parts.VPN_CONNECTIONS,
                Parts.LAUNCH_TEMPLATES,
                Parts.SCALING_GROUPS,
                Parts.LOAD_BALANCERS,
                Parts.LISTENERS,
                Parts.LISTENER_RULES,
                Parts.TARGET_GROUPS,
                Parts.TARGETS,
                Parts.CERTIFICATES,
                Parts.DATABASES,
                Parts.FILE_SYSTEMS,
                Parts.HOSTED_ZONES,
                Parts.RECORD_SETS,
                Parts.HEALTH_CHECKS)) {
            sizes.put(part.id(), citsmart.items(part).size());
        }
        assertThat(sizes)
                .hasToString("{instances=6, volumes=6, elastic-ips=0, vpcs=1, subnets=9, security-groups=5,"
                        + " network-acls=2, vpn-connections=1, launch-templates=1, scaling-groups=1,"
                        + " load-balancers=1, listeners=2, listener-rules=7, target-groups=4, targets=12,"
                        + " certificates=1, databases=1, file-systems=0, hosted-zones=2, record-sets=13,"
                        + " health-checks=3}");
        assertThat(citsmart.items(Parts.DATABASE_SNAPSHOTS)).hasSize(15);
        assertThat(citsmart.items(Parts.ALARMS)).hasSizeGreaterThan(50).allMatch(a -> a.state()
                .equals("OK"));
        assertThat(findings(citsmart))
                .as("the host that still runs the old image, and nothing else")
                .extracting(Finding::kind)
                .containsExactly(FindingKind.INSTANCES_BEHIND);
    }

    @Test
    void theVpnIsSeenWithBothTunnelsAndWithoutItsKeys() {
        var citsmart = troubled;
        VpnConnection vpn = citsmart.items(Parts.VPN_CONNECTIONS).getFirst();
        assertThat(Conditions.of(vpn)).isEqualTo(new Condition(State.DEGRADED, "1 / 2 UP", "IPSEC IS DOWN"));
        assertThat(Facts.of(vpn, new DeploymentIndex(citsmart)))
                .extracting(fact -> fact.value() instanceof FactValue.Text text ? text.text() : "")
                .contains("matriz Goiânia", "203.0.113.9", "198.51.100.31 UP · 1 BGP ROUTES")
                .contains("198.51.100.87 DOWN · IPSEC IS DOWN");
        assertThat(citsmart.items(Parts.VPN_CONNECTIONS).toString()).doesNotContain("nobody.may.show.this");
        assertThat(findings(citsmart))
                .filteredOn(f -> f.kind() == FindingKind.VPN_TUNNEL_DOWN)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.subject()).isEqualTo(vpn.ref());
                    assertThat(f.since()).isNotNull();
                    assertThat(f.arguments())
                            .isEqualTo(List.of("citsmart-matriz", "198.51.100.87", "IPSEC IS DOWN", "matriz Goiânia"));
                });
    }

    @Test
    void whatIsOutIsNamedBySeveralWitnesses() {
        var everything = troubled;
        assertThat(findings(everything))
                .extracting(Finding::kind)
                .contains(FindingKind.TARGET_UNHEALTHY, FindingKind.ZONE_NOT_SERVED, FindingKind.ALARM);
        var askedAllDay = Deployment.empty(everything.region(), everything.caller());
        for (Part<?> part : OverviewModel.MADE_OF) {
            askedAllDay = copy(everything, askedAllDay, part);
        }
        var now = Instant.now();
        assertThat(AttentionList.of(Situation.of(askedAllDay, now)))
                .as("what is asked for while the overview is open is all that its findings rest on")
                .isEqualTo(AttentionList.of(Situation.of(everything, now)));
    }

    private static List<Finding> findings(Deployment deployment) {
        return AttentionList.of(Situation.of(deployment, Instant.now()));
    }

    private static <T> Deployment copy(Deployment from, Deployment to, Part<T> part) {
        return to.with(part, from.observed(part));
    }
}
