package io.atalaya.ui.balancing;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.balancing.Callout;
import io.atalaya.deployment.balancing.Fate;
import io.atalaya.deployment.balancing.RuleText;
import io.atalaya.ui.common.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what there is to say of one balancer, listener, rule, group or target. */
final class Details {
    private final LoadBalancingModel.Shown shown;
    private final BalancingTexts texts;
    private final TargetChanges changes;
    private final Instant now;
    private final DeploymentIndex index;

    Details(LoadBalancingModel.Shown shown, BalancingTexts texts, TargetChanges changes, Instant now) {
        this.changes = changes;
        this.shown = shown;
        this.texts = texts;
        this.now = now;
        this.index = shown.routes().index();
    }

    Detail of(@Nullable Selected selected) {
        if (selected == null) {
            return everything();
        }
        if (selected.registration() != null) {
            var row = shown.target(selected.registration());
            if (row != null) {
                changes.look(row);
            }
            return row == null
                    ? gone(selected.registration().targetId())
                    : new TargetDetail(shown.routes(), shown.network(), texts, changes, now)
                            .of(row, about(Set.of(row.facts().ref())));
        }
        return switch (index.find(selected.resource()).orElse(null)) {
            case LoadBalancer it -> of(it);
            case Listener it -> of(it);
            case ListenerRule it -> of(it);
            case TargetGroup it -> of(it);
            case null -> gone(selected.resource().id());
            default -> gone(selected.resource().id());
        };
    }

    private Detail everything() {
        var points = new ArrayList<>(
                shown.callouts().stream().map(each -> texts.point(each, now)).toList());
        if (!read()) {
            points.add(Detail.Point.of(
                    State.UNKNOWN, texts.get("balancing.unread.title"), texts.get("balancing.unread.text")));
        }
        if (points.isEmpty()) {
            points.add(Detail.Point.of(
                    State.HEALTHY, texts.get("balancing.nothing.title"), texts.get("balancing.nothing.text")));
        }
        return new Detail(texts.get("balancing.calledOut"), "", null, points, List.of());
    }

    /** Whether what the rules look at was ever read: without that, nothing called out means nothing. */
    private boolean read() {
        return LoadBalancingModel.ROWS_OF.stream()
                .filter(each -> each != Parts.TARGET_GROUP_ATTRIBUTES)
                .allMatch(each -> index.deployment().observed(each).askedAt() != null);
    }

    private Detail gone(String id) {
        return new Detail(
                id,
                id,
                null,
                List.of(Detail.Point.of(
                        State.UNKNOWN, texts.get("balancing.gone.title"), texts.get("balancing.gone.text"))),
                List.of());
    }

    private List<Detail.Point> about(Set<ResourceRef> subjects) {
        return shown.callouts().stream()
                .filter(each -> subjects.contains(each.subject()))
                .map(each -> leadingOn(each, subjects))
                .toList();
    }

    /** A click on what is selected already would lead nowhere. */
    private Detail.Point leadingOn(Callout callout, Set<ResourceRef> subjects) {
        var point = texts.point(callout, now);
        return subjects.size() == 1 ? Detail.Point.of(point.state(), point.title(), point.text()) : point;
    }

    /** What is not called out is well only where its state says so: the targets that fail stand in their table. */
    private List<Detail.Point> orWell(List<Detail.Point> points, Condition condition) {
        if (!points.isEmpty()) {
            return points;
        }
        return List.of(
                condition.state() == State.HEALTHY
                        ? Detail.Point.of(
                                State.HEALTHY, texts.get("balancing.well.title"), texts.get("balancing.well.text"))
                        : Detail.Point.of(condition.state(), condition.word(), texts.get("balancing.nothing.text")));
    }

    private Detail of(LoadBalancer balancer) {
        var subjects = new HashSet<ResourceRef>();
        subjects.add(balancer.ref());
        var listeners = index.listeners(balancer.arn());
        listeners.forEach(each -> subjects.add(each.ref()));
        listeners.stream().flatMap(each -> index.rules(each.arn()).stream()).forEach(each -> subjects.add(each.ref()));
        shown.routes().groupArns(balancer).forEach(arn -> {
            var group = shown.routes().group(arn);
            if (group != null) {
                subjects.add(group.ref());
            }
        });
        var facts = new ArrayList<Detail.Fact>();
        facts.add(fact("kind", texts.kind(balancer)));
        facts.add(fact("state", balancer.state()));
        facts.add(fact("dns", balancer.dnsName()));
        facts.add(fact("zones", zones(balancer)));
        facts.add(fact("vpc", balancer.vpcId()));
        facts.add(fact("securityGroups", String.join(", ", balancer.securityGroupIds())));
        return detail(balancer.name(), balancer.arn(), new Fate(shown.routes()).of(balancer), subjects, facts);
    }

