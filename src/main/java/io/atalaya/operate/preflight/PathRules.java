package io.atalaya.operate.preflight;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.address.Protocol;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.deployment.reach.Doubt;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.deployment.reach.Opened;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.deployment.reach.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which paths a change of the perimeter opens and closes, by following them before and after. */
final class PathRules {
    /** Rows of one kind; what is beyond is counted. */
    private static final int SHOWN = 4;
    /** The sheet follows every key that is typed: more is asked in the perimeter's own view. */
    private static final int MOST_INTERFACES = 1_000;

    private static final int MOST_STEPS = 100;

    /** What every path rests on. */
    private static final List<Part<?>> NETWORK = List.of(
            Parts.SECURITY_GROUPS,
            Parts.NETWORK_ACLS,
            Parts.VPCS,
            Parts.SUBNETS,
            Parts.ROUTE_TABLES,
            Parts.INTERNET_GATEWAYS,
            Parts.NETWORK_INTERFACES);

    private final Known known;
    private final Findings found;
    private final RequestChain chain;

    private record Traffics(ResourceRef resource, Protocol protocol) {}

    PathRules(Known known, Findings found, RequestChain chain) {
        this.known = known;
        this.found = found;
        this.chain = chain;
    }

    void of(Change change) {
        var sure = true;
        for (var part : NETWORK) {
            sure &= known.sure(part);
        }
        var before = known.index().deployment();
        var after = Changes.apply(before, change);
        var same = internet(before, after) & requests(before, after);
        if (same && sure) {
            found.note("pathsSame");
        }
    }

    /** @return whether nothing changes, for sure */
    private boolean internet(Deployment before, Deployment after) {
        var cards = known.items(Parts.NETWORK_INTERFACES).size();
        if (cards > MOST_INTERFACES) {
            found.caution("worldTooLarge", cards);
            return false;
        }
        var then = Exposure.of(after);
        var opened = Opened.between(Exposure.of(before), then);
        world(opened.opened(), true);
        world(opened.closed(), false);
        var touched = known.items(Parts.NETWORK_INTERFACES).stream()
                .filter(chain::touches)
                .map(each -> each.id())
                .toList();
        var unknown = then.unknown().stream()
                .filter(each -> each.interfaceId() == null || touched.contains(each.interfaceId()))
                .toList();
        if (!unknown.isEmpty()) {
            var names =
                    unknown.stream().map(each -> chain.name(each.resource())).toList();
            found.caution(
                    "worldUnknown",
                    Names.some(names),
                    reason(unknown.getFirst().doubts()),
                    subject(unknown.getFirst().doubts()));
        }
        return unknown.isEmpty() && opened.opened().isEmpty() && opened.closed().isEmpty();
    }

    private void world(List<Exposure.Opening> openings, boolean opens) {
        Map<Traffics, List<Exposure.Opening>> byResource = new LinkedHashMap<>();
        openings.stream()
                .sorted(java.util.Comparator.comparing(each -> !grave(each, opens)))
                .forEach(each -> byResource
                        .computeIfAbsent(new Traffics(each.resource(), each.protocol()), key -> new ArrayList<>())
                        .add(each));
        var rows = List.copyOf(byResource.entrySet());
        for (var row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            var ports = row.getValue().stream().map(Exposure.Opening::ports).reduce(Ports.NONE, Ports::union);
            var grave = row.getValue().stream().anyMatch(each -> grave(each, opens));
            say(
                    grave,
                    opens ? "worldOpens" : "worldCloses",
                    chain.name(row.getKey().resource()),
                    Traffic.of(row.getKey().protocol(), ports));
        }
        more(rows.size(), opens);
    }

    /** Users come through balancers; what answers everybody beside is looked for within minutes, and data needs no visitors. */
    private static boolean grave(Exposure.Opening opening, boolean opens) {
        return switch (opening.answers()) {
            case LISTENER -> !opens;
            case DATABASE, FILE_SYSTEM -> opens;
            case INSTANCE, OTHER -> opens && opening.everyone();
        };
    }

