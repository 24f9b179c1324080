package io.atalaya.deployment;

import java.util.List;

/**
 * A rule of a listener (elasticloadbalancing:DescribeRules).
 *
 * @param priority a number, or {@code default}
 */
public record ListenerRule(
        String arn, String listenerArn, String priority, List<RuleCondition> conditions, List<RuleAction> actions)
        implements Resource {
    public ListenerRule {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public String name() {
        return priority;
    }

    @Override
    public ResourceType type() {
        return ResourceType.LISTENER_RULE;
    }
}
