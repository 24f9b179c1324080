package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;

import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.CreateVolumeSnapshot;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StopInstance;
import java.util.List;

/** Situations of machines, their images and volumes. */
final class ComputeRows {
    private static final Operation STOP = new StopInstance(World.ONE);
    private static final Operation REBOOT = new RebootInstance(World.ONE);

    private ComputeRows() {}

    static List<Row> all() {
        return List.of(
                Row.of(
                        "member of a group, one of two targets",
                        w -> {},
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C stops"),
                Row.of(
                        "the only healthy target",
                        w -> w.targetTwo = "unhealthy",
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "D lastHealthy",
                        "C stops"),
                Row.of(
                        "is not healthy itself",
                        w -> w.targetOne = "unhealthy",
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "N targetServesNobody",
                        "C stops"),
                Row.of(
                        "two targets in one zone",
                        w -> w.zoneTwo = "us-east-1a",
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "C oneHealthyLeft",
                        "C stops"),
                Row.of(
                        "in standby",
                        w -> {
                            w.memberOne = "Standby";
                            w.targetOne = "unused";
                        },
                        STOP,
                        CONSIDER,
                        "N inStandby",
                        "N targetServesNobody",
                        "C stops"),
                Row.of(
                        "replacing is suspended",
                        w -> w.suspended = List.of("ReplaceUnhealthy"),
                        STOP,
                        CONSIDER,
                        "N notReplaced",
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C stops"),
                Row.of(
                        "in no group",
                        w -> w.grouped = false,
                        STOP,
                        CONSIDER,
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C stops"),
                Row.of(
                        "behind a classic balancer",
                        w -> {
                            w.classic = true;
                            w.grouped = false;
                            w.targetOne = "InService";
                            w.targetTwo = "OutOfService";
                        },
                        STOP,
                        CONSIDER,
                        "D lastHealthy",
                        "C stops"),
                Row.of(
                        "nobody uses the target group",
                        w -> w.balancers = List.of(),
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "C stops"),
                Row.of(
                        "public address without Elastic IP",
                        w -> {
                            w.holder = null;
                            w.association = null;
                        },
                        new StopInstance(World.LONE),
                        CONSIDER,
                        "C publicIpLost",
                        "D dnsPointsAt",
                        "C stops"),
                Row.of(
                        "public address that no name points at",
                        w -> {
                            w.holder = null;
                            w.publicIpLone = "198.51.100.1";
                        },
                        new StopInstance(World.LONE),
                        CONSIDER,
                        "C publicIpLost",
                        "C stops"),
                Row.of("public address by Elastic IP", w -> {}, new StopInstance(World.LONE), CONSIDER, "C stops"),
                Row.of(
                        "disks of its host",
                        w -> w.instanceType = "c5d.large",
                        new StopInstance(World.LONE),
                        CONSIDER,
                        "D instanceStore",
                        "C stops"),
                Row.of("stopped already", w -> w.stateOne = "stopped", STOP, NONE, "B nothingToDo"),
                Row.of("terminated", w -> w.stateOne = "terminated", STOP, NONE, "B instanceState"),
                Row.of("gone", w -> {}, new StopInstance("i-gone"), NONE, "B gone"),
                Row.of("instances never read", w -> w.unread(Parts.INSTANCES), STOP, CONSIDER, "? instances"),
                Row.of(
                        "target health never read",
                        w -> w.unread(Parts.TARGETS),
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "C stops",
                        "? targets"),
                Row.of(
                        "target health is old",
                        w -> {
                            w.old(Parts.TARGETS);
                            w.targetTwo = "unhealthy";
                        },
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "D lastHealthy",
                        "C stops",
                        "? targets"),
                Row.of(
                        "no promise is built on old target health",
                        w -> {
                            w.old(Parts.TARGETS);
                            w.targetOne = "unhealthy";
                        },
                        STOP,
                        CONSIDER,
                        "D replaced",
                        "C stops",
                        "? targets"),
                Row.of(
                        "groups never read",
                        w -> w.unread(Parts.SCALING_GROUPS),
                        STOP,
                        CONSIDER,
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C stops",
                        "? scaling-groups"),
                Row.of(
                        "member checked by ELB",
                        w -> {},
                        REBOOT,
                        CONSIDER,
                        "C mayBeReplaced",
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C restarts"),
                Row.of(
                        "member checked by EC2 only",
                        w -> w.checkedBy = "EC2",
                        REBOOT,
                        CONSIDER,
                        "N mayBeReplaced",
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C restarts"),
                Row.of(
                        "the only healthy target",
                        w -> w.targetTwo = "draining",
                        REBOOT,
                        CONSIDER,
                        "C mayBeReplaced",
                        "D lastHealthy",
                        "C restarts"),
                Row.of("stopped", w -> w.stateOne = "stopped", REBOOT, NONE, "B instanceState"),
                Row.of(
                        "stopped",
                        w -> w.stateOne = "stopped",
                        new StartInstance(World.ONE),
                        PRESS,
                        "N starts",
                        "N newPublicIp"),
                Row.of(
                        "stopped, with Elastic IP",
                        w -> w.stateLone = "stopped",
                        new StartInstance(World.LONE),
                        PRESS,
                        "N starts"),
                Row.of("running", w -> {}, new StartInstance(World.ONE), NONE, "B nothingToDo"),
                Row.of(
                        "without reboot",
                        w -> {},
                        new CreateImage(World.ONE, "new", null, true),
                        CONSIDER,
                        "C imageNotConsistent"),
                Row.of(
                        "with reboot",
                        w -> {},
                        new CreateImage(World.ONE, "new", null, false),
                        CONSIDER,
                        "C mayBeReplaced",
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "C imageReboots"),
                Row.of(
                        "stopped",
                        w -> w.stateOne = "stopped",
                        new CreateImage(World.ONE, "new", null, false),
                        PRESS,
                        "N imageOfStopped"),
                Row.of(
                        "name is taken",
                        w -> w.stateOne = "stopped",
                        new CreateImage(World.ONE, "golden", null, false),
                        NONE,
                        "N imageOfStopped",
                        "B imageNameTaken"),
                Row.of("in use", w -> {}, new CreateVolumeSnapshot(World.VOLUME, null), PRESS, "N snapshotOfInUse"),
                Row.of(
                        "free",
                        w -> w.volumeState = "available",
                        new CreateVolumeSnapshot(World.VOLUME, null),
                        PRESS,
                        "N snapshotOfVolume"),
                Row.of(
                        "being deleted",
                        w -> w.volumeState = "deleting",
                        new CreateVolumeSnapshot(World.VOLUME, null),
                        NONE,
                        "B volumeState"));
    }
}
