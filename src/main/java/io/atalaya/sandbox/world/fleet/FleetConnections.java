package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Network;
import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.AwsPrefixLists;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/**
 * How the sites hang together: production peers with staging, a transit gateway joins production and development, every site has
 * a way to S3, and the first one speaks IPv6 too.
 */
final class FleetConnections {
    private static final String OFFICES = "198.51.100.0/26";

    private final World world;
    private final Network net;
    private final Dice dice;
    private final Names names;

    FleetConnections(World world, Names names) {
        this.world = world;
        this.net = world.network();
        this.dice = world.dice();
        this.names = names;
    }

    void furnish(Company company) {
        AwsPrefixLists.furnish(world);
        offices(company.sites().get(company.sites().size() - 2));
        company.sites().forEach(this::endpoint);
        company.sites().stream()
                .filter(site -> site.environment().equals("prod"))
                .forEach(this::flowLog);
        var production = company.sites().getFirst();
        var development = company.sites().getLast();
        var staging = company.sites().get(company.sites().size() - 2);
        six(production);
        peer(production, staging);
        transit(List.of(production, development));
    }

    /** The group of the balancers of a site lets the offices at a port for tests. */
    private void offices(Site staging) {
        net.prefixLists()
                .put(
                        ManagedPrefixList.builder()
                                .prefixListId(id("pl", "offices", 0))
                                .prefixListName("ceiba-oficinas")
                                .addressFamily("IPv4")
                                .maxEntries(10)
                                .version(3L)
                                .ownerId(world.account().id())
                                .state("modify-complete")
                                .tags(FleetTags.of("ceiba-oficinas", "prod"))
                                .build(),
                        List.of(
                                PrefixListEntry.builder()
                                        .cidr(OFFICES)
                                        .description("oficinas")
                                        .build(),
                                PrefixListEntry.builder()
                                        .cidr("203.0.113.64/28")
                                        .description("soporte")
                                        .build()));
        net.securityGroups().change(names.group(staging, "elb"), group -> group.toBuilder()
                .ipPermissions(Rules.with(
                        group.ipPermissions(),
                        List.of(IpPermission.builder()
                                .ipProtocol("tcp")
                                .fromPort(8443)
                                .toPort(8443)
                                .prefixListIds(p -> p.prefixListId(id("pl", "offices", 0))
                                        .description("pruebas desde las oficinas"))
                                .build())))
                .build());
    }

    private void endpoint(Site site) {
        var endpoint = id("vpce", "s3", site.number());
        var table = table(site, "private");
        net.endpoints()
                .put(VpcEndpoint.builder()
                        .vpcEndpointId(endpoint)
                        .vpcEndpointType("Gateway")
                        .vpcId(site.vpcId())
                        .serviceName("com.amazonaws." + world.region() + ".s3")
                        .state("available")
                        .routeTableIds(table)
                        .privateDnsEnabled(false)
                        .requesterManaged(false)
                        .ownerId(world.account().id())
                        .tags(FleetTags.of(site.name() + "-s3", site.environment()))
                        .build());
        route(table, Route.builder().destinationPrefixListId(AwsPrefixLists.S3).gatewayId(endpoint));
    }

    private void flowLog(Site site) {
        net.flowLogs()
                .put(FlowLog.builder()
                        .flowLogId(id("fl", "flow", site.number()))
                        .flowLogStatus("ACTIVE")
                        .deliverLogsStatus("SUCCESS")
                        .resourceId(site.vpcId())
                        .trafficType("ALL")
                        .logDestinationType("s3")
                        .logDestination("arn:aws:s3:::ceiba-flow-logs")
                        .maxAggregationInterval(600)
                        .creationTime(world.start().minus(Duration.ofDays(300)))
                        .tags(FleetTags.of(site.name() + "-flow", site.environment()))
                        .build());
    }

    private void six(Site site) {
        String block = "2001:db8:" + Integer.toHexString(site.number()) + "00::/56";
        net.vpcs().change(site.vpcId(), vpc -> vpc.toBuilder()
                .ipv6CidrBlockAssociationSet(VpcIpv6CidrBlockAssociation.builder()
                        .associationId(id("vpc-cidr-assoc", "six", site.number()))
                        .ipv6CidrBlock(block)
                        .ipv6CidrBlockState(s -> s.state("associated"))
                        .build())
                .build());
        for (int zone = 0; zone < Site.ZONES.size(); zone++) {
            int subnet = zone + 1;
            net.subnets().change(site.privateIds().get(zone), s -> s.toBuilder()
                    .ipv6CidrBlockAssociationSet(SubnetIpv6CidrBlockAssociation.builder()
                            .associationId(id("subnet-cidr-assoc", "six", site.number() * 8L + subnet))
                            .ipv6CidrBlock(block.replace("00::/56", "0" + subnet + "::/64"))
                            .ipv6CidrBlockState(x -> x.state("associated"))
                            .build())
                    .build());
        }
        String gateway = id("eigw", "eigw", site.number());
        net.egressOnlyGateways()
                .put(EgressOnlyInternetGateway.builder()
                        .egressOnlyInternetGatewayId(gateway)
                        .attachments(a -> a.vpcId(site.vpcId()).state("attached"))
                        .tags(FleetTags.of(site.name() + "-eigw", site.environment()))
                        .build());
        for (var tier : List.of("public", "private", "data", "main")) {
            route(
                    table(site, tier),
                    Route.builder().destinationIpv6CidrBlock(block).gatewayId("local"));
        }
        route(
                table(site, "private"),
                Route.builder().destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(gateway));
    }

