package io.atalaya.sandbox.world;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefreshStatus;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.RefreshPreferences;

/** Replaces the members of a scaling group one after the other, each when the one before has been replaced. */
public final class Refreshing {
    /** Draining, launch, warm-up and the first health checks of one member. */
    private static final Duration EACH = Duration.ofMinutes(6);

    private static final Duration CANCELLING = Duration.ofSeconds(15);

    private final World world;
    private long begun;

    Refreshing(World world) {
        this.world = world;
    }

    /** Whether one is under way. */
    public boolean isUnderWay(String group) {
        return world.scaling().refreshes().stream()
                .anyMatch(r -> r.autoScalingGroupName().equals(group) && isOpen(r.status()));
    }

    /** Begins one and returns its id. */
    public String start(String group, RefreshPreferences preferences) {
        String id = world.dice().uuid("refresh" + group + world.now(), begun++);
        AutoScalingGroup now = world.scaling().groups().get(group);
        List<String> old = now.instances().stream()
                .filter(i -> i.lifecycleState() == LifecycleState.IN_SERVICE)
                .filter(i -> !Boolean.TRUE.equals(preferences.skipMatching())
                        || !Objects.equals(i.launchTemplate(), now.launchTemplate()))
                .map(Instance::instanceId)
                .toList();
        world.scaling()
                .refreshes()
                .put(InstanceRefresh.builder()
                        .instanceRefreshId(id)
                        .autoScalingGroupName(group)
                        .status(InstanceRefreshStatus.PENDING)
                        .startTime(world.now())
                        .percentageComplete(0)
                        .instancesToUpdate(old.size())
                        .preferences(preferences)
                        .build());
        world.timeline().after(Duration.ofSeconds(5), () -> step(group, id, old, 0));
        return id;
    }

    /** {@code Cancelling}, then {@code Cancelled}; what was replaced stays replaced. Returns its id. */
    public String cancel(String group) {
        InstanceRefresh open = world.scaling().refreshes().stream()
                .filter(r -> r.autoScalingGroupName().equals(group) && isOpen(r.status()))
                .findFirst()
                .orElseThrow();
        String id = open.instanceRefreshId();
        world.scaling().refreshes().change(id, r -> r.toBuilder()
                .status(InstanceRefreshStatus.CANCELLING)
                .statusReason("Cancelled due to user request.")
                .build());
        world.timeline().after(CANCELLING, () -> end(id, InstanceRefreshStatus.CANCELLED));
        world.deeds().done(Deed.What.REFRESH_CANCELLED, group);
        return id;
    }

    private void step(String group, String id, List<String> old, int done) {
        InstanceRefreshStatus status = world.scaling().refreshes().get(id).status();
        if (status != InstanceRefreshStatus.PENDING && status != InstanceRefreshStatus.IN_PROGRESS) {
            return;
        }
        world.scaling().refreshes().change(id, r -> r.toBuilder()
                .status(InstanceRefreshStatus.IN_PROGRESS)
                .percentageComplete(old.isEmpty() ? 100 : done * 100 / old.size())
                .instancesToUpdate(old.size() - done)
                .build());
        if (done == old.size()) {
            end(id, InstanceRefreshStatus.SUCCESSFUL);
            world.deeds().done(Deed.What.REFRESHED, group);
            return;
        }
        world.scaling().remove(group, old.get(done), "an instance was taken out of service for an instance refresh.");
        world.scaling().reconcile(group, "an instance was launched for an instance refresh.");
        world.timeline().after(EACH, () -> step(group, id, old, done + 1));
    }

    private void end(String id, InstanceRefreshStatus status) {
        world.scaling().refreshes().change(id, r -> r.toBuilder()
                .status(status)
                .endTime(world.now())
                .build());
    }

    private static boolean isOpen(InstanceRefreshStatus status) {
        return status == InstanceRefreshStatus.PENDING
                || status == InstanceRefreshStatus.IN_PROGRESS
                || status == InstanceRefreshStatus.CANCELLING
                || status == InstanceRefreshStatus.ROLLBACK_IN_PROGRESS;
    }
}
