package io.atalaya.operate.preflight;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Matrix;
import io.atalaya.deployment.reach.Matrix.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tiers reach which then and did not before: instances each other, on-premises by VPN, peered VPCs of this deployment, and
 * all of them the internet. What the internet reaches, and on what ports requests go, others say more exactly.
 */
final class TierPaths {
    /** Pairs of tiers grow with the square: with more it would take longer than anybody waits for a sheet. */
    private static final int MOST_INTERFACES = 2_500;
    /** The sentences' number of all balancers together; the others are those of the kinds. */
    private static final int BALANCERS = 6;

    private final Known known;
    private final Findings found;
    private final RequestChain chain;
    private final PathSay say;

    private record Row(Matrix.Cell cell, Protocol protocol, Ports ports, boolean whole) {}

    TierPaths(Known known, Findings found, RequestChain chain) {
        this.known = known;
        this.found = found;
        this.chain = chain;
        this.say = new PathSay(found);
    }

    boolean tooMany() {
        return known.extra(Parts.NETWORK_INTERFACES).size() > MOST_INTERFACES;
    }

    /** How many pairs are looked at; 0 where there are too many interfaces. */
    int looked(PathSide before) {
        return tooMany()
                ? 0
                : (int) before.matrix().cells().stream().filter(TierPaths::mine).count();
    }

    private static boolean mine(Matrix.Cell cell) {
        return cell.from().kind() != Kind.INTERNET;
    }

    /**
     * @param asked ports that were followed on each path of requests already
     * @return whether nothing changes, as far as it can be told
     */
    boolean same(PathSide before, PathSide after, Ports asked) {
        if (tooMany()) {
            found.caution("tiersTooMany", known.extra(Parts.NETWORK_INTERFACES).size());
            return false;
        }
        // rules of groups and ACLs make no tier: the cells are those of before, in their order
        var was = before.matrix().cells();
        var will = after.matrix().cells();
        var opens = new ArrayList<Row>();
        var closes = new ArrayList<Row>();
        var unknown = new ArrayList<Matrix.Cell>();
        for (int i = 0; i < will.size(); i++) {
            var now = will.get(i);
            if (mine(now)) {
                compare(was.get(i), now, requests(now) ? asked : Ports.NONE, opens, closes);
                if (!now.doubts().isEmpty() && (touches(now.from()) || touches(now.to()))) {
                    unknown.add(now);
                }
            }
        }
        rows(closes, "tierCloses", false);
        rows(opens, "tierOpens", true);
        if (!unknown.isEmpty()) {
            var first = unknown.getFirst();
            found.caution(
                    "tierUnknown",
                    word(first.from()),
                    name(first.from()),
                    word(first.to()),
                    name(first.to()),
                    Doubted.reason(first.doubts()),
                    Doubted.subject(first.doubts()),
                    unknown.size() - 1);
        }
        return opens.isEmpty() && closes.isEmpty() && unknown.isEmpty();
    }

    private static boolean requests(Matrix.Cell cell) {
        return switch (cell.to().kind()) {
            case INSTANCES -> cell.from().kind() == Kind.BALANCER;
            case DATABASES, FILE_SYSTEMS -> cell.from().kind() == Kind.INSTANCES;
            case INTERNET, ON_PREMISES, BALANCER -> false;
        };
    }

    private static void compare(Matrix.Cell then, Matrix.Cell now, Ports told, List<Row> opens, List<Row> closes) {
        for (var protocol : protocols(then, now)) {
            var some = of(then.someone(), protocol);
            var someNow = of(now.someone(), protocol);
            var all = of(then.everyone(), protocol);
            var allNow = of(now.everyone(), protocol);
            var skip = protocol.equals(Protocol.TCP) ? told : Ports.NONE;
            var closed = some.minus(someNow).union(all.minus(allNow)).minus(skip);
            if (!closed.isEmpty()) {
                closes.add(
                        new Row(now, protocol, closed, closed.intersect(someNow).isEmpty()));
            }
            var opened = someNow.minus(some).union(allNow.minus(all)).minus(skip);
            if (!opened.isEmpty()) {
                opens.add(new Row(now, protocol, opened, allNow.containsAll(opened)));
            }
        }
    }

    private static Set<Protocol> protocols(Matrix.Cell then, Matrix.Cell now) {
        var all = new LinkedHashSet<Protocol>();
        Stream.of(then.someone(), now.someone()).flatMap(List::stream).forEach(each -> all.add(each.protocol()));
        return all;
    }

    private static Ports of(List<Matrix.Open> open, Protocol protocol) {
        return open.stream()
                .filter(each -> each.protocol().equals(protocol))
                .map(Matrix.Open::ports)
                .reduce(Ports.NONE, Ports::union);
    }

    private boolean touches(Matrix.Tier tier) {
        return tier.members().stream().anyMatch(chain::touches);
    }

    private void rows(List<Row> rows, String key, boolean opens) {
        for (var row : rows.subList(0, Math.min(PathSay.SHOWN, rows.size()))) {
            var from = row.cell().from();
            var to = row.cell().to();
            say.one(
                    false,
                    key,
                    word(from),
                    name(from),
                    word(to),
                    name(to),
                    Traffic.of(row.protocol(), row.ports()),
                    row.whole() ? 0 : 1);
        }
        say.more(false, opens, rows.size());
    }

    private static int word(Matrix.Tier tier) {
        return tier.kind() == Kind.BALANCER && tier.name() == null
                ? BALANCERS
                : tier.kind().ordinal();
    }

    private static String name(Matrix.Tier tier) {
        return tier.name() == null ? "" : tier.name();
    }
}
