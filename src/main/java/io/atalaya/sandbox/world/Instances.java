package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Spans;
import io.atalaya.sandbox.world.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.StateReason;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * The life of instances: every change of state goes through the phases EC2 shows, and takes about as long. Guarded by the
 * lock of the world.
 */
public final class Instances {
    /** How long a start is {@code pending}. */
    public static final Duration PENDING = Duration.ofSeconds(12);

    /** How long a stop is {@code stopping}. */
    public static final Duration STOPPING = Duration.ofSeconds(25);

    /** How long a termination is {@code shutting-down}. */
    public static final Duration SHUTTING_DOWN = Duration.ofSeconds(20);

    /** How long the status checks of a started instance are {@code initializing}. */
    public static final Duration INITIALIZING = Duration.ofMinutes(2);

    /** How long the operating system needs before its services answer. */
    public static final Duration BOOT = Duration.ofSeconds(40);

    private static final Duration TERMINATED_SHOWN = Duration.ofHours(1);

    private final Compute compute;
    private final Timeline timeline;
    private final Deeds deeds;
    private final Map<String, Spans> running = new HashMap<>();
    private final Map<String, Instant> booted = new HashMap<>();
    private final Map<String, Instant> impaired = new HashMap<>();
    private final List<Consumer<String>> watchers = new ArrayList<>();

    Instances(Compute compute, Timeline timeline, Deeds deeds) {
        this.compute = compute;
        this.timeline = timeline;
        this.deeds = deeds;
    }

    /** Tells of every instance whose state or readiness changed, by id. */
    public void whenStateChanges(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** A new instance begins, {@code pending} first. */
    public void launch(Instance template) {
        compute.instances()
                .put(template.toBuilder()
                        .launchTime(timeline.now())
                        .state(state(InstanceStateName.PENDING))
                        .build());
        running.put(template.instanceId(), Spans.never());
        turn(template.instanceId(), InstanceStateName.PENDING, PENDING, InstanceStateName.RUNNING);
    }

    /** Starts a stopped instance; one that runs stays as it is, as EC2 has it. */
    public void start(String id) {
        if (stateOf(id) == InstanceStateName.STOPPED) {
            compute.instances().change(id, i -> i.toBuilder()
                    .launchTime(timeline.now())
                    .stateReason((StateReason) null)
                    .build());
            turn(id, InstanceStateName.PENDING, PENDING, InstanceStateName.RUNNING);
        }
    }

    /** Stops a running instance; one that is stopped stays as it is. */
    public void stop(String id) {
        InstanceStateName now = stateOf(id);
        if (now == InstanceStateName.RUNNING || now == InstanceStateName.PENDING) {
            reason(id, "Client.UserInitiatedShutdown");
            turn(id, InstanceStateName.STOPPING, STOPPING, InstanceStateName.STOPPED);
        }
    }

    /** The state stays {@code running}; the services in it are gone until it has booted. */
    public void reboot(String id) {
        if (stateOf(id) == InstanceStateName.RUNNING) {
            boot(id);
        }
    }

    /** Ends an instance for good. EC2 goes on showing it for about an hour. */
    public void terminate(String id, String reasonCode) {
        InstanceStateName now = stateOf(id);
        if (now == InstanceStateName.TERMINATED || now == InstanceStateName.SHUTTING_DOWN) {
            return;
        }
        reason(id, reasonCode);
        turn(id, InstanceStateName.SHUTTING_DOWN, SHUTTING_DOWN, InstanceStateName.TERMINATED);
        timeline.after(SHUTTING_DOWN, () -> compute.volumes().stream()
                .filter(v -> v.attachments().stream()
                        .anyMatch(a -> id.equals(a.instanceId()) && Boolean.TRUE.equals(a.deleteOnTermination())))
                .map(Volume::volumeId)
                .toList()
                .forEach(compute.volumes()::remove));
        timeline.after(SHUTTING_DOWN.plus(TERMINATED_SHOWN), () -> {
            compute.instances().remove(id);
            tell(id);
        });
    }

    /** The state's name, {@code terminated} for one that has gone. */
    public InstanceStateName stateOf(String id) {
        return compute.instances().find(id).map(i -> i.state().name()).orElse(InstanceStateName.TERMINATED);
    }

    /** Its zone, empty for an unknown instance. */
    public String zoneOf(String id) {
        return compute.instances()
                .find(id)
                .map(i -> i.placement().availabilityZone())
                .orElse("");
    }

    /** Whether it runs and its operating system has come up. */
    public boolean isUp(String id) {
        return stateOf(id) == InstanceStateName.RUNNING
                && !timeline.now().isBefore(booted.getOrDefault(id, Instant.MIN));
    }

    /** Since when it has been running without a break: status checks depend on it. */
    public Instant runningSince(String id) {
        return running(id)
                .lastChange(timeline.now())
                .orElseGet(() -> compute.instances().get(id).launchTime());
    }

    /** From now on EC2's checks of the instance and of its host fail, as they do when a zone loses power. */
    public void impair(String id) {
        impaired.putIfAbsent(id, timeline.now());
    }

    /** The checks pass again. */
    public void mend(String id) {
        impaired.remove(id);
    }

    /** Since when its status checks have failed; null while they pass. */
    public @Nullable Instant impairedSince(String id) {
        return impaired.get(id);
    }

    /** When it ran: metrics exist only for those times. */
    public Spans running(String id) {
        return running.computeIfAbsent(id, key -> {
            Instant launched =
                    compute.instances().find(key).map(Instance::launchTime).orElse(Instant.MAX);
            return new Spans(t -> !t.isBefore(launched));
        });
    }

    private void turn(String id, InstanceStateName first, Duration takes, InstanceStateName then) {
        Spans spans = running(id);
        boolean wasRunning = spans.at(timeline.now());
        enter(id, first);
        if (wasRunning) {
            spans.set(timeline.now(), false);
        }
        timeline.after(takes, () -> {
            if (stateOf(id) != first) {
                return;
            }
            enter(id, then);
            if (then == InstanceStateName.RUNNING) {
                spans.set(timeline.now(), true);
                boot(id);
            }
        });
    }

    private void boot(String id) {
        booted.put(id, timeline.now().plus(BOOT));
        tell(id);
        timeline.after(BOOT, () -> {
            if (isUp(id)) {
                deeds.done(Deed.What.BOOTED, id);
            }
            tell(id);
        });
    }

    private void enter(String id, InstanceStateName name) {
        compute.instances().change(id, i -> i.toBuilder().state(state(name)).build());
        tell(id);
    }

    private void reason(String id, String code) {
        String why = code.startsWith("Client") ? "User initiated" : "Service initiated";
        String when = timeline.now().toString().replace('T', ' ').substring(0, 19);
        compute.instances().change(id, i -> i.toBuilder()
                .stateTransitionReason(why + " (" + when + " GMT)")
                .stateReason(StateReason.builder()
                        .code(code)
                        .message(code + ": " + why + " shutdown")
                        .build())
                .build());
    }

    private void tell(String id) {
        List.copyOf(watchers).forEach(w -> w.accept(id));
    }

    /** The state with EC2's numeric code. */
    public static InstanceState state(InstanceStateName name) {
        int code =
                switch (name) {
                    case PENDING -> 0;
                    case RUNNING -> 16;
                    case SHUTTING_DOWN -> 32;
                    case TERMINATED -> 48;
                    case STOPPING -> 64;
                    case STOPPED -> 80;
                    default -> throw new IllegalArgumentException("no such state: " + name);
                };
        return InstanceState.builder().code(code).name(name).build();
    }
}
