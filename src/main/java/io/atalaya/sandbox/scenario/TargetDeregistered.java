package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody deregisters an instance and forgets it: it drains, and then it is gone from its groups while it runs on. */
final class TargetDeregistered implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(10);

    @Override
    public String id() {
        return "target-deregistered";
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
        List<Target> registered = world.targets().ofInstance(victim);
        String groups = registered.stream()
                .map(t -> Cast.groupName(world, t.targetGroupArn()))
                .collect(Collectors.joining(", "));
        String name = Cast.name(world, victim);
        play.watch(List.of(victim));
        play.tell(What.DEREGISTERED, List.of(victim), name, groups);
        registered.forEach(t -> world.targets().deregister(t.targetGroupArn(), t.description()));
        play.atEnd(() -> {
            play.tell(What.REGISTERED, List.of(victim), name, groups);
            registered.forEach(play::awaits);
            registered.forEach(t -> world.targets().register(t.targetGroupArn(), t.description()));
        });
    }
}
