package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * The scaling groups of a region: they launch until there are as many as desired, take out the surplus through draining, and
 * replace what EC2 says is no longer running. Every step is an activity.
 */
public final class Scaling {
    private static final Duration WARM_UP = Duration.ofSeconds(55);
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private final World world;
    private final Table<AutoScalingGroup> groups = new Table<>(AutoScalingGroup::autoScalingGroupName);
    private final Table<Activity> activities = new Table<>(Activity::activityId);
    private final Table<InstanceRefresh> refreshes = new Table<>(InstanceRefresh::instanceRefreshId);
    private final Table<ScalingPolicy> policies = new Table<>(ScalingPolicy::policyARN);
    private final Map<String, Launcher> launchers = new HashMap<>();
    private long steps;

    Scaling(World world) {
        this.world = world;
    }

    public Table<AutoScalingGroup> groups() {
        return groups;
    }

    public Table<ScalingPolicy> policies() {
        return policies;
    }

    /** Oldest first. */
    public Table<InstanceRefresh> refreshes() {
        return refreshes;
    }

    /** Newest first, as Auto Scaling lists them. */
    public List<Activity> activities() {
        return activities.stream()
                .sorted(Comparator.comparing(Activity::startTime).reversed())
                .toList();
    }

    /** Adds a group with what it has done so far. */
    public void add(AutoScalingGroup group, Launcher launcher, List<Activity> before) {
        groups.put(group);
        launchers.put(group.autoScalingGroupName(), launcher);
        before.forEach(activities::put);
    }

    /** Sets the wish, and sets about it. */
    public void desire(String name, int capacity, String cause) {
        groups.change(name, g -> g.toBuilder().desiredCapacity(capacity).build());
        reconcile(name, cause);
    }

    /** A launch that EC2 refuses: an activity that fails at once and leaves nothing. */
    public void launchRefused(String name, String cause, String message) {
        activities.change(attempt(name, cause), a -> a.toBuilder()
                .description("Launching a new EC2 instance.  Status Reason: " + message)
                .statusCode(ScalingActivityStatusCode.FAILED)
                .statusMessage(message)
                .progress(100)
                .endTime(world.now())
                .build());
    }

    /** A launch that waits for EC2; returns the activity's id, {@link #cancelled} ends it. */
    public String attempt(String name, String cause) {
        return begin(
                name,
                emptiestZone(groups.get(name)),
                "Launching a new EC2 instance",
                cause,
                ScalingActivityStatusCode.WAITING_FOR_INSTANCE_ID,
                30);
    }

    /** What was attempted is given up. */
    public void cancelled(String activity) {
        activities.change(activity, a -> a.toBuilder()
                .statusCode(ScalingActivityStatusCode.CANCELLED)
                .progress(100)
                .endTime(world.now())
                .build());
    }

    void instanceChanged(String id) {
        InstanceStateName state = world.instances().stateOf(id);
        boolean gone = state == InstanceStateName.STOPPING
                || state == InstanceStateName.STOPPED
                || state == InstanceStateName.SHUTTING_DOWN
                || state == InstanceStateName.TERMINATED;
        if (gone) {
            groups.stream()
                    .filter(g -> member(g, id).isPresent())
                    .map(AutoScalingGroup::autoScalingGroupName)
                    .toList()
                    .forEach(name -> lost(name, id));
        }
    }

    private void lost(String name, String id) {
        Instance member = member(groups.get(name), id).orElseThrow();
        if (member.lifecycleState() != LifecycleState.IN_SERVICE
                || "Unhealthy".equals(member.healthStatus())
                || isSuspended(name, "HealthCheck")) {
            return;
        }
        changeMember(name, id, i -> i.toBuilder().healthStatus("Unhealthy").build());
        world.timeline().after(NOTICED, () -> replace(name, id));
    }

    private void replace(String name, String id) {
        if (isSuspended(name, "ReplaceUnhealthy") || isSuspended(name, "Terminate")) {
            return;
        }
        remove(
                name,
                id,
                "an instance was taken out of service in response to an EC2 health check indicating it has"
                        + " been terminated or stopped.");
        reconcile(name, "an instance was launched in response to an unhealthy instance needing to be replaced.");
    }

    /** Whether a group was told not to do that by itself. */
    public boolean isSuspended(String name, String process) {
        return groups.get(name).suspendedProcesses().stream()
                .anyMatch(p -> p.processName().equals(process));
    }

    /** What was suspended meanwhile is looked at again: who is unhealthy, and how many there should be. */
    public void catchUp(String name) {
        for (Instance member : groups.get(name).instances()) {
            if (member.lifecycleState() == LifecycleState.IN_SERVICE) {
                if ("Unhealthy".equals(member.healthStatus())) {
                    replace(name, member.instanceId());
                } else {
                    instanceChanged(member.instanceId());
                }
            }
        }
        reconcile(name, "a process was resumed.");
    }

    /** Sets all three numbers, and sets about it. */
    public void resize(String name, int min, int desired, int max, String cause) {
        groups.change(name, g -> g.toBuilder().minSize(min).maxSize(max).build());
        desire(name, desired, cause);
    }

