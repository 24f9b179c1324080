package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TransitGateway;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A transit gateway hears a VPC only where it stands, and what hangs on it unseen may lead anywhere. */
class TransitTest {
    private static World world(@Nullable List<String> feet, String toTwo) {
        var world = new World();
        for (var n : List.of(1, 2, 3)) {
            var vpc = "vpc-" + n;
            world.vpc(vpc, "10." + n + ".0.0/16")
                    .openAcl(vpc)
                    .main(
                            "rtb-" + n,
                            vpc,
                            route("10.0.0.0/8", RouteVia.TRANSIT_GATEWAY, "tgw"),
                            route("192.168.0.0/16", RouteVia.TRANSIT_GATEWAY, "tgw"));
            for (var zone : List.of("a", "b")) {
                var third = zone.equals("a") ? "0" : "1";
                world.add(
                        Parts.SUBNETS,
                        new Subnet(
                                "s-" + n + zone,
                                "s",
                                vpc,
                                "us-east-1" + zone,
                                "10." + n + "." + third + ".0/24",
                                9,
                                false,
                                Map.of()));
            }
            world.add(
                    Parts.TRANSIT_ATTACHMENTS,
                    new TransitGatewayAttachment(
                            "at-" + n,
                            "at",
                            "tgw",
                            "vpc",
                            vpc,
                            "available",
                            "tt",
                            n == 1 ? feet : List.of("s-" + n + "a", "s-" + n + "b"),
                            Map.of()));
        }
        return world.add(Parts.TRANSIT_GATEWAYS, new TransitGateway("tgw", "tgw", "available", Map.of()))
                .add(
                        Parts.TRANSIT_ROUTES,
                        new TransitGatewayRouteTable(
                                "tt",
                                "tt",
                                "tgw",
                                List.of(to("10.1.0.0/16", "at-1"), to("10.2.0.0/16", toTwo)),
                                true,
                                Map.of()))
                .group("sg-1", "vpc-1", outAll(in("tcp", 443, 443, "10.0.0.0/8")))
                .group("sg-2", "vpc-2", outAll(in("tcp", 443, 443, "10.0.0.0/8")))
                .instance("one", "vpc-1", "s-1b", "10.1.1.10", null, "sg-1")
                .instance("two", "vpc-2", "s-2a", "10.2.0.10", null, "sg-2");
    }

    private static TransitGatewayRoute to(String block, String attachment) {
        return new TransitGatewayRoute(block, null, List.of(attachment), false, true);
    }

    private static Answer ask(World world, boolean forth) {
        return world.ask().answer(Question.tcp(instance(forth ? "one" : "two"), instance(forth ? "two" : "one"), 443));
    }

    @Test
    void aZoneWithoutASubnetOfItsHasNoWay() {
        var both = List.of("s-1a", "s-1b");
        assertThat(ask(world(both, "at-2"), true).verdict()).isEqualTo(Verdict.YES);
        assertThat(ask(world(both, "at-2"), false).verdict()).isEqualTo(Verdict.YES);
        var there = ask(world(List.of("s-1a"), "at-2"), true);
        assertThat(there.verdict()).isEqualTo(Verdict.NO);
        assertThat(there.paths().getFirst().there()).extracting(Hop::why).contains(Hop.Why.OTHER_ZONE);
        var home = ask(world(List.of("s-1a"), "at-2"), false);
        assertThat(home.verdict()).as("the answer has none either").isEqualTo(Verdict.NO);
        assertThat(home.paths().getFirst().back()).extracting(Hop::why).contains(Hop.Why.OTHER_ZONE);
    }

    @Test
    void inWhichZonesItStandsMayBeUntold() {
        assertThat(ask(world(null, "at-2"), true).doubts())
                .containsExactly(Doubt.of(Doubt.Kind.SUBNET_UNKNOWN, "at-1"));
    }

    @Test
    void anAttachmentThatWasNotReadMayLeadThere() {
        var gone = ask(world(List.of("s-1a", "s-1b"), "at-far"), true);
        assertThat(gone.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(gone.doubts()).contains(Doubt.of(Doubt.Kind.RESOURCE_MISSING, "at-far"));
        var denied = world(List.of("s-1a", "s-1b"), "at-2").unread(Parts.TRANSIT_ATTACHMENTS);
        assertThat(ask(denied, true).doubts()).extracting(Doubt::part).contains(Parts.TRANSIT_ATTACHMENTS);
        assertThat(ask(denied, true).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void theAclsOfItsOwnSubnetsMayBeAsked() {
        var world = world(List.of("s-1a", "s-1b"), "at-2");
        world.acl("acl-feet", "vpc-1", false, List.of("s-1a"), World.all(true, 100, true));
        assertThat(ask(world, true).doubts()).containsExactly(Doubt.of(Doubt.Kind.TRANSIT_ACL, "acl-feet"));
        assertThat(ask(world, true).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aVpcBetweenMayInspectAndSendOn() {
        var world = world(List.of("s-1a", "s-1b"), "at-3");
        assertThat(ask(world, true).verdict()).as("nothing forwards there").isEqualTo(Verdict.NO);
        var tables = new ArrayList<>(world.list(Parts.ROUTE_TABLES));
        world.list(Parts.ROUTE_TABLES).clear();
        tables.stream().filter(each -> !each.id().equals("rtb-3")).forEach(each -> world.add(Parts.ROUTE_TABLES, each));
        world.main("rtb-3", "vpc-3", route("0.0.0.0/0", RouteVia.NETWORK_INTERFACE, "eni-firewall"));
        assertThat(ask(world, true).doubts()).contains(Doubt.of(Doubt.Kind.APPLIANCE, "vpc-3"));
        assertThat(ask(world, true).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }
}
