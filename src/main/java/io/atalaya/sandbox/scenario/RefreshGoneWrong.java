package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Deed;
import io.atalaya.sandbox.world.Scaling;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefreshStatus;

/**
 * A new version of the launch template names an image that was deregistered: every launch of the instance refresh fails. It
 * launches before it terminates, so nothing is lost; after three failures it rolls back by itself. Cancelling ends it.
 */
final class RefreshGoneWrong implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration ACCEPTED = Duration.ofSeconds(5);
    private static final List<Duration> LAUNCHES =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(50), Duration.ofSeconds(85));
    private static final Duration ROLLBACK = Duration.ofSeconds(95);
    private static final Duration ROLLED_BACK = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "instance-refresh";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return victim(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_SCALING_GROUP);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        Scaling scaling = world.scaling();
        AutoScalingGroup group = victim(world).orElseThrow();
        String name = group.autoScalingGroupName();
        List<String> about = List.of(name);
        String id = world.dice().uuid("refresh" + name, scaling.refreshes().size());
        String image =
                "ami-" + world.dice().hex("gone" + name, scaling.refreshes().size(), 17);
        String refused = "The image id '[" + image + "]' does not exist. Launching EC2 instance failed.";
        scaling.refreshes()
                .put(InstanceRefresh.builder()
                        .instanceRefreshId(id)
                        .autoScalingGroupName(name)
                        .status(InstanceRefreshStatus.PENDING)
                        .startTime(world.now())
                        .percentageComplete(0)
                        .instancesToUpdate(group.instances().size())
                        .preferences(p -> p.minHealthyPercentage(100)
                                .maxHealthyPercentage(110)
                                .instanceWarmup(300)
                                .autoRollback(true))
                        .build());
        play.tell(What.REFRESH_BEGAN, about, name);
        play.mendedBy(Deed.What.REFRESH_CANCELLED, name);
        play.after(ACCEPTED, () -> turn(scaling, id, InstanceRefreshStatus.IN_PROGRESS, null));
        LAUNCHES.forEach(at -> play.after(at, () -> {
            scaling.launchRefused(name, "an instance was launched in response to an instance refresh.", refused);
            play.tell(What.LAUNCH_REFUSED, about, name, refused);
        }));
        play.after(ROLLBACK, () -> {
            turn(
                    scaling,
                    id,
                    InstanceRefreshStatus.ROLLBACK_IN_PROGRESS,
                    "Replacement instances could not be launched: " + refused);
            play.tell(What.ROLLBACK_BEGAN, about, name);
        });
        play.atEnd(() -> end(play, name, id));
    }

    private static void end(Play play, String name, String id) {
        World world = play.world();
        Scaling scaling = world.scaling();
        boolean rolledBack = scaling.refreshes().get(id).status() == InstanceRefreshStatus.ROLLBACK_IN_PROGRESS;
        String last = scaling.attempt(name, "an instance was launched in response to an instance refresh.");
        scaling.cancelled(last);
        if (!rolledBack) {
            turn(scaling, id, InstanceRefreshStatus.CANCELLING, "Cancelled due to user request.");
        }
        play.healsAfter(ROLLED_BACK, () -> {
            scaling.refreshes().change(id, r -> r.toBuilder()
                    .status(rolledBack ? InstanceRefreshStatus.ROLLBACK_SUCCESSFUL : InstanceRefreshStatus.CANCELLED)
                    .instancesToUpdate(0)
                    .endTime(world.now())
                    .build());
            play.tell(What.ROLLBACK_DONE, List.of(name), name);
        });
    }

    private static void turn(Scaling scaling, String id, InstanceRefreshStatus status, @Nullable String why) {
        scaling.refreshes()
                .change(id, r -> r.toBuilder().status(status).statusReason(why).build());
    }

    private static Optional<AutoScalingGroup> victim(World world) {
        return world.scaling().groups().stream()
                .filter(g -> !g.instances().isEmpty())
                .findFirst();
    }
}
