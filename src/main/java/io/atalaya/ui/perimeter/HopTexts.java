package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.reach.Decision;
import io.atalaya.deployment.reach.Hop;
import io.atalaya.deployment.reach.Path;
import io.atalaya.deployment.reach.Rule;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a path as cards say them. */
final class HopTexts {
    private static final Set<Hop.Kind> FIREWALLS =
            Set.of(Hop.Kind.GROUPS_OUT, Hop.Kind.GROUPS_IN, Hop.Kind.ACL_OUT, Hop.Kind.ACL_IN);
    private static final Set<Hop.Kind> ROUTES = Set.of(Hop.Kind.ROUTE, Hop.Kind.TRANSIT_ROUTE);

    private final Texts texts;
    private final TrafficText traffic;
    private final Deployment deployment;
    private final String asked;

    /** @param asked the port of the question in words */
    HopTexts(Texts texts, Deployment deployment, String asked) {
        this.texts = texts;
        this.traffic = new TrafficText(texts);
        this.deployment = deployment;
        this.asked = asked;
    }

    /** The step that makes the answer: the first that stops, else the first that cannot be told, else that lets some through. */
    static @Nullable Hop deciding(Path path) {
        var all = new ArrayList<>(path.there());
        all.addAll(path.back());
        for (var effect : List.of(Hop.Effect.STOPS, Hop.Effect.UNKNOWN, Hop.Effect.PARTLY)) {
            for (var hop : all) {
                if (hop.effect() == effect) {
                    return hop;
                }
            }
        }
        return null;
    }

    List<HopText> there(Path path) {
        return texts(path, path.there(), false);
    }

    List<HopText> back(Path path) {
        return texts(path, path.back(), true);
    }

    private List<HopText> texts(Path path, List<Hop> hops, boolean back) {
        var deciding = deciding(path);
        var behind = back && deciding != null && path.there().stream().anyMatch(it -> it == deciding);
        var found = new ArrayList<HopText>();
        for (var hop : hops) {
            var decides = hop == deciding;
            found.add(of(hop, decides, behind, path, back));
            behind |= decides && hop.effect() == Hop.Effect.STOPS;
        }
        return found;
    }

    /** @param behind whether a step before it stops everything, so that it only would */
    private HopText of(Hop hop, boolean decides, boolean behind, Path path, boolean back) {
        return new HopText(
                hop, place(hop), title(hop, path), lines(hop, back), state(hop), word(hop, decides, behind), decides);
    }

