package io.atalaya.deployment.reach;

import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One direction of the security groups of an interface for one protocol. Everything any of them allows passes; nothing is
 * denied by a rule. A reference to a group holds for interfaces that have it, by their private addresses.
 */
final class GroupFilter {
    /**
     * Who is on the other side.
     *
     * @param groups of its interface; none for hosts that are not known to have any, null where they are not known
     * @param references whether rules that name its groups can hold: it is in the same VPC or in one that is peered
     * @param perhaps why they may hold though it is not known: the way, or a setting of it; null where they certainly do not
     */
    record Peer(
            @Nullable List<String> groups,
            boolean references,
            @Nullable Doubt perhaps) {
        static final Peer STRANGER = new Peer(List.of(), false, null);
    }

    private record Line(
            Rule.OfGroup rule,
            Ports ports,
            @Nullable Addresses addresses,
            @Nullable String group,
            @Nullable Doubt doubt) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Doubt> missing = new ArrayList<>();

    GroupFilter(
            List<String> groupIds,
            boolean ingress,
            Protocol protocol,
            Function<String, @Nullable SecurityGroup> groups,
            Function<String, @Nullable List<String>> lists) {
        for (var id : new LinkedHashSet<>(groupIds)) {
            var group = groups.apply(id);
            if (group == null) {
                missing.add(Doubt.of(Doubt.Kind.GROUP_MISSING, id));
                continue;
            }
            int place = 0;
            for (var rule : group.rules()) {
                if (rule.ingress() == ingress) {
                    place++;
                    if (protocol.named(rule.protocol())) {
                        lines.add(line(new Rule.OfGroup(group, rule, place), ports(rule, protocol), lists));
                    }
                }
            }
        }
    }

    private static Line line(Rule.OfGroup of, Ports ports, Function<String, @Nullable List<String>> lists) {
        var rule = of.rule();
        if (rule.groupId() != null) {
            return new Line(of, ports, null, rule.groupId(), null);
        }
        if (rule.prefixListId() != null) {
            var blocks = lists.apply(rule.prefixListId());
            return blocks == null
                    ? new Line(of, ports, null, null, Doubt.of(Doubt.Kind.PREFIX_LIST_UNKNOWN, rule.prefixListId()))
                    : new Line(of, ports, Addresses.ofBlocks(blocks), null, null);
        }
        var block = rule.cidr() == null ? null : Block.parse(rule.cidr()).orElse(null);
        return block == null
                ? new Line(
                        of,
                        ports,
                        null,
                        null,
                        Doubt.of(Doubt.Kind.RULE_UNREADABLE, of.group().id()))
                : new Line(of, ports, Addresses.of(block), null, null);
    }

    static Ports ports(SecurityRule rule, Protocol protocol) {
        var from = rule.fromPort();
        var to = rule.toPort();
        if (rule.protocol().equals("-1") || from == null || from < 0) {
            return protocol.everything();
        }
        if (protocol.isIcmp()) {
            return Protocol.icmp(from, to == null ? -1 : to);
        }
        return protocol.hasPorts() ? Ports.range(from, to == null ? from : to) : protocol.everything();
    }

    /** Whether there is no rule for the protocol, and no group that may have one. */
    boolean isEmpty() {
        return lines.isEmpty() && missing.isEmpty();
    }

    /** @param asked addresses of the other side, and ports of the side that is reached */
    Filtered apply(Extent asked, Peer peer) {
        var pass = Extent.NONE;
        var maybe = Extent.NONE;
        var doubts = new ArrayList<>(missing);
        if (!missing.isEmpty()) {
            maybe = asked;
        }
        var decisions = new ArrayList<Decision>();
        var everyone = asked.addresses();
        for (var line : lines) {
            var hit = asked.intersect(Extent.of(line.addresses == null ? everyone : line.addresses, line.ports));
            if (hit.isEmpty()) {
                continue;
            }
            var doubt = line.group == null ? line.doubt : reference(line, peer);
            if (doubt != null) {
                maybe = maybe.union(hit);
                doubts.add(doubt);
            } else if (line.group == null || holds(line.group, peer)) {
                if (!pass.containsAll(hit)) {
                    if (hit.containsAll(asked)) {
                        decisions.clear(); // one rule says it all
                    }
                    decisions.add(new Decision(line.rule, true, hit));
                }
                pass = pass.union(hit);
            }
        }
        maybe = maybe.minus(pass);
        return new Filtered(pass, maybe, decisions, maybe.isEmpty() ? List.of() : List.copyOf(doubts));
    }

    private static boolean holds(String group, Peer peer) {
        return peer.references && peer.groups != null && peer.groups.contains(group);
    }

    private static @Nullable Doubt reference(Line line, Peer peer) {
        var group = line.group;
        if (group == null || (peer.groups != null && !peer.groups.contains(group))) {
            return null;
        }
        if (peer.groups == null) {
            return line.rule.rule().groupOwner() != null
                    ? Doubt.of(Doubt.Kind.GROUP_OF_ANOTHER_ACCOUNT, group)
                    : Doubt.of(Doubt.Kind.GROUPS_UNKNOWN, group);
        }
        return peer.references ? null : peer.perhaps;
    }
}
