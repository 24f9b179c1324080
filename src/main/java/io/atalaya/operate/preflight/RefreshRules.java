package io.atalaya.operate.preflight;

import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.operate.act.CancelInstanceRefresh;
import io.atalaya.operate.act.StartInstanceRefresh;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Replacing the members of a group a few at a time. */
final class RefreshRules {
    private static final Set<String> UNDER_WAY =
            Set.of("Pending", "InProgress", "Cancelling", "RollbackInProgress", "Baking");

    private final Known known;
    private final Findings found;

    RefreshRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void start(StartInstanceRefresh act) {
        group(act.groupName()).ifPresent(group -> {
            var running = underWay(group.name());
            if (running.isPresent()) {
                found.blocked("refreshUnderWay", running.get().status());
                return;
            }
            var inService = (int) group.members().stream()
                    .filter(it -> it.lifecycleState().equals("InService"))
                    .count();
            if (inService == 0) {
                found.note("refreshNobody", group.name());
            } else {
                pace(inService, act.minHealthyPercentage());
            }
            if (group.members().stream().anyMatch(it -> it.lifecycleState().endsWith("Standby"))) {
                found.caution("refreshStandby");
            }
            if (group.launchTemplateVersion() != null) {
                found.note("refreshTemplate", group.launchTemplateVersion());
            }
        });
    }

    private void pace(int members, int minHealthyPercentage) {
        var kept = kept(members, minHealthyPercentage);
        if (members == 1) {
            found.danger("refreshOnlyMember");
        } else if (kept == 0) {
            found.danger("refreshAllAtOnce", members);
        } else {
            found.caution("refreshReplaces", members, members - kept, kept);
        }
    }

    /** How many of the members stay in service at the least. Auto Scaling rounds up, and replaces one at the least. */
    static int kept(int members, int minHealthyPercentage) {
        var kept = (int) Math.ceilDiv((long) members * minHealthyPercentage, 100);
        return Math.min(kept, members - 1);
    }

    void cancel(CancelInstanceRefresh act) {
        group(act.groupName()).ifPresent(group -> underWay(group.name())
                .ifPresentOrElse(it -> found.caution("refreshMixed", it.percent()), () -> {
                    if (known.sure(Parts.INSTANCE_REFRESHES)) {
                        found.blocked("noRefresh", group.name());
                    }
                }));
    }

    private Optional<InstanceRefresh> underWay(String groupName) {
        return known.items(Parts.INSTANCE_REFRESHES).stream()
                .filter(it -> it.groupName().equals(groupName))
                .max(Comparator.comparing(InstanceRefresh::startedAt))
                .filter(it -> UNDER_WAY.contains(it.status()));
    }

    private Optional<ScalingGroup> group(String name) {
        return known.subject(ScalingGroup.class, ResourceType.SCALING_GROUP, name, Parts.SCALING_GROUPS, found);
    }
}
