package io.atalaya.sandbox.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/**
 * Whether a TCP connection comes about between two interfaces as the network is now: groups, ACLs and routes, there and back.
 * Made anew when the network has changed.
 */
final class Passage {
    private static final int FIRST_EPHEMERAL = 1024;
    private static final int LAST_PORT = 65_535;

    private final Network network;
    private final Map<String, NetworkInterface> byInstance = new HashMap<>();
    private final Map<String, NetworkInterface> byAddress = new HashMap<>();
    private final Map<String, NetworkInterface> nodes = new HashMap<>();
    private final Map<String, NetworkAcl> acls = new HashMap<>();
    private final Map<String, RouteTable> tables = new HashMap<>();
    private final Map<String, RouteTable> mainTables = new HashMap<>();

    Passage(Network network) {
        this.network = network;
        network.interfaces().stream().forEach(card -> {
            if ("amazon-elb".equals(card.requesterId())) {
                nodes.put(card.description() + card.subnetId(), card);
            }
            byAddress.put(card.vpcId() + card.privateIpAddress(), card);
            if (card.attachment() != null && card.attachment().instanceId() != null) {
                byInstance.putIfAbsent(card.attachment().instanceId(), card);
            }
        });
        network.acls().stream().forEach(acl -> acl.associations().forEach(a -> acls.put(a.subnetId(), acl)));
        network.routeTables().stream().forEach(table -> table.associations().forEach(a -> {
            if (Boolean.TRUE.equals(a.main())) {
                mainTables.put(table.vpcId(), table);
            } else if (a.subnetId() != null) {
                tables.put(a.subnetId(), table);
            }
        }));
    }

    /** Grows with every change that could change an answer. */
    static long version(Network network) {
        return network.interfaces().changes()
                + network.acls().changes()
                + network.routeTables().changes()
                + network.securityGroups().changes()
                + network.subnets().changes()
                + network.peerings().changes();
    }

    Optional<NetworkInterface> ofInstance(String id) {
        return Optional.ofNullable(byInstance.get(id));
    }

    /** The node of a balancer in a subnet, by the description that ELB gives its interfaces. */
    Optional<NetworkInterface> node(String description, String subnet) {
        return Optional.ofNullable(nodes.get(description + subnet));
    }

    /** What has that address in any network, those of {@code vpcId} first. */
    Optional<NetworkInterface> at(String vpcId, String address) {
        return Optional.ofNullable(byAddress.get(vpcId + address)).or(() -> network.interfaces().stream()
                .filter(card -> address.equals(card.privateIpAddress()))
                .findFirst());
    }

    /** Whether a connection to that port comes about. */
    boolean connects(NetworkInterface from, NetworkInterface to, int port) {
        boolean apart = !from.subnetId().equals(to.subnetId());
        return groupLets(from, true, to, port)
                && groupLets(to, false, from, port)
                && routed(from, to)
                && routed(to, from)
                && (!apart
                        || (aclLets(from.subnetId(), true, to.privateIpAddress(), port)
                                && aclLets(to.subnetId(), false, from.privateIpAddress(), port)
                                && answers(to.subnetId(), true, from.privateIpAddress())
                                && answers(from.subnetId(), false, to.privateIpAddress())));
    }

    /** What has no groups lets everything through. */
    private boolean groupLets(NetworkInterface card, boolean out, NetworkInterface other, int port) {
        return card.groups().isEmpty()
                || card.groups().stream()
                        .flatMap(g -> network.securityGroups().find(g.groupId()).stream())
                        .flatMap(g -> (out ? g.ipPermissionsEgress() : g.ipPermissions()).stream())
                        .anyMatch(rule -> covers(rule, port) && names(rule, other));
    }

    private static boolean covers(IpPermission rule, int port) {
        return switch (rule.ipProtocol()) {
            case "-1" -> true;
            case "tcp" -> port >= rule.fromPort() && port <= rule.toPort();
            default -> false;
        };
    }

