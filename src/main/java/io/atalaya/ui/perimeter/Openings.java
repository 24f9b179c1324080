package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Openings by port instead of by who passes: that everybody reaches one port and an office another as well says nothing of the
 * first but that it is open to everybody.
 */
final class Openings {
    private record Where(
            ResourceRef resource,
            @Nullable String interfaceId,
            @Nullable Ip address,
            Protocol protocol) {}

    private record Piece(Ports ports, Set<Integer> of) {}

    private final Map<Boolean, Addresses> whole = new HashMap<>();
    private final BiPredicate<Exposure.Opening, Ports> everybody;

    /** @param everybody asked where no opening shows what all of the internet is */
    private Openings(BiPredicate<Exposure.Opening, Ports> everybody) {
        this.everybody = everybody;
    }

    static List<Exposure.Opening> byPort(Exposure exposure, BiPredicate<Exposure.Opening, Ports> everybody) {
        var openings = new Openings(everybody);
        var places = new LinkedHashMap<Where, List<Exposure.Opening>>();
        for (var each : exposure.openings()) {
            if (each.everyone() && !each.from().isEmpty()) {
                openings.whole.putIfAbsent(each.from().first().six(), each.from());
            }
            places.computeIfAbsent(
                            new Where(each.resource(), each.interfaceId(), each.address(), each.protocol()),
                            it -> new ArrayList<>())
                    .add(each);
        }
        var found = new ArrayList<Exposure.Opening>();
        places.values().forEach(each -> found.addAll(each.size() == 1 ? each : openings.merge(each)));
        return found;
    }

    private List<Exposure.Opening> merge(List<Exposure.Opening> some) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            var mine = some.get(i).ports();
            var left = mine;
            var finer = new ArrayList<Piece>();
            for (var piece : pieces) {
                var shared = piece.ports().intersect(mine);
                var rest = piece.ports().minus(mine);
                if (!shared.isEmpty()) {
                    var of = new TreeSet<>(piece.of());
                    of.add(i);
                    finer.add(new Piece(shared, of));
                }
                if (!rest.isEmpty()) {
                    finer.add(new Piece(rest, piece.of()));
                }
                left = left.minus(piece.ports());
            }
            if (!left.isEmpty()) {
                finer.add(new Piece(left, Set.of(i)));
            }
            pieces = finer;
        }
        var byWho = new LinkedHashMap<Set<Integer>, Ports>();
        pieces.forEach(each -> byWho.merge(new TreeSet<>(each.of()), each.ports(), Ports::union));
        var merged = new ArrayList<Exposure.Opening>();
        byWho.forEach((of, ports) -> merged.add(one(of.stream().map(some::get).toList(), ports)));
        return merged;
    }

    private Exposure.Opening one(List<Exposure.Opening> of, Ports ports) {
        var first = of.getFirst();
        var from = of.stream().map(Exposure.Opening::from).reduce(Addresses.NONE, Addresses::union);
        var everyone = of.stream().anyMatch(Exposure.Opening::everyone) || of.size() > 1 && all(first, from, ports);
        var rules = of.stream()
                .flatMap(each -> each.rules().stream())
                .distinct()
                .filter(each -> concerns(each, ports))
                .toList();
        return new Exposure.Opening(
                first.resource(),
                first.interfaceId(),
                first.address(),
                first.protocol(),
                from,
                ports,
                everyone,
                rules,
                first.answers());
    }

    private boolean all(Exposure.Opening like, Addresses from, Ports ports) {
        var internet = from.isEmpty() ? null : whole.get(from.first().six());
        return internet == null ? everybody.test(like, ports) : from.containsAll(internet);
    }

    private static boolean concerns(Rule.OfGroup rule, Ports ports) {
        var from = rule.rule().fromPort();
        var to = rule.rule().toPort();
        return from == null
                || from < 0
                || !ports.intersect(Ports.range(from, to == null ? from : to)).isEmpty();
    }
}
