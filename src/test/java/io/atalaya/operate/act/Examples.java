package io.atalaya.operate.act;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.WeightedTargetGroup;
import java.time.Instant;
import java.util.List;

/** At least one of every operation, with values that are hard to quote where AWS takes them. */
public final class Examples {
    private static final String TARGET_GROUP =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/6d0ecf831eec9f09";
    private static final String OTHER_GROUP =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/green/943f017f100becff";
    private static final String RULE = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/"
            + "web/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee";
    private static final String INSTANCE = "i-0123456789abcdef0";
    private static final String ALARM = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:Disk's \"full\" & hot";
    private static final RestoredDatabase PLAIN =
            new RestoredDatabase("restored", null, null, List.of(), null, false, false, false);
    private static final RestoredDatabase FULL = new RestoredDatabase(
            "chop-restored-1", "db.r5.xlarge", "db-subnets", List.of("sg-1", "sg-2"), "oracle-19", true, true, true);

    private Examples() {}

    public static List<Operation> all() {
        return List.of(
                new StartInstance(INSTANCE),
                new StopInstance(INSTANCE),
                new RebootInstance(INSTANCE),
                new CreateImage(INSTANCE, "ChOp (v1.2) [base] it's/ok @_-", "before; rm -rf \"$HOME\" `id` 'x'", true),
                new CreateImage(INSTANCE, "plain", null, false),
                new CreateVolumeSnapshot("vol-1", "-begins like an option"),
                new CreateVolumeSnapshot("vol-1", "file:///etc/passwd"),
                new CreateVolumeSnapshot("vol-1", null),
                new AssociateAddress("eipalloc-1", INSTANCE, true),
                new AssociateAddress("eipalloc-1", INSTANCE, false),
                new DisassociateAddress("eipalloc-1", "eipassoc-1"),
                new AuthorizeSecurityGroupIngress(
                        "sg-1",
                        new SecurityRule(
                                true, "tcp", 443, 8443, "0.0.0.0/0", null, null, "temporal; $HOME & {x} = [y]")),
                new AuthorizeSecurityGroupIngress(
                        "sg-1", new SecurityRule(true, "icmpv6", -1, -1, "2001:db8::/32", null, null, null)),
                new AuthorizeSecurityGroupEgress(
                        "sg-1", new SecurityRule(false, "udp", 53, 53, null, "sg-2", null, null, null, "444455556666")),
                new AuthorizeSecurityGroupEgress(
                        "sg-1", new SecurityRule(false, "-1", null, null, null, null, "pl-1", null)),
                new RevokeSecurityGroupIngress(
                        "sg-1", new SecurityRule(true, "tcp", 22, 22, "10.0.0.0/8", null, null, "ssh", "sgr-1", null)),
                new RevokeSecurityGroupEgress(
                        "sg-1", new SecurityRule(false, "-1", null, null, "::/0", null, null, null)),
                new CreateNetworkAclEntry("acl-1", new AclEntry(true, 100, "6", true, "0.0.0.0/0", 1024, 65535)),
                new CreateNetworkAclEntry("acl-1", new AclEntry(false, 110, "-1", false, "2001:db8::/32", null, null)),
                new ReplaceNetworkAclEntry(
                        "acl-1", new AclEntry(false, 32_766, "1", true, "10.0.0.0/8", null, null, 8, -1)),
                new DeleteNetworkAclEntry("acl-1", 100, true),
                new DeleteNetworkAclEntry("acl-1", 110, false),
                new CreateTag(new ResourceRef(ResourceType.VOLUME, "vol-1"), "cost center", "año = 2026/+-@:_."),
                new CreateTag(new ResourceRef(ResourceType.INSTANCE, INSTANCE), "empty", ""),
                new DeleteTag(new ResourceRef(ResourceType.INSTANCE, INSTANCE), "cost center"),
                new ResizeScalingGroup("web group", 1, 2, 4),
                new EnterStandby("web group", INSTANCE, true),
                new EnterStandby("web group", INSTANCE, false),
                new ExitStandby("web group", INSTANCE),
                new SuspendProcesses("web group", List.of("Launch", "AZRebalance")),
                new ResumeProcesses("web group", List.of("Launch")),
                new StartInstanceRefresh("web group", 90, 300, true),
                new StartInstanceRefresh("web group", 0, null, false),
                new CancelInstanceRefresh("web group"),
                new RegisterTarget(TARGET_GROUP, INSTANCE, 8080),
                new RegisterTarget(TARGET_GROUP, "10.0.0.7", null),
                new DeregisterTarget(TARGET_GROUP, INSTANCE, 8080),
                new DeregisterTarget(TARGET_GROUP, INSTANCE, null),
                new ModifyHealthCheck(
                        TARGET_GROUP,
                        new HealthCheckSettings(
                                true, "HTTPS", "8443", "/health?deep='yes'&x=$1", 10, 5, 3, 2, "200-299,301")),
                new ModifyHealthCheck(
                        TARGET_GROUP, new HealthCheckSettings(true, "TCP", "traffic-port", null, 30, 10, 5, 2, null)),
                new ModifyRuleWeights(
                        RULE,
                        List.of(new WeightedTargetGroup(TARGET_GROUP, 90), new WeightedTargetGroup(OTHER_GROUP, 10)),
                        null),
                new ModifyRuleWeights(RULE, List.of(new WeightedTargetGroup(TARGET_GROUP, 1)), 3600),
                new CreateDatabaseSnapshot("chop", "chop-before-release"),
                new CopyDatabaseSnapshot(
                        "chop-1",
                        "arn:aws:rds:us-east-1:123456789012:snapshot:chop-1",
                        "chop-1-copy",
                        "us-east-1",
                        "us-west-2",
                        "arn:aws:kms:us-west-2:123456789012:key/1"),
                new CopyDatabaseSnapshot(
                        "rds:chop-2026-11-22",
                        "arn:aws:rds:us-east-1:123456789012:snapshot:rds:chop-2026-11-22",
                        "chop-copy",
                        "us-east-1",
                        "us-west-2",
                        null),
                new DeleteDatabaseSnapshot("chop-1"),
                new RestoreDatabaseSnapshot("rds:chop-2026-11-22", PLAIN),
                new RestoreDatabaseSnapshot("chop-1", FULL),
                new RestorePointInTime("chop", null, PLAIN),
                new RestorePointInTime("chop", Instant.parse("2026-11-22T09:30:15Z"), FULL),
                new RebootDatabase("chop", false),
                new RebootDatabase("chop", true),
                new StartDatabase("chop"),
                new StopDatabase("chop"),
                new ModifyAllocatedStorage("chop", 200, true),
                new ModifyMaximumStorage("chop", 1000),
                new ModifyDatabaseClass("chop", "db.m5.large", false),
                new ModifyDatabaseClass("chop", "db.r5b.2xlarge.tpc2.mem2x", true),
                new ModifyBackupRetention("chop", 14, true),
                new ModifyLifecycle("fs-1", "AFTER_30_DAYS", "AFTER_90_DAYS", true),
                new ModifyLifecycle("fs-1", null, null, false),
                new ModifyThroughput("fs-1", "elastic", null),
                new ModifyThroughput("fs-1", "provisioned", 12.5),
                new ModifyBackupPolicy("fs-1", true),
                new ModifyBackupPolicy("fs-1", false),
                new EnableHealthCheck("hc-1"),
                new DisableHealthCheck("hc-1"),
                new UpsertRecord(
                        record("www.example.com", "A", 60L, List.of("192.0.2.1", "192.0.2.2"), "simple", null)),
                new UpsertRecord(record(
                        "*.example.com",
                        "TXT",
                        0L,
                        List.of("\"v=spf1 'quoted' $HOME; -all\" \"second \\\"part\\\"\""),
                        "weighted 10",
                        "it's one")),
                new UpsertRecord(new RecordSet(
                        "Z1",
                        "app.example.com",
                        "A",
                        null,
                        List.of(),
                        new AliasTarget("dualstack.web-1.us-east-1.elb.amazonaws.com", "Z35SXDOTRQ7X7K", true),
                        "primary",
                        "failover PRIMARY",
                        "hc-1")),
                new UpsertRecord(
                        record("a.example.com", "MX", 300L, List.of("10 mail.example.com"), "multivalue", "m1")),
                new DeleteRecord(
                        record("b.example.com", "CNAME", 300L, List.of("web.example.com"), "latency us-east-1", "v")),
                new EnableAlarmActions(ALARM, "Disk's \"full\" & hot"),
                new DisableAlarmActions(ALARM, "-dash"),
                new SetAlarmState(ALARM, "cpu", "ALARM", "a test, it's one"),
                new PutMetricAlarm(ALARM, definition("Average", 80.5, List.of("arn:aws:sns:us-east-1:1:ops"))),
                new PutMetricAlarm(ALARM, definition("p99.9", -1, List.of())),
                new DeleteAlarms(ALARM, "cpu", definition("Sum", 0, List.of())),
                new DeleteAlarms(ALARM, "cpu", null),
                new ModifyLogRetention("/chop/app#1", 30),
                new ModifyLogRetention("/chop/app#1", null));
    }

    static AlarmDefinition definition(String statistic, double threshold, List<String> actions) {
        return new AlarmDefinition(
                "cpu",
                "Its \"CPU\"",
                "AWS/EC2",
                "CPUUtilization",
                java.util.Map.of("InstanceId", "i-1", "AutoScalingGroupName", "web servers"),
                statistic,
                threshold,
                "GreaterThanThreshold",
                true,
                new io.atalaya.deployment.AlarmSettings(
                        300, 3, 2, "notBreaching", null, null, actions, List.of(), List.of(), true));
    }

    private static RecordSet record(
            String name,
            String type,
            long ttl,
            List<String> values,
            String routing,
            @org.jspecify.annotations.Nullable String set) {
        return new RecordSet("Z1", name, type, ttl, values, null, set, routing, null);
    }
}
