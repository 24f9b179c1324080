package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * autoscaling:StartInstanceRefresh: replaces the members of a group by new ones from its launch template, a few at a time.
 *
 * @param minHealthyPercentage 0 to 100: how much of the group stays in service meanwhile
 * @param instanceWarmupSeconds how long a new member counts as not ready; null for the group's own setting
 * @param skipMatching leaves members alone that already are what the template says
 */
public record StartInstanceRefresh(
        String groupName,
        int minHealthyPercentage,
        @Nullable Integer instanceWarmupSeconds,
        boolean skipMatching) implements Operation {
    public StartInstanceRefresh {
        Input.name(groupName);
        Input.range("operate.input.minHealthy", minHealthyPercentage, 0, 100);
        if (instanceWarmupSeconds != null) {
            Input.range("operate.input.warmup", instanceWarmupSeconds, 0, 21_600);
        }
    }

    @Override
    public ResourceRef on() {
        return Groups.ref(groupName);
    }

    @Override
    public AwsRequest request() {
        var preferences = new Structure()
                .with("MinHealthyPercentage", minHealthyPercentage)
                .with("InstanceWarmup", instanceWarmupSeconds)
                .with("SkipMatching", skipMatching);
        return Groups.request("StartInstanceRefresh", groupName).with("Preferences", preferences.map());
    }

    @Override
    public Settling settling() {
        return Groups.refresh(groupName, Set.of("Successful"), Set.of("Pending", "InProgress", "Baking"), true);
    }

    /** It stops what is left of it; members that were replaced stay replaced. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new CancelInstanceRefresh(groupName));
    }
}
