package io.atalaya.operate.preflight;

import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.WeightedTargetGroup;
import io.atalaya.operate.act.ModifyRuleWeights;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a rule shares its requests out. */
final class WeightRules {
    private final Known known;
    private final Findings found;

    WeightRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void modify(ModifyRuleWeights act) {
        known.subject(ListenerRule.class, ResourceType.LISTENER_RULE, act.ruleArn(), Parts.LISTENER_RULES, found)
                .ifPresent(rule -> modify(rule, act));
    }

    private void modify(ListenerRule rule, ModifyRuleWeights act) {
        if (rule.priority().equals("default")) {
            found.blocked("defaultRule");
            return;
        }
        if (rule.actions().size() != 1 || !rule.actions().getFirst().type().equals("forward")) {
            found.blocked(
                    "ruleDoesMore",
                    Names.some(rule.actions().stream().map(RuleAction::type).toList()));
            return;
        }
        var before = rule.actions().getFirst().targetGroups();
        if (Objects.equals(act.stickinessSeconds(), rule.actions().getFirst().stickySeconds())
                && new HashSet<>(before).equals(new HashSet<>(act.weights()))) {
            found.blocked("nothingToDo", rule.priority());
            return;
        }
        if (act.weights().stream().allMatch(it -> it.weight() == 0)) {
            found.danger("weightsZero");
            return;
        }
        known.sure(Parts.TARGETS);
        var sharesBefore = shares(before);
        shares(act.weights()).forEach((arn, share) -> group(arn, sharesBefore.getOrDefault(arn, 0), share));
        sharesBefore.forEach((arn, share) -> {
            if (act.weights().stream().noneMatch(it -> it.targetGroupArn().equals(arn)) && share > 0) {
                found.caution("weightGone", TargetsLeft.name(known, arn), share);
            }
        });
        if (act.stickinessSeconds() != null) {
            found.note("sticky", act.stickinessSeconds());
        }
    }

    private void group(String arn, int before, int after) {
        var name = TargetsLeft.name(known, arn);
        var targets = known.index().targets(arn);
        if (after > 0 && targets != null && targets.stream().noneMatch(TargetsLeft::healthy)) {
            found.danger("weightToNobody", after, name);
        } else if (after == 0 && before > 0) {
            found.caution("weightGone", name, before);
        } else if (after != before) {
            found.caution("weightChanges", name, before, after);
        }
    }

    /** Percent of the requests by group, in whole numbers that add up to 100; all zero where no weight is above zero. */
    static Map<String, Integer> shares(List<WeightedTargetGroup> weights) {
        var sum = weights.stream().mapToLong(WeightedTargetGroup::weight).sum();
        var shares = new HashMap<String, Integer>();
        long passed = 0;
        var given = 0;
        for (var each : weights) {
            passed += each.weight();
            var upTo = sum == 0 ? 0 : (int) Math.round(passed * 100.0 / sum);
            // a group that receives anything is never shown as receiving nothing
            var share = each.weight() > 0 ? Math.max(1, upTo - given) : 0;
            shares.put(each.targetGroupArn(), share);
            given = upTo;
        }
        return shares;
    }
}
