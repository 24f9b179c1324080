package io.atalaya.sandbox.world;

import java.time.Duration;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/**
 * Members of a scaling group that are set aside: they go on running, the group does not check them, and the balancers that it
 * feeds send them nothing.
 */
public final class Standby {
    private static final Duration WITHOUT_BALANCER = Duration.ofSeconds(5);
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private final World world;

    Standby(World world) {
        this.world = world;
    }

    /**
     * {@code EnteringStandby} until its connections have drained, then {@code Standby}.
     *
     * @param decrement lowers what is desired by one; otherwise the group launches another in its place
     */
    public void enter(String group, String instance, boolean decrement) {
        Scaling scaling = world.scaling();
        String cause = "instance " + instance + " was moved to standby in response to a user request.";
        AutoScalingGroup before = scaling.groups().get(group);
        set(group, instance, LifecycleState.ENTERING_STANDBY);
        before.targetGroupARNs().forEach(arn -> world.targets().deregister(arn, Scaling.target(instance)));
        String activity = scaling.begin(
                group,
                world.instances().zoneOf(instance),
                "Moving EC2 instance to Standby: " + instance,
                cause,
                ScalingActivityStatusCode.WAITING_FOR_ELB_CONNECTION_DRAINING,
                50);
        world.timeline().after(draining(before), () -> {
            set(group, instance, LifecycleState.STANDBY);
            scaling.finish(activity);
        });
        if (decrement) {
            scaling.groups().change(group, g -> g.toBuilder()
                    .desiredCapacity(g.desiredCapacity() - 1)
                    .build());
        } else {
            scaling.reconcile(group, "an instance was moved to standby and another was launched in its place.");
        }
    }

    /** {@code Pending}, then in service and registered again; what is desired rises by one. */
    public void exit(String group, String instance) {
        Scaling scaling = world.scaling();
        scaling.groups().change(group, g -> g.toBuilder()
                .desiredCapacity(g.desiredCapacity() + 1)
                .build());
        set(group, instance, LifecycleState.PENDING);
        String activity = scaling.begin(
                group,
                world.instances().zoneOf(instance),
                "Moving EC2 instance out of Standby: " + instance,
                "instance " + instance + " was moved out of standby in response to a user request.",
                ScalingActivityStatusCode.PRE_IN_SERVICE,
                30);
        world.timeline().after(LEAVING, () -> {
            set(group, instance, LifecycleState.IN_SERVICE);
            scaling.groups().get(group).targetGroupARNs().forEach(arn -> world.targets()
                    .register(arn, Scaling.target(instance)));
            scaling.finish(activity);
            scaling.instanceChanged(instance);
        });
    }

    private void set(String group, String instance, LifecycleState state) {
        world.scaling().changeMember(group, instance, i -> i.toBuilder()
                .lifecycleState(state)
                .build());
    }

    private Duration draining(AutoScalingGroup group) {
        return group.targetGroupARNs().stream()
                .map(arn -> Long.parseLong(
                        world.balancing().attributes(arn).getOrDefault("deregistration_delay.timeout_seconds", "300")))
                .max(Long::compare)
                .map(seconds -> Duration.ofSeconds(seconds + 5))
                .orElse(WITHOUT_BALANCER);
    }
}
