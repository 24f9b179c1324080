package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Extent;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the changes that would let pass what is stopped: for each step that stops, the least that opens it. */
final class Remedy {
    /** More rules than this for one step are no advice. */
    private static final int MOST = 16;

    private static final int LAST = 32_766;

    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Set<Integer>> taken = new HashMap<>();
    private final Set<Object> written = new HashSet<>();
    private boolean complete = true;

    List<Change> changes() {
        return changes;
    }

    boolean complete() {
        return complete;
    }

    /** Something stops for which no change is known. */
    void unknown() {
        complete = false;
    }

    void mend(Change.What what, @Nullable ResourceRef resource) {
        if (resource == null) {
            complete = false;
        } else {
            add(new Change.Mend(what, resource));
        }
    }

    private void add(Change change) {
        if (written.add(change)) {
            changes.add(change);
        }
    }

    /**
     * @param missing addresses of the other side and ports
     * @param reference a group of the other side to name instead of its addresses; null to name these
     */
    void group(
            @Nullable List<String> groups,
            boolean ingress,
            Protocol protocol,
            Extent missing,
            boolean everyone,
            @Nullable String reference) {
        if (groups == null || groups.isEmpty()) {
            complete = false;
            return;
        }
        for (var cell : missing.cells()) {
            var blocks = reference == null ? blocks(cell.addresses(), everyone) : List.<Block>of();
            if (blocks.size() * Math.max(1, cell.ports().ranges().size()) > MOST) {
                complete = false;
                continue;
            }
            for (var ports : spans(protocol, cell.ports())) {
                if (reference != null) {
                    add(new Change.AddRule(groups.getFirst(), rule(ingress, protocol, ports, null, reference)));
                }
                for (var block : blocks) {
                    add(new Change.AddRule(groups.getFirst(), rule(ingress, protocol, ports, block, null)));
                }
            }
        }
    }

    private static SecurityRule rule(
            boolean ingress, Protocol protocol, int[] ports, @Nullable Block block, @Nullable String group) {
        return new SecurityRule(
                ingress,
                protocol.awsName(),
                ports[0],
                ports[1],
                block == null ? null : block.toString(),
                group,
                null,
                null);
    }

    private static List<Block> blocks(Addresses addresses, boolean everyone) {
        return everyone ? List.of(addresses.first().six() ? Block.ALL_SIX : Block.ALL_FOUR) : addresses.blocks();
    }

    /** As rules have it: first and last port, or type and code; -1 for all. */
    private static List<int[]> spans(Protocol protocol, Ports ports) {
        if (!protocol.hasPorts() && !protocol.isIcmp()) {
            return List.of(new int[] {-1, -1});
        }
        var spans = new ArrayList<int[]>();
        for (var range : ports.ranges()) {
            if (protocol.hasPorts()) {
                spans.add(new int[] {range.first(), range.last()});
            } else if (range.first() == 0 && range.last() == 65_535) {
                spans.add(new int[] {-1, -1});
            } else {
                for (int type = range.first() >> 8; type <= range.last() >> 8; type++) {
                    var whole = range.first() <= type << 8 && range.last() >= (type << 8 | 255);
                    if (whole) {
                        spans.add(new int[] {type, -1});
                    } else {
                        for (int at = Math.max(range.first(), type << 8);
                                at <= Math.min(range.last(), type << 8 | 255);
                                at++) {
                            spans.add(new int[] {type, at & 255});
                        }
                    }
                }
            }
        }
        return spans;
    }

    /** Entries before the first one that denies any of it; at the end where none does. */
    void acl(NetworkAcl acl, boolean egress, Protocol protocol, Extent missing, boolean everyone, Filtered filtered) {
        var before = filtered.decisions().stream()
                .filter(each -> !each.allows())
                .map(each -> ((Rule.OfAcl) each.rule()).entry().number())
                .min(Integer::compare)
                .orElse(LAST + 1);
        for (var cell : missing.cells()) {
            var blocks = blocks(cell.addresses(), everyone);
            var spans = spans(protocol, cell.ports());
            if (blocks.size() * spans.size() > MOST) {
                complete = false;
                continue;
            }
            for (var block : blocks) {
                for (var span : spans) {
                    entry(acl, egress, protocol, block, span, before);
                }
            }
        }
    }

    private void entry(NetworkAcl acl, boolean egress, Protocol protocol, Block block, int[] span, int before) {
        if (!written.add(List.of(acl.id(), egress, protocol, block, span[0], span[1]))) {
            return;
        }
        var number = free(acl, egress, before);
        if (number < 1) {
            complete = false;
            return;
        }
        var icmp = protocol.isIcmp();
        var ported = protocol.hasPorts();
        changes.add(new Change.AddEntry(
                acl.id(),
                new AclEntry(
                        egress,
                        number,
                        Integer.toString(protocol.number()),
                        true,
                        block.toString(),
                        ported ? Integer.valueOf(span[0]) : null,
                        ported ? Integer.valueOf(span[1]) : null,
                        icmp ? Integer.valueOf(span[0]) : null,
                        icmp ? Integer.valueOf(span[1]) : null)));
    }

    /** A number before this one that no entry has; where only the final deny is behind it, ten behind the last. */
    private int free(NetworkAcl acl, boolean egress, int before) {
        var numbers = taken.computeIfAbsent(acl.id() + egress, unused -> {
            var known = new HashSet<Integer>();
            acl.entries().stream().filter(each -> each.egress() == egress).forEach(each -> known.add(each.number()));
            return known;
        });
        int number = before - 1;
        if (before > LAST) {
            var last = numbers.stream()
                    .filter(each -> each <= LAST)
                    .max(Integer::compare)
                    .orElse(90);
            number = Math.min(last / 10 * 10 + 10, LAST);
        }
        while (number >= 1 && numbers.contains(number)) {
            number--;
        }
        if (number >= 1) {
            numbers.add(number);
        }
        return number;
    }

    /** @param instead the route that leads wrong; null where there is none */
    void route(RouteTable table, @Nullable Route instead, String block, RouteVia via, String target) {
        if (instead != null && (instead.cidr() == null || instead.via() == RouteVia.LOCAL)) {
            complete = false;
        } else if (instead != null) {
            add(new Change.ReplaceRoute(table.id(), new Route(instead.cidr(), null, via, target, false, false)));
        } else {
            add(new Change.AddRoute(table.id(), new Route(block, null, via, target, false, false)));
        }
    }
}