    private boolean names(IpPermission rule, NetworkInterface other) {
        return rule.ipRanges().stream().anyMatch(r -> Cidr.holds(r.cidrIp(), other.privateIpAddress()))
                || rule.userIdGroupPairs().stream().anyMatch(pair -> other.groups().stream()
                        .anyMatch(g -> g.groupId().equals(pair.groupId())))
                || rule.prefixListIds().stream()
                        .flatMap(list -> network.prefixLists().entries(list.prefixListId()).stream())
                        .anyMatch(entry -> Cidr.holds(entry.cidr(), other.privateIpAddress()));
    }

    private boolean aclLets(String subnet, boolean egress, String address, int port) {
        var acl = acls.get(subnet);
        return acl == null
                || concerning(acl, egress, address)
                        .filter(entry -> entry.portRange() == null
                                || (port >= entry.portRange().from()
                                        && port <= entry.portRange().to()))
                        .findFirst()
                        .map(entry -> entry.ruleAction() == RuleAction.ALLOW)
                        .orElse(false);
    }

    /** Whether answers pass to every port that a connection may have come from. */
    private boolean answers(String subnet, boolean egress, String address) {
        var acl = acls.get(subnet);
        if (acl == null) {
            return true;
        }
        var edges = concerning(acl, egress, address)
                .filter(entry -> entry.portRange() != null)
                .flatMap(entry -> Stream.of(
                        entry.portRange().from(),
                        entry.portRange().from() - 1,
                        entry.portRange().to(),
                        entry.portRange().to() + 1));
        return Stream.concat(Stream.of(FIRST_EPHEMERAL, LAST_PORT), edges)
                .filter(port -> port >= FIRST_EPHEMERAL && port <= LAST_PORT)
                .allMatch(port -> aclLets(subnet, egress, address, port));
    }

    private static Stream<NetworkAclEntry> concerning(NetworkAcl acl, boolean egress, String address) {
        return acl.entries().stream()
                .filter(entry -> entry.egress() == egress
                        && (entry.protocol().equals("-1") || entry.protocol().equals("6"))
                        && entry.cidrBlock() != null
                        && Cidr.holds(entry.cidrBlock(), address))
                .sorted(Comparator.comparing(NetworkAclEntry::ruleNumber));
    }

    private boolean routed(NetworkInterface from, NetworkInterface to) {
        var table = tables.getOrDefault(from.subnetId(), mainTables.get(from.vpcId()));
        if (table == null) {
            return false;
        }
        return table.routes().stream()
                .filter(r ->
                        r.destinationCidrBlock() != null && Cidr.holds(r.destinationCidrBlock(), to.privateIpAddress()))
                .max(Comparator.comparingInt(
                        r -> Cidr.of(r.destinationCidrBlock()).map(Cidr::length).orElse(0)))
                .map(route -> leads(route, from, to))
                .orElse(false);
    }

    private boolean leads(Route route, NetworkInterface from, NetworkInterface to) {
        if (route.state() == RouteState.BLACKHOLE) {
            return false;
        }
        if ("local".equals(route.gatewayId())) {
            return from.vpcId().equals(to.vpcId());
        }
        if (route.vpcPeeringConnectionId() != null) {
            return network.peerings()
                    .find(route.vpcPeeringConnectionId())
                    .filter(p -> p.status().codeAsString().equals("active") && joins(p, from.vpcId(), to.vpcId()))
                    .isPresent();
        }
        return route.transitGatewayId() != null && throughTransit(route.transitGatewayId(), from, to);
    }

    private static boolean joins(VpcPeeringConnection p, String one, String other) {
        var ends = List.of(p.requesterVpcInfo().vpcId(), p.accepterVpcInfo().vpcId());
        return ends.contains(one) && ends.contains(other);
    }

    private boolean throughTransit(String gateway, NetworkInterface from, NetworkInterface to) {
        var transit = network.transit();
        return transit.attachments().stream()
                .filter(a ->
                        a.transitGatewayId().equals(gateway) && from.vpcId().equals(a.resourceId()))
                .flatMap(a -> transit.routes(a.association().transitGatewayRouteTableId()).stream())
                .anyMatch(r -> Cidr.holds(r.destinationCidrBlock(), to.privateIpAddress())
                        && r.transitGatewayAttachments().stream()
                                .anyMatch(a -> to.vpcId().equals(a.resourceId())));
    }
}
