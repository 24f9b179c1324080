package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The firewalls of the simulator, asked one packet at a time: entries by their numbers, and rules of groups. */
final class SimFirewalls {
    private final Deployment deployment;
    private final SimNumbers numbers;
    private final SimRoutes routers;

    SimFirewalls(Deployment deployment, SimNumbers numbers, SimRoutes routers) {
        this.deployment = deployment;
        this.numbers = numbers;
        this.routers = routers;
    }

    boolean acl(String subnet, boolean egress, Simulator.Packet packet, String other) {
        var acl = deployment.items(Parts.NETWORK_ACLS).stream()
                .filter(each -> each.subnetIds().contains(subnet))
                .findFirst()
                .orElseGet(() -> deployment.items(Parts.NETWORK_ACLS).stream()
                        .filter(each -> each.isDefault() && each.vpcId().equals(routers.vpcOf(subnet)))
                        .findFirst()
                        .orElseThrow());
        AclEntry first = null;
        for (var entry : acl.entries()) {
            if (entry.egress() == egress
                    && (first == null || entry.number() < first.number())
                    && protocol(entry.protocol(), packet.protocol())
                    && numbers.in(other, entry.cidr())
                    && port(entry, packet)) {
                first = entry;
            }
        }
        return first != null && first.allow();
    }

    private static boolean port(AclEntry entry, Simulator.Packet packet) {
        if (entry.protocol().equals("-1")) {
            return true;
        }
        if (Simulator.icmp(packet)) {
            return message(entry.icmpType(), entry.icmpCode(), packet.toPort());
        }
        return packet.protocol() != 6 && packet.protocol() != 17
                || entry.fromPort() == null
                || (packet.toPort() >= entry.fromPort() && packet.toPort() <= Objects.requireNonNull(entry.toPort()));
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

    boolean groups(
            NetworkInterface nic,
            boolean ingress,
            Simulator.Packet packet,
            String other,
            Simulator.At peer,
            Simulator.At self) {
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

    private boolean allows(
            SecurityRule rule, Simulator.Packet packet, String other, Simulator.At peer, Simulator.At self) {
        if (!protocol(rule.protocol(), packet.protocol())) {
            return false;
        }
        var ports = rule.protocol().equals("-1")
                || rule.fromPort() == null
                || rule.fromPort() < 0
                || (packet.protocol() == 6 || packet.protocol() == 17
                        ? packet.toPort() >= rule.fromPort() && packet.toPort() <= Objects.requireNonNull(rule.toPort())
                        : !Simulator.icmp(packet) || message(rule.fromPort(), rule.toPort(), packet.toPort()));
        if (!ports) {
            return false;
        }
        if (rule.groupId() != null) {
            return peer instanceof Simulator.At.Nic nic
                    && nic.nic().securityGroupIds().contains(rule.groupId())
                    && (Simulator.vpc(peer).equals(Simulator.vpc(self)) || peered(self, peer, packet));
        }
        return rule.prefixListId() != null
                ? routers.list(rule.prefixListId()).stream().anyMatch(each -> numbers.in(other, each))
                : numbers.in(other, Objects.requireNonNull(rule.cidr()));
    }

    /** References reach over a peering connection, if that is the way the packet goes. */
    private boolean peered(Simulator.At self, Simulator.At peer, Simulator.Packet packet) {
        var sender = address(self).contains(packet.from()) ? self : peer;
        var route = routers.route(Simulator.subnet(sender), Simulator.vpc(sender), packet.to());
        return route != null && !route.blackhole() && route.via() == RouteVia.PEERING;
    }

    private static List<String> address(Simulator.At at) {
        if (!(at instanceof Simulator.At.Nic nic)) {
            return List.of();
        }
        var all = new ArrayList<>(nic.nic().privateIps());
        all.addAll(nic.nic().ipv6());
        return all;
    }
}
