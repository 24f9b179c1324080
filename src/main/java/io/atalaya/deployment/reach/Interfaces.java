package io.atalaya.deployment.reach;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Ip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a deployment with their owners. EC2 says of which instance an interface is; of balancers, databases and mount
 * targets only the description tells, in the words of the service that made it.
 */
final class Interfaces {
    private static final Set<String> WITHOUT_GROUPS = Set.of(
            "nat_gateway",
            "network_load_balancer",
            "transit_gateway",
            "gateway_load_balancer",
            "gateway_load_balancer_endpoint");

    private final Deployment deployment;
    private final Map<String, List<ElasticIp>> elastic = new HashMap<>();
    private final Map<String, ResourceRef> owners = new HashMap<>();
    private final List<Nic> all = new ArrayList<>();
    private final Map<ResourceRef, List<Nic>> byOwner = new HashMap<>();

    Interfaces(Deployment deployment) {
        this.deployment = deployment;
        for (var each : deployment.items(Parts.ELASTIC_IPS)) {
            if (each.networkInterfaceId() != null) {
                elastic.computeIfAbsent(each.networkInterfaceId(), unused -> new ArrayList<>(1))
                        .add(each);
            }
        }
        for (var each : deployment.items(Parts.NAT_GATEWAYS)) {
            if (each.networkInterfaceId() != null) {
                owners.put(each.networkInterfaceId(), each.ref());
            }
        }
        for (var each : deployment.items(Parts.VPC_ENDPOINTS)) {
            each.networkInterfaceIds().forEach(id -> owners.put(id, each.ref()));
        }
        read();
        addInstances();
        addMountTargets();
        addBalancers();
        addDatabases();
    }

    List<Nic> all() {
        return all;
    }

    Map<ResourceRef, List<Nic>> byOwner() {
        return byOwner;
    }

    private void read() {
        var mounts = new HashMap<String, MountTarget>();
        deployment.items(Parts.MOUNT_TARGETS).stream()
                .filter(each -> each.ip() != null)
                .forEach(each -> mounts.put(each.subnetId() + " " + each.ip(), each));
        for (var each : deployment.items(Parts.NETWORK_INTERFACES)) {
            add(nic(each, owner(each, mounts)));
        }
    }

    private ResourceRef owner(NetworkInterface each, Map<String, MountTarget> mounts) {
        if (each.instanceId() != null) {
            return new ResourceRef(ResourceType.INSTANCE, each.instanceId());
        }
        var known = owners.get(each.id());
        if (known != null) {
            return known;
        }
        var description = each.description();
        if (description.startsWith("ELB ")) {
            var name = description.substring(4);
            var balancer = deployment.index().byArnTail(name);
            if (balancer.isPresent()) {
                return balancer.get();
            }
            var classic = new ResourceRef(ResourceType.LOAD_BALANCER, name);
            return deployment.index().find(classic).isPresent() ? classic : each.ref();
        }
        for (var ip : each.privateIps()) {
            var mount = mounts.get(each.subnetId() + " " + ip);
            if (mount != null) {
                return mount.ref();
            }
        }
        return each.ref();
    }

    private Nic nic(NetworkInterface each, ResourceRef owner) {
        var addresses = new ArrayList<Ip>();
        each.privateIps().forEach(ip -> Ip.parse(ip).ifPresent(addresses::add));
        var publicOf = new HashMap<Ip, Ip>();
        each.publicIps().forEach((inside, outside) -> Ip.parse(inside)
                .filter(addresses::contains)
                .ifPresent(mine -> Ip.parse(outside).ifPresent(ip -> publicOf.put(mine, ip))));
        for (var one : elastic.getOrDefault(each.id(), List.of())) {
            if (one.privateIp() != null) {
                Ip.parse(one.privateIp()).filter(addresses::contains).ifPresent(inside -> Ip.parse(one.publicIp())
                        .ifPresent(ip -> publicOf.put(inside, ip)));
            }
        }
        each.ipv6().forEach(ip -> Ip.parse(ip).ifPresent(addresses::add));
        var groups = each.securityGroupIds().isEmpty() && !WITHOUT_GROUPS.contains(each.kind())
                ? null
                : each.securityGroupIds();
        return new Nic(
                owner,
                each.id(),
                each.vpcId(),
                each.subnetId(),
                addresses,
                publicOf,
                false,
                groups,
                each.sourceDestCheck(),
                false);
    }

    private void add(Nic nic) {
        all.add(nic);
        byOwner.computeIfAbsent(nic.owner(), unused -> new ArrayList<>(2)).add(nic);
    }

    private void addInstances() {
        for (var each : deployment.items(Parts.INSTANCES)) {
            if (byOwner.containsKey(each.ref())
                    || each.vpcId() == null
                    || each.subnetId() == null
                    || gone(each.state())) {
                continue;
            }
            var inside =
                    each.privateIp() == null ? null : Ip.parse(each.privateIp()).orElse(null);
            var outside =
                    each.publicIp() == null ? null : Ip.parse(each.publicIp()).orElse(null);
            add(new Nic(
                    each.ref(),
                    null,
                    each.vpcId(),
                    each.subnetId(),
                    inside == null ? List.of() : List.of(inside),
                    inside == null || outside == null ? Map.of() : Map.of(inside, outside),
                    inside == null && outside != null,
                    each.securityGroupIds().isEmpty() ? null : each.securityGroupIds(),
                    true,
                    false));
        }
    }

    private static boolean gone(String state) {
        return state.equals("terminated") || state.equals("shutting-down");
    }

