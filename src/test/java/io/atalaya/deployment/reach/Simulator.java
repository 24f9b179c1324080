package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.VpnConnection;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends one packet through a network and its answer back, step by step, with tables of connections and of translations as
 * hardware has them. Slow, and of its own: nothing of the engine is used, not even how it reads an address.
 */
final class Simulator {
    /**
     * A packet. Of ICMP the port is type times 256 plus code.
     *
     * @param to what it is sent to; a private address stands for the interface that has it
     */
    record Packet(String from, String to, int protocol, int fromPort, int toPort) {}

    private record Number(boolean six, BigInteger value) {}

    private record Net(boolean six, BigInteger first, int bits) {}

    private record Flow(String nic, String peer, int protocol, int mine, int theirs) {}

    private final Deployment deployment;
    private final Map<String, Number> numbers = new HashMap<>();
    private final Map<String, Net> nets = new HashMap<>();
    private final Set<Flow> flows = new HashSet<>();

    Simulator(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Where an end is: an interface, a host of a subnet without one, the internet, or on-premises. */
    sealed interface At {
        record Nic(NetworkInterface nic) implements At {}

        record Hosts(Subnet subnet) implements At {}

        record Internet() implements At {}

        record OnPremises() implements At {}
    }

    /** Whether this client can open a connection and hear the answer; a NAT gateway on the way takes this port. */
    boolean connects(At client, At server, Packet packet, int natPort) {
        flows.clear();
        if (!runs(client) || !runs(server)) {
            return false;
        }
        var translated = new boolean[1];
        if (!forward(client, server, packet, natPort, translated)) {
            return false;
        }
        var reply = reply(packet);
        return reply == null || back(client, server, packet, reply, natPort, translated[0]);
    }

    private boolean runs(At at) {
        return !(at instanceof At.Nic nic)
                || nic.nic().instanceId() == null
                || deployment.items(Parts.INSTANCES).stream()
                        .anyMatch(each -> each.id().equals(nic.nic().instanceId())
                                && each.state().equals("running"));
    }

    private static @Nullable Packet reply(Packet packet) {
        if (packet.protocol != 1 && packet.protocol != 58) {
            return new Packet(packet.to, packet.from, packet.protocol, packet.toPort, packet.fromPort);
        }
        var type = packet.toPort / 256;
        var code = packet.toPort % 256;
        int answer = -1;
        if (code == 0 && packet.protocol == 1) {
            answer = type == 8 ? 0 : type == 13 ? 14 : -1;
        } else if (code == 0 && type == 128) {
            answer = 129;
        }
        return answer < 0 ? null : new Packet(packet.to, packet.from, packet.protocol, packet.toPort, answer * 256);
    }

    // ------------------------------------------------------------------ there

    private boolean forward(At client, At server, Packet packet, int natPort, boolean[] translated) {
        if (client instanceof At.Internet || client instanceof At.OnPremises) {
            return enter(client, server, packet) && arrive(client, server, packet, false);
        }
        if (!leave(client, server, packet)) {
            return false;
        }
        if (subnet(client).equals(subnet(server))) {
            return arrive(client, server, packet, true);
        }
        if (!acl(subnet(client), true, packet, packet.to)) {
            return false;
        }
        if (server instanceof At.Internet || server instanceof At.OnPremises) {
            return out(client, server, packet, natPort, translated);
        }
        return between(subnet(client), vpc(client), vpc(server), packet.to, false)
                && acl(subnet(server), false, packet, packet.from)
                && arrive(client, server, packet, false);
    }

    /** Security groups of the client, which remember. */
    private boolean leave(At client, At server, Packet packet) {
        if (!(client instanceof At.Nic nic)) {
            return true;
        }
        if (!groups(nic.nic(), false, packet, packet.to, server, client)) {
            return false;
        }
        flows.add(new Flow(nic.nic().id(), packet.to, packet.protocol, packet.fromPort, packet.toPort));
        return true;
    }

    private boolean arrive(At client, At server, Packet packet, boolean sameSubnet) {
        if (!sameSubnet
                && (client instanceof At.Internet || client instanceof At.OnPremises)
                && !acl(subnet(server), false, packet, packet.from)) {
            return false;
        }
        if (!(server instanceof At.Nic nic)) {
            return true;
        }
        if (!groups(nic.nic(), true, packet, packet.from, client, server)) {
            return false;
        }
        flows.add(new Flow(nic.nic().id(), packet.from, packet.protocol, packet.toPort, packet.fromPort));
        return true;
    }

    private boolean enter(At client, At server, Packet packet) {
        if (client instanceof At.Internet) {
            if (gateway(vpc(server)) == null) {
                return false;
            }
            return six(packet.to) || hasPublic(server, packet.to);
        }
        // routers on-premises send by the way on which the answer comes back
        var home = route(subnet(server), vpc(server), packet.from);
        if (home != null && !home.blackhole() && home.via() == io.atalaya.deployment.RouteVia.TRANSIT_GATEWAY) {
            var vpn = vpnOn(home.targetId(), packet.from);
            return vpn != null && transit(home.targetId(), vpn.id(), packet.to, vpc(server));
        }
        var attached = deployment.items(Parts.VPN_GATEWAYS).stream()
                .filter(each -> each.vpcIds().contains(vpc(server)))
                .toList();
        return !attached.isEmpty() && carries(attached.getLast().id(), packet.from);
    }

    private boolean out(At client, At server, Packet packet, int natPort, boolean[] translated) {
        var route = route(subnet(client), vpc(client), packet.to);
        if (route == null || route.blackhole()) {
            return false;
        }
        var internet = server instanceof At.Internet;
        return switch (route.via()) {
            case INTERNET_GATEWAY ->
                internet
                        && attached(route.targetId(), vpc(client), false)
                        && (six(packet.from) || hasPublic(client, packet.from));
            case EGRESS_ONLY_GATEWAY -> internet && six(packet.from) && attached(route.targetId(), vpc(client), true);
            case NAT_GATEWAY -> {
                translated[0] = true;
                yield internet && nat(client, packet, route.targetId(), natPort);
            }
            case VPN_GATEWAY ->
                !internet && vpnAttached(route.targetId(), vpc(client)) && carries(route.targetId(), packet.to);
            case TRANSIT_GATEWAY -> !internet && toVpn(route.targetId(), vpc(client), packet.to);
            default -> false;
        };
    }

    private boolean nat(At client, Packet packet, @Nullable String id, int natPort) {
        var nat = deployment.items(Parts.NAT_GATEWAYS).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (nat == null || !nat.state().equals("available") || !nat.isPublic() || six(packet.from)) {
            return false;
        }
        if (packet.protocol != 6 && packet.protocol != 17 && packet.protocol != 1) {
            return false;
        }
        if (!nat.subnetId().equals(subnet(client)) && !acl(nat.subnetId(), false, packet, packet.from)) {
            return false;
        }
        var sent = new Packet("nat", packet.to, packet.protocol, natPort, packet.toPort);
        if (!acl(nat.subnetId(), true, sent, packet.to)) {
            return false;
        }
        var route = route(nat.subnetId(), nat.vpcId(), packet.to);
        return route != null
                && !route.blackhole()
                && route.via() == io.atalaya.deployment.RouteVia.INTERNET_GATEWAY
                && attached(route.targetId(), nat.vpcId(), false);
    }

    // ------------------------------------------------------------------ back

    private boolean back(At client, At server, Packet packet, Packet reply, int natPort, boolean translated) {
        var inside = server instanceof At.Nic || server instanceof At.Hosts;
        var home = client instanceof At.Nic || client instanceof At.Hosts;
        if (inside && !tracked(server, packet.from, packet.protocol, packet.toPort, packet.fromPort)) {
            return false;
        }
        if (inside && home && subnet(client).equals(subnet(server))) {
            return tracked(client, packet.to, packet.protocol, packet.fromPort, packet.toPort);
        }
        if (inside) {
            if (!acl(subnet(server), true, reply, reply.to)) {
                return false;
            }
            var found = home
                    ? between(subnet(server), vpc(server), vpc(client), reply.to, true)
                    : homeOut(client, server, reply);
            if (!found) {
                return false;
            }
        }
        if (!home) {
            return true;
        }
        if (translated) {
            var nat = natOf(client, packet.to);
            var toNat =
                    new Packet(reply.from, "nat", reply.protocol, reply.fromPort, icmp(reply) ? reply.toPort : natPort);
            if (nat == null || !acl(nat, false, toNat, reply.from)) {
                return false;
            }
            if (!nat.equals(subnet(client)) && !acl(nat, true, reply, reply.to)) {
                return false;
            }
        }
        if (!inside && !homeIn(client, packet)) {
            return false;
        }
        return acl(subnet(client), false, reply, reply.from)
                && tracked(client, packet.to, packet.protocol, packet.fromPort, packet.toPort);
    }

    private static boolean icmp(Packet packet) {
        return packet.protocol == 1 || packet.protocol == 58;
    }

    private @Nullable String natOf(At client, String to) {
        var route = route(subnet(client), vpc(client), to);
        return deployment.items(Parts.NAT_GATEWAYS).stream()
                .filter(each -> route != null && each.id().equals(route.targetId()))
                .map(each -> each.subnetId())
                .findFirst()
                .orElse(null);
    }

    /** What a host outside answers to a VPC. */
    private boolean homeIn(At client, Packet packet) {
        var route = route(subnet(client), vpc(client), packet.to);
        if (route == null || route.via() != io.atalaya.deployment.RouteVia.TRANSIT_GATEWAY) {
            return true;
        }
        var vpn = vpnOn(route.targetId(), packet.to);
        return vpn != null && transit(route.targetId(), vpn.id(), packet.from, vpc(client));
    }

    private boolean homeOut(At client, At server, Packet reply) {
        var route = route(subnet(server), vpc(server), reply.to);
        if (route == null || route.blackhole()) {
            return false;
        }
        if (client instanceof At.Internet) {
            return route.via() == io.atalaya.deployment.RouteVia.INTERNET_GATEWAY
                    && attached(route.targetId(), vpc(server), false);
        }
        return switch (route.via()) {
            case VPN_GATEWAY -> vpnAttached(route.targetId(), vpc(server)) && carries(route.targetId(), reply.to);
            case TRANSIT_GATEWAY -> toVpn(route.targetId(), vpc(server), reply.to);
            default -> false;
        };
    }

    private boolean tracked(At at, String peer, int protocol, int mine, int theirs) {
        return !(at instanceof At.Nic nic) || flows.contains(new Flow(nic.nic().id(), peer, protocol, mine, theirs));
    }

    // ------------------------------------------------------------------ routers

    private boolean between(String fromSubnet, String fromVpc, String toVpc, String to, boolean back) {
        var route = route(fromSubnet, fromVpc, to);
        if (route == null || route.blackhole()) {
            return false;
        }
        var same = fromVpc.equals(toVpc);
        return switch (route.via()) {
            case LOCAL -> same;
            case PEERING ->
                deployment.items(Parts.PEERINGS).stream()
                        .filter(each -> each.id().equals(route.targetId())
                                && each.status().equals("active"))
                        .anyMatch(each -> {
                            var a = each.requester().vpcId();
                            var b = each.accepter().vpcId();
                            return (a.equals(fromVpc) && b.equals(toVpc)) || (b.equals(fromVpc) && a.equals(toVpc));
                        });
            case TRANSIT_GATEWAY -> !same && transit(route.targetId(), fromVpc, to, toVpc);
            case INTERNET_GATEWAY ->
                !same && six(to) && attached(route.targetId(), fromVpc, false) && (back || gateway(toVpc) != null);
            case EGRESS_ONLY_GATEWAY ->
                !same && six(to) && !back && attached(route.targetId(), fromVpc, true) && gateway(toVpc) != null;
            default -> false;
        };
    }

    private boolean transit(@Nullable String gateway, String from, String to, String toResource) {
        return attachmentsTo(gateway, from, to).stream()
                .anyMatch(id -> deployment.items(Parts.TRANSIT_ATTACHMENTS).stream()
                        .anyMatch(each -> each.id().equals(id)
                                && each.kind().equals("vpc")
                                && each.state().equals("available")
                                && each.resourceId().equals(toResource)));
    }

    private boolean toVpn(@Nullable String gateway, String from, String to) {
        return attachmentsTo(gateway, from, to).stream()
                .anyMatch(id -> deployment.items(Parts.TRANSIT_ATTACHMENTS).stream()
                        .filter(each -> each.id().equals(id)
                                && each.kind().equals("vpn")
                                && each.state().equals("available"))
                        .anyMatch(each -> deployment.items(Parts.VPN_CONNECTIONS).stream()
                                .anyMatch(vpn -> vpn.id().equals(each.resourceId()) && up(vpn) && knows(vpn, to))));
    }

    private List<String> attachmentsTo(@Nullable String gateway, String from, String to) {
        var mine = deployment.items(Parts.TRANSIT_ATTACHMENTS).stream()
                .filter(each -> each.transitGatewayId().equals(gateway)
                        && each.resourceId().equals(from))
                .findFirst()
                .orElse(null);
        if (mine == null || !mine.state().equals("available") || mine.routeTableId() == null) {
            return List.of();
        }
        TransitGatewayRoute best = null;
        for (var table : deployment.items(Parts.TRANSIT_ROUTES)) {
            if (!table.id().equals(mine.routeTableId())) {
                continue;
            }
            for (var route : table.routes()) {
                if (route.cidr() != null && in(to, route.cidr()) && (best == null || better(route, best))) {
                    best = route;
                }
            }
        }
        return best == null || best.blackhole() ? List.of() : best.attachmentIds();
    }

    private boolean better(TransitGatewayRoute one, TransitGatewayRoute other) {
        var longer = net(one.cidr()).bits - net(other.cidr()).bits;
        return longer > 0 || (longer == 0 && other.propagated() && !one.propagated());
    }

    private @Nullable VpnConnection vpnOn(@Nullable String gateway, String address) {
        return deployment.items(Parts.VPN_CONNECTIONS).stream()
                .filter(each -> gateway != null && gateway.equals(each.transitGatewayId()))
                .filter(each -> up(each) && knows(each, address))
                .findFirst()
                .orElse(null);
    }

    private boolean carries(@Nullable String gateway, String address) {
        return deployment.items(Parts.VPN_CONNECTIONS).stream()
                .filter(each -> gateway != null && gateway.equals(each.vpnGatewayId()))
                .anyMatch(each -> each.state().equals("available") && up(each) && knows(each, address));
    }

    private static boolean up(VpnConnection vpn) {
        return vpn.tunnels().stream().anyMatch(each -> each.status().equals("UP"));
    }

    private boolean knows(VpnConnection vpn, String address) {
        return vpn.routes().isEmpty() || vpn.routes().stream().anyMatch(each -> in(address, each));
    }

    private boolean vpnAttached(@Nullable String gateway, String vpc) {
        return deployment.items(Parts.VPN_GATEWAYS).stream()
                .anyMatch(each -> each.id().equals(gateway) && each.vpcIds().contains(vpc));
    }

    private @Nullable String gateway(String vpc) {
        return deployment.items(Parts.INTERNET_GATEWAYS).stream()
                .filter(each -> vpc.equals(each.vpcId()) && !each.egressOnly())
                .map(each -> each.id())
                .findFirst()
                .orElse(null);
    }

    private boolean attached(@Nullable String id, String vpc, boolean egressOnly) {
        return deployment.items(Parts.INTERNET_GATEWAYS).stream()
                .anyMatch(each -> each.id().equals(id) && vpc.equals(each.vpcId()) && each.egressOnly() == egressOnly);
    }

    private @Nullable Route route(String subnet, String vpc, String to) {
        RouteTable table = null;
        for (var each : deployment.items(Parts.ROUTE_TABLES)) {
            if (each.subnetIds().contains(subnet)
                    || (table == null && each.main() && each.vpcId().equals(vpc))) {
                table = each;
            }
        }
        var local = deployment.items(Parts.VPCS).stream()
                .filter(each -> each.id().equals(vpc))
                .flatMap(each -> each.blocks().stream())
                .map(each -> new Route(each, null, io.atalaya.deployment.RouteVia.LOCAL, null, false, false))
                .toList();
        if (table == null) {
            return null;
        }
        Route best = null;
        int bits = -1;
        int rank = 9;
        var all = new java.util.ArrayList<>(local);
        all.addAll(table.routes());
        for (var route : all) {
            for (var block : blocks(route)) {
                if (!in(to, block)) {
                    continue;
                }
                var mine = route.via() == io.atalaya.deployment.RouteVia.LOCAL
                        ? 0
                        : route.propagated() ? 3 : route.prefixListId() != null ? 2 : 1;
                if (net(block).bits > bits || (net(block).bits == bits && mine < rank)) {
                    best = route;
                    bits = net(block).bits;
                    rank = mine;
                }
            }
        }
        return best;
    }

    private List<String> blocks(Route route) {
        return route.cidr() != null ? List.of(route.cidr()) : list(route.prefixListId());
    }

    private List<String> list(@Nullable String id) {
        return deployment.items(Parts.PREFIX_LISTS).stream()
                .filter(each -> each.id().equals(id) && each.cidrs() != null)
                .findFirst()
                .map(each -> java.util.Objects.requireNonNull(each.cidrs()))
                .orElse(List.of());
    }

    // ------------------------------------------------------------------ firewalls

    private boolean acl(String subnet, boolean egress, Packet packet, String other) {
        var acl = deployment.items(Parts.NETWORK_ACLS).stream()
                .filter(each -> each.subnetIds().contains(subnet))
                .findFirst()
                .orElseGet(() -> deployment.items(Parts.NETWORK_ACLS).stream()
                        .filter(each -> each.isDefault() && each.vpcId().equals(vpcOf(subnet)))
                        .findFirst()
                        .orElseThrow());
        AclEntry first = null;
        for (var entry : acl.entries()) {
            if (entry.egress() == egress
                    && (first == null || entry.number() < first.number())
                    && protocol(entry.protocol(), packet.protocol)
                    && in(other, entry.cidr())
                    && port(entry, packet)) {
                first = entry;
            }
        }
        return first != null && first.allow();
    }

    private static boolean port(AclEntry entry, Packet packet) {
        if (entry.protocol().equals("-1")) {
            return true;
        }
        if (icmp(packet)) {
            return message(entry.icmpType(), entry.icmpCode(), packet.toPort);
        }
        return packet.protocol != 6 && packet.protocol != 17
                || entry.fromPort() == null
                || (packet.toPort >= entry.fromPort() && packet.toPort <= Objects.requireNonNull(entry.toPort()));
    }

    private static boolean message(@Nullable Integer type, @Nullable Integer code, int port) {
        return type == null || type < 0 || (type == port / 256 && (code == null || code < 0 || code == port % 256));
    }

    private static boolean protocol(String rule, int protocol) {
        return switch (rule) {
            case "-1" -> true;
            case "tcp" -> protocol == 6;
            case "udp" -> protocol == 17;
            case "icmp" -> protocol == 1;
            case "icmpv6" -> protocol == 58;
            default -> Integer.parseInt(rule) == protocol;
        };
    }

    private boolean groups(NetworkInterface nic, boolean ingress, Packet packet, String other, At peer, At self) {
        for (var id : nic.securityGroupIds()) {
            for (var group : deployment.items(Parts.SECURITY_GROUPS)) {
                if (group.id().equals(id)
                        && group.rules().stream()
                                .anyMatch(
                                        rule -> rule.ingress() == ingress && allows(rule, packet, other, peer, self))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean allows(SecurityRule rule, Packet packet, String other, At peer, At self) {
        if (!protocol(rule.protocol(), packet.protocol)) {
            return false;
        }
        var ports = rule.protocol().equals("-1")
                || rule.fromPort() == null
                || rule.fromPort() < 0
                || (packet.protocol == 6 || packet.protocol == 17
                        ? packet.toPort >= rule.fromPort() && packet.toPort <= Objects.requireNonNull(rule.toPort())
                        : !icmp(packet) || message(rule.fromPort(), rule.toPort(), packet.toPort));
        if (!ports) {
            return false;
        }
        if (rule.groupId() != null) {
            return peer instanceof At.Nic nic
                    && nic.nic().securityGroupIds().contains(rule.groupId())
                    && (vpc(peer).equals(vpc(self)) || peered(self, peer, packet));
        }
        return rule.prefixListId() != null
                ? list(rule.prefixListId()).stream().anyMatch(each -> in(other, each))
                : in(other, java.util.Objects.requireNonNull(rule.cidr()));
    }

    /** References reach over a peering connection, if that is the way the packet goes. */
    private boolean peered(At self, At peer, Packet packet) {
        var sender = address(self).contains(packet.from) ? self : peer;
        var route = route(subnet(sender), vpc(sender), packet.to);
        return route != null && !route.blackhole() && route.via() == io.atalaya.deployment.RouteVia.PEERING;
    }

    private static List<String> address(At at) {
        if (!(at instanceof At.Nic nic)) {
            return List.of();
        }
        var all = new java.util.ArrayList<>(nic.nic().privateIps());
        all.addAll(nic.nic().ipv6());
        return all;
    }

    // ------------------------------------------------------------------ numbers

    private boolean hasPublic(At at, String address) {
        return at instanceof At.Nic nic
                && nic.nic().publicIp() != null
                && nic.nic().privateIps().getFirst().equals(address);
    }

    private static String subnet(At at) {
        return switch (at) {
            case At.Nic nic -> nic.nic().subnetId();
            case At.Hosts hosts -> hosts.subnet().id();
            default -> "";
        };
    }

    private String vpc(At at) {
        return switch (at) {
            case At.Nic nic -> nic.nic().vpcId();
            case At.Hosts hosts -> hosts.subnet().vpcId();
            default -> "";
        };
    }

    private String vpcOf(String subnet) {
        return deployment.items(Parts.SUBNETS).stream()
                .filter(each -> each.id().equals(subnet))
                .findFirst()
                .orElseThrow()
                .vpcId();
    }

    private boolean six(String address) {
        return number(address).six;
    }

    boolean in(String address, @Nullable String block) {
        var number = number(address);
        var net = net(block);
        var free = (net.six ? 128 : 32) - net.bits;
        return number.six == net.six && number.value.shiftRight(free).equals(net.first.shiftRight(free));
    }

    private Net net(@Nullable String block) {
        return nets.computeIfAbsent(java.util.Objects.requireNonNull(block), text -> {
            var parts = text.split("/");
            var number = number(parts[0]);
            return new Net(number.six, number.value, Integer.parseInt(parts[1]));
        });
    }

    private Number number(String address) {
        return numbers.computeIfAbsent(address, text -> {
            try {
                var bytes = InetAddress.getByName(text).getAddress();
                return new Number(bytes.length == 16, new BigInteger(1, bytes));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        });
    }
}
