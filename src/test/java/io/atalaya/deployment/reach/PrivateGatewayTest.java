package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.VpnTunnel;
import io.atalaya.deployment.address.Block;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a virtual private gateway carries, as far as AWS shows it. */
class PrivateGatewayTest {
    private static final End OFFICE =
            new End.Network(Block.parse("192.168.1.0/24").orElseThrow());

    private static World world(boolean learned) {
        return new World()
                .vpc("vpc-1", "10.1.0.0/16")
                .subnet("s", "vpc-1", "10.1.0.0/24")
                .openAcl("vpc-1")
                .add(Parts.VPN_GATEWAYS, new VpnGateway("vgw-1", "vgw", "available", List.of("vpc-1"), Map.of()))
                .main("rtb", "vpc-1", new Route("192.168.0.0/16", null, RouteVia.VPN_GATEWAY, "vgw-1", false, learned))
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, "192.168.0.0/16")))
                .instance("app", "vpc-1", "s", "10.1.0.10", null, "sg");
    }

    private static World with(World world, boolean onlyStatic, String... routes) {
        return world.add(
                Parts.VPN_CONNECTIONS,
                new VpnConnection(
                        "vpn-1",
                        "vpn",
                        "available",
                        "vpc-1",
                        "vgw-1",
                        null,
                        "cgw-1",
                        "office",
                        null,
                        List.of(new VpnTunnel("198.51.100.1", "UP", null, null, 1)),
                        onlyStatic,
                        List.of(routes),
                        Map.of()));
    }

    private static void assertDoubted(World world, Doubt.Kind... kinds) {
        for (var question : List.of(
                Question.tcp(OFFICE, instance("app"), 443),
                Question.tcp(instance("app"), OFFICE, 443),
                Question.tcp(new End.OnPremises(null), instance("app"), 443))) {
            var answer = world.ask().answer(question);
            assertThat(answer.verdict()).as(question.toString()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(answer.doubts()).extracting(Doubt::kind).containsExactlyInAnyOrder(kinds);
        }
    }

    @Test
    void whereNoVpnEndsItMayBeDirectConnect() {
        assertDoubted(world(true), Doubt.Kind.DIRECT_CONNECT);
    }

    @Test
    void staticRoutesAloneThatAreNotThereLeadNowhere() {
        assertDoubted(with(world(true), true), Doubt.Kind.DIRECT_CONNECT);
        assertThat(with(world(true), true, "192.168.1.0/24")
                        .ask()
                        .answer(Question.tcp(OFFICE, instance("app"), 443))
                        .verdict())
                .isEqualTo(Verdict.YES);
    }

    @Test
    void whatIsAnnouncedIsKnownAsFarAsATableHasLearnedIt() {
        assertDoubted(with(world(false), false), Doubt.Kind.BGP, Doubt.Kind.DIRECT_CONNECT);
        assertThat(with(world(true), false)
                        .ask()
                        .answer(Question.tcp(OFFICE, instance("app"), 443))
                        .verdict())
                .isEqualTo(Verdict.YES);
    }
}
