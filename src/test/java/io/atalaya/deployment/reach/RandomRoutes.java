package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The route tables of a random network: of subnets, of VPCs and of gateways. */
final class RandomRoutes {
    private final Dice dice;
    private final World world;

    RandomRoutes(Dice dice, World world) {
        this.dice = dice;
        this.world = world;
    }

    void tables(int vpc, int vpcs) {
        var id = "vpc-" + vpc;
        world.add(
                Parts.ROUTE_TABLES,
                new RouteTable("rtb-" + vpc, "rtb", id, true, List.of(), List.of(), routes(vpc, vpcs), Map.of()));
        for (var subnet : world.subnetsOf("vpc-" + vpc)) {
            if (dice.chance(60)) {
                world.add(
                        Parts.ROUTE_TABLES,
                        new RouteTable(
                                "rtb-" + subnet.id(),
                                "rtb",
                                id,
                                false,
                                List.of(subnet.id()),
                                List.of(),
                                routes(vpc, vpcs),
                                Map.of()));
            }
        }
    }

    private List<Route> routes(int vpc, int vpcs) {
        var routes = new ArrayList<Route>();
        for (var block : blocks(vpc)) {
            routes.add(new Route(block, null, RouteVia.LOCAL, null, false, false));
        }
        if (dice.chance(80)) {
            put(routes, "0.0.0.0/0", dice.chance(70) ? RouteVia.INTERNET_GATEWAY : RouteVia.NAT_GATEWAY, vpc);
        }
        if (dice.chance(70)) {
            put(routes, "::/0", dice.chance(70) ? RouteVia.INTERNET_GATEWAY : RouteVia.EGRESS_ONLY_GATEWAY, vpc);
        }
        if (dice.chance(60)) {
            put(routes, "192.168.0.0/16", dice.chance(70) ? RouteVia.VPN_GATEWAY : RouteVia.TRANSIT_GATEWAY, vpc);
        }
        if (vpcs == 2 && dice.chance(75)) {
            put(
                    routes,
                    "10." + (3 - vpc) + ".0.0/16",
                    dice.chance(65) ? RouteVia.PEERING : RouteVia.TRANSIT_GATEWAY,
                    vpc);
        }
        if (vpcs == 2 && dice.chance(50)) {
            put(
                    routes,
                    "2001:db8:" + (3 - vpc) + "::/56",
                    dice.chance(65) ? RouteVia.PEERING : RouteVia.TRANSIT_GATEWAY,
                    vpc);
        }
        for (int i = dice.below(3); i > 0; i--) {
            var block = dice.one(dice.chance(70) ? RandomWorld.FOUR : RandomWorld.SIX);
            if (!block.startsWith("10." + vpc + ".") && !block.startsWith("2001:db8:" + vpc)) {
                put(
                        routes,
                        block,
                        dice.one(List.of(
                                RouteVia.INTERNET_GATEWAY,
                                RouteVia.NAT_GATEWAY,
                                RouteVia.VPN_GATEWAY,
                                RouteVia.TRANSIT_GATEWAY,
                                RouteVia.PEERING,
                                RouteVia.EGRESS_ONLY_GATEWAY,
                                RouteVia.NETWORK_INTERFACE)),
                        vpc);
            }
        }
        if (!world.list(Parts.PREFIX_LISTS).isEmpty() && dice.chance(15)) {
            routes.add(new Route(null, "pl-1", RouteVia.INTERNET_GATEWAY, "igw-" + vpc, dice.chance(20), false));
        }
        if (dice.chance(25)) {
            routes.add(new Route(null, "pl-s3", RouteVia.GATEWAY_ENDPOINT, "vpce-s3-" + vpc, false, false));
        }
        if (dice.chance(12)) {
            inspected(routes, vpc);
        }
        if (dice.chance(20)) {
            learned(routes, vpc);
        }
        return routes;
    }

    private void put(List<Route> routes, String block, RouteVia via, int vpc) {
        var target =
                switch (via) {
                    case INTERNET_GATEWAY -> "igw-" + vpc;
                    case NAT_GATEWAY -> "nat-" + vpc;
                    case EGRESS_ONLY_GATEWAY -> "eigw-" + vpc;
                    case VPN_GATEWAY -> "vgw-" + vpc;
                    case TRANSIT_GATEWAY -> "tgw";
                    case PEERING -> "pcx";
                    case GATEWAY_ENDPOINT -> dice.one(List.of("vpce-lb-", "vpce-lb-", "vpce-gone-")) + vpc;
                    default -> "eni-" + vpc + "0";
                };
        var propagated = via == RouteVia.VPN_GATEWAY && dice.chance(50);
        var twice = routes.stream().anyMatch(each -> block.equals(each.cidr()) && each.propagated() == propagated);
        if (!twice) {
            routes.add(new Route(block, null, via, target, dice.chance(6), propagated));
        }
    }

    /** A machine or an appliance in between: for a subnet of the VPC itself, or for what is outside. */
    private void inspected(List<Route> routes, int vpc) {
        var subnet = dice.one(world.subnetsOf("vpc-" + vpc));
        var block = dice.chance(50) ? dice.one(subnet.blocks()) : dice.one(List.of("203.0.113.0/24", "192.168.1.0/24"));
        var via = dice.one(List.of(RouteVia.GATEWAY_ENDPOINT, RouteVia.GATEWAY_ENDPOINT, RouteVia.NETWORK_INTERFACE));
        put(routes, block, via, vpc);
    }

    /** What the routers on-premises announce, though some of it is of the VPC. */
    private void learned(List<Route> routes, int vpc) {
        var block = dice.one(
                List.of("10." + vpc + ".1.0/24", "10." + vpc + ".0.10/32", "10." + vpc + ".0.0/16", "192.168.1.0/24"));
        if (routes.stream().noneMatch(each -> block.equals(each.cidr()) && each.propagated())) {
            routes.add(new Route(block, null, RouteVia.VPN_GATEWAY, "vgw-" + vpc, false, true));
        }
    }

    /** Tables of the gateways themselves, for what comes in. */
    void ingress(int vpc) {
        for (var gateway : List.of("igw-" + vpc, "vgw-" + vpc)) {
            if (dice.chance(8)) {
                var routes = new ArrayList<Route>();
                inspected(routes, vpc);
                world.add(
                        Parts.ROUTE_TABLES,
                        new RouteTable(
                                "rtb-" + gateway,
                                "rtb",
                                "vpc-" + vpc,
                                false,
                                List.of(),
                                List.of(gateway),
                                routes,
                                Map.of()));
            }
        }
    }

    private List<String> blocks(int vpc) {
        return world.list(Parts.VPCS).stream()
                .filter(each -> each.id().equals("vpc-" + vpc))
                .flatMap(each -> each.blocks().stream())
                .toList();
    }
}
