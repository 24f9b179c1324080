package io.atalaya.deployment.topology;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ip;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether security groups let an instance reach a port. Security groups are stateful, so the reply needs no rule. Network
 * ACLs, routes and IPv6 are not asked here.
 */
public final class Permits {
    private record Door(Set<String> groups, List<Block> blocks, boolean undecided) {
        boolean admits(Collection<String> groupIds, Ip address) {
            return groupIds.stream().anyMatch(groups::contains)
                    || blocks.stream().anyMatch(block -> block.contains(address));
        }
    }

    private record Port(List<String> groups, int number, boolean ingress) {}

    private final DeploymentIndex index;
    private final Map<Port, Door> doors = new HashMap<>();
    private final Map<String, Optional<Ip>> addresses = new HashMap<>();

    public Permits(DeploymentIndex index) {
        this.index = index;
    }

    /**
     * @param target the security groups in front of the port
     * @param targetAddress where it is, for outbound rules; empty when not known, which counts as not restricted
     */
    public Flow check(Instance from, List<String> target, String targetAddress, int port) {
        var address =
                from.privateIp() == null ? null : address(from.privateIp()).orElse(null);
        if (address == null || target.isEmpty() || from.securityGroupIds().isEmpty()) {
            return Flow.UNKNOWN;
        }
        var in = door(target, port, true);
        var out = door(from.securityGroupIds(), port, false);
        var there = address(targetAddress).orElse(null);
        var leaves = there == null
                ? !out.blocks().isEmpty() || target.stream().anyMatch(out.groups()::contains)
                : out.admits(target, there);
        if (in.admits(from.securityGroupIds(), address) && leaves) {
            return Flow.PASSES;
        }
        return in.undecided() || out.undecided() ? Flow.UNKNOWN : Flow.STOPPED;
    }

    /**
     * Whether the security groups in front of a port let in what has other security groups; that the other side may leave is
     * taken for granted. Blocks of addresses are not decided: where some are let in, it may be among them.
     *
     * @param target the security groups in front of the port
     * @param from those of the asker
     */
    public Flow admits(List<String> target, List<String> from, int port) {
        if (target.isEmpty() || from.isEmpty()) {
            return Flow.UNKNOWN;
        }
        var in = door(target, port, true);
        if (from.stream().anyMatch(in.groups()::contains)) {
            return Flow.PASSES;
        }
        return in.undecided() || !in.blocks().isEmpty() ? Flow.UNKNOWN : Flow.STOPPED;
    }

    /** Read once: each is asked for every port. */
    private Optional<Ip> address(String text) {
        return addresses.computeIfAbsent(text, Ip::parse);
    }

    private Door door(List<String> groupIds, int port, boolean ingress) {
        return doors.computeIfAbsent(new Port(groupIds, port, ingress), this::read);
    }

    private Door read(Port port) {
        var groups = new HashSet<String>();
        var blocks = new ArrayList<Block>();
        var undecided = false;
        for (var id : port.groups()) {
            var group = index.find(SecurityGroup.class, ResourceType.SECURITY_GROUP, id);
            undecided |= group.isEmpty();
            for (var rule : group.map(SecurityGroup::rules).orElse(List.of())) {
                if (rule.ingress() != port.ingress() || !covers(rule, port.number())) {
                    continue;
                }
                if (rule.groupId() != null) {
                    groups.add(rule.groupId());
                } else if (rule.cidr() != null) {
                    Block.parse(rule.cidr()).filter(each -> !each.six()).ifPresent(blocks::add);
                } else {
                    undecided = true; // a prefix list: its addresses were not read
                }
            }
        }
        return new Door(groups, List.copyOf(blocks), undecided);
    }

    private static boolean covers(SecurityRule rule, int port) {
        if (rule.protocol().equals("-1")) {
            return true;
        }
        if (!rule.protocol().equalsIgnoreCase("tcp") && !rule.protocol().equals("6")) {
            return false;
        }
        var from = rule.fromPort();
        var to = rule.toPort();
        return from == null || from == -1 || (port >= from && port <= (to == null ? from : to));
    }
}
