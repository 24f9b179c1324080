package io.atalaya.deployment.reach;

import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which route of a table decides. The longest prefix; of two to the same block the local one, then the one somebody wrote as a
 * block, then the one of a prefix list, then the one that was learned.
 */
final class RouteLookup {
    /**
     * What some addresses meet.
     *
     * @param route null where there is none
     * @param unknown a prefix list of the table whose blocks are not known, which may hold them too; null where there is none
     */
    record Choice(
            Addresses addresses,
            @Nullable Route route,
            @Nullable String unknown) {}

    private record Line(Block block, Addresses addresses, Route route) {}

    private final RouteTable table;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable String unknownList;

    /**
     * @param local the blocks of the VPC, which every table routes, listed or not
     * @param lists the blocks of a prefix list; null where they are not known
     */
    RouteLookup(RouteTable table, List<String> local, Function<String, @Nullable List<String>> lists) {
        this.table = table;
        for (var route : table.routes()) {
            if (route.cidr() != null) {
                add(route.cidr(), route);
            } else if (route.prefixListId() != null) {
                var blocks = lists.apply(route.prefixListId());
                if (blocks != null) {
                    blocks.forEach(each -> add(each, route));
                } else if (route.via() != RouteVia.GATEWAY_ENDPOINT) {
                    // of a service's endpoint it holds the service's own addresses, and nobody else's
                    unknownList = route.prefixListId();
                }
            }
        }
        for (var block : local) {
            if (lines.stream()
                    .noneMatch(line -> line.route.via() == RouteVia.LOCAL && block.equals(line.route.cidr()))) {
                add(block, new Route(block, null, RouteVia.LOCAL, null, false, false));
            }
        }
        lines.sort(
                Comparator.<Line>comparingInt(line -> -line.block.bits()).thenComparingInt(line -> rank(line.route)));
    }

    private void add(String text, Route route) {
        Block.parse(text).ifPresent(block -> lines.add(new Line(block, Addresses.of(block), route)));
    }

    private static int rank(Route route) {
        if (route.via() == RouteVia.LOCAL) {
            return 0;
        }
        return route.propagated() ? 3 : route.cidr() != null ? 1 : 2;
    }

    RouteTable table() {
        return table;
    }

    /** These addresses by the route each takes; together they are all of them. */
    List<Choice> choose(Addresses addresses) {
        var choices = new ArrayList<Choice>();
        var left = addresses;
        for (var line : lines) {
            if (left.isEmpty()) {
                return choices;
            }
            var hit = left.intersect(line.addresses);
            if (hit.isEmpty()) {
                continue;
            }
            left = left.minus(hit);
            // more of the same route: a prefix list has many blocks
            var last = choices.isEmpty() ? null : choices.getLast();
            if (last != null && last.route == line.route) {
                choices.set(choices.size() - 1, new Choice(last.addresses.union(hit), line.route, last.unknown));
            } else {
                choices.add(new Choice(hit, line.route, doubted(line.route)));
            }
        }
        if (!left.isEmpty()) {
            choices.add(new Choice(left, null, unknownList));
        }
        return choices;
    }

    /** A list that is not known may be more specific than anything but one address; the VPC itself it cannot hold. */
    private @Nullable String doubted(Route route) {
        return route.via() == RouteVia.LOCAL ? null : unknownList;
    }
}
