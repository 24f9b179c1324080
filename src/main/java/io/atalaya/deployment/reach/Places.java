package io.atalaya.deployment.reach;

import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the places that an end stands for. */
final class Places {
    /**
     * What an end stands for.
     *
     * @param oneOf it is one of these places, and it is not known which
     */
    record Found(List<Place> places, Set<Doubt> doubts, boolean oneOf) {}

    private final NetworkIndex index;

    Places(NetworkIndex index) {
        this.index = index;
    }

    /**
     * @param other the other end
     * @param fromInternet it is the internet that asks, which finds only what has an address there
     */
    Found of(End end, End other, boolean fromInternet) {
        return switch (end) {
            case End.Internet internet ->
                found(List.of(
                        outside(Point.Kind.INTERNET, index.outside().internet().family(internet.six()), true)));
            case End.OnPremises premises -> onPremises(premises);
            case End.Network network -> block(Addresses.of(network.block()));
            case End.Host host -> host(host.address());
            case End.Of of -> resource(of.resource(), other, fromInternet);
        };
    }

    private static Found found(List<Place> places) {
        return new Found(places, Set.of(), false);
    }

    private static Place outside(Point.Kind kind, Addresses addresses, boolean everyone) {
        return new Place(new Point(kind, null, null, null, null, addresses, null), null, everyone);
    }

    private Found onPremises(End.OnPremises premises) {
        var all = index.outside().onPremises(premises.vpnConnectionId());
        var places = families(all, each -> outside(Point.Kind.ON_PREMISES, each, false));
        var unread = index.doubt(Parts.VPN_CONNECTIONS);
        return new Found(places, unread == null ? Set.of() : Set.of(unread), false);
    }

    private static List<Place> families(Addresses all, java.util.function.Function<Addresses, Place> place) {
        var places = new ArrayList<Place>();
        for (var six : new boolean[] {false, true}) {
            var some = all.family(six);
            if (!some.isEmpty()) {
                places.add(place.apply(some));
            }
        }
        return places;
    }

    private Found host(Ip address) {
        var behind = index.nicAtPublic(address);
        if (behind != null) {
            var inside = behind.publicOf().entrySet().stream()
                    .filter(each -> each.getValue().equals(address))
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            return found(inside.stream().map(each -> place(behind, each)).toList());
        }
        var found = block(Addresses.of(address));
        var unread = index.doubt(Parts.NETWORK_INTERFACES);
        if (unread != null && index.outside().internet().contains(address)) {
            found.doubts().add(unread); // it may be that of an interface here
        }
        return found;
    }

    /** Interfaces answer for themselves; the rest of a subnet for hosts that are not known; the rest is outside. */
    private Found block(Addresses all) {
        var places = new ArrayList<Place>();
        var doubts = new LinkedHashSet<Doubt>();
        var known = new ArrayList<Ip>();
        if (all.isOne()) {
            for (var nic : index.nicsAt(all.first())) {
                places.add(place(nic, all.first()));
                known.add(all.first());
            }
        } else {
            for (var nic : index.nics()) {
                for (var address : nic.addresses()) {
                    if (all.contains(address)) {
                        places.add(place(nic, address));
                        known.add(address);
                    }
                }
            }
        }
        var left = all.minus(Addresses.ofAll(known));
        var rest = left;
        for (var subnet : index.deployment().items(Parts.SUBNETS)) {
            var here = rest.intersect(Addresses.ofBlocks(subnet.blocks()));
            left = left.minus(here);
            places.addAll(families(
                    here,
                    each -> new Place(
                            new Point(Point.Kind.SUBNET_HOSTS, null, null, subnet.id(), subnet.vpcId(), each, null),
                            null,
                            false)));
        }
        for (Part<?> part : List.of(Parts.SUBNETS, Parts.VPCS)) {
            var unread = index.doubt(part);
            if (unread != null && !left.isEmpty()) {
                doubts.add(unread);
            }
        }
        var outside = index.outside();
        places.addAll(families(
                left.intersect(outside.onPremises(null)), each -> outside(Point.Kind.ON_PREMISES, each, false)));
        places.addAll(families(left.intersect(outside.internet()), each -> outside(Point.Kind.INTERNET, each, false)));
        var elsewhere = left.minus(outside.onPremises(null)).minus(outside.internet());
        places.addAll(families(elsewhere, each -> outside(Point.Kind.ELSEWHERE, each, false)));
        return new Found(places, doubts, false);
    }

    private static Place place(Nic nic, Ip address) {
        return place(nic, Addresses.of(address), nic.publicOf().get(address));
    }

    private static Place place(Nic nic, Addresses addresses, @Nullable Ip outside) {
        return new Place(
                new Point(Point.Kind.INTERFACE, nic.owner(), nic.id(), nic.subnetId(), nic.vpcId(), addresses, outside),
                nic,
                false);
    }

