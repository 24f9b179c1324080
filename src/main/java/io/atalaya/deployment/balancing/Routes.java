package io.atalaya.deployment.balancing;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.WeightedTargetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which target groups stand behind a balancer, a listener, a rule. A classic balancer knows no target groups: its registered
 * instances count as one group under its own name, as {@link io.atalaya.deployment.Target#targetGroupArn()} has it.
 */
public final class Routes {
    private final DeploymentIndex index;
    private final Map<String, List<TargetGroup>> groupsByBalancer = new HashMap<>();
    private final Map<String, List<Listener>> listenersByGroup = new HashMap<>();

    public Routes(DeploymentIndex index) {
        this.index = index;
        for (var group : index.deployment().items(Parts.TARGET_GROUPS)) {
            for (var balancer : group.balancerArns()) {
                groupsByBalancer
                        .computeIfAbsent(balancer, unused -> new ArrayList<>())
                        .add(group);
            }
        }
        for (var listener : index.deployment().items(Parts.LISTENERS)) {
            for (var group : groupArns(listener)) {
                listenersByGroup
                        .computeIfAbsent(group, unused -> new ArrayList<>())
                        .add(listener);
            }
        }
    }

    public DeploymentIndex index() {
        return index;
    }

    /** All groups that AWS says belong to the balancer, whether or not a rule sends anything there. */
    public Set<String> groupArns(LoadBalancer balancer) {
        if (balancer.balancerType() == LoadBalancerType.CLASSIC) {
            return Set.of(balancer.arn());
        }
        var arns = new LinkedHashSet<String>();
        groupsByBalancer.getOrDefault(balancer.arn(), List.of()).forEach(group -> arns.add(group.arn()));
        return arns;
    }

    /** The groups of its default action and of all its rules; a listener of a classic balancer has the balancer's own. */
    public Set<String> groupArns(Listener listener) {
        var classic = balancer(listener);
        if (classic != null && classic.balancerType() == LoadBalancerType.CLASSIC) {
            return groupArns(classic);
        }
        var arns = new LinkedHashSet<String>();
        Stream.concat(
                        listener.defaultActions().stream(),
                        index.rules(listener.arn()).stream().flatMap(rule -> rule.actions().stream()))
                .forEach(action -> arns.addAll(receiving(action)));
        return arns;
    }

    public Set<String> groupArns(ListenerRule rule) {
        var arns = new LinkedHashSet<String>();
        rule.actions().forEach(action -> arns.addAll(receiving(action)));
        return arns;
    }

    /** A group with weight zero is named by the rule and receives nothing. */
    private static List<String> receiving(RuleAction action) {
        return action.targetGroups().stream()
                .filter(each -> each.weight() > 0)
                .map(WeightedTargetGroup::targetGroupArn)
                .toList();
    }

    /** Null where the balancer was deleted or not read. */
    public @Nullable LoadBalancer balancer(Listener listener) {
        return index.find(LoadBalancer.class, ResourceType.LOAD_BALANCER, listener.balancerArn())
                .orElse(null);
    }

    /** The balancers a group belongs to, those that were read. */
    public List<LoadBalancer> balancers(TargetGroup group) {
        return group.balancerArns().stream()
                .flatMap(arn -> index.find(LoadBalancer.class, ResourceType.LOAD_BALANCER, arn).stream())
                .toList();
    }

    /** The listeners whose default action or rules send requests to a group. */
    public List<Listener> listeners(String targetGroupArn) {
        return List.copyOf(listenersByGroup.getOrDefault(targetGroupArn, List.of()));
    }

    /** Null for classic balancers' own and for groups that were not read. */
    public @Nullable TargetGroup group(String targetGroupArn) {
        return index.find(TargetGroup.class, ResourceType.TARGET_GROUP, targetGroupArn)
                .orElse(null);
    }

    /** What a person calls it: the group's name, or what AWS called it where the group was not read. */
    public String groupName(String targetGroupArn) {
        var group = group(targetGroupArn);
        return group == null ? targetGroupArn.replaceFirst(".*:targetgroup/([^/]*)/.*", "$1") : group.name();
    }
}
