package io.atalaya.deployment.facts;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import io.atalaya.deployment.VpnConnection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts of networks, addresses and firewalls. */
final class NetworkFacts {
    private NetworkFacts() {}

    static List<Fact> of(ElasticIp address, DeploymentIndex index) {
        return new FactList(index, Parts.ELASTIC_IPS)
                .id("publicIp", address.publicIp())
                .link("attachedTo", ResourceType.INSTANCE, address.instanceId())
                .id("association", address.associationId())
                .id("networkInterface", address.networkInterfaceId())
                .id("privateIp", address.privateIp())
                .tags(address.tags())
                .done();
    }

    static List<Fact> of(Vpc vpc, DeploymentIndex index) {
        var facts = new FactList(index, Parts.VPCS);
        vpc.blocks().forEach(cidr -> facts.id("cidr", cidr));
        return facts.yesNo("default", vpc.isDefault()).tags(vpc.tags()).done();
    }

    static List<Fact> of(Subnet subnet, DeploymentIndex index) {
        var facts = new FactList(index, Parts.SUBNETS);
        subnet.blocks().forEach(cidr -> facts.id("cidr", cidr));
        return facts.text("zone", subnet.zone())
                .link("vpc", ResourceType.VPC, subnet.vpcId())
                .mono("availableAddresses", subnet.availableAddresses())
                .yesNo("mapsPublicIp", subnet.mapsPublicIp())
                .tags(subnet.tags())
                .done();
    }

    static List<Fact> of(SecurityGroup group, DeploymentIndex index) {
        var facts = new FactList(index, Parts.SECURITY_GROUPS)
                .text("description", group.description())
                .link("vpc", ResourceType.VPC, group.vpcId());
        group.rules().stream().filter(SecurityRule::ingress).forEach(rule -> facts.mono("inbound", reads(rule, index)));
        group.rules().stream()
                .filter(rule -> !rule.ingress())
                .forEach(rule -> facts.mono("outbound", reads(rule, index)));
        return facts.tags(group.tags()).done();
    }

    static List<Fact> of(NetworkAcl acl, DeploymentIndex index) {
        var facts = new FactList(index, Parts.NETWORK_ACLS)
                .yesNo("default", acl.isDefault())
                .link("vpc", ResourceType.VPC, acl.vpcId())
                .links("subnet", ResourceType.SUBNET, acl.subnetIds());
        acl.entries().stream()
                .sorted(java.util.Comparator.comparing(AclEntry::egress).thenComparingInt(AclEntry::number))
                .forEach(entry -> facts.mono(
                        entry.egress() ? "outbound" : "inbound",
                        (entry.number() > 32766 ? "*" : String.valueOf(entry.number()))
                                + " "
                                + (entry.allow() ? "ALLOW " : "DENY ")
                                + port(entry.protocol(), entry.fromPort(), entry.toPort())
                                + " "
                                + entry.cidr()));
        return facts.tags(acl.tags()).done();
    }

    static List<Fact> of(VpnConnection connection, DeploymentIndex index) {
        var facts = new FactList(index, Parts.VPN_CONNECTIONS)
                .text("customerGateway", connection.customerName())
                .id("customerAddress", connection.customerAddress())
                .id("customerGatewayId", connection.customerGatewayId())
                .id("vpnGateway", connection.vpnGatewayId())
                .id("transitGateway", connection.transitGatewayId())
                .link("vpc", ResourceType.VPC, connection.vpcId());
        connection.tunnels().forEach(tunnel -> {
            var message =
                    tunnel.statusMessage() == null || tunnel.statusMessage().isEmpty()
                            ? ""
                            : " · " + tunnel.statusMessage();
            facts.mono("tunnel", tunnel.outsideIp() + " " + tunnel.status() + message)
                    .moment("tunnelSince", tunnel.since());
        });
        return facts.tags(connection.tags()).done();
    }

    private static String reads(SecurityRule rule, DeploymentIndex index) {
        var peer = rule.cidr() != null ? rule.cidr() : rule.prefixListId() != null ? rule.prefixListId() : "";
        if (rule.groupId() != null) {
            peer = index.find(SecurityGroup.class, ResourceType.SECURITY_GROUP, rule.groupId())
                    .map(SecurityGroup::name)
                    .orElse(rule.groupId());
        }
        var words = port(rule.protocol(), rule.fromPort(), rule.toPort()) + " " + peer;
        return rule.description() == null || rule.description().isEmpty() ? words : words + " · " + rule.description();
    }

    private static String port(String protocol, @Nullable Integer from, @Nullable Integer to) {
        if (protocol.equals("-1")) {
            return "ALL";
        }
        var name = protocol.toUpperCase(Locale.ROOT);
        if (from == null || from == -1) {
            return name;
        }
        return name + " " + (to == null || to.equals(from) ? from.toString() : from + "-" + to);
    }
}
