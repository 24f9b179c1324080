package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;

import io.atalaya.deployment.InstanceRefresh;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.CancelInstanceRefresh;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.ExitStandby;
import io.atalaya.operate.act.ResizeScalingGroup;
import io.atalaya.operate.act.ResumeProcesses;
import io.atalaya.operate.act.StartInstanceRefresh;
import io.atalaya.operate.act.SuspendProcesses;
import java.time.Duration;
import java.util.List;

/** Situations of scaling groups. */
final class GroupRows {
    private GroupRows() {}

    static List<Row> all() {
        return List.of(
                Row.of(
                        "desired above maximum",
                        w -> {},
                        new ResizeScalingGroup(World.GROUP, 1, 9, 4),
                        NONE,
                        "B desiredOutside"),
                Row.of(
                        "desired below minimum",
                        w -> {},
                        new ResizeScalingGroup(World.GROUP, 2, 1, 4),
                        NONE,
                        "B desiredOutside"),
                Row.of("as it is", w -> {}, new ResizeScalingGroup(World.GROUP, 1, 2, 4), NONE, "B nothingToDo"),
                Row.of("one more", w -> {}, new ResizeScalingGroup(World.GROUP, 1, 3, 4), PRESS, "N grows"),
                Row.of(
                        "one more while Launch is suspended",
                        w -> w.suspended = List.of("Launch"),
                        new ResizeScalingGroup(World.GROUP, 1, 3, 4),
                        CONSIDER,
                        "N grows",
                        "C processIsSuspended"),
                Row.of(
                        "one less",
                        w -> {},
                        new ResizeScalingGroup(World.GROUP, 1, 1, 4),
                        CONSIDER,
                        "C shrinks",
                        "C fewerThanZones",
                        "N targetsLeft"),
                Row.of(
                        "one less, perhaps the only healthy one",
                        w -> w.targetTwo = "unhealthy",
                        new ResizeScalingGroup(World.GROUP, 1, 1, 4),
                        CONSIDER,
                        "C shrinks",
                        "C fewerThanZones",
                        "D mayLeaveNone"),
                Row.of(
                        "none",
                        w -> {},
                        new ResizeScalingGroup(World.GROUP, 0, 0, 4),
                        CONSIDER,
                        "C shrinks",
                        "D groupEmpty"),
                Row.of("only its limits", w -> {}, new ResizeScalingGroup(World.GROUP, 1, 2, 6), PRESS, "N limitsOnly"),
                Row.of(
                        "one fewer",
                        w -> {},
                        new EnterStandby(World.GROUP, World.ONE, true),
                        CONSIDER,
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C standbyWithout",
                        "N drainsFor"),
                Row.of(
                        "another in its place",
                        w -> {},
                        new EnterStandby(World.GROUP, World.ONE, false),
                        CONSIDER,
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C standbyStartsAnother",
                        "N drainsFor"),
                Row.of(
                        "below the minimum",
                        w -> w.min = 2,
                        new EnterStandby(World.GROUP, World.ONE, true),
                        NONE,
                        "B belowMin"),
                Row.of(
                        "is terminating",
                        w -> w.memberOne = "Terminating:Wait",
                        new EnterStandby(World.GROUP, World.ONE, true),
                        NONE,
                        "B memberState"),
                Row.of(
                        "runs",
                        w -> w.memberOne = "Standby",
                        new ExitStandby(World.GROUP, World.ONE),
                        PRESS,
                        "N backInService"),
                Row.of(
                        "is stopped",
                        w -> {
                            w.memberOne = "Standby";
                            w.stateOne = "stopped";
                        },
                        new ExitStandby(World.GROUP, World.ONE),
                        CONSIDER,
                        "D standbyNotRunning",
                        "N backInService"),
                Row.of(
                        "above the maximum",
                        w -> {
                            w.memberOne = "Standby";
                            w.max = 2;
                        },
                        new ExitStandby(World.GROUP, World.ONE),
                        CONSIDER,
                        "C aboveMax",
                        "N backInService"),
                Row.of("in service", w -> {}, new ExitStandby(World.GROUP, World.ONE), NONE, "B memberState"),
                Row.of(
                        "what heals",
                        w -> {},
                        new SuspendProcesses(World.GROUP, List.of("ReplaceUnhealthy")),
                        CONSIDER,
                        "D nothingReplaced",
                        "C suspends"),
                Row.of(
                        "what adds to the balancer",
                        w -> {},
                        new SuspendProcesses(World.GROUP, List.of("AddToLoadBalancer")),
                        CONSIDER,
                        "C notAddedToBalancer",
                        "C suspends"),
                Row.of(
                        "suspended already",
                        w -> w.suspended = List.of("AZRebalance"),
                        new SuspendProcesses(World.GROUP, List.of("AZRebalance")),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "while a member is unhealthy",
                        w -> {
                            w.suspended = List.of("ReplaceUnhealthy");
                            w.healthTwo = "Unhealthy";
                        },
                        new ResumeProcesses(World.GROUP, List.of("ReplaceUnhealthy")),
                        CONSIDER,
                        "D replacesAtOnce",
                        "N resumes"),
                Row.of(
                        "balancing of zones",
                        w -> w.suspended = List.of("AZRebalance"),
                        new ResumeProcesses(World.GROUP, List.of("AZRebalance")),
                        CONSIDER,
                        "C rebalances",
                        "N resumes"),
                Row.of(
                        "not suspended",
                        w -> {},
                        new ResumeProcesses(World.GROUP, List.of("Launch")),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "half at a time",
                        w -> {},
                        new StartInstanceRefresh(World.GROUP, 50, null, false),
                        CONSIDER,
                        "C refreshReplaces",
                        "N refreshTemplate"),
                Row.of(
                        "all at once",
                        w -> {},
                        new StartInstanceRefresh(World.GROUP, 0, null, false),
                        CONSIDER,
                        "D refreshAllAtOnce",
                        "N refreshTemplate"),
                Row.of(
                        "one member",
                        w -> w.memberTwo = "Pending",
                        new StartInstanceRefresh(World.GROUP, 90, null, false),
                        CONSIDER,
                        "D refreshOnlyMember",
                        "N refreshTemplate"),
                Row.of(
                        "one in standby",
                        w -> w.memberTwo = "Standby",
                        new StartInstanceRefresh(World.GROUP, 90, null, false),
                        CONSIDER,
                        "D refreshOnlyMember",
                        "C refreshStandby",
                        "N refreshTemplate"),
                Row.of(
                        "nobody in service",
                        w -> {
                            w.memberOne = "Pending";
                            w.memberTwo = "Pending";
                        },
                        new StartInstanceRefresh(World.GROUP, 90, null, false),
                        PRESS,
                        "N refreshNobody",
                        "N refreshTemplate"),
                Row.of(
                        "one is under way",
                        w -> w.refreshes = refresh("InProgress"),
                        new StartInstanceRefresh(World.GROUP, 90, null, false),
                        NONE,
                        "B refreshUnderWay"),
                Row.of(
                        "under way",
                        w -> w.refreshes = refresh("InProgress"),
                        new CancelInstanceRefresh(World.GROUP),
                        CONSIDER,
                        "C refreshMixed"),
                Row.of(
                        "ended",
                        w -> w.refreshes = refresh("Successful"),
                        new CancelInstanceRefresh(World.GROUP),
                        NONE,
                        "B noRefresh"),
                Row.of(
                        "refreshes never read",
                        w -> w.unread(Parts.INSTANCE_REFRESHES),
                        new CancelInstanceRefresh(World.GROUP),
                        CONSIDER,
                        "? instance-refreshes"));
    }

    private static List<InstanceRefresh> refresh(String status) {
        return List.of(new InstanceRefresh(
                "r", World.GROUP, status, null, World.AT.minus(Duration.ofMinutes(5)), null, 50, 1));
    }
}