    private void addMountTargets() {
        for (var each : deployment.items(Parts.MOUNT_TARGETS)) {
            var vpc = each.vpcId() != null ? each.vpcId() : vpcOf(each.subnetId());
            if (byOwner.containsKey(each.ref()) || vpc == null) {
                continue;
            }
            var ip = each.ip() == null ? null : Ip.parse(each.ip()).orElse(null);
            add(new Nic(
                    each.ref(),
                    null,
                    vpc,
                    each.subnetId(),
                    ip == null ? List.of() : List.of(ip),
                    Map.of(),
                    false,
                    // EFS names a mount target's groups in a call of their own
                    each.securityGroupIds().isEmpty() ? null : each.securityGroupIds(),
                    true,
                    false));
        }
    }

    private void addBalancers() {
        for (var each : deployment.items(Parts.LOAD_BALANCERS)) {
            if (byOwner.containsKey(each.ref()) || each.vpcId() == null) {
                continue;
            }
            // where the scheme is not told there may be a public address: the walk says so
            var outside = each.scheme().equals("internet-facing") || schemeUntold(each);
            for (var zone : each.zones()) {
                if (zone.subnetId() != null) {
                    add(new Nic(
                            each.ref(),
                            null,
                            each.vpcId(),
                            zone.subnetId(),
                            List.of(),
                            Map.of(),
                            outside,
                            groups(each),
                            true,
                            false));
                }
            }
        }
    }

    /** AWS tells the scheme of every balancer but those of gateways; an endpoint that takes after it may not. */
    static boolean schemeUntold(LoadBalancer balancer) {
        return balancer.scheme().isEmpty() && balancer.balancerType() != LoadBalancerType.GATEWAY;
    }

    private static @Nullable List<String> groups(LoadBalancer balancer) {
        var none = balancer.securityGroupIds().isEmpty();
        return none && balancer.balancerType() != LoadBalancerType.NETWORK ? null : balancer.securityGroupIds();
    }

    /** RDS's interfaces all have the same description: groups, subnets and zone tell whose one is, if one database has them. */
    private void addDatabases() {
        var free = all.stream()
                .filter(each -> each.owner().type() == ResourceType.NETWORK_INTERFACE)
                .filter(each -> isRds(each.owner().id()))
                .toList();
        for (var each : deployment.items(Parts.DATABASES)) {
            var fitting = free.stream().filter(nic -> fits(nic, each)).toList();
            var inZone = fitting.stream()
                    .filter(nic -> each.zone() != null && each.zone().equals(zoneOf(nic.subnetId())))
                    .toList();
            var mine = inZone.isEmpty() ? fitting : inZone;
            if (mine.size() == 1 && twins(each) == 0) {
                replace(mine.getFirst(), mine.getFirst().of(each.ref()));
            } else if (!mine.isEmpty()) {
                byOwner.put(
                        each.ref(),
                        mine.stream().map(nic -> nic.of(each.ref()).perhaps()).toList());
            } else {
                byOwner.put(each.ref(), standing(each));
            }
        }
    }

    private void replace(Nic old, Nic now) {
        all.set(all.indexOf(old), now);
        byOwner.remove(old.owner());
        byOwner.put(now.owner(), List.of(now));
    }

    private final Map<String, NetworkInterface> rds = new HashMap<>();

    private boolean isRds(String id) {
        if (rds.isEmpty()) {
            deployment.items(Parts.NETWORK_INTERFACES).stream()
                    .filter(each -> each.description().startsWith("RDS") || "amazon-rds".equals(each.requester()))
                    .forEach(each -> rds.put(each.id(), each));
        }
        return rds.containsKey(id);
    }

    private static boolean fits(Nic nic, Database database) {
        return nic.vpcId().equals(database.vpcId())
                && database.subnetIds().contains(nic.subnetId())
                && nic.groups() != null
                && new HashSet<>(nic.groups()).equals(new HashSet<>(database.securityGroupIds()));
    }

    private long twins(Database database) {
        return deployment.items(Parts.DATABASES).stream()
                .filter(other -> other != database
                        && java.util.Objects.equals(other.vpcId(), database.vpcId())
                        && new HashSet<>(other.securityGroupIds()).equals(new HashSet<>(database.securityGroupIds()))
                        && other.subnetIds().stream().anyMatch(database.subnetIds()::contains))
                .count();
    }

    /** One for each subnet where it may be. */
    private List<Nic> standing(Database database) {
        if (database.vpcId() == null) {
            return List.of();
        }
        var inZone = database.subnetIds().stream()
                .filter(each -> database.zone() != null && database.zone().equals(zoneOf(each)))
                .toList();
        var subnets = inZone.isEmpty() ? database.subnetIds() : inZone;
        var nics = new ArrayList<Nic>();
        for (var subnet : subnets) {
            nics.add(new Nic(
                    database.ref(),
                    null,
                    database.vpcId(),
                    subnet,
                    List.of(),
                    Map.of(),
                    database.publiclyAccessible(),
                    database.securityGroupIds().isEmpty() ? null : database.securityGroupIds(),
                    true,
                    subnets.size() > 1));
        }
        all.addAll(nics);
        return List.copyOf(nics);
    }

    private @Nullable String zoneOf(String subnetId) {
        return deployment
                .index()
                .find(io.atalaya.deployment.Subnet.class, ResourceType.SUBNET, subnetId)
                .map(io.atalaya.deployment.Subnet::zone)
                .orElse(null);
    }

    private @Nullable String vpcOf(String subnetId) {
        return deployment
                .index()
                .find(io.atalaya.deployment.Subnet.class, ResourceType.SUBNET, subnetId)
                .map(io.atalaya.deployment.Subnet::vpcId)
                .orElse(null);
    }

    /** What has to be read for this to be whole. */
    static List<Part<?>> parts() {
        return List.of(Parts.NETWORK_INTERFACES);
    }
}
