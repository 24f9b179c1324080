package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.address.Addresses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which addresses are of the internet, of on-premises networks, or of VPCs. */
final class Outside {
    /** What is never a host of the internet: private, shared, local, multicast, reserved. */
    private static final Addresses SPECIAL = Addresses.ofBlocks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "224.0.0.0/3"));

    private static final Addresses PRIVATE =
            Addresses.ofBlocks(List.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"));
    private static final Addresses GLOBAL_SIX = Addresses.ofBlocks(List.of("2000::/3"));
    private static final int EVERYTHING = 2;

    private final Deployment deployment;
    private final Addresses vpcs;
    private final Addresses onPremises;
    private final Addresses internet;

    Outside(Deployment deployment) {
        this.deployment = deployment;
        vpcs = inside(deployment);
        onPremises = deployment.items(Parts.VPN_CONNECTIONS).stream()
                .map(this::behind)
                .reduce(byDirectConnect(), Addresses::union);
        var peers = deployment.items(Parts.PEERINGS).stream()
                .map(each -> Addresses.ofBlocks(each.requester().cidrs())
                        .union(Addresses.ofBlocks(each.accepter().cidrs())))
                .reduce(Addresses.NONE, Addresses::union);
        internet = Addresses.ALL_FOUR
                .minus(SPECIAL)
                .union(GLOBAL_SIX)
                .minus(vpcs)
                .minus(peers)
                .minus(onPremises);
    }

    /** Of the VPCs that were listed, and of those that only their subnets and routes tell of. */
    private static Addresses inside(Deployment deployment) {
        var blocks = new ArrayList<String>();
        deployment.items(Parts.VPCS).forEach(each -> blocks.addAll(each.blocks()));
        deployment.items(Parts.SUBNETS).forEach(each -> blocks.addAll(each.blocks()));
        deployment.items(Parts.ROUTE_TABLES).forEach(table -> table.routes().stream()
                .filter(each -> each.via() == RouteVia.LOCAL && each.cidr() != null)
                .forEach(each -> blocks.add(each.cidr())));
        return Addresses.ofBlocks(blocks.stream().distinct().toList());
    }

    /** Whether no host of the internet can have any of them. */
    static boolean isPrivate(Addresses some) {
        return PRIVATE.union(SPECIAL).containsAll(some);
    }

    /** Whether internet gateways carry all of them: not the private ones of IPv6. */
    static boolean isGlobalSix(Addresses some) {
        return GLOBAL_SIX.containsAll(some);
    }

    /** Hosts of the internet. */
    Addresses internet() {
        return internet;
    }

    Addresses vpcs() {
        return vpcs;
    }

    /** Networks behind VPN connections; with an id those behind this one. */
    Addresses onPremises(@Nullable String vpnConnectionId) {
        return vpnConnectionId == null
                ? onPremises
                : deployment.items(Parts.VPN_CONNECTIONS).stream()
                        .filter(each -> each.id().equals(vpnConnectionId))
                        .map(this::behind)
                        .reduce(Addresses.NONE, Addresses::union);
    }

    /**
     * Its static routes; where there are none, the routes that lead to its gateway. A default route says that everything may be
     * behind it: then those are the private addresses that are nobody else's.
     */
    private Addresses behind(VpnConnection vpn) {
        if (vpn.state().equals("deleted")) {
            return Addresses.NONE;
        }
        var blocks = new ArrayList<>(vpn.routes());
        if (blocks.isEmpty()) {
            blocks.addAll(leadTo(vpn.vpnGatewayId()));
            deployment.items(Parts.TRANSIT_ATTACHMENTS).stream()
                    .filter(each -> each.resourceId().equals(vpn.id()))
                    .forEach(attachment -> deployment
                            .items(Parts.TRANSIT_ROUTES)
                            .forEach(table -> table.routes().stream()
                                    .filter(each -> each.cidr() != null
                                            && each.attachmentIds().contains(attachment.id()))
                                    .forEach(each -> blocks.add(each.cidr()))));
        }
        return limited(blocks);
    }

    /** What the routes lead to gateways at which no VPN ends: then it must be Direct Connect that does. */
    private Addresses byDirectConnect() {
        var vpns = deployment.items(Parts.VPN_CONNECTIONS);
        return deployment.items(Parts.VPN_GATEWAYS).stream()
                .filter(gateway -> vpns.stream()
                        .noneMatch(each -> gateway.id().equals(each.vpnGatewayId())
                                && !each.state().equals("deleted")))
                .map(each -> limited(leadTo(each.id())))
                .reduce(Addresses.NONE, Addresses::union);
    }

    private List<String> leadTo(@Nullable String gatewayId) {
        var blocks = new ArrayList<String>();
        deployment.items(Parts.ROUTE_TABLES).forEach(table -> table.routes().stream()
                .filter(each -> each.via() == RouteVia.VPN_GATEWAY && each.cidr() != null)
                .filter(each -> each.targetId() != null && each.targetId().equals(gatewayId))
                .forEach(each -> blocks.add(each.cidr())));
        return blocks;
    }

    private Addresses limited(List<String> blocks) {
        var all = Addresses.ofBlocks(blocks);
        var limited = all.containsAll(Addresses.ALL_FOUR) || blocks.stream().anyMatch(Outside::wide)
                ? PRIVATE.union(Addresses.ofBlocks(
                        blocks.stream().filter(each -> !wide(each)).toList()))
                : all;
        return limited.minus(vpcs);
    }

    /** A default route, or half of one. */
    private static boolean wide(String block) {
        return io.atalaya.deployment.address.Block.parse(block)
                .filter(each -> each.bits() < EVERYTHING)
                .isPresent();
    }
}
