package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.CancelInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.CancelInstanceRefreshResponse;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyResponse;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyResponse;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.RefreshPreferences;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshResponse;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/** What people change about scaling groups. */
final class AutoScalingChanges {
    private static final Set<String> PROCESSES = Set.of(
            "Launch",
            "Terminate",
            "AddToLoadBalancer",
            "AlarmNotification",
            "AZRebalance",
            "HealthCheck",
            "InstanceRefresh",
            "ReplaceUnhealthy",
            "ScheduledActions");

    private AutoScalingChanges() {}

    static void register(Operations scaling) {
        scaling.on(
                        "UpdateAutoScalingGroup",
                        UpdateAutoScalingGroupRequest.class,
                        UpdateAutoScalingGroupResponse.class,
                        AutoScalingChanges::update)
                .on("EnterStandby", EnterStandbyRequest.class, EnterStandbyResponse.class, AutoScalingChanges::enter)
                .on("ExitStandby", ExitStandbyRequest.class, ExitStandbyResponse.class, AutoScalingChanges::exit)
                .on(
                        "SuspendProcesses",
                        SuspendProcessesRequest.class,
                        SuspendProcessesResponse.class,
                        AutoScalingChanges::suspend)
                .on(
                        "ResumeProcesses",
                        ResumeProcessesRequest.class,
                        ResumeProcessesResponse.class,
                        AutoScalingChanges::resume)
                .on(
                        "StartInstanceRefresh",
                        StartInstanceRefreshRequest.class,
                        StartInstanceRefreshResponse.class,
                        AutoScalingChanges::refresh)
                .on(
                        "CancelInstanceRefresh",
                        CancelInstanceRefreshRequest.class,
                        CancelInstanceRefreshResponse.class,
                        AutoScalingChanges::cancel);
    }

    private static UpdateAutoScalingGroupResponse update(World world, UpdateAutoScalingGroupRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        int min = r.minSize() == null ? group.minSize() : r.minSize();
        int max = r.maxSize() == null ? group.maxSize() : r.maxSize();
        int desired = r.desiredCapacity() == null
                ? Math.clamp(group.desiredCapacity(), min, Math.max(min, max))
                : r.desiredCapacity();
        if (min > max) {
            throw AutoScaling.invalid("Max bound, " + max + ", must be greater than or equal to min bound, " + min);
        }
        if (desired < min || desired > max) {
            throw AutoScaling.invalid("Desired capacity:" + desired + " must be between the specified min size:" + min
                    + " and max size:" + max);
        }
        world.scaling()
                .resize(
                        group.autoScalingGroupName(),
                        min,
                        desired,
                        max,
                        "a user request update of AutoScalingGroup constraints to min: " + min + ", max: " + max
                                + ", desired: " + desired + " changing the desired capacity from "
                                + group.desiredCapacity() + " to " + desired + '.');
        return UpdateAutoScalingGroupResponse.builder().build();
    }

    private static EnterStandbyResponse enter(World world, EnterStandbyRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        require(group, r.instanceIds(), LifecycleState.IN_SERVICE);
        boolean decrement = Boolean.TRUE.equals(r.shouldDecrementDesiredCapacity());
        int size = r.instanceIds().size();
        if (decrement && group.desiredCapacity() - size < group.minSize()) {
            throw AutoScaling.invalid(sizes(group) + " To place into standby " + size
                    + " instance, please update the AutoScalingGroup sizes appropriately.");
        }
        r.instanceIds().forEach(id -> world.standby().enter(group.autoScalingGroupName(), id, decrement));
        return EnterStandbyResponse.builder()
                .activities(world.scaling().activities().stream().limit(size).toList())
                .build();
    }

