package io.atalaya.deployment.reach;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.Vpc;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Look-ups over the network of one snapshot, made once for all questions. For any thread. */
public final class NetworkIndex {
    private record AclKey(String acl, boolean egress, Protocol protocol) {}

    private record GroupKey(List<String> groups, boolean ingress, Protocol protocol) {}

    private final Deployment deployment;
    private final Interfaces interfaces;
    private final Map<Ip, List<Nic>> byAddress = new HashMap<>();
    private final Map<Ip, Nic> byPublic = new HashMap<>();
    private final Map<String, List<Nic>> bySubnet = new HashMap<>();
    private final Map<String, RouteTable> tableOfSubnet = new HashMap<>();
    private final Map<String, RouteTable> mainTable = new HashMap<>();
    private final Map<String, RouteTable> tableOfGateway = new HashMap<>();
    private final Map<String, NetworkAcl> aclOfSubnet = new HashMap<>();
    private final Map<String, NetworkAcl> defaultAcl = new HashMap<>();
    private final Map<String, InternetGateway> gatewayOfVpc = new HashMap<>();
    private final Map<String, VpnGateway> vpnGatewayOfVpc = new HashMap<>();
    private final Map<String, List<VpnConnection>> vpnsOfGateway = new HashMap<>();
    private final Map<String, TransitGatewayAttachment> attachments = new HashMap<>();
    private final Map<String, RouteLookup> lookups = new ConcurrentHashMap<>();
    private final Map<AclKey, AclFilter> acls = new ConcurrentHashMap<>();
    private final Map<GroupKey, GroupFilter> groups = new ConcurrentHashMap<>();
    private final Outside outside;
    private final Endpoints endpoints = new Endpoints(this);

    private NetworkIndex(Deployment deployment) {
        this.deployment = deployment;
        interfaces = new Interfaces(deployment);
        for (var nic : interfaces.all()) {
            nic.addresses().forEach(ip -> byAddress
                    .computeIfAbsent(ip, unused -> new ArrayList<>(1))
                    .add(nic));
            nic.publicOf().values().forEach(ip -> byPublic.put(ip, nic));
            bySubnet.computeIfAbsent(nic.subnetId(), unused -> new ArrayList<>())
                    .add(nic);
        }
        for (var table : deployment.items(Parts.ROUTE_TABLES)) {
            table.subnetIds().forEach(id -> tableOfSubnet.put(id, table));
            table.gatewayIds().forEach(id -> tableOfGateway.put(id, table));
            if (table.main()) {
                mainTable.put(table.vpcId(), table);
            }
        }
        for (var acl : deployment.items(Parts.NETWORK_ACLS)) {
            acl.subnetIds().forEach(id -> aclOfSubnet.put(id, acl));
            if (acl.isDefault()) {
                defaultAcl.put(acl.vpcId(), acl);
            }
        }
        for (var gateway : deployment.items(Parts.INTERNET_GATEWAYS)) {
            if (gateway.vpcId() != null && !gateway.egressOnly()) {
                gatewayOfVpc.put(gateway.vpcId(), gateway);
            }
        }
        for (var gateway : deployment.items(Parts.VPN_GATEWAYS)) {
            gateway.vpcIds().forEach(id -> vpnGatewayOfVpc.put(id, gateway));
        }
        for (var vpn : deployment.items(Parts.VPN_CONNECTIONS)) {
            if (vpn.vpnGatewayId() != null) {
                vpnsOfGateway
                        .computeIfAbsent(vpn.vpnGatewayId(), unused -> new ArrayList<>(1))
                        .add(vpn);
            }
        }
        for (var each : deployment.items(Parts.TRANSIT_ATTACHMENTS)) {
            attachments.put(each.transitGatewayId() + " " + each.resourceId(), each);
        }
        outside = new Outside(deployment);
    }

    public static NetworkIndex of(Deployment deployment) {
        return new NetworkIndex(deployment);
    }

    public Deployment deployment() {
        return deployment;
    }

