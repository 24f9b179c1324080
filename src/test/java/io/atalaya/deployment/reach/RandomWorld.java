package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PeeringEnd;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TransitGateway;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.VpnTunnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small network of which everything is thrown: two VPCs at most, wrong as often as right. */
final class RandomWorld {
    static final List<String> FOUR = List.of(
            "0.0.0.0/0",
            "0.0.0.0/0",
            "0.0.0.0/0",
            "10.0.0.0/8",
            "10.1.0.0/16",
            "10.2.0.0/16",
            "10.1.1.0/24",
            "10.2.0.0/24",
            "10.1.0.10/32",
            "192.168.0.0/16",
            "192.168.1.0/24",
            "203.0.113.0/24",
            "203.0.113.128/25",
            "198.51.100.0/24",
            "128.0.0.0/1");
    static final List<String> SIX = List.of(
            "::/0",
            "::/0",
            "2001:db8:1::/56",
            "2001:db8:2::/56",
            "2001:db8:1:1::/64",
            "2a00:1450::/32",
            "2a00:1450:4000::/36");
    private static final int[][] PORTS = {
        {0, 65535}, {0, 65535}, {443, 443}, {22, 22}, {80, 443}, {1024, 65535}, {32768, 60999}, {0, 1023}, {3306, 3306}
    };
    private static final List<String> PROTOCOLS =
            List.of("-1", "-1", "-1", "tcp", "tcp", "tcp", "udp", "icmp", "47", "icmpv6");

    final World world = new World();
    private final Random random;
    private final List<String> lists = new ArrayList<>();

