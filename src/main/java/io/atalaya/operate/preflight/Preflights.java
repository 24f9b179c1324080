package io.atalaya.operate.preflight;

import io.atalaya.deployment.Deployment;
import io.atalaya.operate.act.AssociateAddress;
import io.atalaya.operate.act.AuthorizeSecurityGroupEgress;
import io.atalaya.operate.act.AuthorizeSecurityGroupIngress;
import io.atalaya.operate.act.CancelInstanceRefresh;
import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.CreateNetworkAclEntry;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.CreateVolumeSnapshot;
import io.atalaya.operate.act.DeleteAlarms;
import io.atalaya.operate.act.DeleteDatabaseSnapshot;
import io.atalaya.operate.act.DeleteNetworkAclEntry;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.DeleteTag;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.DisableAlarmActions;
import io.atalaya.operate.act.DisableHealthCheck;
import io.atalaya.operate.act.DisassociateAddress;
import io.atalaya.operate.act.EnableAlarmActions;
import io.atalaya.operate.act.EnableHealthCheck;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.ExitStandby;
import io.atalaya.operate.act.ModifyAllocatedStorage;
import io.atalaya.operate.act.ModifyBackupPolicy;
import io.atalaya.operate.act.ModifyBackupRetention;
import io.atalaya.operate.act.ModifyDatabaseClass;
import io.atalaya.operate.act.ModifyHealthCheck;
import io.atalaya.operate.act.ModifyLifecycle;
import io.atalaya.operate.act.ModifyLogRetention;
import io.atalaya.operate.act.ModifyMaximumStorage;
import io.atalaya.operate.act.ModifyRuleWeights;
import io.atalaya.operate.act.ModifyThroughput;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.PutMetricAlarm;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.RegisterTarget;
import io.atalaya.operate.act.ReplaceNetworkAclEntry;
import io.atalaya.operate.act.ResizeScalingGroup;
import io.atalaya.operate.act.RestoreDatabaseSnapshot;
import io.atalaya.operate.act.RestorePointInTime;
import io.atalaya.operate.act.ResumeProcesses;
import io.atalaya.operate.act.RevokeSecurityGroupEgress;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import io.atalaya.operate.act.SetAlarmState;
import io.atalaya.operate.act.StartDatabase;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StartInstanceRefresh;
import io.atalaya.operate.act.StopDatabase;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.act.SuspendProcesses;
import io.atalaya.operate.act.UpsertRecord;
import java.time.Instant;

/** Works out what an act would do. Pure: the same deployment and moment give the same answer. */
public final class Preflights {
    private Preflights() {}

    /**
     * Judges an act.
     *
     * @param now the deployment as it is known
     * @param at the moment by which ages count
     * @param aws false at another server than AWS's
     * @param guarded whether a person marked the resource, or everything reached this way, as protected
     */
    public static Preflight of(Operation operation, Deployment now, Instant at, boolean aws, boolean guarded) {
        return of(operation, now, at, aws, guarded, new PathMemory());
    }

    /**
     * Judges an act of which paths may have been followed before.
     *
     * @param memory of the paths; may be shared by threads
     */
    public static Preflight of(
            Operation operation, Deployment now, Instant at, boolean aws, boolean guarded, PathMemory memory) {
        var known = new Known(now, at);
        var found = new Findings();
        judge(operation, known, found, memory);
        var worst = found.all().stream()
                .map(Consequence::severity)
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
        var hurts = worst != Severity.NOTE || !known.unknown().isEmpty();
        if (guarded && hurts) {
            found.caution("protected");
        }
        if (!aws) {
            found.note("notAws");
        }
        return new Preflight(
                found.all(), known.consulted(), known.unknown(), confirmation(worst, hurts, guarded, found));
    }

    /** Whether judging it follows paths through the whole network, which takes longer than a frame of the screen. */
    public static boolean followsPaths(Operation operation) {
        return switch (operation) {
            case AuthorizeSecurityGroupIngress act -> true;
            case AuthorizeSecurityGroupEgress act -> true;
            case RevokeSecurityGroupIngress act -> true;
            case RevokeSecurityGroupEgress act -> true;
            case CreateNetworkAclEntry act -> true;
            case ReplaceNetworkAclEntry act -> true;
            case DeleteNetworkAclEntry act -> true;
            default -> false;
        };
    }

    private static Confirmation confirmation(Severity worst, boolean hurts, boolean guarded, Findings found) {
        if (worst == Severity.BLOCKED) {
            return Confirmation.NONE;
        }
        if (found.nothingBringsItBack() || (guarded && hurts)) {
            return Confirmation.TYPE_NAME;
        }
        return hurts ? Confirmation.CONSIDER : Confirmation.PRESS;
    }

