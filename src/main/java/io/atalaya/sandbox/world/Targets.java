package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Spans;
import io.atalaya.sandbox.world.sim.Table;
import io.atalaya.sandbox.world.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * Who is registered where, and how it fares. A health check must fail or pass as often as its target group says before the
 * answer changes; a stopped instance is out at once; a deregistered one drains first. Guarded by the lock of the world.
 */
public final class Targets {
    private static final Duration REGISTERING = Duration.ofSeconds(3);

    /** What no check has to find out. */
    private static final Set<TargetHealthStateEnum> AT_ONCE =
            Set.of(TargetHealthStateEnum.UNUSED, TargetHealthStateEnum.UNAVAILABLE);

    private static final TargetHealth CHECKING = health(
            TargetHealthStateEnum.INITIAL,
            TargetHealthReasonEnum.ELB_INITIAL_HEALTH_CHECKING,
            "Initial health checks in progress");

    private final Balancing balancing;
    private final Instances instances;
    private final Timeline timeline;
    private final Checks checks;
    /** By registration, as it was when the network was looked at last. */
    private final Map<String, Optional<TargetHealth>> hindered = new HashMap<>();

    private final Table<Target> targets = new Table<>(Target::key);
    private final Map<String, Ailment> ailments = new HashMap<>();
    private final Map<String, Ailment> incidents = new HashMap<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private Map<String, List<Target>> byGroup = Map.of();
    private long indexed = -1;

    /** Is told of every change of health. */
    @FunctionalInterface
    public interface Watcher {
        /** @param after null when the registration is over */
        void changed(Target before, @Nullable Target after);
    }

    Targets(Balancing balancing, Network network, Instances instances, Timeline timeline) {
        this.balancing = balancing;
        this.checks = new Checks(balancing, network);
        this.instances = instances;
        this.timeline = timeline;
    }

    /** The targets of a group, in the order they were registered. */
    public List<Target> of(String targetGroupArn) {
        if (indexed != targets.changes()) {
            byGroup = targets.stream().collect(Collectors.groupingBy(Target::targetGroupArn));
            indexed = targets.changes();
        }
        return List.copyOf(byGroup.getOrDefault(targetGroupArn, List.of()));
    }

    /** One registration; a description without port means the group's port. */
    public Optional<Target> find(String targetGroupArn, TargetDescription wanted) {
        return targets.find(Target.key(targetGroupArn, wanted.id(), portOf(targetGroupArn, wanted)));
    }

    /** Puts in a target that has been healthy for long. */
    public void seed(String targetGroupArn, TargetDescription target, Predicate<Instant> healthyBefore) {
        checks.meant(balancing.targetGroups().get(targetGroupArn));
        targets.put(new Target(
                targetGroupArn,
                target,
                health(TargetHealthStateEnum.HEALTHY, null, null),
                timeline.now(),
                new Spans(healthyBefore),
                0));
    }

    /** Registers a target: {@code initial} until its checks pass. Registering it again does nothing. */
    public void register(String targetGroupArn, TargetDescription wanted) {
        checks.meant(balancing.targetGroups().get(targetGroupArn));
        TargetDescription target =
                wanted.toBuilder().port(portOf(targetGroupArn, wanted)).build();
        Optional<Target> old = find(targetGroupArn, target);
        if (old.isPresent() && old.get().health().state() != TargetHealthStateEnum.DRAINING) {
            return;
        }
        TargetHealth registering = health(
                TargetHealthStateEnum.INITIAL,
                TargetHealthReasonEnum.ELB_REGISTRATION_IN_PROGRESS,
                "Target registration is in progress");
        var entry = new Target(targetGroupArn, target, registering, timeline.now(), Spans.never(), 0);
        targets.put(old.map(o -> o.with(registering, timeline.now())).orElse(entry));
        timeline.after(REGISTERING, () -> targets.find(entry.key())
                .filter(t -> t.health().equals(registering))
                .ifPresent(t -> {
                    enter(t, CHECKING);
                    check(entry.key());
                }));
    }

    /** Lets a target drain for its group's deregistration delay, then forgets it. */
    public void deregister(String targetGroupArn, TargetDescription wanted) {
        find(targetGroupArn, wanted)
                .filter(t -> t.health().state() != TargetHealthStateEnum.DRAINING)
                .ifPresent(t -> {
                    TargetHealth draining = health(
                            TargetHealthStateEnum.DRAINING,
                            TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS,
                            "Target deregistration is in progress");
                    enter(t, draining);
                    timeline.after(delay(targetGroupArn), () -> targets.find(t.key())
                            .filter(x -> x.health().equals(draining))
                            .ifPresent(x -> {
                                targets.remove(x.key());
                                tell(x, null);
                            }));
                });
    }

    /** Tells of every change of health from now on. */
    public void whenHealthChanges(Watcher watcher) {
        watchers.add(watcher);
    }

    /** All registrations of an instance. */
    public List<Target> ofInstance(String instanceId) {
        return targets.stream()
                .filter(t -> t.description().id().equals(instanceId))
                .toList();
    }

    /** An incident on top of whatever the deployment's own story does: the two are taken back apart from each other. */
    public void strike(String instanceId, Ailment ailment) {
        incidents.put(instanceId, ailment);
        recheck(instanceId);
    }

    /** Takes back {@link #strike}. */
    public void spare(String instanceId) {
        if (incidents.remove(instanceId) != null) {
            recheck(instanceId);
        }
    }

    /** From now on the instance fails its checks for that reason. */
    public void afflict(String instanceId, Ailment ailment) {
        ailments.put(instanceId, ailment);
        recheck(instanceId);
    }

