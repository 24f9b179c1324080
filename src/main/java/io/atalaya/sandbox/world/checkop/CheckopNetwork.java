package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Network;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.AwsPrefixLists;
import io.atalaya.sandbox.world.kit.RouteTables;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** One VPC, a public and a data subnet in each of two zones, and the way out. */
final class CheckopNetwork {
    private CheckopNetwork() {}

    static void furnish(World world) {
        Network net = world.network();
        AwsPrefixLists.furnish(world);
        net.vpcs()
                .put(Vpc.builder()
                        .vpcId(Ids.VPC)
                        .ownerId(Ids.ACCOUNT)
                        .cidrBlock("10.20.0.0/16")
                        .cidrBlockAssociationSet(a -> a.associationId("vpc-cidr-assoc-0c1e3a5b7d9f24680")
                                .cidrBlock("10.20.0.0/16")
                                .cidrBlockState(s -> s.state("associated")))
                        .dhcpOptionsId("dopt-0a1b2c3d4e5f60718")
                        .instanceTenancy("default")
                        .isDefault(false)
                        .state("available")
                        .tags(Tags.named("chop-vpc"))
                        .build());
        net.subnets()
                .putAll(
                        subnet(Ids.PUBLIC_1A, "public-1a", Ids.ZONE_A, "10.20.0.0/24", true, 247),
                        subnet(Ids.PUBLIC_1D, "public-1d", Ids.ZONE_D, "10.20.1.0/24", true, 249),
                        subnet(Ids.DATA_1A, "data-1a", Ids.ZONE_A, "10.20.10.0/24", false, 249),
                        subnet(Ids.DATA_1D, "data-1d", Ids.ZONE_D, "10.20.11.0/24", false, 250));
        net.internetGateways()
                .put(InternetGateway.builder()
                        .internetGatewayId(Ids.IGW)
                        .ownerId(Ids.ACCOUNT)
                        .attachments(a -> a.vpcId(Ids.VPC).state("available"))
                        .tags(Tags.named("chop-igw"))
                        .build());
        net.routeTables()
                .putAll(
                        routes(Ids.RTB_MAIN, "rtb-main", List.of(local()), true),
                        routes(
                                Ids.RTB_PUBLIC,
                                "rtb-public",
                                List.of(local(), internet()),
                                false,
                                Ids.PUBLIC_1A,
                                Ids.PUBLIC_1D),
                        routes(Ids.RTB_DATA, "rtb-data", List.of(local()), false, Ids.DATA_1A, Ids.DATA_1D));
    }

    private static Subnet subnet(String id, String name, String zone, String cidr, boolean open, int free) {
        return Subnet.builder()
                .subnetId(id)
                .subnetArn("arn:aws:ec2:" + Ids.REGION + ':' + Ids.ACCOUNT + ":subnet/" + id)
                .vpcId(Ids.VPC)
                .ownerId(Ids.ACCOUNT)
                .availabilityZone(zone)
                .availabilityZoneId(zone.equals(Ids.ZONE_A) ? "use1-az1" : "use1-az4")
                .cidrBlock(cidr)
                .availableIpAddressCount(free)
                .mapPublicIpOnLaunch(open)
                .defaultForAz(false)
                .assignIpv6AddressOnCreation(false)
                .state("available")
                .tags(Tags.named(name))
                .build();
    }

    private static Route local() {
        return Route.builder()
                .destinationCidrBlock("10.20.0.0/16")
                .gatewayId("local")
                .origin("CreateRouteTable")
                .state("active")
                .build();
    }

    private static Route internet() {
        return Route.builder()
                .destinationCidrBlock("0.0.0.0/0")
                .gatewayId(Ids.IGW)
                .origin("CreateRoute")
                .state("active")
                .build();
    }

    private static RouteTable routes(String id, String name, List<Route> routes, boolean main, String... subnets) {
        Stream<String> attached = main ? Stream.of("") : Stream.of(subnets);
        return RouteTable.builder()
                .routeTableId(id)
                .vpcId(Ids.VPC)
                .ownerId(Ids.ACCOUNT)
                .routes(routes)
                .associations(attached.map(s -> RouteTables.association(id, s)).toList())
                .tags(Tags.named(name))
                .build();
    }
}
