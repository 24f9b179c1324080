package io.atalaya.deployment.reach;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks every interface with an address of the internet what the internet reaches there. */
final class ExposureScan {
    /** What decides: interfaces alike in all of it have the same answer. */
    private record Alike(
            String subnetId,
            @Nullable List<String> groups,
            boolean six,
            Protocol protocol,
            @Nullable Ports listening,
            @Nullable String state,
            ResourceType type) {}

    private record Reached(List<Path> paths, Set<Doubt> doubts) {}

    private final NetworkIndex index;
    private final Steps steps;
    private final WalkIn walk;
    private final Map<Alike, Reached> answers = new HashMap<>();
    private final List<Exposure.Opening> openings = new ArrayList<>();
    private final List<Exposure.Unknown> unknown = new ArrayList<>();

    ExposureScan(NetworkIndex index) {
        this.index = index;
        var remedy = Remedy.unwanted();
        steps = new Steps(index, remedy);
        walk = new WalkIn(index, remedy);
    }

    Exposure run() {
        var four = new Place(
                new Point(
                        Point.Kind.INTERNET,
                        null,
                        null,
                        null,
                        null,
                        index.outside().internet().family(false),
                        null),
                null,
                true);
        var six = four.with(index.outside().internet().family(true));
        six = new Place(six.point(), null, true);
        var protocols = protocols();
        for (var nic : index.nics()) {
            for (var address : nic.addresses()) {
                var global = address.six() && Outside.isGlobalSix(Addresses.of(address));
                var outside = global ? address : nic.publicOf().get(address);
                if (outside != null) {
                    ask(nic, Addresses.of(address), outside, address.six() ? six : four, protocols);
                }
            }
            if (nic.publicUnknown()) {
                var subnet = index.subnet(nic.subnetId());
                var anywhere = subnet == null ? Addresses.NONE : Addresses.ofBlocks(List.of(subnet.cidr()));
                if (!anywhere.isEmpty()) {
                    ask(nic, anywhere, null, four, protocols);
                } else if (index.doubt(Parts.SUBNETS) instanceof Doubt unread) {
                    unknown.add(new Exposure.Unknown(nic.owner(), nic.id(), null, List.of(unread)));
                }
            }
        }
        unseen();
        return new Exposure(openings, unknown);
    }

    /** Machines may have interfaces and addresses of the internet that were not read. */
    private void unseen() {
        var unread = index.doubt(Parts.NETWORK_INTERFACES);
        if (unread == null) {
            return;
        }
        index.nics().stream()
                .map(Nic::owner)
                .filter(each -> each.type() == ResourceType.INSTANCE)
                .distinct()
                .forEach(each -> unknown.add(new Exposure.Unknown(each, null, null, List.of(unread))));
    }

