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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which route of a table decides. The longest prefix; of two to the same block the local one, then the one somebody wrote as a
 * block, then the one of a prefix list, then the one that was learned. What was learned from a VPN gateway never takes addresses of
 * the VPC itself, however long its prefix; what somebody wrote does, which is how a machine gets in between.
 */
final class RouteLookup {
    /**
     * What some addresses meet.
     *
     * @param route null where there is none
     * @param unknown a prefix list of the table whose blocks are not known, which may hold them too; null where there is none
     * @param service the same of an endpoint of a service, whose list holds addresses of the internet alone
     */
    record Choice(
            Addresses addresses,
            @Nullable Route route,
            @Nullable String unknown,
            @Nullable String service) {
        private Choice with(Addresses more) {
            return new Choice(more, route, unknown, service);
        }
    }

    private record Line(Block block, Addresses addresses, Route route) {}

    private final RouteTable table;
    private final Addresses inside;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable String unknownList;
    private @Nullable String serviceList;

    /**
     * @param local the blocks of the VPC, which every table routes, listed or not
     * @param lists the blocks of a prefix list; null where they are not known
     * @param services whether this is an endpoint of a service
     */
    RouteLookup(
            RouteTable table,
            List<String> local,
            Function<String, @Nullable List<String>> lists,
            Predicate<@Nullable String> services) {
        this.table = table;
        inside = table.routes().stream()
                .filter(each -> each.via() == RouteVia.LOCAL && each.cidr() != null)
                .map(each -> Addresses.ofBlocks(List.of(each.cidr())))
                .reduce(Addresses.ofBlocks(local), Addresses::union);
        for (var route : table.routes()) {
            if (route.cidr() != null) {
                add(route.cidr(), route);
            } else if (route.prefixListId() != null) {
                var blocks = lists.apply(route.prefixListId());
                if (blocks != null) {
                    blocks.forEach(each -> add(each, route));
                } else if (route.via() == RouteVia.GATEWAY_ENDPOINT && services.test(route.targetId())) {
                    serviceList = route.prefixListId();
                } else {
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
        Block.parse(text).ifPresent(block -> {
            var whole = Addresses.of(block);
            var yields = route.propagated() && route.via() == RouteVia.VPN_GATEWAY;
            var addresses = yields ? whole.minus(inside) : whole;
            if (!addresses.isEmpty()) {
                lines.add(new Line(block, addresses, route));
            }
        });
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
                choices.set(choices.size() - 1, last.with(last.addresses.union(hit)));
            } else {
                choices.add(choice(hit, line.route));
            }
        }
        if (!left.isEmpty()) {
            choices.add(choice(left, null));
        }
        return choices;
    }

    /** A list that is not known may be more specific than anything but one address; the VPC itself it cannot hold. */
    private Choice choice(Addresses addresses, @Nullable Route route) {
        return route != null && route.via() == RouteVia.LOCAL
                ? new Choice(addresses, route, null, null)
                : new Choice(addresses, route, unknownList, serviceList);
    }
}
