package io.atalaya.operate.preflight;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Opened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the internet reaches then and did not before, and the other way round. */
final class InternetPaths {
    /** A thousand take milliseconds; with more it would be asked in the perimeter's own view. */
    private static final int MOST_INTERFACES = 10_000;

    private final Known known;
    private final Findings found;
    private final RequestChain chain;
    private final PathSay say;

    private record Traffics(ResourceRef resource, Protocol protocol) {}

    InternetPaths(Known known, Findings found, RequestChain chain) {
        this.known = known;
        this.found = found;
        this.chain = chain;
        this.say = new PathSay(found);
    }

    /** How many interfaces are looked at; 0 where there are too many. */
    int looked() {
        var cards = known.extra(Parts.NETWORK_INTERFACES).size();
        return cards > MOST_INTERFACES ? 0 : cards;
    }

    /** @return whether nothing changes, as far as it can be told */
    boolean same(PathSide before, PathSide after) {
        var cards = known.extra(Parts.NETWORK_INTERFACES);
        if (cards.size() > MOST_INTERFACES) {
            found.caution("worldTooLarge", cards.size());
            return false;
        }
        var then = after.exposure();
        var opened = Opened.between(before.exposure(), then);
        world(opened.opened(), true);
        world(opened.closed(), false);
        var touched =
                cards.stream().filter(chain::touches).map(each -> each.id()).toList();
        var unknown = then.unknown().stream()
                .filter(each -> each.interfaceId() == null || touched.contains(each.interfaceId()))
                .toList();
        if (!unknown.isEmpty()) {
            var doubts = unknown.getFirst().doubts();
            found.caution(
                    "worldUnknown",
                    Names.some(unknown.stream()
                            .map(each -> chain.name(each.resource()))
                            .toList()),
                    Doubted.reason(doubts),
                    Doubted.subject(doubts));
        }
        return unknown.isEmpty() && opened.opened().isEmpty() && opened.closed().isEmpty();
    }

    private void world(List<Exposure.Opening> openings, boolean opens) {
        Map<Traffics, List<Exposure.Opening>> byResource = new LinkedHashMap<>();
        openings.stream()
                .sorted(Comparator.comparing(each -> !grave(each, opens)))
                .forEach(each -> byResource
                        .computeIfAbsent(new Traffics(each.resource(), each.protocol()), key -> new ArrayList<>())
                        .add(each));
        var rows = List.copyOf(byResource.entrySet());
        for (var row : rows.subList(0, Math.min(PathSay.SHOWN, rows.size()))) {
            var ports = row.getValue().stream().map(Exposure.Opening::ports).reduce(Ports.NONE, Ports::union);
            say.one(
                    row.getValue().stream().anyMatch(each -> grave(each, opens)),
                    opens ? "worldOpens" : "worldCloses",
                    chain.name(row.getKey().resource()),
                    Traffic.of(row.getKey().protocol(), ports));
        }
        say.more(!opens, opens, rows.size());
    }

    /** Users come through balancers; what answers everybody beside is looked for within minutes, and data needs no visitors. */
    private static boolean grave(Exposure.Opening opening, boolean opens) {
        return switch (opening.answers()) {
            case LISTENER -> !opens;
            case DATABASE, FILE_SYSTEM -> opens;
            case INSTANCE, OTHER -> opens && opening.everyone();
        };
    }
}
