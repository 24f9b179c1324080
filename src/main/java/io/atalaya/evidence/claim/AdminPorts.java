package io.atalaya.evidence.claim;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ports of people and of data are closed to the internet: by the rules of every group, used or not, all of which
 * are taken together, and by what really passes.
 */
final class AdminPorts {
    /**
     * SSH, Telnet, SMB and its names, remote control of Windows, Docker, X and VNC, and what databases, caches and file servers
     * listen on.
     */
    private static final List<Integer> PORTS = List.of(
            22, 23, 135, 137, 138, 139, 161, 389, 445, 1433, 1434, 1521, 2049, 2375, 2376, 3306, 3389, 5432, 5900, 5985,
            5986, 6379, 9200, 9300, 11211, 27017);

    private static final List<Protocol> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP);

    private AdminPorts() {}

    static List<Point> closed(Known known) {
        var deployment = known.deployment();
        var points = new ArrayList<>(Judging.every(deployment, Parts.SECURITY_GROUPS, it -> group(it, deployment)));
        var exposure = Exposure.of(deployment);
        points.addAll(reached(exposure));
        points.addAll(Reach.doubts(exposure));
        return points;
    }

    private static List<Point> group(SecurityGroup group, Deployment deployment) {
        var open = new ArrayList<String>();
        var doubts = new TreeSet<String>();
        for (var protocol : PROTOCOLS) {
            var rules = group.rules().stream()
                    .filter(it -> it.ingress() && it.groupId() == null && protocol.named(it.protocol()))
                    .toList();
            for (int port : PORTS) {
                var from = Addresses.NONE;
                for (var rule : rules) {
                    if (ports(rule).contains(port)) {
                        var some = addresses(rule, deployment);
                        if (some == null) {
                            doubts.add(String.valueOf(rule.prefixListId() == null ? rule.cidr() : rule.prefixListId()));
                        } else {
                            from = from.union(some);
                        }
                    }
                }
                if (Reach.world(from)) {
                    open.add(protocol.awsName() + " " + port);
                }
            }
        }
        var fact = "ports open to the world";
        return open.isEmpty() && !doubts.isEmpty()
                ? List.of(Point.perhaps(group.id(), fact, "[], but for " + doubts, null))
                : List.of(Point.of(group.id(), fact, open, open.isEmpty()));
    }

    private static Ports ports(SecurityRule rule) {
        var from = rule.fromPort();
        var to = rule.toPort();
        return rule.protocol().equals("-1") || from == null || from < 0
                ? Ports.ALL
                : Ports.range(from, to == null ? from : to);
    }

    /** Null where it cannot be told whom a rule lets in. */
    private static @Nullable Addresses addresses(SecurityRule rule, Deployment deployment) {
        var list = rule.prefixListId();
        if (list != null) {
            var blocks = deployment.items(Parts.PREFIX_LISTS).stream()
                    .filter(it -> it.id().equals(list))
                    .findFirst()
                    .map(PrefixList::cidrs)
                    .orElse(null);
            return blocks == null ? null : Addresses.ofBlocks(blocks);
        }
        var cidr = rule.cidr();
        return cidr == null ? null : Block.parse(cidr).map(Addresses::of).orElse(null);
    }

    /** By address, because rules of several groups, a few addresses each, may add up. */
    private static List<Point> reached(Exposure exposure) {
        var from = new TreeMap<String, Map<Integer, Addresses>>();
        for (var opening : exposure.openings()) {
            if (PROTOCOLS.contains(opening.protocol())) {
                var place = opening.resource().id() + " " + opening.address() + " "
                        + opening.protocol().awsName();
                for (int port : PORTS) {
                    if (opening.ports().contains(port)) {
                        from.computeIfAbsent(place, it -> new TreeMap<>())
                                .merge(port, opening.from(), Addresses::union);
                    }
                }
            }
        }
        var points = new ArrayList<Point>();
        from.forEach((place, ports) -> {
            var open = ports.entrySet().stream()
                    .filter(it -> Reach.world(it.getValue()))
                    .map(it -> String.valueOf(it.getKey()))
                    .collect(Collectors.joining(" "));
            if (!open.isEmpty()) {
                points.add(Point.of(place, "ports that the internet reaches", open, false));
            }
        });
        return points;
    }
}
