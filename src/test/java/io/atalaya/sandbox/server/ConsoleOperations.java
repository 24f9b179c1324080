package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;

/** Operations an administrator's console uses, reads and writes, of every service and in every protocol. */
final class ConsoleOperations {
    private ConsoleOperations() {}

    static OperationRegistry registry() {
        var all = new OperationRegistry();
        ec2(all);
        balancing(all);
        databases(all);
        scalingAndMonitoring(all);
        signIn(all);
        return all;
    }

    private static void ec2(OperationRegistry all) {
        Discovery.register(
                all,
                AwsService.EC2,
                "DescribeInstances",
                "DescribeInstanceStatus",
                "DescribeInstanceTypes",
                "DescribeImages",
                "DescribeVolumes",
                "DescribeSnapshots",
                "DescribeAddresses",
                "DescribeVpcs",
                "DescribeSubnets",
                "DescribeRouteTables",
                "DescribeSecurityGroups",
                "DescribeSecurityGroupRules",
                "DescribeNetworkAcls",
                "DescribeNetworkInterfaces",
                "DescribeInternetGateways",
                "DescribeNatGateways",
                "DescribeVpnGateways",
                "DescribeVpnConnections",
                "DescribeCustomerGateways",
                "DescribeLaunchTemplates",
                "DescribeLaunchTemplateVersions",
                "DescribeRegions",
                "DescribeAvailabilityZones",
                "DescribeTags",
                "GetConsoleOutput",
                "StartInstances",
                "StopInstances",
                "RebootInstances",
                "TerminateInstances",
                "CreateTags",
                "DeleteTags",
                "CreateImage",
                "CreateSnapshot",
                "DescribeEgressOnlyInternetGateways",
                "DescribeTransitGateways",
                "DescribeTransitGatewayAttachments",
                "DescribeTransitGatewayVpcAttachments",
                "DescribeTransitGatewayRouteTables",
                "SearchTransitGatewayRoutes",
                "DescribeVpcPeeringConnections",
                "DescribeVpcEndpoints",
                "DescribeManagedPrefixLists",
                "GetManagedPrefixListEntries",
                "DescribeFlowLogs",
                "AuthorizeSecurityGroupIngress",
                "AuthorizeSecurityGroupEgress",
                "RevokeSecurityGroupIngress",
                "RevokeSecurityGroupEgress",
                "CreateNetworkAclEntry",
                "ReplaceNetworkAclEntry",
                "DeleteNetworkAclEntry");
    }

    private static void balancing(OperationRegistry all) {
        Discovery.register(
                all,
                AwsService.CLASSIC_BALANCING,
                "DescribeLoadBalancers",
                "DescribeInstanceHealth",
                "DescribeLoadBalancerAttributes",
                "DescribeTags",
                "RegisterInstancesWithLoadBalancer",
                "DeregisterInstancesFromLoadBalancer");
        Discovery.register(
                all,
                AwsService.BALANCING,
                "DescribeLoadBalancers",
                "DescribeListeners",
                "DescribeRules",
                "DescribeTargetGroups",
                "DescribeTargetHealth",
                "DescribeTags",
                "DescribeLoadBalancerAttributes",
                "DescribeTargetGroupAttributes",
                "DescribeListenerCertificates",
                "RegisterTargets",
                "DeregisterTargets",
                "ModifyTargetGroup");
        Discovery.register(
                all,
                AwsService.ROUTE_53,
                "ListHostedZones",
                "GetHostedZone",
                "ListResourceRecordSets",
                "ListHealthChecks",
                "GetHealthCheckStatus",
                "ListTagsForResource",
                "ListTagsForResources",
                "ChangeResourceRecordSets",
                "ChangeTagsForResource");
    }

    private static void databases(OperationRegistry all) {
        Discovery.register(
                all,
                AwsService.RDS,
                "DescribeDBInstances",
                "DescribeDBClusters",
                "DescribeDBSnapshots",
                "DescribeDBSubnetGroups",
                "DescribeDBParameterGroups",
                "DescribeDBParameters",
                "DescribeEvents",
                "DescribePendingMaintenanceActions",
                "DescribeDBLogFiles",
                "DownloadDBLogFilePortion",
                "ListTagsForResource",
                "RebootDBInstance",
                "ModifyDBInstance",
                "CreateDBSnapshot");
        Discovery.register(all, AwsService.ACM, "ListCertificates", "DescribeCertificate");
        Discovery.register(
                all,
                AwsService.EFS,
                "DescribeFileSystems",
                "DescribeMountTargets",
                "DescribeMountTargetSecurityGroups",
                "DescribeAccessPoints",
                "DescribeLifecycleConfiguration",
                "DescribeBackupPolicy",
                "TagResource",
                "UntagResource",
                "UpdateFileSystem",
                "PutBackupPolicy");
    }

    private static void scalingAndMonitoring(OperationRegistry all) {
        Discovery.register(
                all,
                AwsService.AUTO_SCALING,
                "DescribeAutoScalingGroups",
                "DescribeAutoScalingInstances",
                "DescribeScalingActivities",
                "DescribePolicies",
                "DescribeInstanceRefreshes",
                "DescribeLaunchConfigurations",
                "SetDesiredCapacity",
                "TerminateInstanceInAutoScalingGroup");
        Discovery.register(
                all,
                AwsService.CLOUDWATCH,
                "DescribeAlarms",
                "DescribeAlarmHistory",
                "DescribeAlarmsForMetric",
                "GetMetricData",
                "GetMetricStatistics",
                "ListMetrics",
                "SetAlarmState",
                "DisableAlarmActions");
        Discovery.register(
                all,
                AwsService.LOGS,
                "DescribeLogGroups",
                "DescribeLogStreams",
                "FilterLogEvents",
                "GetLogEvents",
                "StartQuery",
                "GetQueryResults",
                "StopQuery",
                "DescribeQueries",
                "GetLogRecord",
                "TestMetricFilter",
                "CreateLogGroup",
                "CreateLogStream",
                "PutLogEvents",
                "PutRetentionPolicy");
    }

    private static void signIn(OperationRegistry all) {
        Discovery.register(
                all,
                AwsService.STS,
                "GetCallerIdentity",
                "AssumeRole",
                "AssumeRoleWithWebIdentity",
                "AssumeRoleWithSAML",
                "GetSessionToken");
        Discovery.register(
                all, AwsService.IAM, "ListAccountAliases", "GetUser", "ListMFADevices", "SimulatePrincipalPolicy");
        Discovery.register(
                all, AwsService.CLOUDTRAIL, "DescribeTrails", "GetTrailStatus", "GetEventSelectors", "LookupEvents");
        Discovery.register(all, AwsService.SSO, "GetRoleCredentials", "ListAccounts", "ListAccountRoles", "Logout");
        Discovery.register(all, AwsService.SSO_OIDC, "RegisterClient", "StartDeviceAuthorization", "CreateToken");
    }
}
