package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpcEndpoint;
import io.atalaya.deployment.address.Block;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A route to {@code vpce-...} may lead to a service or to appliances, of which nobody can tell what they do. */
class EndpointTest {
    private static final End SERVICE =
            new End.Network(Block.parse("52.216.0.0/24").orElseThrow());

    private static World world(Route... more) {
        var routes = new java.util.ArrayList<>(List.of(more));
        return new World()
                .vpc("vpc-1", "10.0.0.0/16")
                .subnet("s", "vpc-1", "10.0.0.0/24")
                .subnet("t", "vpc-1", "10.0.1.0/24")
                .gateway("igw-1", "vpc-1")
                .main("rtb", "vpc-1", routes.toArray(Route[]::new))
                .openAcl("vpc-1")
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, "0.0.0.0/0")))
                .instance("web", "vpc-1", "s", "10.0.0.10", "198.51.100.10", "sg")
                .instance("app", "vpc-1", "t", "10.0.1.10", null, "sg")
                .add(Parts.PREFIX_LISTS, new PrefixList("pl-s3", "s3", "AWS", List.of("52.216.0.0/24"), Map.of()));
    }

    private static VpcEndpoint endpoint(String kind, String state) {
        return new VpcEndpoint(
                "vpce-1", "vpce-1", "vpc-1", "service", kind, state, List.of(), List.of(), List.of(), List.of(),
                Map.of());
    }

    private static Answer ask(World world, End from, End to) {
        return world.ask().answer(Question.tcp(from, to, 443));
    }

    @Test
    void whatGoesThroughAppliancesIsNotTold() {
        var world = world(route("0.0.0.0/0", RouteVia.GATEWAY_ENDPOINT, "vpce-1"))
                .add(Parts.VPC_ENDPOINTS, endpoint("GatewayLoadBalancer", "available"));
        for (var answer :
                List.of(ask(world, End.Internet.FOUR, instance("web")), ask(world, instance("web"), SERVICE))) {
            assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.APPLIANCE, "vpce-1"));
            assertThat(answer.passing()).isEmpty();
        }
        assertThat(Exposure.of(world.deployment()).openings()).isEmpty();
        assertThat(Exposure.of(world.deployment()).unknown()).singleElement().satisfies(each -> {
            assertThat(each.resource().id()).isEqualTo("web");
            assertThat(each.doubts()).contains(Doubt.of(Doubt.Kind.APPLIANCE, "vpce-1"));
        });
    }

    @Test
    void betweenTwoSubnetsTheyAreNotToldEither() {
        var world = world(route("10.0.1.0/24", RouteVia.GATEWAY_ENDPOINT, "vpce-1"))
                .add(Parts.VPC_ENDPOINTS, endpoint("GatewayLoadBalancer", "available"));
        var answer = ask(world, instance("web"), instance("app"));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.APPLIANCE, "vpce-1"));
    }

    @Test
    void anEndpointThatWasNotListedIsNoService() {
        var s3 = new Route(null, "pl-s3", RouteVia.GATEWAY_ENDPOINT, "vpce-1", false, false);
        var world = world(route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"), s3);
        assertThat(ask(world, instance("app"), SERVICE).doubts())
                .containsExactly(Doubt.of(Doubt.Kind.RESOURCE_MISSING, "vpce-1"));
        var denied = ask(world.unread(Parts.VPC_ENDPOINTS), End.Internet.FOUR, instance("web"));
        assertThat(denied.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(denied.doubts()).extracting(Doubt::part).containsExactly(Parts.VPC_ENDPOINTS);
    }

    @Test
    void aServiceTakesWhatItIsSentAndNeverAsks() {
        var s3 = new Route(null, "pl-s3", RouteVia.GATEWAY_ENDPOINT, "vpce-1", false, false);
        var world = world(route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"), s3);
        world.add(Parts.VPC_ENDPOINTS, endpoint("Gateway", "available"));
        assertThat(ask(world, instance("app"), SERVICE).verdict()).isEqualTo(Verdict.YES);
        assertThat(ask(world, End.Internet.FOUR, instance("web")).verdict()).isEqualTo(Verdict.YES);
        var gone = world(s3).add(Parts.VPC_ENDPOINTS, endpoint("Gateway", "deleting"));
        assertThat(ask(gone, instance("app"), SERVICE).verdict()).isEqualTo(Verdict.NO);
        var unread = world(route("0.0.0.0/0", RouteVia.NAT_GATEWAY, "nat-gone"), s3)
                .add(Parts.VPC_ENDPOINTS, endpoint("Gateway", "available"))
                .unread(Parts.PREFIX_LISTS);
        assertThat(ask(unread, instance("app"), SERVICE).verdict())
                .as("the list may hold what is asked")
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    /** In by the appliances alone, as by the table of the gateway: the answer to what goes out comes that way too. */
    @Test
    void theTableOfAGatewayIsAskedForAnswersToo() {
        var world = world(route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .add(Parts.VPC_ENDPOINTS, endpoint("GatewayLoadBalancer", "available"));
        assertThat(ask(world, instance("web"), SERVICE).verdict()).isEqualTo(Verdict.YES);
        world.add(
                Parts.ROUTE_TABLES,
                new RouteTable(
                        "rtb-in",
                        "rtb-in",
                        "vpc-1",
                        false,
                        List.of(),
                        List.of("igw-1"),
                        List.of(route("10.0.0.0/24", RouteVia.GATEWAY_ENDPOINT, "vpce-1")),
                        Map.of()));
        for (var answer :
                List.of(ask(world, End.Internet.FOUR, instance("web")), ask(world, instance("web"), SERVICE))) {
            assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(answer.doubts()).containsExactly(Doubt.of(Doubt.Kind.APPLIANCE, "vpce-1"));
        }
    }
}
