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
import java.util.LinkedHashMap;
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
    private final Set<Change> written = new HashSet<>();
    private final Map<Place, Need> needs = new LinkedHashMap<>();
    private final boolean wanted;
    private boolean complete = true;

    Remedy() {
        this(true);
    }

    private Remedy(boolean wanted) {
        this.wanted = wanted;
    }

    /** For those who ask what passes and nothing else. */
    static Remedy unwanted() {
        return new Remedy(false);
    }

    List<Change> changes() {
        write();
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
        if (!wanted || resource == null) {
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
        if (!wanted || groups == null || groups.isEmpty()) {
            complete = false;
            return;
        }
        var need = needs.computeIfAbsent(
                new Place(groups.getFirst(), ingress, protocol), unused -> new Need(null, Integer.MAX_VALUE));
        if (reference != null) {
            need.references.merge(reference, missing.ports(), Ports::union);
        } else {
            need.add(missing, everyone);
        }
    }

    /** Entries before the first one that denies any of it; at the end where none does. */
    void acl(NetworkAcl acl, boolean egress, Protocol protocol, Extent missing, boolean everyone, Filtered filtered) {
        if (!wanted) {
            return;
        }
        var before = filtered.decisions().stream()
                .filter(each -> !each.allows())
                .map(each -> ((Rule.OfAcl) each.rule()).entry().number())
                .min(Integer::compare)
                .orElse(LAST + 1);
        var need = needs.computeIfAbsent(new Place(acl.id(), egress, protocol), unused -> new Need(acl, before));
        need.before = Math.min(need.before, before);
        need.add(missing, everyone);
    }

    /** What was gathered for each group and ACL as rules: no two say the same. */
    private void write() {
        needs.forEach((place, need) -> {
            need.references.forEach((group, ports) -> spans(place.protocol, ports)
                    .forEach(span -> add(
                            new Change.AddRule(place.id, rule(place.direction, place.protocol, span, null, group)))));
            for (var cell : need.all()) {
                var blocks = cell.addresses().blocks();
                var spans = spans(place.protocol, cell.ports());
                if (blocks.size() * spans.size() > MOST) {
                    complete = false;
                    continue;
                }
                for (var block : blocks) {
                    for (var span : spans) {
                        if (need.acl == null) {
                            add(new Change.AddRule(place.id, rule(place.direction, place.protocol, span, block, null)));
                        } else {
                            entry(need.acl, place.direction, place.protocol, block, span, need.before);
                        }
                    }
                }
            }
        });
        needs.clear();
    }

    /**
     * The direction of a group or ACL.
     *
     * @param direction ingress of a group, egress of an ACL
     */
    private record Place(String id, boolean direction, Protocol protocol) {}

    /** What is missing there. */
    private static final class Need {
        private final @Nullable NetworkAcl acl;
        private int before;
        private Extent some = Extent.NONE;
        private Ports everyoneOfFour = Ports.NONE;
        private Ports everyoneOfSix = Ports.NONE;
        private final Map<String, Ports> references = new LinkedHashMap<>();

        private Need(@Nullable NetworkAcl acl, int before) {
            this.acl = acl;
            this.before = before;
        }

        private void add(Extent missing, boolean everyone) {
            if (!everyone) {
                some = some.union(missing);
            } else if (missing.addresses().first().six()) {
                everyoneOfSix = everyoneOfSix.union(missing.ports());
            } else {
                everyoneOfFour = everyoneOfFour.union(missing.ports());
            }
        }

        private List<Extent.Cell> all() {
            var whole =
                    Extent.of(Addresses.ALL_FOUR, everyoneOfFour).union(Extent.of(Addresses.ALL_SIX, everyoneOfSix));
            var cells = new ArrayList<>(
                    Extent.of(Addresses.ALL_FOUR, everyoneOfFour).cells());
            cells.addAll(Extent.of(Addresses.ALL_SIX, everyoneOfSix).cells());
            cells.addAll(some.minus(whole).cells());
            return cells;
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

    private void entry(NetworkAcl acl, boolean egress, Protocol protocol, Block block, int[] span, int before) {
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

    /**
     * A route of its own where the one that leads wrong is wider: what else takes that one is left alone.
     *
     * @param instead the route that leads wrong; null where there is none
     */
    void route(RouteTable table, @Nullable Route instead, String block, RouteVia via, String target) {
        if (!wanted) {
            return;
        }
        if (instead != null && (instead.cidr() == null || instead.via() == RouteVia.LOCAL)) {
            complete = false;
        } else if (instead == null || bits(instead.cidr()) < bits(block)) {
            add(new Change.AddRoute(table.id(), new Route(block, null, via, target, false, false)));
        } else {
            add(new Change.ReplaceRoute(table.id(), new Route(instead.cidr(), null, via, target, false, false)));
        }
    }

    private static int bits(@Nullable String block) {
        return block == null ? 0 : Block.parse(block).map(Block::bits).orElse(0);
    }
}
