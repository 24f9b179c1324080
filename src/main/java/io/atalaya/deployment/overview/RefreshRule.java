package io.atalaya.deployment.overview;

import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Scaling groups whose latest instance refresh did not get through. */
final class RefreshRule implements Rule {
    private static final Set<String> WRONG = Set.of("Failed", "RollbackInProgress", "RollbackFailed");

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.SCALING_GROUPS).stream()
                .flatMap(group -> situation.items(Parts.INSTANCE_REFRESHES).stream()
                        .filter(each -> each.groupName().equals(group.name()))
                        .max(Comparator.comparing(InstanceRefresh::startedAt))
                        .filter(each -> WRONG.contains(each.status()))
                        .map(each -> finding(group, each))
                        .stream());
    }

    private static Finding finding(ScalingGroup group, InstanceRefresh refresh) {
        return new Finding(
                FindingKind.INSTANCE_REFRESH_FAILED,
                Urgency.FAILED,
                group.ref(),
                Parts.INSTANCE_REFRESHES,
                refresh.startedAt(),
                List.of(
                        group.name(),
                        refresh.status(),
                        refresh.percent(),
                        refresh.statusReason() == null ? "" : refresh.statusReason()));
    }
}
