package io.atalaya.deployment.balancing;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person asks about a target, joined from the parts that know it. What was not read is null.
 *
 * @param groupName of its target group, or of its classic balancer
 * @param zone the zone AWS names, else that of the instance
 * @param image that the instance was started from; null for images of others and deregistered ones
 * @param member how its scaling group sees it; null where it belongs to none
 * @param condition its state in AWS's own word, with AWS's description
 */
public record TargetFacts(
        Target target,
        String groupName,
        @Nullable Instance instance,
        @Nullable String zone,
        @Nullable Image image,
        @Nullable ScalingMember member,
        Condition condition) {
    private static final Set<String> GOING = Set.of("stopping", "stopped", "shutting-down", "terminated");

    private static final Comparator<TargetFacts> WORST_FIRST = Comparator.comparing(
                    (TargetFacts each) -> each.condition().state())
            .reversed()
            .thenComparing(TargetFacts::groupName)
            .thenComparing(TargetFacts::name)
            .thenComparing(each -> each.target().targetId());

    /** All targets, those that need somebody first. */
    public static List<TargetFacts> all(Routes routes) {
        return routes.index().deployment().items(Parts.TARGETS).stream()
                .map(each -> of(each, routes))
                .sorted(WORST_FIRST)
                .toList();
    }

    public static TargetFacts of(Target target, Routes routes) {
        var index = routes.index();
        var instance = index.find(Instance.class, ResourceType.INSTANCE, target.targetId())
                .orElse(null);
        var image = instance == null
                ? null
                : index.find(Image.class, ResourceType.IMAGE, instance.imageId())
                        .orElse(null);
        var seen = Conditions.of(target);
        return new TargetFacts(
                target,
                routes.groupName(target.targetGroupArn()),
                instance,
                zone(target, instance),
                image,
                index.member(target.targetId()),
                new Condition(seen.state(), target.state(), target.description()));
    }

    /** {@code all} is what AWS says of an address outside of the VPC. */
    private static @Nullable String zone(Target target, @Nullable Instance instance) {
        var named = target.zone();
        return named != null && !named.equals("all") ? named : instance == null ? null : instance.zone();
    }

    /** What a person calls it: the instance's name, else its id or address. */
    public String name() {
        return instance == null ? target.targetId() : instance.name();
    }

    /** The instance where it is one, else the group it stands in. */
    public ResourceRef ref() {
        return instance == null ? new ResourceRef(ResourceType.TARGET_GROUP, target.targetGroupArn()) : instance.ref();
    }

    /** Registered, and its machine does not run: it costs a place in the group and answers nobody. */
    public boolean registeredButStopped() {
        return !draining()
                && (instance != null && GOING.contains(instance.state())
                        || "Target.InvalidState".equals(target.reason()));
    }

    public boolean draining() {
        return target.state().equals("draining") || target.state().equals("unhealthy.draining");
    }
}
