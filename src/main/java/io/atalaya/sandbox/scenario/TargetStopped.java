package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * Somebody stops an instance that is registered: {@code unused}, {@code Target.InvalidState}. A member of a scaling group is
 * replaced by Auto Scaling, for good; any other is started again at the end.
 */
final class TargetStopped implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(8);

    @Override
    public String id() {
        return "target-stopped";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return Cast.target(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_TARGET);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        String victim = Cast.target(world).orElseThrow();
        List<String> about = List.of(victim);
        play.watch(about);
        play.tell(What.INSTANCE_STOPPED, about, Cast.name(world, victim));
        world.instances().stop(victim);
        play.atEnd(() -> start(play, victim, true));
    }

    /** One that is still stopping is started when it has stopped, as a person would have to wait, too. */
    private static void start(Play play, String victim, boolean again) {
        World world = play.world();
        if (world.instances().stateOf(victim) == InstanceStateName.STOPPED) {
            world.instances().start(victim);
            play.tell(What.INSTANCE_STARTED, List.of(victim), Cast.name(world, victim));
        } else if (again && world.instances().stateOf(victim) == InstanceStateName.STOPPING) {
            play.healsAfter(Duration.ofSeconds(30), () -> start(play, victim, false));
        }
    }
}