    Outside outside() {
        return outside;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    List<Nic> nics() {
        return interfaces.all();
    }

    List<Nic> nicsOf(ResourceRef owner) {
        return interfaces.byOwner().getOrDefault(owner, List.of());
    }

    List<Nic> nicsAt(Ip address) {
        return byAddress.getOrDefault(address, List.of());
    }

    List<Nic> nicsIn(String subnetId) {
        return bySubnet.getOrDefault(subnetId, List.of());
    }

    @Nullable
    Nic nicAtPublic(Ip address) {
        return byPublic.get(address);
    }

    /** Whether it is a balancer of which it is not told whether the internet finds it. */
    boolean schemeUntold(ResourceRef owner) {
        var balancer = find(LoadBalancer.class, owner.type(), owner.id());
        return balancer != null && Interfaces.schemeUntold(balancer);
    }

    <T extends Resource> @Nullable T find(Class<T> kind, ResourceType type, @Nullable String id) {
        return deployment.index().find(kind, type, id).orElse(null);
    }

    @Nullable
    Subnet subnet(@Nullable String id) {
        return find(Subnet.class, ResourceType.SUBNET, id);
    }

    @Nullable
    Vpc vpc(@Nullable String id) {
        return find(Vpc.class, ResourceType.VPC, id);
    }

    /** All addresses of a VPC. */
    Addresses blocks(@Nullable String vpcId) {
        var vpc = vpc(vpcId);
        return vpc == null ? Addresses.NONE : Addresses.ofBlocks(vpc.blocks());
    }

    /** The table of a subnet: its own, or the main one of its VPC; null where its own may be among those that were not read. */
    @Nullable
    RouteLookup routes(String subnetId, String vpcId) {
        var own = tableOfSubnet.get(subnetId);
        var table = own == null && read(Parts.ROUTE_TABLES) ? mainTable.get(vpcId) : own;
        return table == null ? null : lookup(table);
    }

    /** The table for what comes in through a gateway; null where there is none, and everything goes where it should. */
    @Nullable
    RouteLookup ingress(String gatewayId) {
        var table = tableOfGateway.get(gatewayId);
        return table == null ? null : lookup(table);
    }

    private RouteLookup lookup(RouteTable table) {
        return lookups.computeIfAbsent(table.id(), unused -> {
            var vpc = vpc(table.vpcId());
            return new RouteLookup(table, vpc == null ? List.of() : vpc.blocks(), this::prefixes, endpoints::service);
        });
    }

    /** The blocks of a prefix list; null where they are not known. */
    @Nullable
    List<String> prefixes(String listId) {
        var list = find(PrefixList.class, ResourceType.PREFIX_LIST, listId);
        return list == null ? null : list.cidrs();
    }

    /** The ACL of a subnet; null where its own may be among those that were not read. */
    @Nullable
    NetworkAcl acl(String subnetId, String vpcId) {
        var own = aclOfSubnet.get(subnetId);
        return own == null && read(Parts.NETWORK_ACLS) ? defaultAcl.get(vpcId) : own;
    }

    AclFilter filter(NetworkAcl acl, boolean egress, Protocol protocol) {
        return acls.computeIfAbsent(
                new AclKey(acl.id(), egress, protocol), key -> new AclFilter(acl, key.egress, key.protocol));
    }

    GroupFilter filter(List<String> groupIds, boolean ingress, Protocol protocol) {
        return groups.computeIfAbsent(
                new GroupKey(groupIds, ingress, protocol),
                key -> new GroupFilter(
                        key.groups,
                        key.ingress,
                        key.protocol,
                        id -> find(SecurityGroup.class, ResourceType.SECURITY_GROUP, id),
                        this::prefixes));
    }

    /** Attached to the VPC and open both ways. */
    @Nullable
    InternetGateway internetGateway(String vpcId) {
        return gatewayOfVpc.get(vpcId);
    }

    @Nullable
    VpnGateway vpnGateway(String vpcId) {
        return vpnGatewayOfVpc.get(vpcId);
    }

    List<VpnConnection> vpns(String vpnGatewayId) {
        return vpnsOfGateway.getOrDefault(vpnGatewayId, List.of());
    }

    /** How a VPC or VPN connection hangs on a transit gateway. */
    @Nullable
    TransitGatewayAttachment attachment(String transitGatewayId, String resourceId) {
        return attachments.get(transitGatewayId + " " + resourceId);
    }

    /** An active connection between these two VPCs. */
    Optional<PeeringConnection> peering(String one, String other) {
        return deployment.items(Parts.PEERINGS).stream()
                .filter(each -> each.status().equals("active") && joins(each, one, other))
                .findFirst();
    }

    static boolean joins(PeeringConnection peering, String one, String other) {
        var requester = peering.requester().vpcId();
        var accepter = peering.accepter().vpcId();
        return (requester.equals(one) && accepter.equals(other)) || (requester.equals(other) && accepter.equals(one));
    }

    /** Whether a part was read to its end, however long ago. */
    boolean read(Part<?> part) {
        return doubt(part) == null;
    }

    /** Why a part is not whole; null where it is. */
    @Nullable
    Doubt doubt(Part<?> part) {
        var observed = deployment.observed(part);
        var listing = observed.value();
        if (listing == null) {
            return new Doubt(Doubt.Kind.NOT_READ, part, observed.problem(), null);
        }
        return listing.complete() ? null : new Doubt(Doubt.Kind.INCOMPLETE, part, observed.problem(), null);
    }
}