    /** From now on nothing but its own state keeps it from passing its checks. */
    public void cure(String instanceId) {
        ailments.remove(instanceId);
        recheck(instanceId);
    }

    /** From now on what listens for that group on the instance fails its checks; its other registrations are well. */
    public void afflict(String instanceId, String targetGroupArn, Ailment ailment) {
        ailments.put(one(instanceId, targetGroupArn), ailment);
        recheck(instanceId);
    }

    /** Takes back {@link #afflict(String, String, Ailment)}. */
    public void cure(String instanceId, String targetGroupArn) {
        ailments.remove(one(instanceId, targetGroupArn));
        recheck(instanceId);
    }

    private static String one(String instanceId, String targetGroupArn) {
        return instanceId + '|' + targetGroupArn;
    }

    private @Nullable Ailment ailment(Target target) {
        String id = target.description().id();
        if (incidents.containsKey(id)) {
            return incidents.get(id);
        }
        Ailment all = ailments.get(id);
        return all == null ? ailments.get(one(id, target.targetGroupArn())) : all;
    }

    /** Looks at all registrations of an instance again, because something about it changed. */
    public void recheck(String instanceId) {
        targets.stream()
                .filter(t -> t.description().id().equals(instanceId))
                .map(Target::key)
                .toList()
                .forEach(this::check);
    }

    /** The network has changed: looks again at the registrations for which that made a difference. */
    void networkChanged() {
        targets.stream().map(Target::key).toList().forEach(key -> {
            Target target = targets.get(key);
            TargetGroup group = balancing.targetGroups().get(target.targetGroupArn());
            Optional<TargetHealth> now = checks.hindrance(group, target);
            if (!now.equals(hindered.getOrDefault(key, Optional.empty()))) {
                hindered.put(key, now);
                check(key);
            }
        });
    }

    private void check(String key) {
        Target target = targets.get(key);
        if (target.health().state() == TargetHealthStateEnum.DRAINING) {
            return;
        }
        TargetHealth verdict = verdict(target);
        if (sameState(verdict, target.health())) {
            targets.put(target.doubted());
        } else if (AT_ONCE.contains(verdict.state())) {
            enter(target, verdict);
        } else {
            Target doubted = (target.health().state() == TargetHealthStateEnum.UNUSED
                            ? target.with(CHECKING, timeline.now())
                            : target)
                    .doubted();
            targets.put(doubted);
            timeline.after(patience(target, verdict), () -> targets.find(key)
                    .filter(t -> t.doubt() == doubted.doubt())
                    .ifPresent(t -> enter(t, verdict)));
        }
    }

    private static boolean sameState(TargetHealth a, TargetHealth b) {
        return a.state() == b.state() && a.reason() == b.reason();
    }

    private TargetHealth verdict(Target target) {
        String id = target.description().id();
        TargetGroup group = balancing.targetGroups().get(target.targetGroupArn());
        boolean ofInstance = group.targetType() == null || group.targetType() == TargetTypeEnum.INSTANCE;
        InstanceStateName state = instances.stateOf(id);
        if (ofInstance && state != InstanceStateName.RUNNING && state != InstanceStateName.PENDING) {
            return health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_INVALID_STATE,
                    "Target is in the " + state + " state");
        }
        if (group.loadBalancerArns().isEmpty()) {
            return health(
                    TargetHealthStateEnum.UNUSED,
                    TargetHealthReasonEnum.TARGET_NOT_IN_USE,
                    "Target group is not configured to receive traffic from the load balancer");
        }
        Optional<TargetHealth> hindrance = checks.hindrance(group, target);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        Ailment ailment = !ofInstance || instances.isUp(id) ? ailment(target) : Ailment.TIMEOUT;
        return ailment == null
                ? health(TargetHealthStateEnum.HEALTHY, null, null)
                : health(TargetHealthStateEnum.UNHEALTHY, ailment.reason(), ailment.description());
    }

    /** How long the checks must agree before ELB believes them; the two groups' checks do not fall on the same second. */
    private Duration patience(Target target, TargetHealth verdict) {
        TargetGroup group = balancing.targetGroups().get(target.targetGroupArn());
        int checks = verdict.state() == TargetHealthStateEnum.HEALTHY
                ? group.healthyThresholdCount()
                : group.unhealthyThresholdCount() + 1;
        Integer port = target.description().port();
        int skew = port == null || port % 2 == 0 ? 2 : -4;
        return Duration.ofSeconds((long) checks * group.healthCheckIntervalSeconds() + skew);
    }

    private void enter(Target target, TargetHealth next) {
        boolean healthy = next.state() == TargetHealthStateEnum.HEALTHY;
        if (healthy || target.healthy().at(timeline.now())) {
            target.healthy().set(timeline.now(), healthy);
        }
        Target after = target.with(next, timeline.now());
        targets.put(after);
        tell(target, after);
    }

    private void tell(Target before, @Nullable Target after) {
        List.copyOf(watchers).forEach(w -> w.changed(before, after));
    }

    private Duration delay(String targetGroupArn) {
        return Duration.ofSeconds(Long.parseLong(
                balancing.attributes(targetGroupArn).getOrDefault("deregistration_delay.timeout_seconds", "300")));
    }

    private Integer portOf(String targetGroupArn, TargetDescription wanted) {
        Integer port = wanted.port();
        return port == null ? balancing.targetGroups().get(targetGroupArn).port() : port;
    }

    private static TargetHealth health(
            TargetHealthStateEnum state, @Nullable TargetHealthReasonEnum reason, @Nullable String description) {
        return TargetHealth.builder()
                .state(state)
                .reason(reason)
                .description(description)
                .build();
    }
}
