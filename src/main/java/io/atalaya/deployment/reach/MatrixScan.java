package io.atalaya.deployment.reach;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks each tier for each other one; interfaces that every rule treats alike are asked once. */
final class MatrixScan {
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ICMPV6);

    /** More sorts of interfaces than this in a tier are not all asked, and the cell says so. */
    private static final int MOST = 32;

    private record Alike(
            String subnetId,
            @Nullable List<String> groups,
            ResourceType type,
            @Nullable Ports listening,
            @Nullable String state,
            boolean outside,
            boolean six,
            List<Block> blocks) {}

    private static final End ELSEWHERE = new End.OnPremises(null);

    private final NetworkIndex index;
    private final Reachability reachability;
    private final Places places;
    private final Steps steps;
    private final Map<String, List<Block>> narrow = new HashMap<>();

    MatrixScan(NetworkIndex index) {
        this.index = index;
        reachability = new Reachability(index);
        places = new Places(index);
        steps = new Steps(index, Remedy.unwanted());
        narrowBlocks();
    }

    Matrix run() {
        var tiers = new Tiers(index).all();
        var cells = new ArrayList<Matrix.Cell>();
        for (var from : tiers) {
            for (var to : tiers) {
                var outside = from.members().isEmpty() && to.members().isEmpty();
                if (!outside) {
                    cells.add(cell(from, to));
                }
            }
        }
        return new Matrix(tiers, cells);
    }

    /** Blocks of rules that tell hosts of one subnet from each other. */
    private void narrowBlocks() {
        var blocks = new LinkedHashSet<Block>();
        var deployment = index.deployment();
        deployment.items(Parts.SECURITY_GROUPS).forEach(group -> group.rules().forEach(rule -> {
            if (rule.cidr() != null) {
                Block.parse(rule.cidr()).ifPresent(blocks::add);
            } else if (rule.prefixListId() != null) {
                var list = index.prefixes(rule.prefixListId());
                if (list != null) {
                    list.forEach(each -> Block.parse(each).ifPresent(blocks::add));
                }
            }
        }));
        deployment.items(Parts.NETWORK_ACLS).forEach(acl -> acl.entries()
                .forEach(each -> Block.parse(each.cidr()).ifPresent(blocks::add)));
        deployment.items(Parts.ROUTE_TABLES).forEach(table -> table.routes().forEach(route -> {
            if (route.cidr() != null) {
                Block.parse(route.cidr()).ifPresent(blocks::add);
            }
        }));
        for (var subnet : deployment.items(Parts.SUBNETS)) {
            var whole = Addresses.ofBlocks(subnet.blocks());
            narrow.put(
                    subnet.id(),
                    blocks.stream()
                            .filter(each -> whole.contains(each.first())
                                    && !Addresses.of(each).containsAll(whole.family(each.six())))
                            .toList());
        }
    }

    private Matrix.Cell cell(Matrix.Tier from, Matrix.Tier to) {
        var everyone = new LinkedHashMap<Protocol, Ports>();
        var someone = new LinkedHashMap<Protocol, Ports>();
        Set<Doubt> doubts = new LinkedHashSet<>();
        var sources = places(from, to, doubts);
        var targets = places(to, from, doubts);
        for (var protocol : PROTOCOLS) {
            Ports all = null;
            var some = Ports.NONE;
            var askers = alike(sources, protocol, doubts);
            var asked = alike(targets, protocol, doubts);
            for (var source : askers) {
                for (var target : asked) {
                    if (source.six() != target.six()
                            || !protocol.fits(source.six())
                            || (source.nic() != null && source.nic() == target.nic())) {
                        continue;
                    }
                    var question = new Question(end(source), end(target), protocol, Ports.ALL);
                    for (var trace : reachability.follow(question, source, target, Remedy.unwanted())) {
                        var path = trace.path();
                        if (path.verdict() == Verdict.CANNOT_TELL) {
                            doubts.addAll(trace.doubts());
                        }
                        var whole = Ports.NONE;
                        for (var each : path.passing()) {
                            some = some.union(each.ports());
                            if (each.from().equals(path.from().addresses())
                                    && each.to().equals(path.to().addresses())) {
                                whole = whole.union(each.ports());
                            }
                        }
                        all = all == null ? whole : all.intersect(whole);
                    }
                }
            }
            if (!some.isEmpty()) {
                someone.put(protocol, some);
                if (all != null && !all.isEmpty()) {
                    everyone.put(protocol, all);
                }
            }
        }
        return new Matrix.Cell(from, to, open(everyone), open(someone), List.copyOf(doubts));
    }

    private static List<Matrix.Open> open(Map<Protocol, Ports> ports) {
        return ports.entrySet().stream()
                .map(each -> new Matrix.Open(each.getKey(), each.getValue()))
                .toList();
    }

    private static End end(Place place) {
        return place.nic() == null ? End.Internet.FOUR : new End.Of(place.nic().owner());
    }

    private List<Place> places(Matrix.Tier tier, Matrix.Tier other, Set<Doubt> doubts) {
        return switch (tier.kind()) {
            case INTERNET -> {
                var both = new ArrayList<>(all(End.Internet.FOUR, false, doubts));
                if (index.nics().stream()
                        .anyMatch(each -> each.addresses().stream().anyMatch(ip -> ip.six()))) {
                    both.addAll(all(End.Internet.SIX, false, doubts));
                }
                yield both;
            }
            case ON_PREMISES -> all(ELSEWHERE, false, doubts);
            default -> {
                var internet = other.kind() == Matrix.Kind.INTERNET;
                var all = new ArrayList<Place>();
                tier.members().forEach(each -> all.addAll(all(new End.Of(each), internet, doubts)));
                yield all;
            }
        };
    }

    private List<Place> all(End end, boolean internet, Set<Doubt> doubts) {
        var found = places.of(end, ELSEWHERE, internet);
        // a member without a network of its own reaches nobody; one of which not all was read may
        found.doubts().stream().filter(each -> each.part() != null).forEach(doubts::add);
        return found.places();
    }

    /** One of each sort, and one more where the tier has several, so that neighbours are asked too. */
    private List<Place> alike(List<Place> all, Protocol protocol, Set<Doubt> doubts) {
        var kept = new ArrayList<Place>();
        var seen = new HashMap<Alike, Integer>();
        for (var place : all) {
            if (place.nic() == null) {
                kept.add(place);
                continue;
            }
            var nic = place.nic();
            var owner = nic.owner();
            var instance = index.find(Instance.class, owner.type(), owner.id());
            var key = new Alike(
                    nic.subnetId(),
                    nic.groups(),
                    owner.type(),
                    steps.listening(owner, protocol),
                    instance == null ? null : instance.state(),
                    place.point().publicAddress() != null || nic.publicUnknown(),
                    place.six(),
                    narrow.getOrDefault(nic.subnetId(), List.of()).stream()
                            .filter(each -> each.contains(place.addresses().first()))
                            .toList());
            if (seen.merge(key, 1, Integer::sum) <= 2) {
                if (kept.size() == MOST) {
                    doubts.add(Doubt.of(Doubt.Kind.TOO_MANY, null));
                    return kept;
                }
                kept.add(place);
            }
        }
        return kept;
    }
}
