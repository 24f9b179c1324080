package io.atalaya.operate.preflight;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who still answers a balancer's requests when some targets no longer do. */
final class TargetsLeft {
    private final Known known;
    private final Findings found;

    TargetsLeft(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    /** Something to which a balancer sends requests: a target group in use, or a classic balancer itself. */
    private record Pool(String arn, String name) {}

    /** Without an instance, in every group in which it is a target, by its id or by its address. */
    void without(Instance instance) {
        without(target -> target.targetId().equals(instance.id())
                || (instance.privateIp() != null && target.targetId().equals(instance.privateIp())));
    }

    /** Without the targets that leave. */
    void without(Predicate<Target> leaves) {
        var groups = known.items(Parts.TARGET_GROUPS).stream()
                .filter(it -> !it.balancerArns().isEmpty())
                .map(it -> new Pool(it.arn(), it.name()));
        var classic = known.items(Parts.LOAD_BALANCERS).stream()
                .filter(it -> it.balancerType() == LoadBalancerType.CLASSIC)
                .map(it -> new Pool(it.arn(), it.name()));
        known.sure(Parts.TARGETS);
        Stream.concat(groups, classic).forEach(pool -> {
            var targets = known.index().targets(pool.arn());
            if (targets != null && targets.stream().anyMatch(leaves)) {
                judge(pool, targets, leaves);
            }
        });
    }

    private void judge(Pool pool, List<Target> targets, Predicate<Target> leaves) {
        var healthy = targets.stream().filter(TargetsLeft::healthy).toList();
        var after = healthy.stream().filter(leaves.negate()).toList();
        if (after.size() == healthy.size()) {
            if (known.sure(Parts.TARGETS)) {
                found.note("targetServesNobody", pool.name(), after.size(), targets.size());
            }
            return;
        }
        if (after.isEmpty()) {
            found.danger("lastHealthy", pool.name(), targets.size());
            return;
        }
        var emptied = zones(healthy);
        emptied.removeAll(zones(after));
        if (!emptied.isEmpty()) {
            found.caution("zoneEmpty", pool.name(), Names.some(emptied), after.size());
        }
        if (after.size() == 1) {
            found.caution("oneHealthyLeft", pool.name());
        } else if (known.sure(Parts.TARGETS)) {
            found.note("targetsLeft", pool.name(), after.size(), targets.size());
        }
    }

    static boolean healthy(Target target) {
        return Conditions.of(target).state() == State.HEALTHY;
    }

    private Set<String> zones(List<Target> targets) {
        var zones = new TreeSet<String>();
        targets.stream().map(this::zone).filter(Objects::nonNull).forEach(zones::add);
        return zones;
    }

    /** AWS names it for addresses only; an instance says it itself. */
    private @Nullable String zone(Target target) {
        if (target.zone() != null && !target.zone().equals("all")) {
            return target.zone();
        }
        return known.index()
                .find(Instance.class, ResourceType.INSTANCE, target.targetId())
                .map(Instance::zone)
                .orElse(null);
    }

    /** What a person calls a group. */
    static String name(Known known, String targetGroupArn) {
        return known.index()
                .find(TargetGroup.class, ResourceType.TARGET_GROUP, targetGroupArn)
                .map(TargetGroup::name)
                .or(() -> known.index()
                        .find(LoadBalancer.class, ResourceType.LOAD_BALANCER, targetGroupArn)
                        .map(LoadBalancer::name))
                .orElse(targetGroupArn);
    }
}