    private Found resource(ResourceRef ref, End other, boolean fromInternet) {
        switch (ref.type()) {
            case ELASTIC_IP -> {
                var elastic = index.find(ElasticIp.class, ref.type(), ref.id());
                var address =
                        elastic == null ? null : Ip.parse(elastic.publicIp()).orElse(null);
                return address == null ? missing(ref) : host(address);
            }
            case SUBNET -> {
                var subnet = index.subnet(ref.id());
                return subnet == null ? missing(ref) : block(Addresses.ofBlocks(subnet.blocks()));
            }
            case VPC -> {
                var vpc = index.vpc(ref.id());
                return vpc == null ? missing(ref) : block(Addresses.ofBlocks(vpc.blocks()));
            }
            default -> {
                var nics = nics(ref);
                return nics.isEmpty() ? missing(ref) : interfaces(nics, unseen(ref, nics, other), fromInternet);
            }
        }
    }

    private List<Nic> nics(ResourceRef ref) {
        return switch (ref.type()) {
            case NETWORK_INTERFACE ->
                index.nics().stream().filter(each -> ref.id().equals(each.id())).toList();
            case SECURITY_GROUP ->
                index.nics().stream()
                        .filter(each -> each.groups() != null && each.groups().contains(ref.id()))
                        .toList();
            case FILE_SYSTEM ->
                index.deployment().index().mountTargets(ref.id()).stream()
                        .flatMap(each -> index.nicsOf(each.ref()).stream())
                        .toList();
            case DATABASE_CLUSTER -> {
                var cluster = index.find(DatabaseCluster.class, ref.type(), ref.id());
                yield cluster == null
                        ? List.of()
                        : cluster.members().stream()
                                .flatMap(each ->
                                        index
                                                .nicsOf(new ResourceRef(ResourceType.DATABASE, each.databaseId()))
                                                .stream())
                                .toList();
            }
            default -> index.nicsOf(ref);
        };
    }

    /** Not there, or there and without an interface that is known. */
    private Found missing(ResourceRef ref) {
        var known = index.deployment().index().find(ref).isPresent();
        var doubts = new LinkedHashSet<Doubt>();
        doubts.add(Doubt.of(known ? Doubt.Kind.NO_INTERFACE_KNOWN : Doubt.Kind.RESOURCE_MISSING, ref.id()));
        var unread = index.doubt(Parts.NETWORK_INTERFACES);
        if (unread != null) {
            doubts.add(unread);
        }
        return new Found(List.of(), doubts, false);
    }

    /** Why it may have more interfaces and addresses than these. */
    private Set<Doubt> unseen(ResourceRef ref, List<Nic> nics, End other) {
        var doubts = new LinkedHashSet<Doubt>();
        switch (ref.type()) {
            case NETWORK_INTERFACE -> {
                return doubts;
            }
            case FILE_SYSTEM -> add(doubts, index.doubt(Parts.MOUNT_TARGETS));
            case DATABASE, DATABASE_CLUSTER -> add(doubts, index.doubt(Parts.DATABASES));
            default -> {}
        }
        var unread = index.doubt(Parts.NETWORK_INTERFACES);
        var four = other.equals(End.Internet.FOUR);
        var six = other.equals(End.Internet.SIX);
        for (var nic : nics) {
            var mayHaveSix = !four && hasSix(nic.subnetId());
            if (unread != null && (nic.id() != null || several(nic) || mayHaveSix)) {
                doubts.add(unread);
            } else if (six && mayHaveSix && nic.addresses().isEmpty()) {
                doubts.add(Doubt.of(Doubt.Kind.ADDRESS_UNKNOWN, nic.owner().id()));
            }
        }
        return doubts;
    }

    private static void add(Set<Doubt> doubts, @Nullable Doubt doubt) {
        if (doubt != null) {
            doubts.add(doubt);
        }
    }

    /** A machine may have several addresses and interfaces; other services tell of theirs in which subnets they are. */
    private static boolean several(Nic nic) {
        return nic.owner().type() == ResourceType.INSTANCE;
    }

    private boolean hasSix(String subnetId) {
        var subnet = index.subnet(subnetId);
        return subnet == null || !subnet.ipv6Cidrs().isEmpty();
    }

    private Found interfaces(List<Nic> nics, Set<Doubt> doubts, boolean fromInternet) {
        var places = new ArrayList<Place>();
        for (var nic : nics) {
            if (nic.addresses().isEmpty()) {
                var subnet = index.subnet(nic.subnetId());
                if (subnet == null) {
                    var unread = index.doubt(Parts.SUBNETS);
                    doubts.add(unread == null ? Doubt.of(Doubt.Kind.SUBNET_UNKNOWN, nic.subnetId()) : unread);
                }
                var blocks = subnet == null ? Addresses.NONE : Addresses.ofBlocks(subnet.blocks());
                places.addAll(families(blocks.family(false), each -> place(nic, each, null)));
                continue;
            }
            var found = nic.addresses().stream()
                    .filter(each ->
                            !fromInternet || each.six() || nic.publicOf().containsKey(each))
                    .map(each -> place(nic, each))
                    .toList();
            var none = fromInternet && found.stream().allMatch(Place::six);
            places.addAll(found);
            if (none) {
                // so that the answer says why the internet does not find it
                nic.addresses().stream()
                        .filter(each -> !each.six())
                        .findFirst()
                        .ifPresent(each -> places.add(place(nic, each)));
            }
        }
        return new Found(places, doubts, nics.stream().anyMatch(Nic::oneOf));
    }
}