    /** @return whether nothing changes, for sure */
    private boolean requests(Deployment before, Deployment after) {
        var all = chain.steps();
        var was = Reachability.of(before);
        var will = Reachability.of(after);
        var opens = new ArrayList<RequestChain.Step>();
        var closes = new ArrayList<RequestChain.Step>();
        var narrows = new ArrayList<RequestChain.Step>();
        var unknown = new ArrayList<RequestChain.Step>();
        Set<Doubt> doubts = new LinkedHashSet<>();
        for (var step : all.subList(0, Math.min(MOST_STEPS, all.size()))) {
            var then = was.answer(step.question());
            var now = will.answer(step.question());
            if (then.verdict() == Verdict.CANNOT_TELL || now.verdict() == Verdict.CANNOT_TELL) {
                unknown.add(step);
                doubts.addAll(then.doubts());
                doubts.addAll(now.doubts());
            } else if (weight(now) > weight(then)) {
                opens.add(step);
            } else if (weight(now) < weight(then)) {
                (now.verdict() == Verdict.NO ? closes : narrows).add(step);
            } else if (now.verdict() == Verdict.PARTLY && !now.passing().equals(then.passing())) {
                narrows.add(step);
            }
        }
        rows(closes, true, "pathCloses");
        rows(narrows, true, "pathNarrows");
        rows(opens, false, "pathOpens");
        if (!unknown.isEmpty()) {
            var why = List.copyOf(doubts);
            found.caution("pathUnknown", Names.some(RequestChain.words(unknown)), reason(why), subject(why));
        }
        if (all.size() > MOST_STEPS) {
            found.caution("pathsCapped", MOST_STEPS, all.size());
        }
        return all.size() <= MOST_STEPS
                && opens.isEmpty()
                && closes.isEmpty()
                && narrows.isEmpty()
                && unknown.isEmpty();
    }

    private static int weight(Answer answer) {
        return switch (answer.verdict()) {
            case YES -> 2;
            case PARTLY -> 1;
            case NO, CANNOT_TELL -> 0;
        };
    }

    private void rows(List<RequestChain.Step> steps, boolean grave, String key) {
        for (var each : steps.subList(0, Math.min(SHOWN, steps.size()))) {
            var question = each.question();
            say(grave, key, each.from(), each.to(), Traffic.of(question.protocol(), question.ports()));
        }
        more(steps.size(), !grave);
    }

    private void more(int rows, boolean opens) {
        if (rows > SHOWN) {
            say(!opens, opens ? "moreOpen" : "moreClose", rows - SHOWN);
        }
    }

    private void say(boolean grave, String key, Object... arguments) {
        if (grave) {
            found.danger(key, arguments);
        } else {
            found.caution(key, arguments);
        }
    }

    /** The number of the reason in the sentences. */
    private static int reason(List<Doubt> doubts) {
        return doubts.isEmpty()
                ? 4
                : switch (doubts.getFirst().kind()) {
                    case NOT_READ, INCOMPLETE -> 0;
                    case GROUP_MISSING, GROUP_OF_ANOTHER_ACCOUNT, PREFIX_LIST_UNKNOWN, OTHER_VPC -> 1;
                    case ROUTE_NOT_FOLLOWED, APPLIANCE -> 2;
                    case GROUPS_UNKNOWN, ADDRESS_UNKNOWN, RESOURCE_MISSING, NO_INTERFACE_KNOWN, SUBNET_UNKNOWN -> 3;
                    case OUTSIDE, TRANSIT_ROUTES_CUT, TOO_MANY, RULE_UNREADABLE, TRANSIT_REFERENCES -> 4;
                };
    }

    private String subject(List<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return "?";
        }
        var first = doubts.getFirst();
        var part = first.part();
        var id = first.id();
        return part != null ? part.id() : id != null ? id : first.kind().name();
    }
}
