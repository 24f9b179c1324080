package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** VPCs, subnets, routes and gateways. */
final class Ec2Networks {
    static final Ec2Query<Vpc> VPCS = Ec2Query.by(Vpc::vpcId, Vpc::tags, "InvalidVpcID.NotFound", "vpc ID")
            .filter("vpc-id", Vpc::vpcId)
            .filter("cidr", Vpc::cidrBlock)
            .filter("cidr-block-association.cidr-block", Vpc::cidrBlock)
            .filter("state", Vpc::stateAsString)
            .filter("is-default", Vpc::isDefault)
            .filter("owner-id", Vpc::ownerId);

    static final Ec2Query<Subnet> SUBNETS = Ec2Query.by(
                    Subnet::subnetId, Subnet::tags, "InvalidSubnetID.NotFound", "subnet ID")
            .filter("subnet-id", Subnet::subnetId)
            .filter("vpc-id", Subnet::vpcId)
            .filter("cidr-block", Subnet::cidrBlock)
            .filter("state", Subnet::stateAsString)
            .filter("availability-zone", Subnet::availabilityZone)
            .filter("map-public-ip-on-launch", Subnet::mapPublicIpOnLaunch)
            .filter("default-for-az", Subnet::defaultForAz);

    static final Ec2Query<RouteTable> ROUTE_TABLES = Ec2Query.by(
                    RouteTable::routeTableId, RouteTable::tags, "InvalidRouteTableID.NotFound", "routeTable ID")
            .filter("route-table-id", RouteTable::routeTableId)
            .filter("vpc-id", RouteTable::vpcId)
            .filterAny("association.subnet-id", t -> t.associations().stream().map(a -> a.subnetId()))
            .filterAny("association.main", t -> t.associations().stream().map(a -> a.main()))
            .filterAny("route.destination-cidr-block", t -> t.routes().stream().map(r -> r.destinationCidrBlock()))
            .filterAny("route.gateway-id", t -> t.routes().stream().map(r -> r.gatewayId()));

    static final Ec2Query<InternetGateway> INTERNET_GATEWAYS = Ec2Query.by(
                    InternetGateway::internetGatewayId,
                    InternetGateway::tags,
                    "InvalidInternetGatewayID.NotFound",
                    "internetGateway ID")
            .filter("internet-gateway-id", InternetGateway::internetGatewayId)
            .filterAny("attachment.vpc-id", g -> g.attachments().stream().map(a -> a.vpcId()))
            .filterAny("attachment.state", g -> g.attachments().stream().map(a -> a.stateAsString()));

    static final Ec2Query<NatGateway> NAT_GATEWAYS = Ec2Query.by(
                    NatGateway::natGatewayId, NatGateway::tags, "NatGatewayNotFound", "Nat Gateway")
            .filter("nat-gateway-id", NatGateway::natGatewayId)
            .filter("vpc-id", NatGateway::vpcId)
            .filter("subnet-id", NatGateway::subnetId)
            .filter("state", NatGateway::stateAsString);

    private Ec2Networks() {}

    static void register(Operations ec2) {
        ec2.on("DescribeVpcs", DescribeVpcsRequest.class, DescribeVpcsResponse.class, Ec2Networks::vpcs)
                .on(
                        "DescribeSubnets",
                        DescribeSubnetsRequest.class,
                        DescribeSubnetsResponse.class,
                        Ec2Networks::subnets)
                .on(
                        "DescribeRouteTables",
                        DescribeRouteTablesRequest.class,
                        DescribeRouteTablesResponse.class,
                        Ec2Networks::routeTables)
                .on(
                        "DescribeInternetGateways",
                        DescribeInternetGatewaysRequest.class,
                        DescribeInternetGatewaysResponse.class,
                        Ec2Networks::internetGateways)
                .on(
                        "DescribeNatGateways",
                        DescribeNatGatewaysRequest.class,
                        DescribeNatGatewaysResponse.class,
                        Ec2Networks::natGateways);
    }

    private static DescribeVpcsResponse vpcs(World world, DescribeVpcsRequest r, Call call) {
        Page<Vpc> page =
                VPCS.page(world.network().vpcs().all(), r.vpcIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeVpcsResponse.builder()
                .vpcs(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeSubnetsResponse subnets(World world, DescribeSubnetsRequest r, Call call) {
        Page<Subnet> page = SUBNETS.page(
                world.network().subnets().all(), r.subnetIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeSubnetsResponse.builder()
                .subnets(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeRouteTablesResponse routeTables(World world, DescribeRouteTablesRequest r, Call call) {
        Page<RouteTable> page = ROUTE_TABLES.page(
                world.network().routeTables().all(), r.routeTableIds(), r.filters(), r.maxResults(), r.nextToken());
        return DescribeRouteTablesResponse.builder()
                .routeTables(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeInternetGatewaysResponse internetGateways(
            World world, DescribeInternetGatewaysRequest r, Call call) {
        Page<InternetGateway> page = INTERNET_GATEWAYS.page(
                world.network().internetGateways().all(),
                r.internetGatewayIds(),
                r.filters(),
                r.maxResults(),
                r.nextToken());
        return DescribeInternetGatewaysResponse.builder()
                .internetGateways(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeNatGatewaysResponse natGateways(World world, DescribeNatGatewaysRequest r, Call call) {
        Page<NatGateway> page = NAT_GATEWAYS.page(
                world.network().natGateways().all(), r.natGatewayIds(), r.filter(), r.maxResults(), r.nextToken());
        return DescribeNatGatewaysResponse.builder()
                .natGateways(page.items())
                .nextToken(page.token())
                .build();
    }
}
