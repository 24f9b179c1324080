package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PeeringEnd;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds networks for tests: every part is read and empty until something is added. */
final class World {
    static final List<Part<?>> PERIMETER = List.of(
            Parts.VPCS,
            Parts.SUBNETS,
            Parts.ROUTE_TABLES,
            Parts.NETWORK_ACLS,
            Parts.SECURITY_GROUPS,
            Parts.NETWORK_INTERFACES,
            Parts.INTERNET_GATEWAYS,
            Parts.NAT_GATEWAYS,
            Parts.TRANSIT_GATEWAYS,
            Parts.TRANSIT_ATTACHMENTS,
            Parts.TRANSIT_ROUTES,
            Parts.PEERINGS,
            Parts.VPC_ENDPOINTS,
            Parts.PREFIX_LISTS,
            Parts.VPN_GATEWAYS,
            Parts.VPN_CONNECTIONS,
            Parts.INSTANCES,
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.DATABASES,
            Parts.MOUNT_TARGETS,
            Parts.FILE_SYSTEMS,
            Parts.FLOW_LOGS);

    private final Map<Part<?>, List<Object>> items = new LinkedHashMap<>();

    World() {
        PERIMETER.forEach(each -> items.put(each, new ArrayList<>()));
    }

    <T> World add(Part<T> part, T item) {
        items.computeIfAbsent(part, unused -> new ArrayList<>()).add(item);
        return this;
    }

    @SuppressWarnings("unchecked") // add() pairs the part with its own type
    <T> List<T> list(Part<T> part) {
        return (List<T>) items.getOrDefault(part, List.of());
    }

    List<Subnet> subnetsOf(String vpc) {
        return list(Parts.SUBNETS).stream()
                .filter(each -> each.vpcId().equals(vpc))
                .toList();
    }

    World unread(Part<?> part) {
        items.remove(part);
        return this;
    }

    Deployment deployment() {
        var deployment = Sample.empty();
        for (var part : items.keySet()) {
            deployment = with(deployment, part);
        }
        return deployment;
    }

    private <T> Deployment with(Deployment deployment, Part<T> part) {
        return Sample.with(deployment, part, list(part));
    }

    World vpc(String id, String cidr, String... six) {
        return add(Parts.VPCS, new Vpc(id, id, List.of(cidr), List.of(six), false, Map.of()));
    }

    World subnet(String id, String vpc, String cidr, String... six) {
        return add(Parts.SUBNETS, new Subnet(id, id, vpc, "us-east-1a", cidr, List.of(six), 200, false, Map.of()));
    }

    World main(String id, String vpc, Route... routes) {
        return add(
                Parts.ROUTE_TABLES, new RouteTable(id, id, vpc, true, List.of(), List.of(), List.of(routes), Map.of()));
    }

    World table(String id, String vpc, String subnet, Route... routes) {
        return add(
                Parts.ROUTE_TABLES,
                new RouteTable(id, id, vpc, false, List.of(subnet), List.of(), List.of(routes), Map.of()));
    }

    static Route route(String cidr, RouteVia via, @Nullable String target) {
        return new Route(cidr, null, via, target, false, false);
    }

    World gateway(String id, String vpc) {
        return add(Parts.INTERNET_GATEWAYS, new InternetGateway(id, id, vpc, false, Map.of()));
    }

    World egressOnly(String id, String vpc) {
        return add(Parts.INTERNET_GATEWAYS, new InternetGateway(id, id, vpc, true, Map.of()));
    }

    World nat(String id, String vpc, String subnet) {
        return add(
                Parts.NAT_GATEWAYS,
                new NatGateway(id, id, vpc, subnet, "available", "198.51.100.200", null, null, true, Map.of()));
    }

    World peering(String id, String one, String oneCidr, String other, String otherCidr) {
        return add(
                Parts.PEERINGS,
                new PeeringConnection(
                        id,
                        id,
                        "active",
                        new PeeringEnd("111122223333", "us-east-1", one, List.of(oneCidr)),
                        new PeeringEnd("111122223333", "us-east-1", other, List.of(otherCidr)),
                        Map.of()));
    }

