package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.Network;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.Interfaces;
import io.atalaya.sandbox.world.kit.RouteTables;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The VPCs: three zones, three tiers, one way out. */
final class FleetNetwork {
    private final World world;
    private final Network net;
    private final Dice dice;

    FleetNetwork(World world) {
        this.world = world;
        this.net = world.network();
        this.dice = world.dice();
    }

    void furnish(Company company) {
        company.sites().forEach(this::site);
    }

    private void site(Site site) {
        net.vpcs()
                .put(Vpc.builder()
                        .vpcId(site.vpcId())
                        .ownerId(world.account().id())
                        .cidrBlock(site.cidr())
                        .cidrBlockAssociationSet(
                                a -> a.associationId("vpc-cidr-assoc-" + dice.hex("cidr", site.number(), 17))
                                        .cidrBlock(site.cidr())
                                        .cidrBlockState(s -> s.state("associated")))
                        .dhcpOptionsId("dopt-" + dice.hex("dopt", 0, 17))
                        .instanceTenancy("default")
                        .isDefault(false)
                        .state("available")
                        .tags(FleetTags.of(site.name(), site.environment()))
                        .build());
        for (int zone = 0; zone < Site.ZONES.size(); zone++) {
            String base = "10." + site.number() + '.';
            subnet(site, site.publicIds().get(zone), "public", zone, base + zone * 4 + ".0/22", 900);
            subnet(site, site.privateIds().get(zone), "private", zone, base + 32 * (zone + 1) + ".0/19", 6_000);
            subnet(site, site.dataIds().get(zone), "data", zone, base + (16 + zone * 4) + ".0/22", 980);
        }
        String gateway = "igw-" + dice.hex("igw", site.number(), 17);
        net.internetGateways()
                .put(InternetGateway.builder()
                        .internetGatewayId(gateway)
                        .ownerId(world.account().id())
                        .attachments(a -> a.vpcId(site.vpcId()).state("available"))
                        .tags(FleetTags.of(site.name(), site.environment()))
                        .build());
        String nat = nat(site);
        routes(site, "public", site.publicIds(), Route.builder().gatewayId(gateway));
        routes(site, "private", site.privateIds(), Route.builder().natGatewayId(nat));
        routes(site, "data", site.dataIds(), null);
        routes(site, "main", List.of(""), null);
        acl(site);
    }

    private void subnet(Site site, String id, String tier, int zone, String cidr, int free) {
        net.subnets()
                .put(Subnet.builder()
                        .subnetId(id)
                        .subnetArn(world.account().arn("ec2", "subnet/" + id))
                        .vpcId(site.vpcId())
                        .ownerId(world.account().id())
                        .availabilityZone(Site.ZONES.get(zone))
                        .availabilityZoneId("use1-az" + (zone + 1))
                        .cidrBlock(cidr)
                        .availableIpAddressCount(free)
                        .mapPublicIpOnLaunch(tier.equals("public"))
                        .defaultForAz(false)
                        .assignIpv6AddressOnCreation(false)
                        .state("available")
                        .tags(FleetTags.of(site.name() + '-' + tier + '-' + "abc".charAt(zone), site.environment()))
                        .build());
    }

    private String nat(Site site) {
        String id = "nat-" + dice.hex("nat", site.number(), 17);
        String allocation = "eipalloc-" + dice.hex("nat", site.number(), 17);
        String ip = "198.51.100." + site.number();
        net.addresses()
                .put(Address.builder()
                        .allocationId(allocation)
                        .associationId("eipassoc-" + dice.hex("nat", site.number(), 17))
                        .domain("vpc")
                        .publicIp(ip)
                        .publicIpv4Pool("amazon")
                        .networkBorderGroup(world.region())
                        .tags(FleetTags.of(site.name() + "-nat", site.environment()))
                        .build());
        String card = "eni-" + dice.hex("nat-eni", site.number(), 17);
        String inside = "10." + site.number() + ".0.5";
        net.interfaces()
                .put(new Interfaces.Made(
                                world.account().id(),
                                "nat_gateway",
                                "amazon-vpc",
                                "Interface for NAT Gateway " + id,
                                site.vpcId(),
                                site.publicIds().getFirst(),
                                Site.ZONES.getFirst(),
                                List.of())
                        .at(card, inside, ip));
        net.natGateways()
                .put(NatGateway.builder()
                        .natGatewayId(id)
                        .vpcId(site.vpcId())
                        .subnetId(site.publicIds().getFirst())
                        .state("available")
                        .connectivityType("public")
                        .natGatewayAddresses(a -> a.allocationId(allocation)
                                .publicIp(ip)
                                .privateIp(inside)
                                .networkInterfaceId(card)
                                .isPrimary(true)
                                .status("succeeded"))
                        .tags(FleetTags.of(site.name() + "-nat", site.environment()))
                        .build());
        return id;
    }

    private void routes(Site site, String tier, List<String> subnets, Route.@Nullable Builder out) {
        var local = Route.builder()
                .destinationCidrBlock(site.cidr())
                .gatewayId("local")
                .origin("CreateRouteTable")
                .state("active")
                .build();
        String id = "rtb-" + dice.hex("rtb" + tier, site.number(), 17);
        net.routeTables()
                .put(RouteTable.builder()
                        .routeTableId(id)
                        .vpcId(site.vpcId())
                        .ownerId(world.account().id())
                        .routes(
                                out == null
                                        ? List.of(local)
                                        : List.of(
                                                local,
                                                out.destinationCidrBlock("0.0.0.0/0")
                                                        .origin("CreateRoute")
                                                        .state("active")
                                                        .build()))
                        .associations(subnets.stream()
                                .map(s -> RouteTables.association(id, s))
                                .toList())
                        .tags(FleetTags.of(site.name() + '-' + tier, site.environment()))
                        .build());
    }

    private void acl(Site site) {
        net.acls()
                .put(NetworkAcl.builder()
                        .networkAclId("acl-" + dice.hex("acl", site.number(), 17))
                        .vpcId(site.vpcId())
                        .ownerId(world.account().id())
                        .isDefault(true)
                        .entries(
                                entry(100, false, "allow"),
                                entry(100, true, "allow"),
                                entry(32767, false, "deny"),
                                entry(32767, true, "deny"))
                        .associations(Stream.of(site.publicIds(), site.privateIds(), site.dataIds())
                                .flatMap(List::stream)
                                .map(subnet -> NetworkAclAssociation.builder()
                                        .networkAclAssociationId(subnet.replace("subnet-", "aclassoc-"))
                                        .networkAclId("acl-" + dice.hex("acl", site.number(), 17))
                                        .subnetId(subnet)
                                        .build())
                                .toList())
                        .tags(List.of())
                        .build());
    }

    private static NetworkAclEntry entry(int number, boolean egress, String action) {
        return NetworkAclEntry.builder()
                .ruleNumber(number)
                .egress(egress)
                .protocol("-1")
                .cidrBlock("0.0.0.0/0")
                .ruleAction(action)
                .build();
    }
}
