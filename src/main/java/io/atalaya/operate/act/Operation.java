package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.Optional;

/**
 * One act on one resource. A record whose components are what a person chose; its constructor refuses what AWS would refuse
 * ({@link BadInputException}), so that an operation that exists can be sent. It can be written down and read again
 * ({@link Operations}): that is how an act whose outcome a crash took away is settled at the next start.
 */
public sealed interface Operation
        permits AssociateAddress,
                AuthorizeSecurityGroupEgress,
                AuthorizeSecurityGroupIngress,
                CancelInstanceRefresh,
                CopyDatabaseSnapshot,
                CreateDatabaseSnapshot,
                CreateImage,
                CreateNetworkAclEntry,
                CreateTag,
                CreateVolumeSnapshot,
                DeleteAlarms,
                DeleteDatabaseSnapshot,
                DeleteNetworkAclEntry,
                DeleteRecord,
                DeleteTag,
                DeregisterTarget,
                DisableAlarmActions,
                DisableHealthCheck,
                DisassociateAddress,
                EnableAlarmActions,
                EnableHealthCheck,
                EnterStandby,
                ExitStandby,
                ModifyAllocatedStorage,
                ModifyBackupPolicy,
                ModifyBackupRetention,
                ModifyDatabaseClass,
                ModifyHealthCheck,
                ModifyLifecycle,
                ModifyLogRetention,
                ModifyMaximumStorage,
                ModifyRuleWeights,
                ModifyThroughput,
                PutMetricAlarm,
                RebootDatabase,
                RebootInstance,
                RegisterTarget,
                ReplaceNetworkAclEntry,
                ResizeScalingGroup,
                RestoreDatabaseSnapshot,
                RestorePointInTime,
                ResumeProcesses,
                RevokeSecurityGroupEgress,
                RevokeSecurityGroupIngress,
                SetAlarmState,
                StartDatabase,
                StartInstance,
                StartInstanceRefresh,
                StopDatabase,
                StopInstance,
                SuspendProcesses,
                UpsertRecord {
    /** What it acts on. */
    ResourceRef on();

    /** What is sent, once. */
    AwsRequest request();

    /** How to see that it is over. */
    Settling settling();

    /**
     * What takes it back.
     *
     * @param before the deployment as it was when the act was confirmed
     */
    default Optional<Operation> undo(Deployment before) {
        return Optional.empty();
    }

    /** Key of the words on its button, which name the act, in {@code operate.properties}. */
    default String nameKey() {
        return "operate.act." + act();
    }

    /** Its name in the journal and in message keys: {@code StopInstance}. */
    default String act() {
        return getClass().getSimpleName();
    }
}