    private static void judge(Operation operation, Known known, Findings found, PathMemory memory) {
        switch (operation) {
            case StartInstance act -> new InstanceRules(known, found).start(act);
            case StopInstance act -> new InstanceRules(known, found).stop(act);
            case RebootInstance act -> new InstanceRules(known, found).reboot(act);
            case CreateImage act -> new InstanceRules(known, found).image(act);
            case CreateVolumeSnapshot act -> new InstanceRules(known, found).snapshot(act);
            case AssociateAddress act -> new AddressRules(known, found).associate(act);
            case DisassociateAddress act -> new AddressRules(known, found).disassociate(act);
            case AuthorizeSecurityGroupIngress act ->
                new PerimeterRules(known, found, memory).authorize(act.securityGroupId(), act.rule());
            case AuthorizeSecurityGroupEgress act ->
                new PerimeterRules(known, found, memory).authorize(act.securityGroupId(), act.rule());
            case RevokeSecurityGroupIngress act ->
                new PerimeterRules(known, found, memory).revoke(act.securityGroupId(), act.rule());
            case RevokeSecurityGroupEgress act ->
                new PerimeterRules(known, found, memory).revoke(act.securityGroupId(), act.rule());
            case CreateNetworkAclEntry act -> new PerimeterRules(known, found, memory).create(act);
            case ReplaceNetworkAclEntry act -> new PerimeterRules(known, found, memory).replace(act);
            case DeleteNetworkAclEntry act -> new PerimeterRules(known, found, memory).delete(act);
            case CreateTag act -> TagRules.create(act, known, found);
            case DeleteTag act -> TagRules.delete(act, known, found);
            case ResizeScalingGroup act -> new GroupRules(known, found).resize(act);
            case EnterStandby act -> new GroupRules(known, found).enterStandby(act);
            case ExitStandby act -> new GroupRules(known, found).exitStandby(act);
            case SuspendProcesses act -> new GroupRules(known, found).suspend(act);
            case ResumeProcesses act -> new GroupRules(known, found).resume(act);
            case StartInstanceRefresh act -> new RefreshRules(known, found).start(act);
            case CancelInstanceRefresh act -> new RefreshRules(known, found).cancel(act);
            case RegisterTarget act -> new TargetRules(known, found).register(act);
            case DeregisterTarget act -> new TargetRules(known, found).deregister(act);
            case ModifyHealthCheck act -> new HealthCheckRules(known, found).modify(act);
            case ModifyRuleWeights act -> new WeightRules(known, found).modify(act);
            case StartDatabase act -> new DatabaseRules(known, found).start(act);
            case StopDatabase act -> new DatabaseRules(known, found).stop(act);
            case RebootDatabase act -> new DatabaseRules(known, found).reboot(act);
            case ModifyAllocatedStorage act -> new DatabaseChangeRules(known, found).allocated(act);
            case ModifyMaximumStorage act -> new DatabaseChangeRules(known, found).maximum(act);
            case ModifyDatabaseClass act -> new DatabaseChangeRules(known, found).instanceClass(act);
            case ModifyBackupRetention act -> new DatabaseChangeRules(known, found).retention(act);
            case CreateDatabaseSnapshot act -> new SnapshotRules(known, found).create(act);
            case CopyDatabaseSnapshot act -> new SnapshotRules(known, found).copy(act);
            case DeleteDatabaseSnapshot act -> new SnapshotRules(known, found).delete(act);
            case RestoreDatabaseSnapshot act -> new RestoreRules(known, found).snapshot(act);
            case RestorePointInTime act -> new RestoreRules(known, found).moment(act);
            case ModifyThroughput act -> new FileSystemRules(known, found).throughput(act);
            case ModifyLifecycle act -> new FileSystemRules(known, found).lifecycle(act);
            case ModifyBackupPolicy act -> new FileSystemRules(known, found).backup(act);
            case UpsertRecord act -> new RecordRules(known, found).upsert(act);
            case DeleteRecord act -> new RecordRules(known, found).delete(act);
            case EnableHealthCheck act -> new NameHealthRules(known, found).enable(act);
            case DisableHealthCheck act -> new NameHealthRules(known, found).disable(act);
            case EnableAlarmActions act -> AlarmRules.enable(act, known, found);
            case SetAlarmState act -> AlarmRules.test(act, known, found);
            case PutMetricAlarm act -> AlarmDefinitionRules.put(act, known, found);
            case DeleteAlarms act -> AlarmDefinitionRules.delete(act, known, found);
            case DisableAlarmActions act -> AlarmRules.disable(act, known, found);
            case ModifyLogRetention act -> LogRules.retention(act, known, found);
        }
    }
}
