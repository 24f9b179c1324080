package io.atalaya.deployment.balancing;

import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.RuleCondition;
import io.atalaya.deployment.WeightedTargetGroup;
import java.util.List;
import java.util.stream.Collectors;

/** Rules in AWS's words, short enough for a cell. */
public final class RuleText {
    private RuleText() {}

    /** {@code /descargas/*}, {@code shop.example.com /api/*}; {@code default} for the rule of last resort. */
    public static String when(ListenerRule rule) {
        return rule.conditions().isEmpty()
                ? rule.priority()
                : rule.conditions().stream().map(RuleText::condition).collect(Collectors.joining(" "));
    }

    /** {@code ChOp-web}, {@code blue 80 %, green 20 %}, {@code redirect HTTPS 443 301}: what is done with a request. */
    public static String then(List<RuleAction> actions, Routes routes) {
        return actions.stream().map(action -> action(action, routes)).collect(Collectors.joining(", "));
    }

    private static String action(RuleAction action, Routes routes) {
        var groups = action.targetGroups();
        if (groups.isEmpty()) {
            return action.detail() == null ? action.type() : action.type() + " " + action.detail();
        }
        int all = groups.stream().mapToInt(WeightedTargetGroup::weight).sum();
        return groups.stream()
                .map(each -> routes.groupName(each.targetGroupArn())
                        + (groups.size() == 1 || all == 0 ? "" : " " + Math.round(100.0 * each.weight() / all) + " %"))
                .collect(Collectors.joining(", "));
    }

    private static String condition(RuleCondition condition) {
        var values = String.join(", ", condition.values());
        // a path and a host are told by their looks
        return switch (condition.field()) {
            case "path-pattern", "host-header" -> values;
            default -> condition.field() + " " + values;
        };
    }
}