    /** TCP, UDP, ICMP, and what rules name beside. */
    private List<Protocol> protocols() {
        var all = new LinkedHashSet<>(List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ICMPV6));
        index.deployment().items(Parts.SECURITY_GROUPS).forEach(group -> group.rules().stream()
                .filter(SecurityRule::ingress)
                .forEach(rule -> Protocol.parse(rule.protocol()).ifPresent(all::add)));
        return List.copyOf(all);
    }

    private void ask(Nic nic, Addresses inside, @Nullable Ip outside, Place internet, List<Protocol> protocols) {
        if (nic.owner().type() == ResourceType.NAT_GATEWAY) {
            return;
        }
        var doubts = new LinkedHashSet<Doubt>();
        for (var protocol : protocols) {
            if (!protocol.fits(internet.six()) || shut(nic, protocol)) {
                continue;
            }
            var place = new Place(
                    new Point(
                            Point.Kind.INTERFACE, nic.owner(), nic.id(), nic.subnetId(), nic.vpcId(), inside, outside),
                    nic,
                    false);
            var key = new Alike(
                    nic.subnetId(),
                    nic.groups(),
                    internet.six(),
                    protocol,
                    steps.listening(nic.owner(), protocol),
                    state(nic),
                    nic.owner().type());
            var reached = answers.computeIfAbsent(key, unused -> reached(protocol, internet, nic, place));
            doubts.addAll(reached.doubts);
            open(nic, outside, protocol, reached.paths);
        }
        if (!doubts.isEmpty()) {
            unknown.add(new Exposure.Unknown(nic.owner(), nic.id(), outside, List.copyOf(doubts)));
        }
    }

    /** Whether no group says anything of the protocol, which is most often so. */
    private boolean shut(Nic nic, Protocol protocol) {
        return nic.groups() != null
                && !nic.groups().isEmpty()
                && index.read(Parts.SECURITY_GROUPS)
                && index.filter(nic.groups(), true, protocol).isEmpty();
    }

    private @Nullable String state(Nic nic) {
        if (nic.owner().type() != ResourceType.INSTANCE) {
            return index.schemeUntold(nic.owner()) ? "" : null;
        }
        var instance =
                index.find(Instance.class, ResourceType.INSTANCE, nic.owner().id());
        return instance == null ? "" : instance.state();
    }

    private Reached reached(Protocol protocol, Place internet, Nic nic, Place place) {
        var question = new Question(new End.Internet(internet.six()), new End.Of(nic.owner()), protocol, Ports.ALL);
        var paths = new ArrayList<Path>();
        var doubts = new LinkedHashSet<Doubt>();
        for (var trace : walk.follow(question, internet, place)) {
            var path = trace.path();
            paths.add(path);
            if (path.verdict() == Verdict.CANNOT_TELL) {
                doubts.addAll(trace.doubts());
            }
        }
        return new Reached(paths, doubts);
    }

    /** What everybody reaches is one opening; what only some do are others, each with the rest of its ports. */
    private void open(Nic nic, @Nullable Ip outside, Protocol protocol, List<Path> paths) {
        var asked = Addresses.NONE;
        var open = Extent.NONE;
        for (var path : paths) {
            asked = asked.union(path.from().addresses());
            for (var some : path.passing()) {
                open = open.union(Extent.of(some.from(), some.ports()));
            }
        }
        if (open.isEmpty()) {
            return;
        }
        var shared = open.addresses().containsAll(asked)
                ? open.cells().stream().map(Extent.Cell::ports).reduce(Ports.ALL, Ports::intersect)
                : Ports.NONE;
        if (!shared.isEmpty()) {
            add(nic, outside, protocol, paths, new Extent.Cell(asked, shared), true);
        }
        for (var cell : open.minus(Extent.of(asked, shared)).cells()) {
            add(nic, outside, protocol, paths, cell, false);
        }
    }

    private void add(
            Nic nic, @Nullable Ip outside, Protocol protocol, List<Path> paths, Extent.Cell cell, boolean everyone) {
        var passed = Extent.of(cell.addresses(), cell.ports());
        var rules = paths.stream()
                .flatMap(path -> path.there().stream())
                .filter(each -> each.kind() == Hop.Kind.GROUPS_IN)
                .flatMap(each -> each.decisions().stream())
                .filter(each -> !each.extent().intersect(passed).isEmpty())
                .map(each -> (Rule.OfGroup) each.rule())
                .distinct()
                .toList();
        openings.add(new Exposure.Opening(
                nic.owner(),
                nic.id(),
                outside,
                protocol,
                cell.addresses(),
                cell.ports(),
                everyone,
                rules,
                answers(nic.owner().type())));
    }

    private static Exposure.Answers answers(ResourceType type) {
        return switch (type) {
            case LOAD_BALANCER -> Exposure.Answers.LISTENER;
            case DATABASE -> Exposure.Answers.DATABASE;
            case MOUNT_TARGET -> Exposure.Answers.FILE_SYSTEM;
            case INSTANCE -> Exposure.Answers.INSTANCE;
            default -> Exposure.Answers.OTHER;
        };
    }
}
