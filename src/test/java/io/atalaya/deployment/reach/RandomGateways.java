package io.atalaya.deployment.reach;

import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PeeringEnd;
import io.atalaya.deployment.TransitGateway;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.VpcEndpoint;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.VpnTunnel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways out of the VPCs of a random network, and between them. */
final class RandomGateways {
    private final Dice dice;
    private final World world;

    RandomGateways(Dice dice, World world) {
        this.dice = dice;
        this.world = world;
    }

    void of(int vpc) {
        var id = "vpc-" + vpc;
        if (dice.chance(85)) {
            world.gateway("igw-" + vpc, id);
        }
        if (dice.chance(40)) {
            world.egressOnly("eigw-" + vpc, id);
        }
        if (dice.chance(50)) {
            world.add(
                    Parts.NAT_GATEWAYS,
                    new NatGateway(
                            "nat-" + vpc,
                            "nat",
                            id,
                            dice.one(world.subnetsOf(id)).id(),
                            dice.chance(90) ? "available" : "failed",
                            "198.51.100.250",
                            "10." + vpc + ".0.200",
                            null,
                            dice.chance(90),
                            Map.of()));
        }
        if (dice.chance(60)) {
            world.add(Parts.VPN_GATEWAYS, new VpnGateway("vgw-" + vpc, "vgw", "available", List.of(id), Map.of()));
            vpn("vpn-" + vpc, "vgw-" + vpc, null);
            if (dice.chance(20)) {
                vpn("vpn-b" + vpc, "vgw-" + vpc, null);
            }
        }
        endpoint("vpce-s3-" + vpc, id, "Gateway", dice.chance(85) ? "available" : "deleting");
        endpoint("vpce-lb-" + vpc, id, "GatewayLoadBalancer", "available");
    }

    private void endpoint(String id, String vpc, String kind, String state) {
        world.add(
                Parts.VPC_ENDPOINTS,
                new VpcEndpoint(
                        id, id, vpc, "service", kind, state, List.of(), List.of(), List.of(), List.of(), Map.of()));
    }

    private void vpn(String id, @Nullable String gateway, @Nullable String transit) {
        var tunnel = new VpnTunnel("198.51.100.1", dice.chance(85) ? "UP" : "DOWN", null, null, 0);
        var routes = dice.chance(70)
                ? dice.some(List.of("192.168.0.0/16", "192.168.1.0/24", "192.168.0.0/17"), 2)
                : List.<String>of();
        world.add(
                Parts.VPN_CONNECTIONS,
                new VpnConnection(
                        id,
                        id,
                        "available",
                        null,
                        gateway,
                        transit,
                        null,
                        null,
                        null,
                        List.of(tunnel),
                        routes.isEmpty() ? dice.chance(25) : dice.chance(95),
                        routes,
                        Map.of()));
    }

    void between(int vpcs) {
        if (vpcs == 2 && dice.chance(60)) {
            world.add(
                    Parts.PEERINGS,
                    new PeeringConnection(
                            "pcx",
                            "pcx",
                            dice.chance(85) ? "active" : "pending-acceptance",
                            new PeeringEnd("111122223333", "us-east-1", "vpc-1", List.of("10.1.0.0/16")),
                            new PeeringEnd("111122223333", "us-east-1", "vpc-2", List.of("10.2.0.0/16")),
                            Map.of()));
        }
        if (!dice.chance(40)) {
            return;
        }
        world.add(Parts.TRANSIT_GATEWAYS, new TransitGateway("tgw", "tgw", "available", Map.of()));
        if (dice.chance(50)) {
            vpn("vpn-t", null, "tgw");
            attach("vpn-t", "vpn");
            if (dice.chance(30)) {
                vpn("vpn-u", null, "tgw");
                attach("vpn-u", "vpn");
            }
        }
        for (int vpc = 1; vpc <= vpcs; vpc++) {
            if (dice.chance(90)) {
                attach("vpc-" + vpc, "vpc");
            }
        }
        if (dice.chance(20)) {
            attach("dxgw", "direct-connect-gateway");
        }
        for (var table : List.of("tt-1", "tt-2")) {
            var routes = new ArrayList<TransitGatewayRoute>();
            for (int i = dice.below(7); i > 0; i--) {
                var to = dice.one(
                        world.list(Parts.TRANSIT_ATTACHMENTS).isEmpty()
                                ? List.of("x")
                                : world.list(Parts.TRANSIT_ATTACHMENTS).stream()
                                        .map(each -> each.id())
                                        .toList());
                var block =
                        switch (to) {
                            case "a-vpc-1" -> dice.one(List.of("10.1.0.0/16", "10.1.1.0/24", "2001:db8:1::/56"));
                            case "a-vpc-2" -> dice.one(List.of("10.2.0.0/16", "10.0.0.0/8", "2001:db8:2::/56"));
                            default -> dice.one(List.of("192.168.0.0/16", "192.168.1.0/24", "0.0.0.0/0"));
                        };
                var leads = dice.chance(4) ? "a-of-another-account" : to;
                var dead = dice.chance(10);
                var known = routes.stream().anyMatch(each -> block.equals(each.cidr()));
                if (!known) {
                    routes.add(new TransitGatewayRoute(
                            block, null, dead ? List.of() : List.of(leads), dead, dice.chance(50)));
                }
            }
            world.add(Parts.TRANSIT_ROUTES, new TransitGatewayRouteTable(table, table, "tgw", routes, true, Map.of()));
        }
    }

    private void attach(String resource, String kind) {
        world.add(
                Parts.TRANSIT_ATTACHMENTS,
                new TransitGatewayAttachment(
                        "a-" + resource,
                        "a",
                        "tgw",
                        kind,
                        resource,
                        dice.chance(92) ? "available" : "deleting",
                        dice.chance(92) ? dice.one(List.of("tt-1", "tt-1", "tt-2")) : null,
                        kind.equals("vpc") ? feet(resource) : null,
                        Map.of()));
    }

    /** One subnet of each zone, though some zone may be forgotten. */
    private @Nullable List<String> feet(String vpc) {
        if (dice.chance(3)) {
            return null;
        }
        var byZone = new LinkedHashMap<String, String>();
        world.subnetsOf(vpc).forEach(each -> byZone.put(each.zone(), each.id()));
        if (byZone.size() > 1 && dice.chance(35)) {
            byZone.remove(dice.one(List.copyOf(byZone.keySet())));
        }
        return List.copyOf(byZone.values());
    }
}
