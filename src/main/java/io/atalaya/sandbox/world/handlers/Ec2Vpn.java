package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.DescribeCustomerGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeCustomerGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpnConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpnGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Site-to-Site VPN: both ends and the connection between them. None of the three has pages. */
final class Ec2Vpn {
    private static final Ec2Query<VpnGateway> GATEWAYS = Ec2Query.by(
                    VpnGateway::vpnGatewayId, VpnGateway::tags, "InvalidVpnGatewayID.NotFound", "vpnGateway ID")
            .filter("vpn-gateway-id", VpnGateway::vpnGatewayId)
            .filter("state", VpnGateway::stateAsString)
            .filter("type", VpnGateway::typeAsString)
            .filter("amazon-side-asn", VpnGateway::amazonSideAsn)
            .filterAny("attachment.vpc-id", g -> g.vpcAttachments().stream().map(a -> a.vpcId()))
            .filterAny("attachment.state", g -> g.vpcAttachments().stream().map(a -> a.stateAsString()));

    private static final Ec2Query<CustomerGateway> CUSTOMERS = Ec2Query.by(
                    CustomerGateway::customerGatewayId,
                    CustomerGateway::tags,
                    "InvalidCustomerGatewayID.NotFound",
                    "customerGateway ID")
            .filter("customer-gateway-id", CustomerGateway::customerGatewayId)
            .filter("state", CustomerGateway::state)
            .filter("type", CustomerGateway::type)
            .filter("ip-address", CustomerGateway::ipAddress)
            .filter("bgp-asn", CustomerGateway::bgpAsn);

    private static final Ec2Query<VpnConnection> CONNECTIONS = Ec2Query.by(
                    VpnConnection::vpnConnectionId,
                    VpnConnection::tags,
                    "InvalidVpnConnectionID.NotFound",
                    "vpnConnection ID")
            .filter("vpn-connection-id", VpnConnection::vpnConnectionId)
            .filter("vpn-gateway-id", VpnConnection::vpnGatewayId)
            .filter("customer-gateway-id", VpnConnection::customerGatewayId)
            .filter("transit-gateway-id", VpnConnection::transitGatewayId)
            .filter("state", VpnConnection::stateAsString)
            .filter("type", VpnConnection::typeAsString)
            .filterAny("route.destination-cidr-block", c -> c.routes().stream().map(r -> r.destinationCidrBlock()))
            .filterAny("option.static-routes-only", c -> Stream.ofNullable(c.options())
                    .map(o -> o.staticRoutesOnly()));

    private Ec2Vpn() {}

    static void register(Operations ec2) {
        ec2.on(
                        "DescribeVpnGateways",
                        DescribeVpnGatewaysRequest.class,
                        DescribeVpnGatewaysResponse.class,
                        Ec2Vpn::gateways)
                .on(
                        "DescribeCustomerGateways",
                        DescribeCustomerGatewaysRequest.class,
                        DescribeCustomerGatewaysResponse.class,
                        Ec2Vpn::customers)
                .on(
                        "DescribeVpnConnections",
                        DescribeVpnConnectionsRequest.class,
                        DescribeVpnConnectionsResponse.class,
                        Ec2Vpn::connections);
    }

    private static DescribeVpnGatewaysResponse gateways(World world, DescribeVpnGatewaysRequest r, Call call) {
        return DescribeVpnGatewaysResponse.builder()
                .vpnGateways(
                        GATEWAYS.page(world.network().vpnGateways().all(), r.vpnGatewayIds(), r.filters(), null, null)
                                .items())
                .build();
    }

    private static DescribeCustomerGatewaysResponse customers(
            World world, DescribeCustomerGatewaysRequest r, Call call) {
        return DescribeCustomerGatewaysResponse.builder()
                .customerGateways(CUSTOMERS
                        .page(world.network().customerGateways().all(), r.customerGatewayIds(), r.filters(), null, null)
                        .items())
                .build();
    }

    private static DescribeVpnConnectionsResponse connections(World world, DescribeVpnConnectionsRequest r, Call call) {
        return DescribeVpnConnectionsResponse.builder()
                .vpnConnections(CONNECTIONS
                        .page(world.network().vpnConnections().all(), r.vpnConnectionIds(), r.filters(), null, null)
                        .items())
                .build();
    }
}
