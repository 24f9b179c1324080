package io.atalaya.deployment.facts;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PeeringEnd;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.TransitGateway;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRoute;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.VpcEndpoint;
import io.atalaya.deployment.VpnGateway;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of what traffic takes: routes, gateways, endpoints and interfaces. */
final class PerimeterFacts {
    private PerimeterFacts() {}

    static List<Fact> of(RouteTable table, DeploymentIndex index) {
        var facts = new FactList(index, Parts.ROUTE_TABLES)
                .yesNo("mainTable", table.main())
                .link("vpc", ResourceType.VPC, table.vpcId())
                .links("subnet", ResourceType.SUBNET, table.subnetIds());
        table.gatewayIds().forEach(id -> facts.id("ingressOf", id));
        table.routes().forEach(route -> facts.mono("route", reads(route)));
        return facts.tags(table.tags()).done();
    }

    static List<Fact> of(InternetGateway gateway, DeploymentIndex index) {
        return new FactList(index, Parts.INTERNET_GATEWAYS)
                .yesNo("egressOnly", gateway.egressOnly())
                .link("vpc", ResourceType.VPC, gateway.vpcId())
                .tags(gateway.tags())
                .done();
    }

    static List<Fact> of(NatGateway gateway, DeploymentIndex index) {
        return new FactList(index, Parts.NAT_GATEWAYS)
                .text("state", gateway.state())
                .words("connectivity", gateway.isPublic() ? "fact.public" : "fact.private")
                .id("publicIp", gateway.publicIp())
                .id("privateIp", gateway.privateIp())
                .link("networkInterface", ResourceType.NETWORK_INTERFACE, gateway.networkInterfaceId())
                .link("subnet", ResourceType.SUBNET, gateway.subnetId())
                .link("vpc", ResourceType.VPC, gateway.vpcId())
                .tags(gateway.tags())
                .done();
    }

    static List<Fact> of(TransitGateway gateway, DeploymentIndex index) {
        return new FactList(index, Parts.TRANSIT_GATEWAYS)
                .text("state", gateway.state())
                .tags(gateway.tags())
                .done();
    }

    static List<Fact> of(TransitGatewayAttachment attachment, DeploymentIndex index) {
        return new FactList(index, Parts.TRANSIT_ATTACHMENTS)
                .text("state", attachment.state())
                .link("transitGateway", ResourceType.TRANSIT_GATEWAY, attachment.transitGatewayId())
                .text("type", attachment.kind())
                .id("attachedTo", attachment.resourceId())
                .link("routeTable", ResourceType.TRANSIT_GATEWAY_ROUTE_TABLE, attachment.routeTableId())
                .tags(attachment.tags())
                .done();
    }

    static List<Fact> of(TransitGatewayRouteTable table, DeploymentIndex index) {
        var facts = new FactList(index, Parts.TRANSIT_ROUTES)
                .link("transitGateway", ResourceType.TRANSIT_GATEWAY, table.transitGatewayId());
        table.routes().forEach(route -> facts.mono("route", reads(route)));
        return facts.tags(table.tags()).done();
    }

    static List<Fact> of(PeeringConnection connection, DeploymentIndex index) {
        return new FactList(index, Parts.PEERINGS)
                .text("status", connection.status())
                .mono("requester", reads(connection.requester()))
                .mono("accepter", reads(connection.accepter()))
                .tags(connection.tags())
                .done();
    }

    static List<Fact> of(VpcEndpoint endpoint, DeploymentIndex index) {
        return new FactList(index, Parts.VPC_ENDPOINTS)
                .text("state", endpoint.state())
                .text("type", endpoint.kind())
                .id("service", endpoint.service())
                .link("vpc", ResourceType.VPC, endpoint.vpcId())
                .links("routeTable", ResourceType.ROUTE_TABLE, endpoint.routeTableIds())
                .links("subnet", ResourceType.SUBNET, endpoint.subnetIds())
                .links("securityGroup", ResourceType.SECURITY_GROUP, endpoint.securityGroupIds())
                .links("networkInterface", ResourceType.NETWORK_INTERFACE, endpoint.networkInterfaceIds())
                .tags(endpoint.tags())
                .done();
    }

    static List<Fact> of(PrefixList list, DeploymentIndex index) {
        var facts = new FactList(index, Parts.PREFIX_LISTS).id("owner", list.ownerId());
        var cidrs = list.cidrs();
        if (cidrs == null) {
            facts.words("cidr", "fact.notRead");
        } else {
            cidrs.forEach(cidr -> facts.id("cidr", cidr));
        }
        return facts.tags(list.tags()).done();
    }

    static List<Fact> of(NetworkInterface card, DeploymentIndex index) {
        var facts = new FactList(index, Parts.NETWORK_INTERFACES)
                .text("status", card.status())
                .text("type", card.kind())
                .text("description", card.description())
                .link("attachedTo", ResourceType.INSTANCE, card.instanceId());
        card.privateIps().forEach(ip -> facts.id("privateIp", ip));
        card.ipv6().forEach(ip -> facts.id("ipv6", ip));
        return facts.id("publicIp", card.publicIp())
                .link("subnet", ResourceType.SUBNET, card.subnetId())
                .text("zone", card.zone())
                .link("vpc", ResourceType.VPC, card.vpcId())
                .links("securityGroup", ResourceType.SECURITY_GROUP, card.securityGroupIds())
                .yesNo("sourceDestCheck", card.sourceDestCheck())
                .id("requestedBy", card.requester())
                .tags(card.tags())
                .done();
    }

    static List<Fact> of(VpnGateway gateway, DeploymentIndex index) {
        return new FactList(index, Parts.VPN_GATEWAYS)
                .text("state", gateway.state())
                .links("vpc", ResourceType.VPC, gateway.vpcIds())
                .tags(gateway.tags())
                .done();
    }

    static List<Fact> of(FlowLog log, DeploymentIndex index) {
        return new FactList(index, Parts.FLOW_LOGS)
                .text("status", log.status())
                .id("recorded", log.resourceId())
                .text("traffic", log.trafficType())
                .text("delivery", log.deliverStatus())
                .id("destination", log.destination())
                .tags(log.tags())
                .done();
    }

    private static String reads(Route route) {
        return Stream.of(
                        to(route.cidr(), route.prefixListId()),
                        route.targetId() == null ? "local" : route.targetId(),
                        route.blackhole() ? "blackhole" : "",
                        route.propagated() ? "propagated" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String reads(TransitGatewayRoute route) {
        return Stream.of(
                        to(route.cidr(), route.prefixListId()),
                        String.join(" ", route.attachmentIds()),
                        route.blackhole() ? "blackhole" : "",
                        route.propagated() ? "propagated" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String to(@Nullable String cidr, @Nullable String prefixListId) {
        return cidr != null ? cidr : prefixListId != null ? prefixListId : "";
    }

    private static String reads(PeeringEnd end) {
        return Stream.concat(Stream.of(end.accountId(), end.region(), end.vpcId()), end.cidrs().stream())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
