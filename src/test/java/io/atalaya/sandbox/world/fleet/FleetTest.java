package io.atalaya.sandbox.world.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.atalaya.sandbox.Deployments;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.Clouds;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.sim.Account;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

class FleetTest {
    private final ManualClock clock = new ManualClock(ManualClock.PICTURE);

    @Test
    void aSeedAndASizeMakeTheSameFleetAgain() {
        var one = world(400, 7, Story.CALM);
        var again = world(400, 7, Story.CALM);
        var other = world(400, 8, Story.CALM);

        var first = read(one, FleetTest::everything);
        assertThat(first.equals(read(again, FleetTest::everything))).isTrue();
        assertThat(first.equals(read(other, FleetTest::everything))).isFalse();
    }

    @Test
    void everySizeIsExactAndHasItsParts() {
        for (int size : new int[] {Fleet.LEAST, 33, 500, 2_000}) {
            var company = Company.of(size, new Dice(7));
            assertThat(company.services().stream().mapToInt(Service::size)).allMatch(n -> n > 0);
            assertThat(company.services().stream().mapToInt(Service::size).sum())
                    .isEqualTo(size);
            var world = world(size, 7, Story.CALM);
            assertThat(count(world, w -> w.compute().instances().size())).isEqualTo(size);
            assertThat(count(world, w -> w.balancing().loadBalancers().size())).isPositive();
            assertThat(count(world, w -> w.databases().instances().size())).isPositive();
            assertThat(count(world, w -> w.fileSystems().describe(w.now()).size()))
                    .isPositive();
        }
        assertThatThrownBy(() -> new Fleet(Fleet.LEAST - 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsAreInProportion() {
        var small = world(1_000, 7, Story.CALM);
        var large = world(4_000, 7, Story.CALM);
        for (ToIntFunction<World> part : List.<ToIntFunction<World>>of(
                w -> w.balancing().targetGroups().size(),
                w -> w.scaling().groups().size(),
                w -> w.databases().instances().size(),
                w -> w.compute().volumes().size(),
                w -> w.alarms().all().size())) {
            double ratio = (double) count(large, part) / count(small, part);
            assertThat(ratio).isCloseTo(4, within(1.2));
        }
        assertThat(count(large, w -> w.network().vpcs().size()))
                .isGreaterThan(count(small, w -> w.network().vpcs().size()));
    }

    @Test
    void whatBelongsTogetherIsThere() {
        var world = world(600, 7, Story.CALM);
        assertThat(holds(world, w -> w.compute().instances().stream()
                        .allMatch(i -> w.network().subnets().contains(i.subnetId())
                                && w.compute().images().contains(i.imageId())
                                && i.securityGroups().stream()
                                        .allMatch(g ->
                                                w.network().securityGroups().contains(g.groupId()))
                                && i.blockDeviceMappings().stream().allMatch(m -> w.compute()
                                        .volumes()
                                        .contains(m.ebs().volumeId())))))
                .isTrue();
        var addresses = read(world, w -> w.compute().instances().stream()
                .map(Instance::privateIpAddress)
                .toList());
        assertThat(addresses).doesNotHaveDuplicates();
        assertThat(holds(world, w -> w.scaling().groups().stream()
                        .flatMap(g -> g.instances().stream())
                        .allMatch(i -> w.compute().instances().contains(i.instanceId()))))
                .isTrue();
        var names = read(world, w -> w.balancing().targetGroups().stream()
                .map(g -> g.targetGroupName())
                .toList());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() <= 32);
    }

    @Test
    void someTargetsAreUnhealthyAndMostAreNot() {
        var world = world(1_000, 7, Story.CALM);
        var states = read(world, w -> w.balancing().targetGroups().stream()
                .flatMap(g -> w.targets().of(g.targetGroupArn()).stream())
                .map(t -> t.health().state())
                .toList());
        var unhealthy = states.stream()
                .filter(s -> s == TargetHealthStateEnum.UNHEALTHY)
                .count();
        assertThat(unhealthy).isBetween(3L, states.size() / 10L);
        assertThat(states).contains(TargetHealthStateEnum.HEALTHY);
    }

    @Test
    void metricsAreMadeWhenSomebodyAsks() {
        var world = world(100, 7, Story.CALM);
        var instance = read(world, w -> w.compute().instances().all().iterator().next());
        var cpu = new MetricKey("AWS/EC2", "CPUUtilization", Map.of("InstanceId", instance.instanceId()));
        assertThat(holds(world, w -> w.metrics().find(cpu).isPresent())).isTrue();
        var nobodys = new MetricKey("AWS/EC2", "CPUUtilization", Map.of());
        assertThat(holds(world, w -> w.metrics().find(nobodys).isPresent())).isFalse();
        var listed = new HashSet<>(
                read(world, w -> w.metrics().all().stream().map(s -> s.key()).toList()));
        assertThat(listed).contains(cpu).hasSizeGreaterThan(400);
        var hour = read(world, w -> w.metrics()
                .read(
                        w.metrics().find(cpu).orElseThrow(),
                        "Average",
                        60,
                        w.now().minusSeconds(3_600),
                        w.now(),
                        w.now()));
        assertThat(hour).hasSizeBetween(55, 60).allMatch(p -> p.value() > 0 && p.value() < 100);
    }

    @Test
    void theStoryGoesOnAndAGroupReplacesWhatIsLost() {
        var world = world(200, 7, Story.REPEATING);
        var group = read(world, w -> w.scaling().groups().all().iterator().next());
        var lost = group.instances().getFirst().instanceId();
        world.change(() -> world.instances().terminate(lost, "Client.UserInitiatedShutdown"));
        clock.advance(Duration.ofMinutes(12));
        var after = read(world, w -> w.scaling().groups().get(group.autoScalingGroupName()));
        assertThat(after.instances()).noneMatch(i -> i.instanceId().equals(lost));
        assertThat(after.instances()).hasSizeGreaterThanOrEqualTo(group.desiredCapacity());
        assertThat(count(world, w -> w.compute().instances().size())).isGreaterThan(200);
    }

    @Test
    void aSizeIsPartOfTheName() {
        assertThat(Deployments.named("fleet").name()).isEqualTo("fleet");
        assertThat(Deployments.named("FLEET:60").name()).isEqualTo("fleet:60");
        assertThat(Deployments.named("fleet:500").name()).isEqualTo("fleet");
        assertThatThrownBy(() -> Deployments.named("fleet:1")).isInstanceOf(IllegalArgumentException.class);
    }

    private World world(int size, long seed, Story story) {
        var fleet = new Fleet(size);
        var account = new Account(fleet.accountId(), fleet.accountAlias(), fleet.region());
        Cloud cloud = Clouds.build(fleet, account, seed, clock, story);
        return cloud.home();
    }

    private static <T> T read(World world, Function<World, T> question) {
        return world.ask(() -> question.apply(world));
    }

    private static int count(World world, ToIntFunction<World> question) {
        return world.ask(() -> question.applyAsInt(world));
    }

    private static boolean holds(World world, Predicate<World> question) {
        return world.ask(() -> question.test(world));
    }

    private static List<Object> everything(World world) {
        return List.of(
                List.copyOf(world.compute().instances().all()),
                List.copyOf(world.compute().volumes().all()),
                List.copyOf(world.scaling().groups().all()),
                List.copyOf(world.balancing().rules().all()),
                List.copyOf(world.databases().instances().all()),
                List.copyOf(world.alarms().all().all()));
    }
}
