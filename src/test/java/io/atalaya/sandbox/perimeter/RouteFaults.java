package io.atalaya.sandbox.perimeter;

import io.atalaya.sandbox.world.Network;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Ids;
import io.atalaya.sandbox.world.kit.RouteTables;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** Routes that lead elsewhere or nowhere, within the VPC, out of it and to another one. */
final class RouteFaults {
    private static final String OTHER_VPC = "vpc-0fafafafafafafafa";
    private static final String OTHER_SUBNET = "subnet-0fafafafafafafafa";
    private static final String OTHER_TABLE = "rtb-0fafafafafafafafa";
    private static final String PEERING = "pcx-0fafafafafafafafa";
    private static final String NAT = "nat-0fafafafafafafafa";
    private static final String OTHER_BLOCK = "10.99.0.0/16";
    private static final String THERE = "10.99.0.10";

    private RouteFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.timeout(
                        "route-to-a-firewall-that-is-gone",
                        "public-1d has a route to 10.20.0.0/24 by an interface that is gone, more specific than local",
                        w -> ofItsOwn(
                                w,
                                local("10.20.0.0/16"),
                                Route.builder()
                                        .destinationCidrBlock("10.20.0.0/24")
                                        .networkInterfaceId("eni-0fafafafafafafafa")
                                        .origin("CreateRoute")
                                        .state("blackhole")
                                        .build())),
                Fault.unhealthy(
                        "route-to-a-nat-that-is-gone",
                        "public-1d goes out by a NAT gateway that was deleted: the application reaches nobody and says 503",
                        "Target.ResponseCodeMismatch",
                        RouteFaults::natGone),
                other(
                        "target-in-another-vpc-without-a-route",
                        "the target is in a VPC that is peered with, and no route leads there",
                        w -> beyond(w, "active", false, true)),
                other(
                        "peering-without-a-route-back",
                        "the other VPC has no route back",
                        w -> beyond(w, "active", true, false)),
                other(
                        "peering-not-accepted",
                        "the peering connection was never accepted",
                        w -> beyond(w, "pending-acceptance", true, true)));
    }

    private static Fault other(String name, String wrong, java.util.function.Consumer<World> strike) {
        return Fault.timeout(name, wrong, strike).of(RegistrationFaults.ADDRESSES, THERE);
    }

    private static Route local(String block) {
        return Route.builder()
                .destinationCidrBlock(block)
                .gatewayId("local")
                .origin("CreateRouteTable")
                .state("active")
                .build();
    }

    /** A route table for public-1d alone. */
    private static void ofItsOwn(World world, Route... routes) {
        Network net = world.network();
        net.routeTables().change(Ids.RTB_PUBLIC, t -> t.toBuilder()
                .associations(t.associations().stream()
                        .filter(a -> !Ids.PUBLIC_1D.equals(a.subnetId()))
                        .toList())
                .build());
        net.routeTables().put(table("rtb-0bad0bad0bad0bad0", Ids.VPC, Ids.PUBLIC_1D, List.of(routes)));
        net.changed();
    }

    private static RouteTable table(String id, String vpc, String subnet, List<Route> routes) {
        return RouteTable.builder()
                .routeTableId(id)
                .vpcId(vpc)
                .ownerId(Ids.ACCOUNT)
                .routes(routes)
                .associations(RouteTables.association(id, subnet))
                .tags(List.of())
                .build();
    }

    private static void natGone(World world) {
        world.network()
                .natGateways()
                .put(NatGateway.builder()
                        .natGatewayId(NAT)
                        .vpcId(Ids.VPC)
                        .subnetId(Ids.PUBLIC_1A)
                        .state("deleted")
                        .connectivityType("public")
                        .natGatewayAddresses(List.of())
                        .tags(List.of())
                        .build());
        ofItsOwn(
                world,
                local("10.20.0.0/16"),
                Route.builder()
                        .destinationCidrBlock("0.0.0.0/0")
                        .natGatewayId(NAT)
                        .origin("CreateRoute")
                        .state("blackhole")
                        .build());
        CheckFaults.says(world, 503);
    }

    /** Another VPC with one machine in it, and what leads there and back. */
    private static void beyond(World world, String status, boolean there, boolean back) {
        Network net = world.network();
        net.vpcs()
                .put(Vpc.builder()
                        .vpcId(OTHER_VPC)
                        .ownerId(Ids.ACCOUNT)
                        .cidrBlock(OTHER_BLOCK)
                        .state("available")
                        .isDefault(false)
                        .tags(List.of())
                        .build());
        net.subnets()
                .put(Subnet.builder()
                        .subnetId(OTHER_SUBNET)
                        .vpcId(OTHER_VPC)
                        .ownerId(Ids.ACCOUNT)
                        .availabilityZone(Ids.ZONE_A)
                        .cidrBlock("10.99.0.0/24")
                        .availableIpAddressCount(250)
                        .mapPublicIpOnLaunch(false)
                        .state("available")
                        .tags(List.of())
                        .build());
        String state = status.equals("active") ? "active" : "blackhole";
        var home = new ArrayList<>(List.of(local(OTHER_BLOCK)));
        if (back) {
            home.add(peered("10.20.0.0/16", state));
        }
        net.routeTables().put(table(OTHER_TABLE, OTHER_VPC, OTHER_SUBNET, home));
        if (there) {
            net.routeTables().change(Ids.RTB_PUBLIC, t -> {
                var routes = new ArrayList<>(t.routes());
                routes.add(peered(OTHER_BLOCK, state));
                return t.toBuilder().routes(routes).build();
            });
        }
        net.peerings()
                .put(VpcPeeringConnection.builder()
                        .vpcPeeringConnectionId(PEERING)
                        .status(s -> s.code(status).message(status))
                        .requesterVpcInfo(i -> i.vpcId(Ids.VPC)
                                .ownerId(Ids.ACCOUNT)
                                .region(Ids.REGION)
                                .cidrBlock("10.20.0.0/16"))
                        .accepterVpcInfo(i -> i.vpcId(OTHER_VPC)
                                .ownerId(Ids.ACCOUNT)
                                .region(Ids.REGION)
                                .cidrBlock(OTHER_BLOCK))
                        .tags(List.of())
                        .build());
        net.interfaces()
                .put(NetworkInterface.builder()
                        .networkInterfaceId("eni-0dadadadadadadada")
                        .interfaceType("interface")
                        .description("")
                        .ownerId(Ids.ACCOUNT)
                        .status("in-use")
                        .sourceDestCheck(true)
                        .vpcId(OTHER_VPC)
                        .subnetId(OTHER_SUBNET)
                        .availabilityZone(Ids.ZONE_A)
                        .privateIpAddress(THERE)
                        .privateIpAddresses(p -> p.primary(true).privateIpAddress(THERE))
                        .groups(g -> g.groupId("sg-0fafafafafafafafa").groupName("beyond"))
                        .build());
        net.securityGroups()
                .put(net.securityGroups().get(Ids.SG_APP).toBuilder()
                        .groupId("sg-0fafafafafafafafa")
                        .groupName("beyond")
                        .description("lets the balancer's network in")
                        .vpcId(OTHER_VPC)
                        .ipPermissions(GroupFaults.tcp(8080)
                                .ipRanges(r -> r.cidrIp("10.20.0.0/16"))
                                .build())
                        .build());
        net.changed();
        RegistrationFaults.addresses(world, THERE);
    }

    private static Route peered(String block, String state) {
        return Route.builder()
                .destinationCidrBlock(block)
                .vpcPeeringConnectionId(PEERING)
                .origin("CreateRoute")
                .state(state)
                .build();
    }
}
