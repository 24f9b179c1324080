package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.VpnConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transit and VPN gateways of the simulator. What is behind them and not shown carries everything or nothing. */
final class SimTransit {
    private final Deployment deployment;
    private final SimNumbers numbers;
    private final SimRoutes routes;
    private final boolean unseen;

    SimTransit(Deployment deployment, SimNumbers numbers, SimRoutes routes, boolean unseen) {
        this.deployment = deployment;
        this.numbers = numbers;
        this.routes = routes;
        this.unseen = unseen;
    }

    /**
     * From something on a transit gateway to a VPC.
     *
     * @param subnet of the VPC it comes from; null for a VPN
     */
    boolean toVpc(@Nullable String gateway, String from, @Nullable String subnet, String to, String vpc) {
        return takes(gateway, from, subnet)
                && attachmentsTo(gateway, from, to).stream().anyMatch(id -> {
                    var attachment = attachment(id);
                    if (attachment == null) {
                        return unseen;
                    }
                    if (!attachment.state().equals("available")) {
                        return false;
                    }
                    if (!attachment.kind().equals("vpc")) {
                        return unseen;
                    }
                    return attachment.resourceId().equals(vpc) || inspected(attachment.resourceId());
                });
    }

    /** From a VPC to what is behind a VPN. */
    boolean toVpn(@Nullable String gateway, String from, String subnet, String to) {
        return takes(gateway, from, subnet)
                && attachmentsTo(gateway, from, to).stream().anyMatch(id -> {
                    var attachment = attachment(id);
                    if (attachment == null) {
                        return unseen;
                    }
                    if (!attachment.state().equals("available")) {
                        return false;
                    }
                    return switch (attachment.kind()) {
                        case "vpc" -> inspected(attachment.resourceId());
                        case "vpn" ->
                            deployment.items(Parts.VPN_CONNECTIONS).stream()
                                    .filter(vpn -> vpn.id().equals(attachment.resourceId()))
                                    .anyMatch(vpn -> up(vpn) && knows(vpn, to));
                        default -> unseen;
                    };
                });
    }

    private @Nullable TransitGatewayAttachment attachment(String id) {
        return deployment.items(Parts.TRANSIT_ATTACHMENTS).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Whether machines in a VPC may send on what comes to it for somebody else. */
    private boolean inspected(String vpc) {
        return unseen
                && deployment.items(Parts.ROUTE_TABLES).stream()
                        .filter(each -> each.vpcId().equals(vpc))
                        .flatMap(each -> each.routes().stream())
                        .anyMatch(each -> each.via() == RouteVia.NETWORK_INTERFACE
                                || each.via() == RouteVia.OTHER
                                || (each.via() == RouteVia.GATEWAY_ENDPOINT && !routes.service(each)));
    }

    /** A gateway hears a subnet only in the zones in which it has a foot. */
    private boolean takes(@Nullable String gateway, String from, @Nullable String subnet) {
        var mine = mine(gateway, from);
        if (subnet == null || mine == null) {
            return mine != null;
        }
        if (mine.subnetIds() == null) {
            return unseen;
        }
        var zone = zone(subnet);
        return mine.subnetIds().stream().anyMatch(each -> zone(each).equals(zone));
    }

    private String zone(String subnet) {
        return deployment.items(Parts.SUBNETS).stream()
                .filter(each -> each.id().equals(subnet))
                .findFirst()
                .orElseThrow()
                .zone();
    }

    private @Nullable TransitGatewayAttachment mine(@Nullable String gateway, String from) {
        return deployment.items(Parts.TRANSIT_ATTACHMENTS).stream()
                .filter(each -> each.transitGatewayId().equals(gateway)
                        && each.resourceId().equals(from))
                .findFirst()
                .orElse(null);
    }

    private List<String> attachmentsTo(@Nullable String gateway, String from, String to) {
        var mine = mine(gateway, from);
        if (mine == null || !mine.state().equals("available") || mine.routeTableId() == null) {
            return List.of();
        }
        TransitGatewayRoute best = null;
        for (var table : deployment.items(Parts.TRANSIT_ROUTES)) {
            if (!table.id().equals(mine.routeTableId())) {
                continue;
            }
            for (var route : table.routes()) {
                if (route.cidr() != null && numbers.in(to, route.cidr()) && (best == null || better(route, best))) {
                    best = route;
                }
            }
        }
        return best == null || best.blackhole() ? List.of() : best.attachmentIds();
    }

    private boolean better(TransitGatewayRoute one, TransitGatewayRoute other) {
        var longer = numbers.bits(one.cidr()) - numbers.bits(other.cidr());
        return longer > 0 || (longer == 0 && other.propagated() && !one.propagated());
    }

    /** Whether what is outside comes by the gateway to a VPC, whichever of the VPNs that know it it takes. */
    boolean comes(@Nullable String gateway, String address, String to, String vpc) {
        var ways = deployment.items(Parts.VPN_CONNECTIONS).stream()
                .filter(each -> gateway != null && gateway.equals(each.transitGatewayId()))
                .filter(each -> up(each) && knows(each, address))
                .map(each -> toVpc(gateway, each.id(), null, to, vpc))
                .toList();
        return ways.isEmpty()
                ? unseen
                : unseen ? ways.contains(true) : ways.stream().allMatch(each -> each);
    }

    /** A virtual private gateway: by a static route, by what it has learned, or by what only AWS knows of. */
    boolean carries(@Nullable String gateway, String address) {
        var vpns = deployment.items(Parts.VPN_CONNECTIONS).stream()
                .filter(each -> gateway != null && gateway.equals(each.vpnGatewayId()))
                .filter(each -> each.state().equals("available"))
                .toList();
        if (vpns.stream().anyMatch(each -> up(each) && written(each, address))) {
            return true;
        }
        var speaks = vpns.stream().anyMatch(each -> up(each) && !each.staticRoutes());
        var stale = vpns.stream().anyMatch(each -> !up(each) && written(each, address));
        var learned = deployment.items(Parts.ROUTE_TABLES).stream()
                .flatMap(each -> each.routes().stream())
                .anyMatch(each -> each.propagated()
                        && !each.blackhole()
                        && each.via() == RouteVia.VPN_GATEWAY
                        && java.util.Objects.equals(each.targetId(), gateway)
                        && numbers.in(address, each.cidr()));
        return unseen || (speaks && learned && !stale && !numbers.six(address));
    }

    boolean vpnAttached(@Nullable String gateway, String vpc) {
        return deployment.items(Parts.VPN_GATEWAYS).stream()
                .anyMatch(each -> each.id().equals(gateway) && each.vpcIds().contains(vpc));
    }

    private static boolean up(VpnConnection vpn) {
        return vpn.tunnels().stream().anyMatch(each -> each.status().equals("UP"));
    }

    private boolean written(VpnConnection vpn, String address) {
        return vpn.routes().stream().anyMatch(each -> numbers.in(address, each));
    }

    private boolean knows(VpnConnection vpn, String address) {
        return vpn.routes().isEmpty() || written(vpn, address);
    }
}
