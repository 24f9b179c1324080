package io.atalaya.deployment.overview;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingActivity;
import io.atalaya.deployment.ScalingGroup;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Scaling groups that cannot give what they are asked for. */
final class ScalingRule implements Rule {
    private static final Duration FRESH = Duration.ofHours(24);
    /** Processes whose suspension leaves failed machines where they are. */
    private static final Set<String> MENDING =
            Set.of("Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer");

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.SCALING_GROUPS).stream().flatMap(group -> Stream.of(
                        belowDesired(group), atMaximum(group), suspended(group), failed(group, situation))
                .flatMap(each -> each));
    }

    private static Stream<Finding> belowDesired(ScalingGroup group) {
        var inService = group.members().stream()
                .filter(member -> member.lifecycleState().equals("InService")
                        && member.healthStatus().equalsIgnoreCase("healthy"))
                .count();
        return inService >= group.desired()
                ? Stream.empty()
                : Stream.of(finding(
                        FindingKind.GROUP_BELOW_DESIRED,
                        inService == 0 ? Urgency.FAILED : Urgency.DEGRADED,
                        group,
                        inService,
                        group.desired()));
    }

    /** A group of fixed size is always at its maximum; that is no news. */
    private static Stream<Finding> atMaximum(ScalingGroup group) {
        return group.max() > group.min() && group.desired() >= group.max()
                ? Stream.of(finding(FindingKind.GROUP_AT_MAXIMUM, Urgency.DEGRADED, group, group.max()))
                : Stream.empty();
    }

    private static Stream<Finding> suspended(ScalingGroup group) {
        var mending =
                group.suspendedProcesses().stream().filter(MENDING::contains).toList();
        return mending.isEmpty()
                ? Stream.empty()
                : Stream.of(finding(FindingKind.GROUP_SUSPENDED, Urgency.DEGRADED, group, String.join(", ", mending)));
    }

    /** Only when the newest activity failed: an older failure that was followed by a success is history. */
    private static Stream<Finding> failed(ScalingGroup group, Situation situation) {
        return situation.items(Parts.SCALING_ACTIVITIES).stream()
                .filter(activity -> activity.groupName().equals(group.name()))
                .max(Comparator.comparing(ScalingActivity::startedAt))
                .filter(activity -> activity.status().equals("Failed"))
                .filter(activity -> activity.startedAt().isAfter(situation.now().minus(FRESH)))
                .map(activity -> new Finding(
                        FindingKind.SCALING_FAILED,
                        Urgency.FAILED,
                        group.ref(),
                        Parts.SCALING_ACTIVITIES,
                        activity.startedAt(),
                        List.of(
                                group.name(),
                                activity.description(),
                                activity.statusMessage() == null ? "" : activity.statusMessage())))
                .stream();
    }

    private static Finding finding(FindingKind kind, Urgency urgency, ScalingGroup group, Object... more) {
        return new Finding(
                kind,
                urgency,
                group.ref(),
                Parts.SCALING_GROUPS,
                null,
                Stream.concat(Stream.of((Object) group.name()), Stream.of(more)).toList());
    }
}
