package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Subnet;
import java.util.HashSet;
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

    private record Flow(String nic, String peer, int protocol, int mine, int theirs) {}

    private final Deployment deployment;
    private final boolean unseen;
    private final SimNumbers numbers = new SimNumbers();
    private final SimRoutes routes;
    private final SimTransit transit;
    private final SimFirewalls firewalls;
    private final Set<Flow> flows = new HashSet<>();

    /** @param unseen what everything does of which AWS tells nothing: it lets all through, or nothing */
    Simulator(Deployment deployment, boolean unseen) {
        this.deployment = deployment;
        this.unseen = unseen;
        routes = new SimRoutes(deployment, numbers, unseen);
        transit = new SimTransit(deployment, numbers, routes, unseen);
        firewalls = new SimFirewalls(deployment, numbers, routes);
    }

    boolean in(String address, String block) {
        return numbers.in(address, block);
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
        if (!firewalls.acl(subnet(client), true, packet, packet.to)) {
            return false;
        }
        if (server instanceof At.Internet || server instanceof At.OnPremises) {
            return out(client, server, packet, natPort, translated);
        }
        return between(client, server, packet.to, false)
                && firewalls.acl(subnet(server), false, packet, packet.from)
                && arrive(client, server, packet, false);
    }

    /** Security groups of the client, which remember. */
    private boolean leave(At client, At server, Packet packet) {
        if (!(client instanceof At.Nic nic)) {
            return true;
        }
        if (!firewalls.groups(nic.nic(), false, packet, packet.to, server, client)) {
            return false;
        }
        flows.add(new Flow(nic.nic().id(), packet.to, packet.protocol, packet.fromPort, packet.toPort));
        return true;
    }

    private boolean arrive(At client, At server, Packet packet, boolean sameSubnet) {
        if (!sameSubnet
                && (client instanceof At.Internet || client instanceof At.OnPremises)
                && !firewalls.acl(subnet(server), false, packet, packet.from)) {
            return false;
        }
        if (!(server instanceof At.Nic nic)) {
            return true;
        }
        if (!firewalls.groups(nic.nic(), true, packet, packet.from, client, server)) {
            return false;
        }
        flows.add(new Flow(nic.nic().id(), packet.from, packet.protocol, packet.toPort, packet.fromPort));
        return true;
    }

    private boolean enter(At client, At server, Packet packet) {
        var vpc = vpc(server);
        if (client instanceof At.Internet) {
            var gateway = routes.gateway(vpc);
            return gateway != null
                    && (numbers.six(packet.to) || hasPublic(server, packet.to))
                    && routes.allowed(subnet(server), false)
                    && routes.comesIn(gateway, vpc, packet.to);
        }
        // routers on-premises send by the way on which the answer comes back
        var home = routes.route(subnet(server), vpc, packet.from);
        if (home != null && !home.blackhole() && home.via() == RouteVia.TRANSIT_GATEWAY) {
            return transit.comes(home.targetId(), packet.from, packet.to, vpc);
        }
        if (home != null && !home.blackhole() && home.via() == RouteVia.PEERING) {
            return unseen;
        }
        var attached = deployment.items(Parts.VPN_GATEWAYS).stream()
                .filter(each -> each.vpcIds().contains(vpc))
                .toList();
        return !attached.isEmpty()
                && transit.carries(attached.getLast().id(), packet.from)
                && routes.comesIn(attached.getLast().id(), vpc, packet.to);
    }

    private boolean out(At client, At server, Packet packet, int natPort, boolean[] translated) {
        var vpc = vpc(client);
        var route = routes.route(subnet(client), vpc, packet.to);
        if (route == null || route.blackhole()) {
            return false;
        }
        var internet = server instanceof At.Internet;
        return switch (route.via()) {
            case INTERNET_GATEWAY ->
                internet
                        && routes.attached(route.targetId(), vpc, false)
                        && routes.allowed(subnet(client), false)
                        && (numbers.six(packet.from) || hasPublic(client, packet.from));
            case EGRESS_ONLY_GATEWAY ->
                internet
                        && numbers.six(packet.from)
                        && routes.attached(route.targetId(), vpc, true)
                        && routes.allowed(subnet(client), true);
            case NAT_GATEWAY -> {
                translated[0] = internet;
                yield internet ? nat(client, packet, route.targetId(), natPort) : unseen && works(route.targetId());
            }
            case VPN_GATEWAY ->
                internet
                        ? unseen
                        : transit.vpnAttached(route.targetId(), vpc) && transit.carries(route.targetId(), packet.to);
            case TRANSIT_GATEWAY -> internet ? unseen : transit.toVpn(route.targetId(), vpc, subnet(client), packet.to);
            case NETWORK_INTERFACE -> routes.machine(route);
            case GATEWAY_ENDPOINT -> routes.service(route) ? internet && routes.served(route) : unseen;
            case OTHER -> unseen;
            default -> false;
        };
    }

    private boolean works(@Nullable String nat) {
        return deployment.items(Parts.NAT_GATEWAYS).stream()
                .anyMatch(each -> each.id().equals(nat) && each.state().equals("available"));
    }

    private boolean nat(At client, Packet packet, @Nullable String id, int natPort) {
        var nat = deployment.items(Parts.NAT_GATEWAYS).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (nat == null || !nat.state().equals("available") || !nat.isPublic() || numbers.six(packet.from)) {
            return false;
        }
        if (packet.protocol != 6 && packet.protocol != 17 && packet.protocol != 1) {
            return false;
        }
        if (!nat.subnetId().equals(subnet(client)) && !firewalls.acl(nat.subnetId(), false, packet, packet.from)) {
            return false;
        }
        var sent = new Packet("nat", packet.to, packet.protocol, natPort, packet.toPort);
        if (!firewalls.acl(nat.subnetId(), true, sent, packet.to)
                || !routes.allowed(subnet(client), true)
                || !routes.allowed(nat.subnetId(), true)) {
            return false;
        }
        var route = routes.route(nat.subnetId(), nat.vpcId(), packet.to);
        if (route == null || route.blackhole()) {
            return false;
        }
        return switch (route.via()) {
            case INTERNET_GATEWAY -> routes.attached(route.targetId(), nat.vpcId(), false);
            case GATEWAY_ENDPOINT -> routes.service(route) ? routes.served(route) : unseen;
            case NETWORK_INTERFACE, TRANSIT_GATEWAY, VPN_GATEWAY, OTHER -> unseen;
            default -> false;
        };
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
            if (!firewalls.acl(subnet(server), true, reply, reply.to)) {
                return false;
            }
            var found = home ? between(server, client, reply.to, true) : homeOut(client, server, reply);
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
            if (nat == null
                    || !routes.comesIn(routes.gateway(nat.vpcId()), nat.vpcId(), String.valueOf(nat.privateIp()))
                    || !firewalls.acl(nat.subnetId(), false, toNat, reply.from)) {
                return false;
            }
            if (!nat.subnetId().equals(subnet(client)) && !firewalls.acl(nat.subnetId(), true, reply, reply.to)) {
                return false;
            }
        }
        if (!inside && !homeIn(client, packet)) {
            return false;
        }
        return firewalls.acl(subnet(client), false, reply, reply.from)
                && tracked(client, packet.to, packet.protocol, packet.fromPort, packet.toPort);
    }

    static boolean icmp(Packet packet) {
        return packet.protocol == 1 || packet.protocol == 58;
    }

    private @Nullable NatGateway natOf(At client, String to) {
        var route = routes.route(subnet(client), vpc(client), to);
        return deployment.items(Parts.NAT_GATEWAYS).stream()
                .filter(each -> route != null && each.id().equals(route.targetId()))
                .findFirst()
                .orElse(null);
    }

    /** What a host outside answers to a VPC. */
    private boolean homeIn(At client, Packet packet) {
        var vpc = vpc(client);
        var route = routes.route(subnet(client), vpc, packet.to);
        if (route == null) {
            return true;
        }
        return switch (route.via()) {
            case TRANSIT_GATEWAY -> transit.comes(route.targetId(), packet.to, packet.from, vpc);
            case INTERNET_GATEWAY, VPN_GATEWAY -> routes.comesIn(route.targetId(), vpc, packet.from);
            default -> true;
        };
    }

    private boolean homeOut(At client, At server, Packet reply) {
        var vpc = vpc(server);
        var route = routes.route(subnet(server), vpc, reply.to);
        if (route == null || route.blackhole()) {
            return false;
        }
        var internet = client instanceof At.Internet;
        return switch (route.via()) {
            case INTERNET_GATEWAY -> internet && routes.attached(route.targetId(), vpc, false);
            case VPN_GATEWAY ->
                !internet && transit.vpnAttached(route.targetId(), vpc) && transit.carries(route.targetId(), reply.to);
            case TRANSIT_GATEWAY -> !internet && transit.toVpn(route.targetId(), vpc, subnet(server), reply.to);
            case PEERING -> !internet;
            case NETWORK_INTERFACE -> routes.machine(route);
            case GATEWAY_ENDPOINT -> !routes.service(route) && unseen;
            case OTHER -> unseen;
            default -> false;
        };
    }

    private boolean tracked(At at, String peer, int protocol, int mine, int theirs) {
        return !(at instanceof At.Nic nic) || flows.contains(new Flow(nic.nic().id(), peer, protocol, mine, theirs));
    }

    /** From one subnet to another. */
    private boolean between(At from, At to, String address, boolean back) {
        var vpc = vpc(from);
        var other = vpc(to);
        var route = routes.route(subnet(from), vpc, address);
        if (route == null || route.blackhole()) {
            return false;
        }
        var same = vpc.equals(other);
        return switch (route.via()) {
            case LOCAL -> same;
            case PEERING -> routes.peers(route.targetId(), vpc, other);
            case TRANSIT_GATEWAY -> same ? unseen : transit.toVpc(route.targetId(), vpc, subnet(from), address, other);
            case INTERNET_GATEWAY ->
                !same
                        && numbers.six(address)
                        && routes.attached(route.targetId(), vpc, false)
                        && met(from, to, address, back, false);
            case EGRESS_ONLY_GATEWAY ->
                !same
                        && numbers.six(address)
                        && !back
                        && routes.attached(route.targetId(), vpc, true)
                        && met(from, to, address, false, true);
            case NETWORK_INTERFACE -> routes.machine(route);
            default -> unseen;
        };
    }

    private boolean met(At from, At to, String address, boolean back, boolean onlyOut) {
        var gateway = routes.gateway(vpc(to));
        return (back || (gateway != null && routes.allowed(subnet(from), onlyOut) && routes.allowed(subnet(to), false)))
                && (gateway == null || routes.comesIn(gateway, vpc(to), address));
    }

    private static boolean hasPublic(At at, String address) {
        return at instanceof At.Nic nic && nic.nic().publicIps().containsKey(address);
    }

    static String subnet(At at) {
        return switch (at) {
            case At.Nic nic -> nic.nic().subnetId();
            case At.Hosts hosts -> hosts.subnet().id();
            default -> "";
        };
    }

    static String vpc(At at) {
        return switch (at) {
            case At.Nic nic -> nic.nic().vpcId();
            case At.Hosts hosts -> hosts.subnet().vpcId();
            default -> "";
        };
    }
}
