package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Site-to-Site VPN connection with both of its ends (ec2:DescribeVpnConnections, DescribeVpnGateways,
 * DescribeCustomerGateways). The router configuration that EC2 sends along holds the tunnels' keys: it is never kept.
 *
 * @param state AWS's word for the connection, which is {@code available} even while both tunnels are down
 * @param vpcId what the virtual private gateway is attached to; null for a transit gateway
 * @param customerAddress where the router on-premises is on the internet
 * @param staticRoutes whether only static routes lead to what is behind it; otherwise the routers there announce them by BGP
 * @param routes the static routes to what is behind it, as blocks; none where they come by BGP or from a transit gateway
 */
public record VpnConnection(
        String id,
        String name,
        String state,
        @Nullable String vpcId,
        @Nullable String vpnGatewayId,
        @Nullable String transitGatewayId,
        @Nullable String customerGatewayId,
        @Nullable String customerName,
        @Nullable String customerAddress,
        List<VpnTunnel> tunnels,
        boolean staticRoutes,
        List<String> routes,
        Map<String, String> tags)
        implements Resource {
    public VpnConnection {
        tunnels = List.copyOf(tunnels);
        routes = List.copyOf(routes);
        tags = Map.copyOf(tags);
    }

    /** One with these static routes; without any, BGP tells what is behind it. */
    public VpnConnection(
            String id,
            String name,
            String state,
            @Nullable String vpcId,
            @Nullable String vpnGatewayId,
            @Nullable String transitGatewayId,
            @Nullable String customerGatewayId,
            @Nullable String customerName,
            @Nullable String customerAddress,
            List<VpnTunnel> tunnels,
            List<String> routes,
            Map<String, String> tags) {
        this(
                id,
                name,
                state,
                vpcId,
                vpnGatewayId,
                transitGatewayId,
                customerGatewayId,
                customerName,
                customerAddress,
                tunnels,
                !routes.isEmpty(),
                routes,
                tags);
    }

    /** One without static routes. */
    public VpnConnection(
            String id,
            String name,
            String state,
            @Nullable String vpcId,
            @Nullable String vpnGatewayId,
            @Nullable String transitGatewayId,
            @Nullable String customerGatewayId,
            @Nullable String customerName,
            @Nullable String customerAddress,
            List<VpnTunnel> tunnels,
            Map<String, String> tags) {
        this(
                id,
                name,
                state,
                vpcId,
                vpnGatewayId,
                transitGatewayId,
                customerGatewayId,
                customerName,
                customerAddress,
                tunnels,
                List.of(),
                tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.VPN_CONNECTION;
    }

    /** How many tunnels carry traffic. */
    public int up() {
        return (int) tunnels.stream().filter(VpnTunnel::up).count();
    }
}