    private static State state(Hop hop) {
        return switch (hop.effect()) {
            case PASSES, TRACKED -> State.HEALTHY;
            case PARTLY -> State.DEGRADED;
            case STOPS -> State.FAILED;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    private String word(Hop hop, boolean decides, boolean behind) {
        var sort = FIREWALLS.contains(hop.kind()) ? "admits" : ROUTES.contains(hop.kind()) ? "routes" : "passes";
        return switch (hop.effect()) {
            case PASSES -> texts.get("perimeter.hop." + sort + (behind ? ".would" : ""));
            case TRACKED -> texts.get("perimeter.hop.stateful");
            case PARTLY -> texts.get(decides ? "perimeter.hop.partly.decides" : "perimeter.hop.partly");
            case STOPS ->
                texts.get(
                        decides
                                ? "perimeter.hop.stops.decides"
                                : behind ? "perimeter.hop.stops.would" : "perimeter.hop.stops");
            case UNKNOWN -> texts.get("perimeter.hop.unknown");
        };
    }

    private String place(Hop hop) {
        return switch (hop.kind()) {
            case GROUPS_OUT, GROUPS_IN, MACHINE, LISTENER, PUBLIC_ADDRESS, NOTHING_THERE ->
                hop.place() == null ? texts.get("perimeter.hop.kind." + hop.kind()) : type(hop.place());
            case ACL_OUT, ACL_IN ->
                hop.place() == null
                        ? texts.get("perimeter.hop.kind." + hop.kind())
                        : type(hop.place()) + " " + name(hop.place());
            default -> hop.resource() == null ? texts.get("perimeter.hop.kind." + hop.kind()) : type(hop.resource());
        };
    }

    private String title(Hop hop, Path path) {
        var what = hop.resource() != null ? hop.resource() : hop.place();
        var name = what == null ? texts.get("perimeter.hop.kind." + hop.kind()) : name(what);
        if (hop.kind() == Hop.Kind.PUBLIC_ADDRESS) {
            var address = path.to().publicAddress() != null
                    ? path.to().publicAddress()
                    : path.from().publicAddress();
            return address == null ? name : address.toString();
        }
        return FIREWALLS.contains(hop.kind())
                ? texts.get(
                        hop.kind() == Hop.Kind.GROUPS_IN || hop.kind() == Hop.Kind.ACL_IN
                                ? "perimeter.hop.in"
                                : "perimeter.hop.out",
                        name)
                : name;
    }

    private List<String> lines(Hop hop, boolean back) {
        if (hop.effect() == Hop.Effect.TRACKED) {
            return List.of(texts.get("perimeter.hop.tracked"), texts.get("perimeter.hop.tracked.why"));
        }
        var lines = new ArrayList<String>();
        var decision = telling(hop);
        if (decision != null) {
            lines.addAll(rule(decision.rule()));
        }
        if (hop.kind() == Hop.Kind.LISTENER && hop.effect() == Hop.Effect.PASSES) {
            lines.add(texts.get("perimeter.hop.listens", asked));
        }
        if (hop.why() != null && (decision == null || hop.why() != Hop.Why.NO_RULE)) {
            lines.add(texts.get("perimeter.why." + hop.why(), back ? texts.get("perimeter.hop.reply") : asked));
        }
        return lines;
    }

    /** The rule that tells most of it: where it stops or lets only some pass, the one that refuses. */
    private static @Nullable Decision telling(Hop hop) {
        var refusing = hop.effect() == Hop.Effect.STOPS || hop.effect() == Hop.Effect.PARTLY;
        return hop.decisions().stream()
                .filter(each -> refusing != each.allows())
                .findFirst()
                .orElse(hop.decisions().isEmpty() ? null : hop.decisions().getFirst());
    }

    private List<String> rule(Rule rule) {
        return switch (rule) {
            case Rule.OfGroup it ->
                List.of(
                        texts.get("perimeter.hop.rule", String.valueOf(it.place()), traffic.of(it.rule())),
                        direction(it.rule().ingress(), peer(it)));
            case Rule.OfAcl it ->
                List.of(
                        texts.get(
                                "perimeter.hop.rule",
                                it.entry().number() >= RuleTexts.LAST
                                        ? "*"
                                        : String.valueOf(it.entry().number()),
                                traffic.of(it.entry())),
                        direction(!it.entry().egress(), it.entry().cidr()));
            case Rule.OfTable it ->
                List.of(
                        it.route().cidr() != null
                                ? it.route().cidr()
                                : String.valueOf(it.route().prefixListId()),
                        texts.get(
                                "perimeter.hop.to",
                                it.route().targetId() == null
                                        ? "local"
                                        : it.route().targetId()));
            case Rule.OfTransit it ->
                List.of(
                        String.valueOf(it.route().cidr()),
                        texts.get(
                                "perimeter.hop.to", String.join(", ", it.route().attachmentIds())));
        };
    }

    private String peer(Rule.OfGroup of) {
        var rule = of.rule();
        if (rule.groupId() != null) {
            return name(new ResourceRef(ResourceType.SECURITY_GROUP, rule.groupId()));
        }
        return rule.cidr() != null ? rule.cidr() : String.valueOf(rule.prefixListId());
    }

    private String direction(boolean inbound, String peer) {
        return texts.get(inbound ? "perimeter.hop.from" : "perimeter.hop.to", peer);
    }

    private String type(ResourceRef ref) {
        return texts.get("inspector.type." + ref.type());
    }

    private String name(ResourceRef ref) {
        return AwsText.word(deployment.index().find(ref).map(Resource::name).orElse(ref.id()));
    }
}
