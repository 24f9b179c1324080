package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.all;
import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.inGroup;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static io.atalaya.deployment.reach.World.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.VpnTunnel;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AWS's rules for routes and gateways, one by one. */
class RoutingTest {
    private static final End ONE_HOST =
            new End.Network(Block.parse("203.0.113.7/32").orElseThrow());

    /** A public subnet with a NAT gateway and a private one that uses it. */
    private static World nat() {
        return new World()
                .vpc("vpc-1", "10.0.0.0/16")
                .subnet("public", "vpc-1", "10.0.0.0/24")
                .subnet("private", "vpc-1", "10.0.1.0/24")
                .gateway("igw-1", "vpc-1")
                .table("rtb-public", "vpc-1", "public", route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .main("rtb-private", "vpc-1", route("0.0.0.0/0", RouteVia.NAT_GATEWAY, "nat-1"))
                .nat("nat-1", "vpc-1", "public")
                .openAcl("vpc-1")
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, "0.0.0.0/0")))
                .instance("app", "vpc-1", "private", "10.0.1.10", "198.51.100.9", "sg");
    }

    @Test
    void aNatGatewayLetsOutAndNobodyIn() {
        var reach = nat().ask();
        assertThat(verdict(reach, instance("app"), End.Internet.FOUR, 443)).isEqualTo(Verdict.YES);
        var in = reach.answer(Question.tcp(End.Internet.FOUR, instance("app"), 443));
        assertThat(in.verdict()).isEqualTo(Verdict.NO);
        assertThat(in.paths().getFirst().back()).extracting(Hop::why).contains(Hop.Why.ONLY_OUT);
    }

    @Test
    void aRegionalNatGatewayStandsInNoSubnet() {
        var world = nat();
        world.list(Parts.NAT_GATEWAYS).clear();
        world.nat("nat-1", "vpc-1", "");
        var answer = world.ask().answer(Question.tcp(instance("app"), ONE_HOST, 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.doubts()).containsExactly(Doubt.of(Doubt.Kind.ROUTE_NOT_FOLLOWED, "nat-1"));
    }

    @Test
    void theSubnetOfANatGatewayHasRulesForBothOfItsSides() {
        var world = nat();
        world.acl(
                "acl-public",
                "vpc-1",
                false,
                List.of("public"),
                all(true, 100, true),
                tcp(false, 100, true, "10.0.0.0/16", 443, 443));
        var no = world.ask().answer(Question.tcp(instance("app"), ONE_HOST, 443));
        assertThat(no.verdict()).isEqualTo(Verdict.NO);
        RulesTest.assertMends(world, no);
        world.list(Parts.NETWORK_ACLS).removeLast();
        world.acl(
                "acl-public",
                "vpc-1",
                false,
                List.of("public"),
                all(true, 100, true),
                tcp(false, 100, true, "10.0.0.0/16", 443, 443),
                tcp(false, 110, true, "0.0.0.0/0", 1024, 49151));
        var partly = world.ask().answer(Question.tcp(instance("app"), ONE_HOST, 443));
        assertThat(partly.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(partly.passing().getFirst().translatedPorts()).isEqualTo(Ports.range(1024, 49151));
    }

    @Test
    void aBlackholeStopsAndIsReplaced() {
        var world = nat();
        world.list(Parts.ROUTE_TABLES).removeFirst();
        world.table(
                "rtb-public",
                "vpc-1",
                "public",
                route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"),
                new Route("203.0.113.0/24", null, RouteVia.INTERNET_GATEWAY, "igw-gone", true, false));
        world.instance("web", "vpc-1", "public", "10.0.0.10", "198.51.100.10", "sg");
        var answer = world.ask().answer(Question.tcp(ONE_HOST, instance("web"), 443));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.paths().getFirst().back()).extracting(Hop::why).contains(Hop.Why.BLACKHOLE);
        assertThat(answer.changes()).singleElement().isInstanceOf(Change.ReplaceRoute.class);
        RulesTest.assertMends(world, answer);
    }

    @Test
    void aStoppedMachineDoesNotAnswer() {
        var world = nat();
        var was = world.list(Parts.INSTANCES).removeFirst();
        world.add(Parts.INSTANCES, io.atalaya.deployment.Sample.instance("app", "stopped"));
        assertThat(was.state()).isEqualTo("running");
        assertThat(verdict(world.ask(), instance("app"), End.Internet.FOUR, 443))
                .isEqualTo(Verdict.NO);
    }

    @Test
    void anEgressOnlyGatewayLetsOutAndNobodyIn() {
        var world = new World()
                .vpc("vpc-1", "10.0.0.0/16", "2001:db8:1::/56")
                .subnet("s", "vpc-1", "10.0.0.0/24", "2001:db8:1::/64")
                .gateway("igw-1", "vpc-1")
                .egressOnly("eigw-1", "vpc-1")
                .main("rtb", "vpc-1", route("::/0", RouteVia.EGRESS_ONLY_GATEWAY, "eigw-1"))
                .openAcl("vpc-1")
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, "::/0")))
                .nic("eni", "vpc-1", "s", List.of("10.0.0.10"), List.of("2001:db8:1::10"), null, null, "sg");
        assertThat(verdict(world.ask(), World.nic("eni"), End.Internet.SIX, 443))
                .isEqualTo(Verdict.YES);
        assertThat(verdict(world.ask(), End.Internet.SIX, World.nic("eni"), 443))
                .isEqualTo(Verdict.NO);
    }

    private static World peered(Route... back) {
        return new World()
                .vpc("vpc-1", "10.1.0.0/16")
                .vpc("vpc-2", "10.2.0.0/16")
                .subnet("one", "vpc-1", "10.1.0.0/24")
                .subnet("two", "vpc-2", "10.2.0.0/24")
                .openAcl("vpc-1")
                .openAcl("vpc-2")
                .peering("pcx-1", "vpc-1", "10.1.0.0/16", "vpc-2", "10.2.0.0/16")
                .main("rtb-1", "vpc-1", route("10.2.0.0/16", RouteVia.PEERING, "pcx-1"))
                .main("rtb-2", "vpc-2", back)
                .group("sg-1", "vpc-1", outAll())
                .group("sg-2", "vpc-2", outAll(inGroup("tcp", 5432, 5432, "sg-1")))
                .instance("a", "vpc-1", "one", "10.1.0.10", null, "sg-1")
                .instance("b", "vpc-2", "two", "10.2.0.10", null, "sg-2");
    }

    @Test
    void aPeeringNeedsTheRoutesOfBothSides() {
        var whole = peered(route("10.1.0.0/16", RouteVia.PEERING, "pcx-1")).ask();
        assertThat(verdict(whole, instance("a"), instance("b"), 5432)).isEqualTo(Verdict.YES);
        var world = peered();
        var half = world.ask().answer(Question.tcp(instance("a"), instance("b"), 5432));
        assertThat(half.verdict()).isEqualTo(Verdict.NO);
        assertThat(half.changes()).singleElement().isInstanceOfSatisfying(Change.AddRoute.class, add -> {
            assertThat(add.routeTableId()).isEqualTo("rtb-2");
            assertThat(add.route().cidr()).isEqualTo("10.1.0.0/16");
        });
        RulesTest.assertMends(world, half);
    }

    @Test
    void aPeeringLeadsToNobodyBehindTheOther() {
        var world = peered(route("10.1.0.0/16", RouteVia.PEERING, "pcx-1"));
        world.list(Parts.ROUTE_TABLES).removeFirst();
        world.main("rtb-1", "vpc-1", route("0.0.0.0/0", RouteVia.PEERING, "pcx-1"));
        assertThat(verdict(world.ask(), instance("a"), ONE_HOST, 443)).isEqualTo(Verdict.NO);
    }

    private static World vpn(String status) {
        return new World()
                .vpc("vpc-1", "10.1.0.0/16")
                .subnet("s", "vpc-1", "10.1.0.0/24")
                .openAcl("vpc-1")
                .add(Parts.VPN_GATEWAYS, new VpnGateway("vgw-1", "vgw", "available", List.of("vpc-1"), Map.of()))
                .add(
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
                                List.of(new VpnTunnel("198.51.100.1", status, null, null, 1)),
                                List.of("192.168.0.0/16"),
                                Map.of()))
                .main("rtb", "vpc-1", new Route("192.168.0.0/16", null, RouteVia.VPN_GATEWAY, "vgw-1", false, true))
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, "192.168.0.0/16")))
                .instance("app", "vpc-1", "s", "10.1.0.10", null, "sg");
    }

    @Test
    void onPremisesComesByTheVpnWhileATunnelIsUp() {
        assertThat(verdict(vpn("UP").ask(), new End.OnPremises(null), instance("app"), 443))
                .isEqualTo(Verdict.YES);
        assertThat(verdict(vpn("UP").ask(), instance("app"), new End.OnPremises("vpn-1"), 443))
                .isEqualTo(Verdict.YES);
        var down = vpn("DOWN").ask().answer(Question.tcp(new End.OnPremises(null), instance("app"), 443));
        assertThat(down.verdict()).as("Direct Connect may end there too").isEqualTo(Verdict.CANNOT_TELL);
        assertThat(down.doubts()).containsExactly(Doubt.of(Doubt.Kind.DIRECT_CONNECT, "vgw-1"));
        assertThat(down.paths().getFirst().there()).extracting(Hop::why).contains(Hop.Why.TUNNELS_DOWN);
        assertThat(down.changes())
                .contains(new Change.Mend(
                        Change.What.BRING_UP_TUNNEL,
                        vpn("DOWN").list(Parts.VPN_CONNECTIONS).getFirst().ref()));
        assertThat(verdict(vpn("UP").ask(), End.Internet.FOUR, instance("app"), 443))
                .isEqualTo(Verdict.NO);
    }

    @Test
    void aPingNeedsItsReply() {
        var world = nat();
        world.group("sg-ping", "vpc-1", outAll(in("icmp", 8, -1, "0.0.0.0/0")));
        world.instance("web", "vpc-1", "public", "10.0.0.10", "198.51.100.10", "sg-ping");
        assertThat(world.ask()
                        .answer(Question.ping(End.Internet.FOUR, instance("web")))
                        .verdict())
                .isEqualTo(Verdict.YES);
        world.acl(
                "acl-public",
                "vpc-1",
                false,
                List.of("public"),
                all(false, 100, true),
                tcp(true, 100, true, "0.0.0.0/0", 0, 65535));
        var answer = world.ask().answer(Question.ping(End.Internet.FOUR, instance("web")));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        RulesTest.assertMends(world, answer);
        var unreachable = new Question(End.Internet.FOUR, instance("web"), Protocol.ICMP, Protocol.icmp(3, 4));
        assertThat(world.ask().answer(unreachable).paths().getFirst().back()).isEmpty();
    }

    private static Verdict verdict(Reachability reach, End from, End to, int port) {
        return reach.answer(Question.tcp(from, to, port)).verdict();
    }
}