    RandomWorld(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        if (chance(40)) {
            lists.add("pl-1");
            world.add(Parts.PREFIX_LISTS, new PrefixList("pl-1", "pl-1", "111122223333", some(FOUR, 3), Map.of()));
        }
        var vpcs = 1 + random.nextInt(2);
        for (int vpc = 1; vpc <= vpcs; vpc++) {
            vpc(vpc);
        }
        between(vpcs);
        for (int vpc = 1; vpc <= vpcs; vpc++) {
            inside(vpc, vpcs);
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private <T> List<T> some(List<T> of, int most) {
        var some = new ArrayList<T>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            some.add(one(of));
        }
        return some;
    }

    private void vpc(int vpc) {
        var id = "vpc-" + vpc;
        world.vpc(id, "10." + vpc + ".0.0/16", "2001:db8:" + vpc + "::/56");
        for (int subnet = 0; subnet <= random.nextInt(3); subnet++) {
            world.add(
                    Parts.SUBNETS,
                    new Subnet(
                            "s-" + vpc + subnet,
                            "s",
                            id,
                            "z",
                            "10." + vpc + "." + subnet + ".0/24",
                            List.of("2001:db8:" + vpc + ":" + subnet + "::/64"),
                            9,
                            false,
                            Map.of()));
        }
        if (chance(85)) {
            world.gateway("igw-" + vpc, id);
        }
        if (chance(40)) {
            world.egressOnly("eigw-" + vpc, id);
        }
        if (chance(50)) {
            world.add(
                    Parts.NAT_GATEWAYS,
                    new NatGateway(
                            "nat-" + vpc,
                            "nat",
                            id,
                            one(subnets(vpc)).id(),
                            chance(90) ? "available" : "failed",
                            "198.51.100.250",
                            null,
                            null,
                            chance(90),
                            Map.of()));
        }
        if (chance(60)) {
            world.add(Parts.VPN_GATEWAYS, new VpnGateway("vgw-" + vpc, "vgw", "available", List.of(id), Map.of()));
            vpn("vpn-" + vpc, "vgw-" + vpc, null);
            if (chance(20)) {
                vpn("vpn-b" + vpc, "vgw-" + vpc, null);
            }
        }
    }

    private List<Subnet> subnets(int vpc) {
        return world.list(Parts.SUBNETS).stream()
                .filter(each -> each.vpcId().equals("vpc-" + vpc))
                .toList();
    }

    private void vpn(String id, @Nullable String gateway, @Nullable String transit) {
        var tunnel = new VpnTunnel("198.51.100.1", chance(85) ? "UP" : "DOWN", null, null, 0);
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
                        chance(70) ? some(List.of("192.168.0.0/16", "192.168.1.0/24", "192.168.0.0/17"), 2) : List.of(),
                        Map.of()));
    }

    private void between(int vpcs) {
        if (vpcs == 2 && chance(60)) {
            world.add(
                    Parts.PEERINGS,
                    new PeeringConnection(
                            "pcx",
                            "pcx",
                            chance(85) ? "active" : "pending-acceptance",
                            new PeeringEnd("111122223333", "us-east-1", "vpc-1", List.of("10.1.0.0/16")),
                            new PeeringEnd("111122223333", "us-east-1", "vpc-2", List.of("10.2.0.0/16")),
                            Map.of()));
        }
        if (!chance(40)) {
            return;
        }
        world.add(Parts.TRANSIT_GATEWAYS, new TransitGateway("tgw", "tgw", "available", Map.of()));
        if (chance(50)) {
            vpn("vpn-t", null, "tgw");
            attach("vpn-t", "vpn");
        }
        for (int vpc = 1; vpc <= vpcs; vpc++) {
            if (chance(90)) {
                attach("vpc-" + vpc, "vpc");
            }
        }
        for (var table : List.of("tt-1", "tt-2")) {
            var routes = new ArrayList<TransitGatewayRoute>();
            for (int i = random.nextInt(7); i > 0; i--) {
                var to = one(
                        world.list(Parts.TRANSIT_ATTACHMENTS).isEmpty()
                                ? List.of("x")
                                : world.list(Parts.TRANSIT_ATTACHMENTS).stream()
                                        .map(each -> each.id())
                                        .toList());
                var block =
                        switch (to) {
                            case "a-vpc-1" -> one(List.of("10.1.0.0/16", "10.1.1.0/24", "2001:db8:1::/56"));
                            case "a-vpc-2" -> one(List.of("10.2.0.0/16", "10.0.0.0/8", "2001:db8:2::/56"));
                            default -> one(List.of("192.168.0.0/16", "192.168.1.0/24", "0.0.0.0/0"));
                        };
                var dead = chance(10);
                var known = routes.stream().anyMatch(each -> block.equals(each.cidr()));
                if (!known) {
                    routes.add(new TransitGatewayRoute(block, null, dead ? List.of() : List.of(to), dead, chance(50)));
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
                        chance(92) ? "available" : "deleting",
                        chance(92) ? one(List.of("tt-1", "tt-1", "tt-2")) : null,
                        Map.of()));
    }

    private void inside(int vpc, int vpcs) {
        tables(vpc, vpcs);
        acls(vpc);
        for (int group = 0; group < 3; group++) {
            world.add(
                    Parts.SECURITY_GROUPS,
                    new SecurityGroup("sg-" + vpc + group, "sg", "", "vpc-" + vpc, rules(), Map.of()));
        }
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            nic(vpc, i);
        }
    }

    private void nic(int vpc, int number) {
        var subnet = one(subnets(vpc));
        var net = subnet.cidr().substring(0, subnet.cidr().lastIndexOf('.') + 1);
        var six = subnet.ipv6Cidrs().getFirst().replace("::/64", "::" + (10 + number));
        var ips = chance(85) ? List.of(net + (10 + number)) : List.of(net + (10 + number), net + (110 + number));
        var outside = chance(60) ? "198.51.100." + (vpc * 10 + number) : null;
        var instance = "i-" + vpc + number;
        var groups = some(List.of("sg-" + vpc + "0", "sg-" + vpc + "1", "sg-" + vpc + "2"), 2).stream()
                .distinct()
                .toList();
        world.add(
                Parts.INSTANCES,
                new Instance(
                        instance,
                        instance,
                        "t3.small",
                        chance(95) ? "running" : "stopped",
                        null,
                        "z",
                        "vpc-" + vpc,
                        subnet.id(),
                        ips.getFirst(),
                        outside,
                        null,
                        null,
                        null,
                        null,
                        groups,
                        List.of(),
                        Map.of()));
        world.add(
                Parts.NETWORK_INTERFACES,
                new NetworkInterface(
                        "eni-" + vpc + number,
                        "eni",
                        "vpc-" + vpc,
                        subnet.id(),
                        "z",
                        "interface",
                        "",
                        "in-use",
                        ips,
                        chance(70) ? List.of(six) : List.of(),
                        outside,
                        groups,
                        instance,
                        chance(80),
                        null,
                        Map.of()));
    }

    private void tables(int vpc, int vpcs) {
        var id = "vpc-" + vpc;
        world.add(
                Parts.ROUTE_TABLES,
                new RouteTable("rtb-" + vpc, "rtb", id, true, List.of(), List.of(), routes(vpc, vpcs), Map.of()));
        for (var subnet : subnets(vpc)) {
            if (chance(60)) {
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
        if (chance(80)) {
            put(routes, "0.0.0.0/0", chance(70) ? RouteVia.INTERNET_GATEWAY : RouteVia.NAT_GATEWAY, vpc);
        }
        if (chance(70)) {
            put(routes, "::/0", chance(70) ? RouteVia.INTERNET_GATEWAY : RouteVia.EGRESS_ONLY_GATEWAY, vpc);
        }
        if (chance(60)) {
            put(routes, "192.168.0.0/16", chance(70) ? RouteVia.VPN_GATEWAY : RouteVia.TRANSIT_GATEWAY, vpc);
        }
        if (vpcs == 2 && chance(75)) {
            put(routes, "10." + (3 - vpc) + ".0.0/16", chance(65) ? RouteVia.PEERING : RouteVia.TRANSIT_GATEWAY, vpc);
        }
        if (vpcs == 2 && chance(50)) {
            put(
                    routes,
                    "2001:db8:" + (3 - vpc) + "::/56",
                    chance(65) ? RouteVia.PEERING : RouteVia.TRANSIT_GATEWAY,
                    vpc);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            var block = one(chance(70) ? FOUR : SIX);
            if (!block.startsWith("10." + vpc + ".") && !block.startsWith("2001:db8:" + vpc)) {
                put(
                        routes,
                        block,
                        one(List.of(
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
        if (!lists.isEmpty() && chance(15)) {
            routes.add(new Route(null, "pl-1", RouteVia.INTERNET_GATEWAY, "igw-" + vpc, chance(20), false));
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
                    default -> "eni-" + vpc + "0";
                };
        var propagated = via == RouteVia.VPN_GATEWAY && chance(50);
        var twice = routes.stream().anyMatch(each -> block.equals(each.cidr()) && each.propagated() == propagated);
        if (!twice) {
            routes.add(new Route(block, null, via, target, chance(6), propagated));
        }
    }

    private void acls(int vpc) {
        var id = "vpc-" + vpc;
        world.openAcl(id);
        for (var subnet : subnets(vpc)) {
            if (chance(40)) {
                world.add(
                        Parts.NETWORK_ACLS,
                        new NetworkAcl(
                                "acl-" + subnet.id(), "acl", id, false, List.of(subnet.id()), entries(), Map.of()));
            }
        }
    }

    private List<AclEntry> entries() {
        var entries = new ArrayList<AclEntry>();
        for (var egress : new boolean[] {false, true}) {
            int number = 10;
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                entries.add(entry(egress, number, chance(65)));
                number += 1 + random.nextInt(20);
            }
            if (chance(70)) {
                entries.add(new AclEntry(egress, 200, "-1", true, "0.0.0.0/0", null, null));
                entries.add(new AclEntry(egress, 201, "-1", true, "::/0", null, null));
            }
            entries.add(new AclEntry(egress, 32_767, "-1", false, "0.0.0.0/0", null, null));
            entries.add(new AclEntry(egress, 32_768, "-1", false, "::/0", null, null));
        }
        java.util.Collections.shuffle(entries, random);
        return entries;
    }

    private AclEntry entry(boolean egress, int number, boolean allow) {
        var block = one(chance(70) ? FOUR : SIX);
        return switch (one(PROTOCOLS)) {
            case "tcp" -> {
                var ports = PORTS[random.nextInt(PORTS.length)];
                yield new AclEntry(egress, number, "6", allow, block, ports[0], ports[1]);
            }
            case "udp" -> new AclEntry(egress, number, "17", allow, block, null, null);
            case "icmp" ->
                new AclEntry(
                        egress, number, "1", allow, block, null, null, one(List.of(-1, 8, 0, 3)), chance(70) ? -1 : 0);
            case "icmpv6" ->
                new AclEntry(egress, number, "58", allow, block, null, null, one(List.of(-1, 128, 129)), -1);
            case "47" -> new AclEntry(egress, number, "47", allow, block, null, null);
            default -> new AclEntry(egress, number, "-1", allow, block, null, null);
        };
    }

    private List<SecurityRule> rules() {
        var rules = new ArrayList<SecurityRule>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            rules.add(rule(true));
        }
        if (chance(75)) {
            rules.add(new SecurityRule(false, "-1", null, null, "0.0.0.0/0", null, null, null));
            rules.add(new SecurityRule(false, "-1", null, null, "::/0", null, null, null));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.add(rule(false));
        }
        return rules;
    }

    private SecurityRule rule(boolean ingress) {
        var who = random.nextInt(10);
        var block = who < 6 ? one(chance(70) ? FOUR : SIX) : null;
        var list = who == 6 && !lists.isEmpty() ? "pl-1" : null;
        var group = block == null && list == null ? "sg-" + (1 + random.nextInt(2)) + random.nextInt(3) : null;
        return switch (one(PROTOCOLS)) {
            case "tcp" -> {
                var ports = PORTS[random.nextInt(PORTS.length)];
                yield new SecurityRule(ingress, "tcp", ports[0], ports[1], block, group, list, null);
            }
            case "udp" -> new SecurityRule(ingress, "udp", 0, 65535, block, group, list, null);
            case "icmp" ->
                new SecurityRule(
                        ingress, "icmp", one(List.of(-1, 8, 3)), chance(70) ? -1 : 0, block, group, list, null);
            case "icmpv6" -> new SecurityRule(ingress, "icmpv6", one(List.of(-1, 128)), -1, block, group, list, null);
            case "47" -> new SecurityRule(ingress, "47", null, null, block, group, list, null);
            default -> new SecurityRule(ingress, "-1", null, null, block, group, list, null);
        };
    }

    /** An instance, the internet, on-premises, or a host that no interface is known of. */
    End end(boolean outside) {
        var nics = world.list(Parts.NETWORK_INTERFACES);
        var what = random.nextInt(outside ? 12 : 7);
        return switch (what) {
            case 6 -> new End.Network(block(one(world.list(Parts.SUBNETS)).cidr()));
            case 11 -> new End.Network(block(one(List.of("203.0.113.0/24", "192.168.1.0/24", "8.8.8.8/32"))));
            case 7, 10 -> chance(70) ? End.Internet.FOUR : End.Internet.SIX;
            case 8, 9 -> new End.OnPremises(null);
            case 5 -> new End.Host(host());
            default -> World.instance(java.util.Objects.requireNonNull(one(nics).instanceId()));
        };
    }

    private io.atalaya.deployment.address.Ip host() {
        var subnet = one(world.list(Parts.SUBNETS));
        return io.atalaya.deployment.address.Ip.parse(
                        subnet.cidr().substring(0, subnet.cidr().lastIndexOf('.') + 1) + "77")
                .orElseThrow();
    }

    private static io.atalaya.deployment.address.Block block(String text) {
        return io.atalaya.deployment.address.Block.parse(text).orElseThrow();
    }
}
