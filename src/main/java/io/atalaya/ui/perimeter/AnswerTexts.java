package io.atalaya.ui.perimeter;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.State;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Doubt;
import io.atalaya.deployment.reach.Passing;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers in words: why, how much of it, and what would change it. */
final class AnswerTexts {
    private static final int RANGES = 4;

    private final Texts texts;
    private final TrafficText traffic;
    private final Deployment deployment;

    AnswerTexts(Texts texts, Deployment deployment) {
        this.texts = texts;
        this.traffic = new TrafficText(texts);
        this.deployment = deployment;
    }

    static State state(Verdict verdict) {
        return switch (verdict) {
            case YES -> State.HEALTHY;
            case NO -> State.FAILED;
            case PARTLY -> State.DEGRADED;
            case CANNOT_TELL -> State.UNKNOWN;
        };
    }

    /** One sentence: why it is so. */
    String because(Answer answer, List<HopText> steps) {
        return switch (answer.verdict()) {
            case YES -> texts.get("perimeter.because.YES");
            case NO -> stops(steps);
            case PARTLY ->
                answer.passing().isEmpty()
                        ? stops(steps)
                        : texts.get(
                                "perimeter.because.PARTLY",
                                answer.passing().stream()
                                        .limit(2)
                                        .map(this::passing)
                                        .collect(Collectors.joining("; ")));
            case CANNOT_TELL ->
                texts.get(
                        "perimeter.because.CANNOT_TELL",
                        answer.doubts().stream().map(this::doubt).distinct().collect(Collectors.joining("; ")));
        };
    }

    private String stops(List<HopText> steps) {
        return steps.stream()
                .filter(HopText::decides)
                .findFirst()
                .map(hop -> texts.get("perimeter.because.NO", hop.title(), String.join(" ", hop.lines())))
                .orElse(texts.get("perimeter.because.NO.nowhere"));
    }

    String passing(Passing passing) {
        var clients = passing.clientPorts().ranges();
        var all = clients.isEmpty()
                || clients.getFirst().first() <= 1024 && clients.getLast().last() == 65_535 && clients.size() == 1;
        var from = some(passing.from().blocks());
        var to = some(passing.to().blocks());
        var ports = some(passing.ports().ranges());
        return all
                ? texts.get("perimeter.passing", from, to, ports)
                : texts.get("perimeter.passing.clients", from, to, ports, some(clients));
    }

    private static String some(List<?> things) {
        return things.stream().limit(RANGES).map(Object::toString).collect(Collectors.joining(", "))
                + (things.size() > RANGES ? ", … +" + (things.size() - RANGES) : "");
    }

    String doubt(Doubt doubt) {
        var part = doubt.part() == null ? "" : part(doubt.part());
        var id = doubt.id() == null ? "" : name(doubt.id());
        var problem = doubt.problem();
        var said = problem == null ? "" : problem.missingAction() == null ? problem.code() : problem.missingAction();
        var key = "perimeter.doubt." + doubt.kind() + (problem == null ? "" : ".problem");
        return texts.get(
                texts.containsKey(key) ? key : "perimeter.doubt." + doubt.kind(), part.isEmpty() ? id : part, said);
    }

    /** A part as its source is called on screen. */
    String part(Part<?> part) {
        var key = "overview.part." + part.id();
        return texts.containsKey(key) ? texts.get(key) : part.id().replace('-', ' ');
    }

    /** What a change would be, as text. */
    String change(Change change) {
        return switch (change) {
            case Change.AddRule it ->
                texts.get(
                        it.rule().ingress() ? "perimeter.change.addRule.in" : "perimeter.change.addRule.out",
                        name(it.groupId()),
                        traffic.of(it.rule()),
                        peer(it.rule()));
            case Change.RemoveRule it ->
                texts.get("perimeter.change.removeRule", name(it.groupId()), traffic.of(it.rule()), peer(it.rule()));
            case Change.AddEntry it ->
                texts.get(
                        it.entry().egress() ? "perimeter.change.addEntry.out" : "perimeter.change.addEntry.in",
                        name(it.aclId()),
                        entry(it.entry()));
            case Change.ReplaceEntry it ->
                texts.get("perimeter.change.replaceEntry", name(it.aclId()), entry(it.entry()));
            case Change.RemoveEntry it ->
                texts.get(
                        it.egress() ? "perimeter.change.removeEntry.out" : "perimeter.change.removeEntry.in",
                        name(it.aclId()),
                        String.valueOf(it.number()));
            case Change.AddRoute it ->
                texts.get("perimeter.change.addRoute", name(it.routeTableId()), route(it.route()));
            case Change.ReplaceRoute it ->
                texts.get("perimeter.change.replaceRoute", name(it.routeTableId()), route(it.route()));
            case Change.Mend it -> texts.get("perimeter.mend." + it.what(), name(it.resource()));
        };
    }

    private String peer(SecurityRule rule) {
        return rule.groupId() != null
                ? name(rule.groupId())
                : rule.cidr() != null ? rule.cidr() : String.valueOf(rule.prefixListId());
    }

    private String entry(AclEntry entry) {
        return texts.get(
                entry.allow() ? "perimeter.change.allow" : "perimeter.change.refuse",
                String.valueOf(entry.number()),
                traffic.of(entry),
                entry.cidr());
    }

    private static String route(Route route) {
        return (route.cidr() == null ? route.prefixListId() : route.cidr())
                + " → "
                + (route.targetId() == null ? route.via().name().toLowerCase(Locale.ROOT) : name(route));
    }

    private static String name(Route route) {
        return String.valueOf(route.targetId());
    }

    private String name(ResourceRef ref) {
        return deployment.index().find(ref).map(Resource::name).orElse(ref.id());
    }

    private String name(String id) {
        for (var type : List.of(
                ResourceType.SECURITY_GROUP,
                ResourceType.NETWORK_ACL,
                ResourceType.ROUTE_TABLE,
                ResourceType.INSTANCE,
                ResourceType.PREFIX_LIST)) {
            var found = deployment.index().find(new ResourceRef(type, id));
            if (found.isPresent()) {
                return found.get().name();
            }
        }
        return id;
    }
}
