package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Deed;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Series;
import io.atalaya.sandbox.world.metrics.Signal;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/**
 * The application runs out of database connections: errors with long traces flood its log group, and one request in eight is
 * answered 500 while every target stays healthy. New machines, with new pools, end it.
 */
final class ErrorStorm implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(20);
    private static final int EVENTS_A_SECOND = 8;
    private static final double FAILING = 0.12;
    private static final String ELB = "AWS/ApplicationELB";

    @Override
    public String id() {
        return "error-storm";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return group(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_LOG_GROUP);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        LogGroup group = group(world).orElseThrow();
        Dice dice = world.dice();
        play.tell(What.ERRORS_BEGAN, List.of(group.name()), group.name(), EVENTS_A_SECOND);
        world.logs()
                .groups()
                .change(
                        group.name(),
                        g -> g.voiced(s ->
                                new LogStream(s.name(), s.created(), s.voice().and(storm(play, dice, s)))));
        play.bend(
                key -> key.namespace().equals("AWS/Logs")
                        && group.name().equals(key.dimensions().get("LogGroupName")),
                (t, usual) -> usual + EVENTS_A_SECOND * 60.0);
        balancer(world).ifPresent(b -> fail(play, b));
        world.scaling().groups().stream().forEach(g -> play.mendedBy(Deed.What.REFRESHED, g.autoScalingGroupName()));
        play.atEnd(() -> play.tell(What.ERRORS_ENDED, List.of(group.name()), group.name()));
    }

    private static void fail(Play play, LoadBalancer balancer) {
        World world = play.world();
        Map<String, String> dimensions = dimensions(balancer);
        MetricKey failed = new MetricKey(ELB, "HTTPCode_Target_5XX_Count", dimensions);
        Signal requests = world.metrics()
                .find(new MetricKey(ELB, "RequestCount", dimensions))
                .orElseThrow()
                .signal();
        if (world.metrics().find(failed).isEmpty()) {
            world.metrics().add(new Series(failed, "Count", Series.Kind.COUNT, 60, t -> 0));
        }
        play.tell(
                What.REQUESTS_FAIL,
                List.of(balancer.loadBalancerArn()),
                balancer.loadBalancerName(),
                Math.round(FAILING * 100));
        play.bend(failed::equals, (t, usual) -> usual + FAILING * requests.at(t));
    }

    private static Voice storm(Play play, Dice dice, LogStream stream) {
        return (second, mouth) -> {
            if (!play.on().at(Instant.ofEpochSecond(second))) {
                return;
            }
            for (int i = 0; i < EVENTS_A_SECOND; i++) {
                long n = second * 16 + i;
                int thread = 1 + dice.below("storm" + stream.name(), n, 200);
                int waited = 30_000 + dice.below("waited", n, 9);
                mouth.say(
                        dice.below("stormms" + stream.name(), n, 1000),
                        "ERROR [exec-" + thread
                                + "] java.sql.SQLTransientConnectionException: pool-1 - Connection is not"
                                + " available, request timed out after " + waited + " ms (total=40, active=40, idle=0,"
                                + " waiting=" + (60 + dice.below("waiting", n, 140)) + ")\n"
                                + "\tat pool.PoolBase.createTimeoutException(PoolBase.java:686)\n"
                                + "\tat pool.Pool.getConnection(Pool.java:186)\n"
                                + "\tat app.store.Store.open(Store.java:" + (40 + dice.below("line", n, 300)) + ")\n"
                                + "\tat java.base/java.lang.Thread.run(Thread.java:1583)");
            }
        };
    }

    /** The busiest group that instances behind a balancer write to; the busiest of all where none does. */
    private static Optional<LogGroup> group(World world) {
        Set<String> behind = Cast.serving(world).map(t -> t.description().id()).collect(Collectors.toSet());
        Comparator<LogGroup> busier = Comparator.comparing(
                        (LogGroup g) -> g.streams().stream().anyMatch(s -> behind.contains(s.name())))
                .thenComparing(LogGroup::bytesPerDay);
        return world.logs().groups().stream()
                .filter(g -> !g.streams().isEmpty())
                .max(busier);
    }

    private static Optional<LoadBalancer> balancer(World world) {
        return world.balancing().loadBalancers().stream()
                .filter(b -> world.metrics()
                        .find(new MetricKey(ELB, "RequestCount", dimensions(b)))
                        .isPresent())
                .findFirst();
    }

    private static Map<String, String> dimensions(LoadBalancer balancer) {
        String arn = balancer.loadBalancerArn();
        return Map.of("LoadBalancer", arn.substring(arn.indexOf("loadbalancer/") + "loadbalancer/".length()));
    }
}
