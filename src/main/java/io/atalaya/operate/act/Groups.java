package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What acts on scaling groups share. */
final class Groups {
    /** autoscaling:DescribeScalingProcessTypes. */
    static final List<String> PROCESSES = List.of(
            "Launch",
            "Terminate",
            "AddToLoadBalancer",
            "AlarmNotification",
            "AZRebalance",
            "HealthCheck",
            "InstanceRefresh",
            "ReplaceUnhealthy",
            "ScheduledActions");

    private Groups() {}

    static ResourceRef ref(String name) {
        return new ResourceRef(ResourceType.SCALING_GROUP, name);
    }

    static AwsRequest request(String operation, String name) {
        return AwsRequest.of(Service.AUTO_SCALING, operation).with("AutoScalingGroupName", name);
    }

    static void processes(List<String> processes) {
        Input.require(
                !processes.isEmpty() && PROCESSES.containsAll(processes),
                "operate.input.processes",
                String.join(", ", PROCESSES));
    }

    /** The processes that a group was not to run; empty where the group was not seen. */
    static Optional<Set<String>> suspended(String name, Deployment deployment) {
        return deployment
                .index()
                .find(ScalingGroup.class, ResourceType.SCALING_GROUP, name)
                .map(it -> Set.copyOf(it.suspendedProcesses()));
    }

    static Settling until(String name, Predicate<ScalingGroup> reached) {
        return Watched.until(Parts.SCALING_GROUPS, it -> it.name().equals(name), reached);
    }

    /** Watches one member's life cycle state. */
    static Settling member(String name, String instanceId, String wanted) {
        return Watched.one(
                Parts.SCALING_GROUPS,
                Duration.ofMinutes(15),
                it -> it.name().equals(name),
                (before, now) -> now == null
                        ? Progress.failed("")
                        : now.members().stream()
                                .filter(it -> it.instanceId().equals(instanceId))
                                .findFirst()
                                .map(it -> member(it, wanted))
                                .orElseGet(() -> Progress.failed("")));
    }

    private static Progress member(ScalingMember member, String wanted) {
        var state = member.lifecycleState();
        if (state.equals(wanted)) {
            return Progress.done(state);
        }
        return state.startsWith("Terminat") || state.equals("Detached")
                ? Progress.failed(state)
                : Progress.underWay(state);
    }

    /** Watches the newest refresh of a group. */
    static Settling refresh(String name, Set<String> done, Set<String> underWay, boolean newOne) {
        return new Settling(Set.of(Parts.INSTANCE_REFRESHES), Duration.ofHours(2), (before, now) -> {
            var last = newest(before.items(Parts.INSTANCE_REFRESHES), name);
            return newest(now.items(Parts.INSTANCE_REFRESHES), name)
                    .filter(it -> !newOne
                            || last.filter(old -> old.id().equals(it.id())).isEmpty())
                    .map(it -> progress(it, done, underWay))
                    .orElseGet(() -> Progress.underWay(""));
        });
    }

    private static Progress progress(InstanceRefresh it, Set<String> done, Set<String> underWay) {
        var reason = it.statusReason() == null ? "" : ": " + it.statusReason();
        var words = it.status() + " " + it.percent() + " %" + reason;
        if (done.contains(it.status())) {
            return Progress.done(words);
        }
        return underWay.contains(it.status()) ? Progress.underWay(words) : Progress.failed(words);
    }

    private static Optional<InstanceRefresh> newest(List<InstanceRefresh> refreshes, String name) {
        return refreshes.stream()
                .filter(it -> it.groupName().equals(name))
                .max(Comparator.comparing(InstanceRefresh::startedAt));
    }
}
