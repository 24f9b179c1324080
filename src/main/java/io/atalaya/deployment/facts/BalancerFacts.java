package io.atalaya.deployment.facts;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Facts of balancers, listeners, rules and target groups. */
final class BalancerFacts {
    private BalancerFacts() {}

    static List<Fact> of(LoadBalancer balancer, DeploymentIndex index) {
        var facts = new FactList(index, Parts.LOAD_BALANCERS)
                .text("state", balancer.state())
                .text("stateReason", balancer.stateReason())
                .text("balancerType", balancer.balancerType().name().toLowerCase(Locale.ROOT))
                .text("scheme", balancer.scheme())
                .id("dnsName", balancer.dnsName())
                .text(
                        "zones",
                        String.join(
                                ", ",
                                balancer.zones().stream()
                                        .map(BalancerZone::zone)
                                        .sorted()
                                        .toList()));
        for (var zone : balancer.zones()) {
            zone.addresses().forEach(address -> facts.id("address", address));
            facts.link("subnet", ResourceType.SUBNET, zone.subnetId());
        }
        return facts.link("vpc", ResourceType.VPC, balancer.vpcId())
                .links("securityGroup", ResourceType.SECURITY_GROUP, balancer.securityGroupIds())
                .links("target", ResourceType.INSTANCE, balancer.classicInstanceIds())
                .id("canonicalZone", balancer.canonicalZoneId())
                .moment("created", balancer.createdAt())
                .tags(balancer.tags())
                .done();
    }

    static List<Fact> of(Listener listener, DeploymentIndex index) {
        var facts = new FactList(index, Parts.LISTENERS)
                .link("balancer", ResourceType.LOAD_BALANCER, listener.balancerArn())
                .text("protocol", listener.protocol())
                .mono("port", listener.port());
        actions(facts, listener.defaultActions());
        listener.certificateArns().forEach(arn -> facts.id("certificate", arn));
        var read = index.certificates(listener);
        read.forEach(each -> facts.moment("certificateExpiry", each.notAfter()));
        if (read.size() < listener.certificateArns().size()) {
            facts.words("certificateExpiry", "fact.notRead");
        }
        return facts.text("sslPolicy", listener.sslPolicy())
                .mono("rules", index.rules(listener.arn()).size())
                .done();
    }

    static List<Fact> of(ListenerRule rule, DeploymentIndex index) {
        var facts = new FactList(index, Parts.LISTENER_RULES)
                .link("listener", ResourceType.LISTENER, rule.listenerArn())
                .mono("priority", rule.priority());
        rule.conditions()
                .forEach(condition ->
                        facts.text("condition", condition.field() + " " + String.join(", ", condition.values())));
        actions(facts, rule.actions());
        return facts.done();
    }

    private static void actions(FactList facts, List<RuleAction> actions) {
        for (var action : actions) {
            facts.text("action", action.detail() == null ? action.type() : action.type() + " " + action.detail());
            action.targetGroups()
                    .forEach(each -> facts.link("targetGroup", ResourceType.TARGET_GROUP, each.targetGroupArn()));
        }
    }

    static List<Fact> of(TargetGroup group, DeploymentIndex index) {
        var check = group.healthCheck();
        var facts = new FactList(index, Parts.TARGET_GROUPS)
                .text("targetType", group.targetType())
                .text("protocol", group.protocol())
                .mono("port", group.port())
                .links("balancer", ResourceType.LOAD_BALANCER, group.balancerArns());
        var targets = index.targets(group.arn());
        if (targets == null) {
            facts.words("targets", "fact.notRead");
        } else {
            facts.text("targets", Conditions.of(group, targets).word(), Parts.TARGETS);
            for (var target : targets) {
                var condition = Conditions.of(target);
                var words = new ArrayList<>(List.of(target.targetId(), condition.word()));
                if (condition.detail() != null) {
                    words.add(condition.detail());
                }
                facts.text("target", String.join(" · ", words), Parts.TARGETS);
            }
        }
        if (check.enabled()) {
            facts.mono(
                            "checkTarget",
                            check.protocol() + " " + check.port() + (check.path() == null ? "" : " " + check.path()))
                    .words(
                            "checkTiming",
                            "fact.checkTimingValue",
                            String.valueOf(check.intervalSeconds()),
                            String.valueOf(check.timeoutSeconds()),
                            String.valueOf(check.healthyThreshold()),
                            String.valueOf(check.unhealthyThreshold()))
                    .mono("matcher", check.matcher());
        } else {
            facts.words("checkTarget", "fact.disabled");
        }
        return facts.link("vpc", ResourceType.VPC, group.vpcId()).done();
    }
}