    /** {@code us-east-1a 2 targets}: how many stand in each of its zones. */
    private String zones(LoadBalancer balancer) {
        var groups = shown.routes().groupArns(balancer);
        return String.join(
                ", ",
                balancer.zones().stream()
                        .map(BalancerZone::zone)
                        .sorted()
                        .map(zone -> zone + " "
                                + shown.targets().stream()
                                        .map(TargetRow::facts)
                                        .filter(each -> zone.equals(each.zone())
                                                && groups.contains(each.target().targetGroupArn()))
                                        .count())
                        .toList());
    }

    private Detail of(Listener listener) {
        var balancer = shown.routes().balancer(listener);
        var facts = new ArrayList<Detail.Fact>();
        facts.add(fact("balancer", balancer == null ? listener.balancerArn() : balancer.name()));
        facts.add(fact("default", RuleText.then(listener.defaultActions(), shown.routes())));
        facts.add(fact("sslPolicy", listener.sslPolicy()));
        var known = index.certificates(listener);
        known.forEach(each -> facts.add(fact("certificate", texts.certificate(each, now))));
        if (known.size() < listener.certificateArns().size()) {
            facts.add(fact("certificate", texts.get("balancing.certificate.unread")));
        }
        return detail(
                listener.name(), listener.arn(), new Fate(shown.routes()).of(listener), Set.of(listener.ref()), facts);
    }

    private Detail of(ListenerRule rule) {
        var listener = index.find(new ResourceRef(io.atalaya.deployment.ResourceType.LISTENER, rule.listenerArn()))
                .orElse(null);
        var facts = new ArrayList<Detail.Fact>();
        facts.add(fact("listener", listener == null ? rule.listenerArn() : listener.name()));
        facts.add(fact("priority", rule.priority()));
        rule.conditions()
                .forEach(each -> facts.add(fact("when", each.field() + " " + String.join(", ", each.values()))));
        facts.add(fact("then", RuleText.then(rule.actions(), shown.routes())));
        return detail(RuleText.when(rule), rule.arn(), new Fate(shown.routes()).of(rule), Set.of(rule.ref()), facts);
    }

    private Detail of(TargetGroup group) {
        var check = group.healthCheck();
        var attributes = index.attributes(group.arn());
        var facts = new ArrayList<Detail.Fact>();
        facts.add(fact("check", texts.check(check, group.port())));
        if (check.enabled()) {
            facts.add(fact("timing", texts.timing(check)));
            facts.add(fact("matcher", check.matcher()));
        }
        facts.add(fact("targets", texts.get("balancing.group.targets", group.targetType(), port(group))));
        facts.add(fact(
                "delay",
                attributes == null || attributes.deregistrationDelaySeconds() == null
                        ? null
                        : attributes.deregistrationDelaySeconds() + " s"));
        facts.add(fact("algorithm", attributes == null ? null : attributes.algorithm()));
        facts.add(fact("stickiness", attributes == null ? null : attributes.stickiness()));
        facts.add(fact("crossZone", attributes == null ? null : attributes.crossZone()));
        facts.add(fact(
                "listeners",
                String.join(
                        ", ",
                        shown.routes().listeners(group.arn()).stream()
                                .map(Listener::name)
                                .toList())));
        return detail(
                group.name(),
                group.arn(),
                Conditions.of(group, index.targets(group.arn())),
                Set.of(group.ref()),
                facts);
    }

    private static String port(TargetGroup group) {
        return Stream.of(
                        group.protocol(),
                        group.port() == null ? null : group.port().toString())
                .filter(java.util.Objects::nonNull)
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private Detail detail(
            String title, String id, Condition condition, Set<ResourceRef> subjects, List<Detail.Fact> facts) {
        return new Detail(
                title,
                id,
                new Seen(condition, Freshness.CURRENT),
                orWell(about(subjects), condition),
                facts.stream().filter(each -> !each.value().isEmpty()).toList());
    }

    private Detail.Fact fact(String key, @Nullable String value) {
        return new Detail.Fact(texts.get("balancing.fact." + key), value == null ? "" : value);
    }
}
