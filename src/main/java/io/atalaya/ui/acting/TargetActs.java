package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.WeightedTargetGroup;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.ModifyHealthCheck;
import io.atalaya.operate.act.ModifyRuleWeights;
import io.atalaya.operate.act.RegisterTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with a target group, its targets, and the rule that shares requests among groups. */
final class TargetActs {
    private static final String NONE = "";

    private TargetActs() {}

    static Stream<ActOffer> of(TargetGroup group, Deployment deployment) {
        var offers = new ArrayList<ActOffer>();
        offers.add(register(group, deployment));
        var targets = Objects.requireNonNullElse(deployment.index().targets(group.arn()), List.<Target>of()).stream()
                .filter(it -> !it.state().equals("draining"))
                .toList();
        if (!targets.isEmpty()) {
            offers.add(deregister(group, targets, deployment));
        }
        if (!group.targetType().equals("lambda")) {
            offers.add(healthCheck(group));
        }
        return offers.stream();
    }

    /** Out of the groups it is in, and back into those that it leaves. */
    static Stream<ActOffer> ofInstance(Instance instance, Deployment deployment) {
        return Stream.concat(back(instance, deployment), out(instance, deployment));
    }

    private static Stream<ActOffer> back(Instance instance, Deployment deployment) {
        return deployment.index().targetsOf(instance.id()).stream()
                .filter(it -> it.state().equals("draining"))
                .flatMap(it -> deployment
                        .index()
                        .find(TargetGroup.class, ResourceType.TARGET_GROUP, it.targetGroupArn())
                        .map(group -> ActOffer.plain(
                                "RegisterTarget",
                                group.ref(),
                                () -> new RegisterTarget(group.arn(), it.targetId(), it.port())))
                        .stream());
    }

    private static Stream<ActOffer> out(Instance instance, Deployment deployment) {
        return deployment.index().targetsOf(instance.id()).stream()
                .filter(it -> !it.state().equals("draining"))
                .map(Target::targetGroupArn)
                .distinct()
                .flatMap(arn -> deployment.index().find(TargetGroup.class, ResourceType.TARGET_GROUP, arn).stream())
                .map(group -> deregister(
                        group,
                        deployment.index().targetsOf(instance.id()).stream()
                                .filter(it -> it.targetGroupArn().equals(group.arn()))
                                .toList(),
                        deployment));
    }

    private static ActOffer register(TargetGroup group, Deployment deployment) {
        return ActOffer.of(
                RegisterTarget.class,
                group.ref(),
                () -> List.of(target(group, deployment), ActField.maybe("port")),
                values ->
                        new RegisterTarget(group.arn(), values.text("targetId").strip(), values.numberOrNull("port")));
    }

    /** Running instances of its network for a group of instances; an address is typed. */
    private static ActField target(TargetGroup group, Deployment deployment) {
        if (!group.targetType().equals("instance")) {
            return ActField.text("targetId", "", "192.0.2.1");
        }
        var inside = deployment.items(Parts.INSTANCES).stream()
                .filter(it -> it.state().equals("running"))
                .filter(it -> group.vpcId() == null || group.vpcId().equals(it.vpcId()))
                .toList();
        return ActField.choice("targetId", AddressActs.instances(inside));
    }

    private static ActOffer deregister(TargetGroup group, List<Target> targets, Deployment deployment) {
        return ActOffer.of(
                DeregisterTarget.class,
                group.ref(),
                () -> List.of(ActField.choice(
                        "targetId",
                        targets.stream()
                                .map(it -> new ActField.Option(key(it), words(it, deployment)))
                                .toList())),
                values -> {
                    var chosen = targets.stream()
                            .filter(it -> key(it).equals(values.text("targetId")))
                            .findFirst();
                    return new DeregisterTarget(
                            group.arn(),
                            chosen.map(Target::targetId).orElse(""),
                            chosen.map(Target::port).orElse(null));
                });
    }

    private static String key(Target target) {
        return target.targetId() + " " + target.port();
    }

