package io.atalaya.deployment.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both seed deployments, read over the wire: the way of a request, and who is kept out. */
class SeedsReachTest {
    @ParameterizedTest
    @ValueSource(strings = {"checkop", "citsmart"})
    void aRequestGoesFromTheInternetToTheDatabaseAndTheInternetDoesNot(String name) throws Exception {
        var deployment = SandboxDeployment.calm(name, Sample.NOW);
        var reach = Reachability.of(deployment);
        var balancer = deployment.items(Parts.LOAD_BALANCERS).getFirst();
        var database = deployment.items(Parts.DATABASES).getFirst();
        var port = Objects.requireNonNull(database.port());
        assertThat(verdict(reach, End.Internet.FOUR, of(balancer), 443)).isEqualTo(Verdict.YES);
        for (var target : deployment.items(Parts.TARGETS)) {
            var end = World.instance(target.targetId());
            assertThat(verdict(reach, of(balancer), end, Objects.requireNonNull(target.port())))
                    .as(target.targetId())
                    .isEqualTo(Verdict.YES);
        }
        assertThat(deployment.items(Parts.TARGETS))
                .anyMatch(each -> verdict(reach, World.instance(each.targetId()), of(database), port) == Verdict.YES);
        assertThat(verdict(reach, End.Internet.FOUR, of(database), port)).isEqualTo(Verdict.NO);
        var exposure = Exposure.of(reach.index());
        assertThat(exposure.unknown()).isEmpty();
        assertThat(exposure.openings())
                .extracting(each -> each.resource().type())
                .contains(ResourceType.LOAD_BALANCER)
                .doesNotContain(ResourceType.DATABASE, ResourceType.MOUNT_TARGET);
    }

    @org.junit.jupiter.api.Test
    void onPremisesReachesCitsmartByTheVpnAlone() throws Exception {
        var deployment = SandboxDeployment.calm("citsmart", Sample.NOW);
        var premises = new End.OnPremises(null);
        var instance = deployment.items(Parts.INSTANCES).getFirst();
        assertThat(verdict(Reachability.of(deployment), premises, of(instance), 22))
                .isEqualTo(Verdict.YES);
        Deployment cut = deployment;
        for (var vpn : deployment.items(Parts.VPN_CONNECTIONS)) {
            cut = Sample.with(
                    cut,
                    Parts.VPN_CONNECTIONS,
                    cut.items(Parts.VPN_CONNECTIONS).stream()
                            .map(each -> each.id().equals(vpn.id())
                                    ? new io.atalaya.deployment.VpnConnection(
                                            each.id(),
                                            each.name(),
                                            each.state(),
                                            each.vpcId(),
                                            each.vpnGatewayId(),
                                            each.transitGatewayId(),
                                            each.customerGatewayId(),
                                            each.customerName(),
                                            each.customerAddress(),
                                            java.util.List.of(),
                                            each.routes(),
                                            each.tags())
                                    : each)
                            .toList());
        }
        var without = Reachability.of(cut).answer(Question.tcp(premises, of(instance), 22));
        assertThat(without.passing()).isEmpty();
        assertThat(without.doubts())
                .as("whether Direct Connect ends there is all that is left to doubt")
                .extracting(Doubt::kind)
                .containsOnly(Doubt.Kind.DIRECT_CONNECT);
    }

    private static End of(Resource resource) {
        return new End.Of(resource.ref());
    }

    private static Verdict verdict(Reachability reach, End from, End to, int port) {
        return reach.answer(Question.tcp(from, to, port)).verdict();
    }
}