    World acl(String id, String vpc, boolean isDefault, List<String> subnets, AclEntry... entries) {
        return add(Parts.NETWORK_ACLS, new NetworkAcl(id, id, vpc, isDefault, subnets, List.of(entries), Map.of()));
    }

    /** The default ACL of a VPC, as AWS makes it. */
    World openAcl(String vpc) {
        return acl(
                "acl-" + vpc,
                vpc,
                true,
                List.of(),
                all(true, 100, true),
                all(false, 100, true),
                all(true, 32_767, false),
                all(false, 32_767, false),
                six(true, 101),
                six(false, 101));
    }

    private static AclEntry six(boolean egress, int number) {
        return new AclEntry(egress, number, "-1", true, "::/0", null, null);
    }

    static AclEntry all(boolean egress, int number, boolean allow) {
        return new AclEntry(egress, number, "-1", allow, "0.0.0.0/0", null, null);
    }

    static AclEntry tcp(boolean egress, int number, boolean allow, String cidr, int from, int to) {
        return new AclEntry(egress, number, "6", allow, cidr, from, to);
    }

    World group(String id, String vpc, SecurityRule... rules) {
        return add(Parts.SECURITY_GROUPS, new SecurityGroup(id, id, "", vpc, List.of(rules), Map.of()));
    }

    static SecurityRule in(String protocol, int from, int to, String cidr) {
        return new SecurityRule(true, protocol, from, to, cidr, null, null, null);
    }

    static SecurityRule inGroup(String protocol, int from, int to, String group) {
        return new SecurityRule(true, protocol, from, to, null, group, null, null);
    }

    static SecurityRule inList(int port, String list) {
        return new SecurityRule(true, "tcp", port, port, null, null, list, null);
    }

    static SecurityRule out(String protocol, int from, int to, String cidr) {
        return new SecurityRule(false, protocol, from, to, cidr, null, null, null);
    }

    static SecurityRule[] outAll(SecurityRule... more) {
        var all = new ArrayList<>(List.of(more));
        all.add(new SecurityRule(false, "-1", null, null, "0.0.0.0/0", null, null, null));
        all.add(new SecurityRule(false, "-1", null, null, "::/0", null, null, null));
        return all.toArray(SecurityRule[]::new);
    }

    /** An instance that runs, with one interface. */
    World instance(String id, String vpc, String subnet, String ip, @Nullable String outside, String... groups) {
        add(
                Parts.INSTANCES,
                new Instance(
                        id,
                        id,
                        "t3.small",
                        "running",
                        null,
                        "us-east-1a",
                        vpc,
                        subnet,
                        ip,
                        outside,
                        null,
                        null,
                        null,
                        null,
                        List.of(groups),
                        List.of(),
                        Map.of()));
        return nic("eni-" + id, vpc, subnet, List.of(ip), List.of(), outside, id, groups);
    }

    World nic(
            String id,
            String vpc,
            String subnet,
            List<String> ips,
            List<String> six,
            @Nullable String outside,
            @Nullable String instance,
            String... groups) {
        return add(
                Parts.NETWORK_INTERFACES,
                new NetworkInterface(
                        id,
                        id,
                        vpc,
                        subnet,
                        "us-east-1a",
                        "interface",
                        "",
                        "in-use",
                        ips,
                        six,
                        outside,
                        List.of(groups),
                        instance,
                        true,
                        null,
                        Map.of()));
    }

    static End.Of instance(String id) {
        return new End.Of(new ResourceRef(ResourceType.INSTANCE, id));
    }

    static End.Of nic(String id) {
        return new End.Of(new ResourceRef(ResourceType.NETWORK_INTERFACE, id));
    }

    Reachability ask() {
        return Reachability.of(deployment());
    }
}