    void reconcile(String name, String cause) {
        AutoScalingGroup group = groups.get(name);
        List<Instance> alive = group.instances().stream()
                .filter(i ->
                        i.lifecycleState() == LifecycleState.IN_SERVICE || i.lifecycleState() == LifecycleState.PENDING)
                .toList();
        for (int n = alive.size(); n < group.desiredCapacity() && !isSuspended(name, "Launch"); n++) {
            launch(name, cause);
        }
        for (int n = alive.size(); n > group.desiredCapacity() && !isSuspended(name, "Terminate"); n--) {
            remove(name, alive.get(n - 1).instanceId(), cause);
        }
    }

    private void launch(String name, String cause) {
        String zone = emptiestZone(groups.get(name));
        Launcher launcher = launchers.get(name);
        if (launcher == null) {
            return;
        }
        String id = launcher.launch(zone);
        var template = groups.get(name).launchTemplate();
        groups.change(name, g -> {
            List<Instance> more = new ArrayList<>(g.instances());
            more.add(Instance.builder()
                    .instanceId(id)
                    .availabilityZone(zone)
                    .lifecycleState(LifecycleState.PENDING)
                    .healthStatus("Healthy")
                    .launchTemplate(template)
                    .protectedFromScaleIn(false)
                    .build());
            return g.toBuilder().instances(more).build();
        });
        String activity = begin(
                name, zone, "Launching a new EC2 instance: " + id, cause, ScalingActivityStatusCode.PRE_IN_SERVICE, 30);
        world.timeline().after(WARM_UP, () -> {
            changeMember(name, id, i -> i.toBuilder()
                    .lifecycleState(LifecycleState.IN_SERVICE)
                    .build());
            groups.get(name).targetGroupARNs().forEach(arn -> world.targets().register(arn, target(id)));
            finish(activity);
        });
    }

    void remove(String name, String id, String cause) {
        Optional<Instance> member = member(groups.get(name), id);
        if (member.isEmpty()) {
            return;
        }
        String zone = member.get().availabilityZone();
        changeMember(name, id, i -> i.toBuilder()
                .lifecycleState(LifecycleState.TERMINATING)
                .build());
        String activity = begin(
                name,
                zone,
                "Terminating EC2 instance: " + id,
                cause,
                ScalingActivityStatusCode.WAITING_FOR_ELB_CONNECTION_DRAINING,
                20);
        List<String> targetGroups = groups.get(name).targetGroupARNs();
        targetGroups.forEach(arn -> world.targets().deregister(arn, target(id)));
        Duration draining = Duration.ofSeconds(targetGroups.isEmpty() ? 5 : 305);
        world.timeline().after(draining, () -> {
            activities.change(activity, a -> a.toBuilder()
                    .statusCode(ScalingActivityStatusCode.IN_PROGRESS)
                    .progress(60)
                    .build());
            world.instances().terminate(id, "Server.ScheduledStop");
        });
        world.timeline().after(draining.plus(Instances.SHUTTING_DOWN), () -> {
            groups.change(name, g -> g.toBuilder()
                    .instances(g.instances().stream()
                            .filter(i -> !i.instanceId().equals(id))
                            .toList())
                    .build());
            finish(activity);
        });
    }

    String begin(
            String name,
            String zone,
            String description,
            String cause,
            ScalingActivityStatusCode status,
            int progress) {
        String id = world.dice().uuid("activity" + name, steps++);
        String when = world.now().toString().substring(0, 19) + 'Z';
        activities.put(Activity.builder()
                .activityId(id)
                .autoScalingGroupName(name)
                .autoScalingGroupARN(groups.get(name).autoScalingGroupARN())
                .description(description)
                .cause("At " + when + ' ' + cause)
                .startTime(world.now())
                .statusCode(status)
                .progress(progress)
                .details("{\"Availability Zone\":\"" + zone + "\"}")
                .build());
        return id;
    }

    void finish(String activity) {
        activities.change(activity, a -> a.toBuilder()
                .statusCode(ScalingActivityStatusCode.SUCCESSFUL)
                .progress(100)
                .endTime(world.now())
                .build());
    }

    void changeMember(String name, String id, UnaryOperator<Instance> change) {
        groups.change(name, g -> g.toBuilder()
                .instances(g.instances().stream()
                        .map(i -> i.instanceId().equals(id) ? change.apply(i) : i)
                        .toList())
                .build());
    }

    static Optional<Instance> member(AutoScalingGroup group, String id) {
        return group.instances().stream().filter(i -> i.instanceId().equals(id)).findFirst();
    }

    /** Of a zone that is down EC2 gives nothing: Auto Scaling goes to another. */
    private String emptiestZone(AutoScalingGroup group) {
        List<String> up = group.availabilityZones().stream()
                .filter(z -> group.instances().stream()
                        .noneMatch(i -> i.availabilityZone().equals(z)
                                && world.instances().impairedSince(i.instanceId()) != null))
                .toList();
        return (up.isEmpty() ? group.availabilityZones() : up)
                .stream()
                        .min(Comparator.comparingLong(z -> group.instances().stream()
                                .filter(i -> i.availabilityZone().equals(z)
                                        && i.lifecycleState() != LifecycleState.TERMINATING)
                                .count()))
                        .orElseThrow();
    }

    static TargetDescription target(String id) {
        return TargetDescription.builder().id(id).build();
    }
}
