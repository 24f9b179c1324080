package io.atalaya.ui.balancing;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.balancing.Callout;
import io.atalaya.deployment.balancing.Draining;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.ui.common.Seen;
import io.atalaya.watch.TargetSpan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the rows of groups and targets of one snapshot; on any thread. */
final class Rows {
    private final Routes routes;
    private final BalancingTexts texts;
    private final Function<Target, List<TargetSpan>> history;
    private final Instant now;

    Rows(Routes routes, BalancingTexts texts, Function<Target, List<TargetSpan>> history, Instant now) {
        this.routes = routes;
        this.texts = texts;
        this.history = history;
        this.now = now;
    }

    List<GroupRow> groups(List<Callout> callouts) {
        var bySubject = callouts.stream().collect(Collectors.groupingBy(Callout::subject));
        return routes.index().deployment().items(Parts.TARGET_GROUPS).stream()
                .map(group -> group(group, bySubject))
                .toList();
    }

    private GroupRow group(TargetGroup group, Map<ResourceRef, List<Callout>> callouts) {
        var targets = routes.index().targets(group.arn());
        var condition = Conditions.of(group, targets);
        var balancers = routes.balancers(group).stream().map(LoadBalancer::name).collect(Collectors.joining(", "));
        var check = texts.checkBriefly(group);
        var notes = texts.brief(
                callouts.getOrDefault(group.ref(), List.of()).stream()
                        // its state says so already
                        .filter(each ->
                                each.kind() != Callout.Kind.NO_HEALTHY_TARGET && each.kind() != Callout.Kind.NO_TARGET)
                        .toList(),
                now);
        return new GroupRow(
                group,
                seen(condition, Parts.TARGETS),
                check,
                zones(targets),
                balancers,
                notes,
                words(condition.word(), condition.detail(), group.name(), group.arn(), balancers, check, notes));
    }

    /** {@code us-east-1a 2, 1d 1}. */
    private String zones(@Nullable List<Target> targets) {
        var byZone = new TreeMap<String, Integer>();
        for (var each : targets == null ? List.<Target>of() : targets) {
            var zone = TargetFacts.of(each, routes).zone();
            byZone.merge(zone == null ? "-" : zone, 1, Integer::sum);
        }
        return BalancingTexts.zones(byZone.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList());
    }

    List<TargetRow> targets() {
        return TargetFacts.all(routes).stream().map(this::target).toList();
    }

    private TargetRow target(TargetFacts facts) {
        var target = facts.target();
        var strip = history.apply(target);
        var instance = facts.instance();
        return new TargetRow(
                facts,
                seen(facts.condition(), Parts.TARGETS),
                strip,
                facts.draining() && !strip.isEmpty() ? draining(target, strip) : null,
                words(
                        facts.name(),
                        target.targetId(),
                        target.state(),
                        target.reason(),
                        target.description(),
                        facts.zone(),
                        facts.groupName(),
                        target.port() == null ? null : target.port().toString(),
                        facts.image() == null ? null : facts.image().name(),
                        instance == null ? null : instance.imageId(),
                        instance == null ? null : instance.privateIp()));
    }

    private @Nullable Draining draining(Target target, List<TargetSpan> strip) {
        var attributes = routes.index().attributes(target.targetGroupArn());
        var delay = attributes == null ? null : attributes.deregistrationDelaySeconds();
        var last = strip.getLast();
        return delay == null ? null : Draining.of(last.from(), last.notBefore(), delay);
    }

    private Seen seen(Condition condition, Part<?> part) {
        return new Seen(
                condition, drawn(routes.index().deployment().observed(part).freshness(now)));
    }

    static String words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    /** A value that is only late is drawn as a current one; rows must not change for what nobody sees. */
    static Freshness drawn(Freshness freshness) {
        return freshness == Freshness.LATE ? Freshness.CURRENT : freshness;
    }
}