    private static String words(Target target, Deployment deployment) {
        var name = ActTexts.name(new ResourceRef(ResourceType.INSTANCE, target.targetId()), deployment);
        return (name.equals(target.targetId()) ? name : name + " · " + target.targetId())
                + (target.port() == null ? "" : ":" + target.port())
                + " · " + target.state();
    }

    private static ActOffer healthCheck(TargetGroup group) {
        var now = group.healthCheck();
        return ActOffer.of(
                ModifyHealthCheck.class,
                group.ref(),
                () -> {
                    var fields = new ArrayList<ActField>();
                    fields.add(
                            ActField.choiceNow("protocol", now.protocol(), ActField.words(protocols(now.protocol()))));
                    fields.add(textNow("port", now.port(), "traffic-port"));
                    if (isHttp(now)) {
                        fields.add(textNow("path", now.path(), "/"));
                        fields.add(textNow("matcher", now.matcher(), "200"));
                    }
                    fields.add(ActField.number("intervalSeconds", now.intervalSeconds()));
                    fields.add(ActField.number("timeoutSeconds", now.timeoutSeconds()));
                    fields.add(ActField.number("healthyThreshold", now.healthyThreshold()));
                    fields.add(ActField.number("unhealthyThreshold", now.unhealthyThreshold()));
                    return fields;
                },
                values -> new ModifyHealthCheck(
                        group.arn(),
                        new HealthCheckSettings(
                                now.enabled(),
                                values.text("protocol"),
                                values.text("port").strip(),
                                isHttp(now) ? values.textOrNull("path") : null,
                                values.number("intervalSeconds"),
                                values.number("timeoutSeconds"),
                                values.number("healthyThreshold"),
                                values.number("unhealthyThreshold"),
                                isHttp(now) ? values.textOrNull("matcher") : null)));
    }

    private static boolean isHttp(HealthCheckSettings settings) {
        return settings.protocol().startsWith("HTTP");
    }

    /** A path belongs to HTTP only, so that a check goes from one to the other in AWS's own console. */
    private static String[] protocols(String now) {
        return now.startsWith("HTTP") ? new String[] {"HTTP", "HTTPS"} : new String[] {now};
    }

    private static ActField textNow(String id, @Nullable String now, String sample) {
        return new ActField.Text(id, now == null ? NONE : now, true, 1, sample);
    }

    static Stream<ActOffer> of(ListenerRule rule, Deployment deployment) {
        var actions = rule.actions();
        if (rule.priority().equals("default")
                || actions.size() != 1
                || actions.getFirst().targetGroups().isEmpty()) {
            return Stream.empty(); // AWS would replace what the other actions do
        }
        var groups = actions.getFirst().targetGroups();
        return Stream.of(ActOffer.of(
                ModifyRuleWeights.class,
                rule.ref(),
                () -> List.of(weights(groups, deployment), sticky(actions.getFirst())),
                values -> {
                    var typed = values.numbers("weights");
                    return new ModifyRuleWeights(
                            rule.arn(),
                            groups.stream()
                                    .map(it -> new WeightedTargetGroup(
                                            it.targetGroupArn(), typed.getOrDefault(it.targetGroupArn(), 0)))
                                    .toList(),
                            values.numberOrNull("stickinessSeconds"));
                }));
    }

    /** What stands in it is kept; emptied, no client stays with its group. */
    private static ActField sticky(RuleAction action) {
        var now = action.stickySeconds();
        return now == null ? ActField.maybe("stickinessSeconds") : ActField.number("stickinessSeconds", now);
    }

    private static ActField weights(List<WeightedTargetGroup> groups, Deployment deployment) {
        Map<String, String> now = new LinkedHashMap<>();
        groups.forEach(it -> now.put(it.targetGroupArn(), String.valueOf(it.weight())));
        var names = groups.stream()
                .map(it -> new ActField.Option(
                        it.targetGroupArn(),
                        ActTexts.name(new ResourceRef(ResourceType.TARGET_GROUP, it.targetGroupArn()), deployment)))
                .toList();
        return new ActField.Numbers("weights", now, true, names);
    }
}