    private void peer(Site one, Site other) {
        String connection = id("pcx", "peer", one.number());
        net.peerings()
                .put(VpcPeeringConnection.builder()
                        .vpcPeeringConnectionId(connection)
                        .status(s -> s.code("active").message("Active"))
                        .requesterVpcInfo(i -> i.vpcId(one.vpcId())
                                .ownerId(world.account().id())
                                .region(world.region())
                                .cidrBlock(one.cidr())
                                .cidrBlockSet(b -> b.cidrBlock(one.cidr())))
                        .accepterVpcInfo(i -> i.vpcId(other.vpcId())
                                .ownerId(world.account().id())
                                .region(world.region())
                                .cidrBlock(other.cidr())
                                .cidrBlockSet(b -> b.cidrBlock(other.cidr())))
                        .tags(FleetTags.of(one.name() + '-' + other.name(), one.environment()))
                        .build());
        route(table(one, "private"), to(other).vpcPeeringConnectionId(connection));
        route(table(other, "private"), to(one).vpcPeeringConnectionId(connection));
    }

    private void transit(List<Site> sites) {
        String gateway = id("tgw", "tgw", 0);
        String routes = id("tgw-rtb", "tgw-rtb", 0);
        var owner = world.account().id();
        net.transit()
                .gateways()
                .put(TransitGateway.builder()
                        .transitGatewayId(gateway)
                        .transitGatewayArn(world.account().arn("ec2", "transit-gateway/" + gateway))
                        .state("available")
                        .ownerId(owner)
                        .description("")
                        .tags(FleetTags.of("ceiba-tgw", "prod"))
                        .build());
        net.transit()
                .routeTables()
                .put(TransitGatewayRouteTable.builder()
                        .transitGatewayRouteTableId(routes)
                        .transitGatewayId(gateway)
                        .state("available")
                        .defaultAssociationRouteTable(true)
                        .defaultPropagationRouteTable(true)
                        .tags(FleetTags.of("ceiba-tgw-rtb", "prod"))
                        .build());
        var propagated = new ArrayList<TransitGatewayRoute>();
        for (Site site : sites) {
            String attachment = id("tgw-attach", "attach", site.number());
            net.transit()
                    .attachments()
                    .put(TransitGatewayAttachment.builder()
                            .transitGatewayAttachmentId(attachment)
                            .transitGatewayId(gateway)
                            .transitGatewayOwnerId(owner)
                            .resourceOwnerId(owner)
                            .resourceType("vpc")
                            .resourceId(site.vpcId())
                            .state("available")
                            .association(
                                    a -> a.transitGatewayRouteTableId(routes).state("associated"))
                            .tags(FleetTags.of(site.name(), site.environment()))
                            .build());
            propagated.add(TransitGatewayRoute.builder()
                    .destinationCidrBlock(site.cidr())
                    .type("propagated")
                    .state("active")
                    .transitGatewayAttachments(a -> a.transitGatewayAttachmentId(attachment)
                            .resourceId(site.vpcId())
                            .resourceType("vpc"))
                    .build());
            sites.stream()
                    .filter(other -> !other.equals(site))
                    .forEach(other -> route(table(site, "private"), to(other).transitGatewayId(gateway)));
        }
        net.transit().routes(routes, propagated);
    }

    private static Route.Builder to(Site site) {
        return Route.builder().destinationCidrBlock(site.cidr());
    }

    private String table(Site site, String tier) {
        return "rtb-" + dice.hex("rtb" + tier, site.number(), 17);
    }

    private String id(String prefix, String name, long number) {
        return prefix + '-' + dice.hex(prefix + name, number, 17);
    }

    private void route(String table, Route.Builder route) {
        net.routeTables().change(table, old -> {
            var all = new ArrayList<>(old.routes());
            all.add(route.origin("CreateRoute").state("active").build());
            return old.toBuilder().routes(all).build();
        });
    }
}
