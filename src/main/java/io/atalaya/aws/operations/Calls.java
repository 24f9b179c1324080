package io.atalaya.aws.operations;

import io.atalaya.aws.readers.Clients;
import io.atalaya.operate.act.Service;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.autoscaling.model.CancelInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.StartInstanceRefreshRequest;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateImageRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.RebootInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.efs.model.PutBackupPolicyRequest;
import software.amazon.awssdk.services.efs.model.PutLifecycleConfigurationRequest;
import software.amazon.awssdk.services.efs.model.UpdateFileSystemRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.rds.model.CopyDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RebootDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceToPointInTimeRequest;
import software.amazon.awssdk.services.rds.model.StartDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.StopDbInstanceRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.UpdateHealthCheckRequest;

/** Every call that an operation may send: how its request is begun, and which method of which client takes it. */
final class Calls {
    /**
     * One of them.
     *
     * @param request begins an empty one
     * @param send sends it, blocking
     */
    record Call(
            Service service,
            String operation,
            Supplier<? extends AwsRequest.Builder> request,
            BiFunction<Clients, AwsRequest, AwsResponse> send) {
        private String key() {
            return Calls.key(service, operation);
        }
    }

    private static final Map<String, Call> ALL = Stream.of(
                    ec2(), perimeter(), autoScaling(), elbV2(), rds(), efs(), route53(), cloudWatch(), logs())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Call::key, Function.identity()));

    private Calls() {}

    /** @throws IllegalArgumentException when no operation of this program should send it */
    static Call of(Service service, String operation) {
        var call = ALL.get(key(service, operation));
        if (call == null) {
            throw new IllegalArgumentException(service + " has no " + operation + " here");
        }
        return call;
    }

    /** As {@code EC2 StopInstances}. */
    static java.util.Set<String> names() {
        return ALL.keySet();
    }

    private static String key(Service service, String operation) {
        return service + " " + operation;
    }

    private static <R extends AwsRequest> Call call(
            Service service,
            String operation,
            Class<R> type,
            Supplier<? extends AwsRequest.Builder> request,
            BiFunction<Clients, R, AwsResponse> send) {
        return new Call(service, operation, request, (clients, ready) -> send.apply(clients, type.cast(ready)));
    }

    private static List<Call> ec2() {
        return List.of(
                call(
                        Service.EC2,
                        "CreateImage",
                        CreateImageRequest.class,
                        CreateImageRequest::builder,
                        (clients, request) -> clients.ec2().createImage(request)),
                call(
                        Service.EC2,
                        "CreateSnapshot",
                        CreateSnapshotRequest.class,
                        CreateSnapshotRequest::builder,
                        (clients, request) -> clients.ec2().createSnapshot(request)),
                call(
                        Service.EC2,
                        "CreateTags",
                        CreateTagsRequest.class,
                        CreateTagsRequest::builder,
                        (clients, request) -> clients.ec2().createTags(request)),
                call(
                        Service.EC2,
                        "DeleteTags",
                        DeleteTagsRequest.class,
                        DeleteTagsRequest::builder,
                        (clients, request) -> clients.ec2().deleteTags(request)),
                call(
                        Service.EC2,
                        "AssociateAddress",
                        AssociateAddressRequest.class,
                        AssociateAddressRequest::builder,
                        (clients, request) -> clients.ec2().associateAddress(request)),
                call(
                        Service.EC2,
                        "DisassociateAddress",
                        DisassociateAddressRequest.class,
                        DisassociateAddressRequest::builder,
                        (clients, request) -> clients.ec2().disassociateAddress(request)),
                call(
                        Service.EC2,
                        "StartInstances",
                        StartInstancesRequest.class,
                        StartInstancesRequest::builder,
                        (clients, request) -> clients.ec2().startInstances(request)),
                call(
                        Service.EC2,
                        "StopInstances",
                        StopInstancesRequest.class,
                        StopInstancesRequest::builder,
                        (clients, request) -> clients.ec2().stopInstances(request)),
                call(
                        Service.EC2,
                        "RebootInstances",
                        RebootInstancesRequest.class,
                        RebootInstancesRequest::builder,
                        (clients, request) -> clients.ec2().rebootInstances(request)));
    }

    private static List<Call> perimeter() {
        return List.of(
                call(
                        Service.EC2,
                        "AuthorizeSecurityGroupIngress",
                        AuthorizeSecurityGroupIngressRequest.class,
                        AuthorizeSecurityGroupIngressRequest::builder,
                        (clients, request) -> clients.ec2().authorizeSecurityGroupIngress(request)),
                call(
                        Service.EC2,
                        "AuthorizeSecurityGroupEgress",
                        AuthorizeSecurityGroupEgressRequest.class,
                        AuthorizeSecurityGroupEgressRequest::builder,
                        (clients, request) -> clients.ec2().authorizeSecurityGroupEgress(request)),
                call(
                        Service.EC2,
                        "RevokeSecurityGroupIngress",
                        RevokeSecurityGroupIngressRequest.class,
                        RevokeSecurityGroupIngressRequest::builder,
                        (clients, request) -> clients.ec2().revokeSecurityGroupIngress(request)),
                call(
                        Service.EC2,
                        "RevokeSecurityGroupEgress",
                        RevokeSecurityGroupEgressRequest.class,
                        RevokeSecurityGroupEgressRequest::builder,
                        (clients, request) -> clients.ec2().revokeSecurityGroupEgress(request)),
                call(
                        Service.EC2,
                        "CreateNetworkAclEntry",
                        CreateNetworkAclEntryRequest.class,
                        CreateNetworkAclEntryRequest::builder,
                        (clients, request) -> clients.ec2().createNetworkAclEntry(request)),
                call(
                        Service.EC2,
                        "ReplaceNetworkAclEntry",
                        ReplaceNetworkAclEntryRequest.class,
                        ReplaceNetworkAclEntryRequest::builder,
                        (clients, request) -> clients.ec2().replaceNetworkAclEntry(request)),
                call(
                        Service.EC2,
                        "DeleteNetworkAclEntry",
                        DeleteNetworkAclEntryRequest.class,
                        DeleteNetworkAclEntryRequest::builder,
                        (clients, request) -> clients.ec2().deleteNetworkAclEntry(request)));
    }

    private static List<Call> autoScaling() {
        return List.of(
                call(
                        Service.AUTO_SCALING,
                        "UpdateAutoScalingGroup",
                        UpdateAutoScalingGroupRequest.class,
                        UpdateAutoScalingGroupRequest::builder,
                        (clients, request) -> clients.autoScaling().updateAutoScalingGroup(request)),
                call(
                        Service.AUTO_SCALING,
                        "EnterStandby",
                        EnterStandbyRequest.class,
                        EnterStandbyRequest::builder,
                        (clients, request) -> clients.autoScaling().enterStandby(request)),
                call(
                        Service.AUTO_SCALING,
                        "ExitStandby",
                        ExitStandbyRequest.class,
                        ExitStandbyRequest::builder,
                        (clients, request) -> clients.autoScaling().exitStandby(request)),
                call(
                        Service.AUTO_SCALING,
                        "SuspendProcesses",
                        SuspendProcessesRequest.class,
                        SuspendProcessesRequest::builder,
                        (clients, request) -> clients.autoScaling().suspendProcesses(request)),
                call(
                        Service.AUTO_SCALING,
                        "ResumeProcesses",
                        ResumeProcessesRequest.class,
                        ResumeProcessesRequest::builder,
                        (clients, request) -> clients.autoScaling().resumeProcesses(request)),
                call(
                        Service.AUTO_SCALING,
                        "StartInstanceRefresh",
                        StartInstanceRefreshRequest.class,
                        StartInstanceRefreshRequest::builder,
                        (clients, request) -> clients.autoScaling().startInstanceRefresh(request)),
                call(
                        Service.AUTO_SCALING,
                        "CancelInstanceRefresh",
                        CancelInstanceRefreshRequest.class,
                        CancelInstanceRefreshRequest::builder,
                        (clients, request) -> clients.autoScaling().cancelInstanceRefresh(request)));
    }

    private static List<Call> elbV2() {
        return List.of(
                call(
                        Service.ELASTIC_LOAD_BALANCING_V2,
                        "RegisterTargets",
                        RegisterTargetsRequest.class,
                        RegisterTargetsRequest::builder,
                        (clients, request) -> clients.elbV2().registerTargets(request)),
                call(
                        Service.ELASTIC_LOAD_BALANCING_V2,
                        "DeregisterTargets",
                        DeregisterTargetsRequest.class,
                        DeregisterTargetsRequest::builder,
                        (clients, request) -> clients.elbV2().deregisterTargets(request)),
                call(
                        Service.ELASTIC_LOAD_BALANCING_V2,
                        "ModifyTargetGroup",
                        ModifyTargetGroupRequest.class,
                        ModifyTargetGroupRequest::builder,
                        (clients, request) -> clients.elbV2().modifyTargetGroup(request)),
                call(
                        Service.ELASTIC_LOAD_BALANCING_V2,
                        "ModifyRule",
                        ModifyRuleRequest.class,
                        ModifyRuleRequest::builder,
                        (clients, request) -> clients.elbV2().modifyRule(request)));
    }

    private static List<Call> rds() {
        return List.of(
                call(
                        Service.RDS,
                        "CreateDBSnapshot",
                        CreateDbSnapshotRequest.class,
                        CreateDbSnapshotRequest::builder,
                        (clients, request) -> clients.rds().createDBSnapshot(request)),
                call(
                        Service.RDS,
                        "CopyDBSnapshot",
                        CopyDbSnapshotRequest.class,
                        CopyDbSnapshotRequest::builder,
                        (clients, request) -> clients.rds().copyDBSnapshot(request)),
                call(
                        Service.RDS,
                        "DeleteDBSnapshot",
                        DeleteDbSnapshotRequest.class,
                        DeleteDbSnapshotRequest::builder,
                        (clients, request) -> clients.rds().deleteDBSnapshot(request)),
                call(
                        Service.RDS,
                        "RestoreDBInstanceFromDBSnapshot",
                        RestoreDbInstanceFromDbSnapshotRequest.class,
                        RestoreDbInstanceFromDbSnapshotRequest::builder,
                        (clients, request) -> clients.rds().restoreDBInstanceFromDBSnapshot(request)),
                call(
                        Service.RDS,
                        "RestoreDBInstanceToPointInTime",
                        RestoreDbInstanceToPointInTimeRequest.class,
                        RestoreDbInstanceToPointInTimeRequest::builder,
                        (clients, request) -> clients.rds().restoreDBInstanceToPointInTime(request)),
                call(
                        Service.RDS,
                        "RebootDBInstance",
                        RebootDbInstanceRequest.class,
                        RebootDbInstanceRequest::builder,
                        (clients, request) -> clients.rds().rebootDBInstance(request)),
                call(
                        Service.RDS,
                        "StartDBInstance",
                        StartDbInstanceRequest.class,
                        StartDbInstanceRequest::builder,
                        (clients, request) -> clients.rds().startDBInstance(request)),
                call(
                        Service.RDS,
                        "StopDBInstance",
                        StopDbInstanceRequest.class,
                        StopDbInstanceRequest::builder,
                        (clients, request) -> clients.rds().stopDBInstance(request)),
                call(
                        Service.RDS,
                        "ModifyDBInstance",
                        ModifyDbInstanceRequest.class,
                        ModifyDbInstanceRequest::builder,
                        (clients, request) -> clients.rds().modifyDBInstance(request)));
    }

    private static List<Call> efs() {
        return List.of(
                call(
                        Service.EFS,
                        "PutLifecycleConfiguration",
                        PutLifecycleConfigurationRequest.class,
                        PutLifecycleConfigurationRequest::builder,
                        (clients, request) -> clients.efs().putLifecycleConfiguration(request)),
                call(
                        Service.EFS,
                        "UpdateFileSystem",
                        UpdateFileSystemRequest.class,
                        UpdateFileSystemRequest::builder,
                        (clients, request) -> clients.efs().updateFileSystem(request)),
                call(
                        Service.EFS,
                        "PutBackupPolicy",
                        PutBackupPolicyRequest.class,
                        PutBackupPolicyRequest::builder,
                        (clients, request) -> clients.efs().putBackupPolicy(request)));
    }

    private static List<Call> route53() {
        return List.of(
                call(
                        Service.ROUTE_53,
                        "ChangeResourceRecordSets",
                        ChangeResourceRecordSetsRequest.class,
                        ChangeResourceRecordSetsRequest::builder,
                        (clients, request) -> clients.route53().changeResourceRecordSets(request)),
                call(
                        Service.ROUTE_53,
                        "UpdateHealthCheck",
                        UpdateHealthCheckRequest.class,
                        UpdateHealthCheckRequest::builder,
                        (clients, request) -> clients.route53().updateHealthCheck(request)));
    }

    private static List<Call> cloudWatch() {
        return List.of(
                call(
                        Service.CLOUDWATCH,
                        "SetAlarmState",
                        SetAlarmStateRequest.class,
                        SetAlarmStateRequest::builder,
                        (clients, request) -> clients.cloudWatch().setAlarmState(request)),
                call(
                        Service.CLOUDWATCH,
                        "PutMetricAlarm",
                        PutMetricAlarmRequest.class,
                        PutMetricAlarmRequest::builder,
                        (clients, request) -> clients.cloudWatch().putMetricAlarm(request)),
                call(
                        Service.CLOUDWATCH,
                        "DeleteAlarms",
                        DeleteAlarmsRequest.class,
                        DeleteAlarmsRequest::builder,
                        (clients, request) -> clients.cloudWatch().deleteAlarms(request)),
                call(
                        Service.CLOUDWATCH,
                        "EnableAlarmActions",
                        EnableAlarmActionsRequest.class,
                        EnableAlarmActionsRequest::builder,
                        (clients, request) -> clients.cloudWatch().enableAlarmActions(request)),
                call(
                        Service.CLOUDWATCH,
                        "DisableAlarmActions",
                        DisableAlarmActionsRequest.class,
                        DisableAlarmActionsRequest::builder,
                        (clients, request) -> clients.cloudWatch().disableAlarmActions(request)));
    }

    private static List<Call> logs() {
        return List.of(
                call(
                        Service.LOGS,
                        "PutRetentionPolicy",
                        PutRetentionPolicyRequest.class,
                        PutRetentionPolicyRequest::builder,
                        (clients, request) -> clients.logs().putRetentionPolicy(request)),
                call(
                        Service.LOGS,
                        "DeleteRetentionPolicy",
                        DeleteRetentionPolicyRequest.class,
                        DeleteRetentionPolicyRequest::builder,
                        (clients, request) -> clients.logs().deleteRetentionPolicy(request)));
    }
}