    private static ExitStandbyResponse exit(World world, ExitStandbyRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        require(group, r.instanceIds(), LifecycleState.STANDBY);
        int size = r.instanceIds().size();
        if (group.desiredCapacity() + size > group.maxSize()) {
            throw AutoScaling.invalid(sizes(group) + " To remove from standby " + size
                    + " instance, please update the AutoScalingGroup sizes appropriately.");
        }
        r.instanceIds().forEach(id -> world.standby().exit(group.autoScalingGroupName(), id));
        return ExitStandbyResponse.builder()
                .activities(world.scaling().activities().stream().limit(size).toList())
                .build();
    }

    private static void require(AutoScalingGroup group, List<String> ids, LifecycleState state) {
        for (String id : ids) {
            Instance member = group.instances().stream()
                    .filter(i -> i.instanceId().equals(id))
                    .findFirst()
                    .orElseThrow(() -> AutoScaling.invalid("The instance " + id + " is not part of Auto Scaling group "
                            + group.autoScalingGroupName() + '.'));
            if (member.lifecycleState() != state) {
                throw AutoScaling.invalid("The instance " + id + " is not in " + state + '.');
            }
        }
    }

    private static String sizes(AutoScalingGroup group) {
        return "AutoScalingGroup " + group.autoScalingGroupName() + " has min-size=" + group.minSize() + ", max-size="
                + group.maxSize() + ", and desired-size=" + group.desiredCapacity() + '.';
    }

    private static SuspendProcessesResponse suspend(World world, SuspendProcessesRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        List<SuspendedProcess> all = new ArrayList<>(group.suspendedProcesses());
        for (String name : named(r.scalingProcesses())) {
            if (all.stream().noneMatch(p -> p.processName().equals(name))) {
                all.add(SuspendedProcess.builder()
                        .processName(name)
                        .suspensionReason(
                                "User suspended at " + world.now().toString().substring(0, 19) + 'Z')
                        .build());
            }
        }
        set(world, group, all);
        return SuspendProcessesResponse.builder().build();
    }

    private static ResumeProcessesResponse resume(World world, ResumeProcessesRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        Set<String> names = named(r.scalingProcesses());
        set(
                world,
                group,
                group.suspendedProcesses().stream()
                        .filter(p -> !names.contains(p.processName()))
                        .toList());
        world.scaling().catchUp(group.autoScalingGroupName());
        return ResumeProcessesResponse.builder().build();
    }

    /** None named means all. */
    private static Set<String> named(List<String> processes) {
        for (String name : processes) {
            if (!PROCESSES.contains(name)) {
                throw AutoScaling.invalid("Invalid scaling process type: " + name);
            }
        }
        return processes.isEmpty() ? PROCESSES : Set.copyOf(processes);
    }

    private static void set(World world, AutoScalingGroup group, List<SuspendedProcess> processes) {
        world.scaling().groups().change(group.autoScalingGroupName(), g -> g.toBuilder()
                .suspendedProcesses(processes)
                .build());
    }

    private static StartInstanceRefreshResponse refresh(World world, StartInstanceRefreshRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        if (world.refreshing().isUnderWay(group.autoScalingGroupName())) {
            throw new WireFault(
                    400,
                    "InstanceRefreshInProgress",
                    "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.");
        }
        RefreshPreferences preferences =
                r.preferences() == null ? RefreshPreferences.builder().build() : r.preferences();
        return StartInstanceRefreshResponse.builder()
                .instanceRefreshId(world.refreshing().start(group.autoScalingGroupName(), preferences))
                .build();
    }

    private static CancelInstanceRefreshResponse cancel(World world, CancelInstanceRefreshRequest r, Call call) {
        AutoScalingGroup group = AutoScaling.group(world, r.autoScalingGroupName());
        if (!world.refreshing().isUnderWay(group.autoScalingGroupName())) {
            throw new WireFault(
                    400,
                    "ActiveInstanceRefreshNotFound",
                    "No in progress or pending Instance Refresh found for Auto Scaling group "
                            + group.autoScalingGroupName());
        }
        return CancelInstanceRefreshResponse.builder()
                .instanceRefreshId(world.refreshing().cancel(group.autoScalingGroupName()))
                .build();
    }
}
