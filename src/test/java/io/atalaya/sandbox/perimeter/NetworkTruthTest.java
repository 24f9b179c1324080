package io.atalaya.sandbox.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Target;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, ACLs and routes of the deployments let the balancers' checks through: looked at again, nothing changes. */
class NetworkTruthTest {
    @ParameterizedTest
    @ValueSource(strings = {"checkop", "citsmart", "fleet"})
    void noHealthyTargetIsBehindAClosedDoor(String deployment) {
        var clock = new ManualClock(ManualClock.PICTURE);
        try (var sandbox = Sandbox.start(SandboxOptions.calm(clock).withDeployment(deployment))) {
            var world = sandbox.cloud().home();
            var before = states(world);
            assertThat(before.get("healthy null")).isPositive();
            world.change(world.network()::changed);
            clock.advance(Duration.ofMinutes(3));
            assertThat(states(world)).isEqualTo(before);
        }
    }

    private static Map<String, Long> states(World world) {
        return world.ask(() -> world.balancing().targetGroups().stream()
                .flatMap(g -> world.targets().of(g.targetGroupArn()).stream())
                .map(Target::health)
                .collect(Collectors.groupingBy(
                        h -> h.stateAsString() + " " + h.reasonAsString(), TreeMap::new, Collectors.counting())));
    }
}
