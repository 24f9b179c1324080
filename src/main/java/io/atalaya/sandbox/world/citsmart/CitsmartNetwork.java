package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Network;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.AwsPrefixLists;
import io.atalaya.sandbox.world.kit.RouteTables;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * One VPC over three zones. The document says both that Route 53 brings Internet traffic to CITSmart and that the VPC talks to
 * no other network but on-premises: the balancer alone stands in public subnets, whose gateway lets people in; what runs and
 * what is stored has no way out but the virtual private gateway. No peering, no NAT, no transit gateway.
 */
final class CitsmartNetwork {
    static final String CIDR = "10.64.0.0/16";

    private CitsmartNetwork() {}

    static void furnish(World world) {
        Network net = world.network();
        AwsPrefixLists.furnish(world);
        net.vpcs()
                .put(Vpc.builder()
                        .vpcId(CitsmartIds.VPC)
                        .ownerId(CitsmartIds.ACCOUNT)
                        .cidrBlock(CIDR)
                        .cidrBlockAssociationSet(a -> a.associationId("vpc-cidr-assoc-0c175a7e4d1b90263")
                                .cidrBlock(CIDR)
                                .cidrBlockState(s -> s.state("associated")))
                        .dhcpOptionsId("dopt-0c175a7e4d1b90263")
                        .instanceTenancy("default")
                        .isDefault(false)
                        .state("available")
                        .tags(CitsmartTags.named("citsmart-vpc"))
                        .build());
        for (int zone = 0; zone < CitsmartIds.ZONES.size(); zone++) {
            net.subnets()
                    .putAll(
                            subnet(CitsmartIds.PUBLIC.get(zone), "publica", zone, 0, 249),
                            subnet(CitsmartIds.APP.get(zone), "aplicacao", zone, 10, 248),
                            subnet(CitsmartIds.DATA.get(zone), "dados", zone, 20, 250));
        }
        net.internetGateways()
                .put(InternetGateway.builder()
                        .internetGatewayId(CitsmartIds.IGW)
                        .ownerId(CitsmartIds.ACCOUNT)
                        .attachments(a -> a.vpcId(CitsmartIds.VPC).state("available"))
                        .tags(CitsmartTags.named("citsmart-igw"))
                        .build());
        net.flowLogs()
                .put(FlowLog.builder()
                        .flowLogId(CitsmartIds.FLOW_LOG)
                        .flowLogStatus("ACTIVE")
                        .deliverLogsStatus("SUCCESS")
                        .resourceId(CitsmartIds.VPC)
                        .trafficType("REJECT")
                        .logDestinationType("s3")
                        .logDestination("arn:aws:s3:::citsmart-flow-logs")
                        .maxAggregationInterval(600)
                        .creationTime(world.start().minus(Duration.ofDays(400)))
                        .tags(CitsmartTags.named("citsmart-fluxo"))
                        .build());
        List<Route> inside = List.of(local(), onPremises());
        net.routeTables()
                .putAll(
                        table(CitsmartIds.RTB_MAIN, "rtb-principal", List.of(local()), List.of("")),
                        table(CitsmartIds.RTB_PUBLIC, "rtb-publica", List.of(local(), internet()), CitsmartIds.PUBLIC),
                        table(CitsmartIds.RTB_APP, "rtb-aplicacao", inside, CitsmartIds.APP),
                        table(CitsmartIds.RTB_DATA, "rtb-dados", inside, CitsmartIds.DATA));
    }

    private static Subnet subnet(String id, String tier, int zone, int third, int free) {
        String name = CitsmartIds.ZONES.get(zone);
        return Subnet.builder()
                .subnetId(id)
                .subnetArn("arn:aws:ec2:" + CitsmartIds.REGION + ':' + CitsmartIds.ACCOUNT + ":subnet/" + id)
                .vpcId(CitsmartIds.VPC)
                .ownerId(CitsmartIds.ACCOUNT)
                .availabilityZone(name)
                .availabilityZoneId("sae1-az" + (zone + 1))
                .cidrBlock("10.64." + (third + zone) + ".0/24")
                .availableIpAddressCount(free)
                // Not even the public subnets give addresses away: only the balancer's nodes have some.
                .mapPublicIpOnLaunch(false)
                .defaultForAz(false)
                .assignIpv6AddressOnCreation(false)
                .state("available")
                .tags(CitsmartTags.named(tier + '-' + name.substring(name.length() - 2)))
                .build();
    }

    private static Route local() {
        return route(CIDR, "local", "CreateRouteTable");
    }

    private static Route internet() {
        return route("0.0.0.0/0", CitsmartIds.IGW, "CreateRoute");
    }

    private static Route onPremises() {
        return route(CitsmartVpn.ON_PREMISES, CitsmartIds.VGW, "EnableVgwRoutePropagation");
    }

    private static Route route(String to, String gateway, String origin) {
        return Route.builder()
                .destinationCidrBlock(to)
                .gatewayId(gateway)
                .origin(origin)
                .state("active")
                .build();
    }

    /** @param subnets an empty id stands for the main association */
    private static RouteTable table(String id, String name, List<Route> routes, List<String> subnets) {
        boolean propagates = routes.stream().anyMatch(r -> CitsmartIds.VGW.equals(r.gatewayId()));
        return RouteTable.builder()
                .routeTableId(id)
                .vpcId(CitsmartIds.VPC)
                .ownerId(CitsmartIds.ACCOUNT)
                .routes(routes)
                .propagatingVgws(
                        propagates
                                ? List.of(PropagatingVgw.builder()
                                        .gatewayId(CitsmartIds.VGW)
                                        .build())
                                : List.of())
                .associations(subnets.stream()
                        .map(s -> RouteTables.association(id, s))
                        .toList())
                .tags(CitsmartTags.named(name))
                .build();
    }
}
