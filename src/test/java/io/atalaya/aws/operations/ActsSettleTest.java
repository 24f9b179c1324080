package io.atalaya.aws.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.WeightedTargetGroup;
import io.atalaya.operate.act.AlarmDefinition;
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
import io.atalaya.operate.act.RestoredDatabase;
import io.atalaya.operate.act.ResumeProcesses;
import io.atalaya.operate.act.RevokeSecurityGroupEgress;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import io.atalaya.operate.act.SetAlarmState;
import io.atalaya.operate.act.Settling;
import io.atalaya.operate.act.StartDatabase;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StartInstanceRefresh;
import io.atalaya.operate.act.StopDatabase;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.act.SuspendProcesses;
import io.atalaya.operate.act.UpsertRecord;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts on CheckOP, seen by the console's own readers until they have settled: through AWS's phases, or refused by its codes. */
class ActsSettleTest {
    private static final RestoredDatabase BESIDE =
            new RestoredDatabase("dbprogressus-2", null, null, List.of(), null, false, false, true);

    private final Practice practice = new Practice();

    @AfterEach
    void close() {
        practice.close();
    }

    /** It goes through these phases, and is then done. */
    private void settles(Operation operation, String... words) {
        var course = practice.act(operation);
        assertThat(course.sent().problem()).as(operation.toString()).isNull();
        assertThat(course.last().phase()).as(operation + " " + course.seen()).isEqualTo(Settling.Phase.DONE);
        var seen = course.seen().stream().map(Settling.Progress::detail).toList();
        assertThat(List.of(words)).as(operation + " " + seen).allMatch(word -> seen.stream()
                .anyMatch(each -> each.contains(word)));
    }

    private void refused(Operation operation, String code) {
        var course = practice.act(operation);
        assertThat(course.sent().problem()).as(operation.toString()).isNotNull();
        assertThat(Objects.requireNonNull(course.sent().problem()).code()).isEqualTo(code);
        assertThat(course.sent().maybeDone()).isFalse();
        assertThat(course.sent().answered()).isTrue();
    }

    /** Sent, and over as far as the console can see; the model shows nothing of it. */
    private void accepted(Operation operation) {
        var course = practice.act(operation);
        assertThat(course.sent().problem()).as(operation.toString()).isNull();
        assertThat(course.last().phase()).isEqualTo(Settling.Phase.UNDER_WAY);
    }

    @Test
    void instancesAndWhatTheyAreMadeOf() {
        settles(new StopInstance(Ids.BASE), "stopping", "stopped");
        settles(new StartInstance(Ids.BASE), "pending", "running");
        settles(new RebootInstance(Ids.BASE), "running");
        settles(new CreateImage(Ids.BASE, "ChOp-next", "before the release", true), "pending");
        refused(new CreateImage(Ids.BASE, "ChOp-next", null, true), "InvalidAMIName.Duplicate");
        var volume = practice.now().items(Parts.VOLUMES).getFirst().id();
        settles(new CreateVolumeSnapshot(volume, "by hand"), "pending", "snap-");
        refused(new CreateVolumeSnapshot("vol-0123456789abcdef0", null), "InvalidVolume.NotFound");
        refused(new StopInstance("i-0123456789abcdef0"), "InvalidInstanceID.NotFound");
        var tagged = new CreateTag(new ResourceRef(ResourceType.INSTANCE, Ids.BASE), "Owner", "d.parra");
        settles(tagged);
        settles(new DeleteTag(tagged.resource(), "Owner"));
    }

    @Test
    void addresses() {
        var address = practice.now().items(Parts.ELASTIC_IPS).stream()
                .filter(it -> Ids.BASE.equals(it.instanceId()))
                .findFirst()
                .orElseThrow();
        var free = new DisassociateAddress(address.allocationId(), Objects.requireNonNull(address.associationId()));
        settles(free);
        refused(free, "InvalidAssociationID.NotFound");
        settles(new AssociateAddress(address.allocationId(), Ids.BASE, false));
        refused(new AssociateAddress(address.allocationId(), Ids.APP_1A, false), "Resource.AlreadyAssociated");
    }

    @Test
    void rulesOfASecurityGroup() {
        var office = new SecurityRule(true, "tcp", 443, 443, "192.0.2.0/24", null, null, "office");
        settles(new AuthorizeSecurityGroupIngress(Ids.SG_APP, office));
        refused(new AuthorizeSecurityGroupIngress(Ids.SG_APP, office), "InvalidPermission.Duplicate");
        practice.now(); // ids are a source of their own: the groups have them at the look after that
        var named = rule(Ids.SG_APP, office);
        assertThat(named.ruleId()).as("AWS gave it an id").startsWith("sgr-");
        settles(new RevokeSecurityGroupIngress(Ids.SG_APP, named));
        refused(new RevokeSecurityGroupIngress(Ids.SG_APP, named), "InvalidSecurityGroupRuleId.NotFound");
        refused(new RevokeSecurityGroupIngress(Ids.SG_APP, office), "InvalidPermission.NotFound");

        var all = new SecurityRule(false, "-1", null, null, "0.0.0.0/0", null, null, null);
        settles(new RevokeSecurityGroupEgress(Ids.SG_APP, all));
        settles(new AuthorizeSecurityGroupEgress(
                Ids.SG_APP, new SecurityRule(false, "icmpv6", -1, -1, "2001:DB8::/32", null, null, null)));
        settles(new AuthorizeSecurityGroupEgress(
                Ids.SG_APP, new SecurityRule(false, "tcp", 3306, 3306, null, Ids.SG_DB, null, null)));
        refused(
                new AuthorizeSecurityGroupEgress(
                        Ids.SG_APP, new SecurityRule(false, "-1", null, null, null, "sg-0", null, null)),
                "InvalidGroup.NotFound");
        for (int port = 1; port <= 57; port++) {
            var more = new SecurityRule(true, "udp", port, port, "192.0.2.0/24", null, null, null);
            assertThat(practice.wire
                            .send(new AuthorizeSecurityGroupIngress(Ids.SG_APP, more).request())
                            .problem())
                    .isNull();
        }
        refused(new AuthorizeSecurityGroupIngress(Ids.SG_APP, office), "RulesPerSecurityGroupLimitExceeded");
    }

    private SecurityRule rule(String group, SecurityRule like) {
        return practice.now().items(Parts.SECURITY_GROUPS).stream()
                .filter(it -> it.id().equals(group))
                .flatMap(it -> it.rules().stream())
                .filter(it -> Objects.equals(it.cidr(), like.cidr()) && Objects.equals(it.fromPort(), like.fromPort()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void entriesOfANetworkAcl() {
        var entry = new AclEntry(false, 90, "6", false, "192.0.2.0/24", 3306, 3306);
        settles(new CreateNetworkAclEntry(Ids.ACL_DATA, entry));
        refused(new CreateNetworkAclEntry(Ids.ACL_DATA, entry), "NetworkAclEntryAlreadyExists");
        settles(new ReplaceNetworkAclEntry(
                Ids.ACL_DATA, new AclEntry(false, 90, "1", true, "192.0.2.0/24", null, null, 8, -1)));
        settles(new ReplaceNetworkAclEntry(
                Ids.ACL_DATA, new AclEntry(false, 90, "-1", true, "2001:db8::/32", null, null)));
        settles(new DeleteNetworkAclEntry(Ids.ACL_DATA, 90, false));
        refused(new DeleteNetworkAclEntry(Ids.ACL_DATA, 90, false), "InvalidNetworkAclEntry.NotFound");
        refused(new ReplaceNetworkAclEntry(Ids.ACL_DATA, entry), "InvalidNetworkAclEntry.NotFound");
        refused(new DeleteNetworkAclEntry("acl-0", 90, false), "InvalidNetworkAclID.NotFound");
    }

    @Test
    void membersOfAScalingGroup() {
        refused(new EnterStandby(Ids.SCALING_GROUP, Ids.APP_1D, true), "ValidationError"); // the minimum is two
        refused(new ResizeScalingGroup(Ids.SCALING_GROUP, 1, 5, 4), "ValidationError");
        settles(new ResizeScalingGroup(Ids.SCALING_GROUP, 1, 2, 4), "2 / 2 InService");
        settles(new EnterStandby(Ids.SCALING_GROUP, Ids.APP_1D, true), "EnteringStandby", "Standby");
        settles(new StopInstance(Ids.APP_1D), "stopped");
        practice.time.skip(Duration.ofMinutes(10));
        assertThat(members()).as("standby is not replaced").containsOnly(Ids.APP_1A, Ids.APP_1D);
        settles(new StartInstance(Ids.APP_1D), "running");
        settles(new ExitStandby(Ids.SCALING_GROUP, Ids.APP_1D), "InService");
        settles(new ResizeScalingGroup(Ids.SCALING_GROUP, 1, 3, 4), "2 / 3 InService", "3 / 3 InService");
    }

    @Test
    void whatIsStoppedIsReplacedUnlessThatIsSuspended() {
        var none = practice.now();
        settles(new SuspendProcesses(Ids.SCALING_GROUP, List.of("ReplaceUnhealthy")));
        onlyWhatChangedIsTakenBack(none, practice.now());
        settles(new StopInstance(Ids.APP_1D), "stopped");
        practice.time.skip(Duration.ofMinutes(10));
        assertThat(members()).containsOnly(Ids.APP_1A, Ids.APP_1D);
        settles(new ResumeProcesses(Ids.SCALING_GROUP, List.of("ReplaceUnhealthy")));
        practice.time.skip(Duration.ofMinutes(10));
        assertThat(members()).hasSize(2).contains(Ids.APP_1A).doesNotContain(Ids.APP_1D);
    }

    private static void onlyWhatChangedIsTakenBack(Deployment none, Deployment one) {
        var both = List.of("Launch", "ReplaceUnhealthy");
        var suspend = new SuspendProcesses(Ids.SCALING_GROUP, both);
        assertThat(suspend.undo(none)).contains(new ResumeProcesses(Ids.SCALING_GROUP, both));
        assertThat(suspend.undo(one)).contains(new ResumeProcesses(Ids.SCALING_GROUP, List.of("Launch")));
        var resume = new ResumeProcesses(Ids.SCALING_GROUP, both);
        assertThat(resume.undo(one)).contains(new SuspendProcesses(Ids.SCALING_GROUP, List.of("ReplaceUnhealthy")));
        assertThat(resume.undo(none)).isEmpty();
        assertThat(new EnterStandby(Ids.SCALING_GROUP, Ids.APP_1D, true).undo(none))
                .contains(new ExitStandby(Ids.SCALING_GROUP, Ids.APP_1D));
        assertThat(new EnterStandby(Ids.SCALING_GROUP, Ids.APP_1D, false).undo(none))
                .isEmpty();
    }

    private Set<String> members() {
        var ids = new HashSet<String>();
        practice.now().items(Parts.SCALING_GROUPS).getFirst().members().forEach(it -> ids.add(it.instanceId()));
        return ids;
    }

    @Test
    void refreshes() {
        refused(new CancelInstanceRefresh(Ids.SCALING_GROUP), "ActiveInstanceRefreshNotFound");
        settles(new StartInstanceRefresh(Ids.SCALING_GROUP, 50, null, false), "InProgress 0 %", "InProgress 50 %");
        practice.wire.send(new StartInstanceRefresh(Ids.SCALING_GROUP, 50, null, false).request());
        refused(new StartInstanceRefresh(Ids.SCALING_GROUP, 50, null, false), "InstanceRefreshInProgress");
        settles(new CancelInstanceRefresh(Ids.SCALING_GROUP), "Cancelling", "Cancelled");
    }

    @Test
    void targets() {
        settles(new DeregisterTarget(Ids.WEB, Ids.APP_1D, null), "draining");
        settles(new RegisterTarget(Ids.WEB, Ids.APP_1D, null), "initial", "healthy");
        var check = new HealthCheckSettings(true, "HTTP", "traffic-port", "/ready", 20, 5, 3, 2, "200-299");
        settles(new ModifyHealthCheck(Ids.WEB, check));
        refused(new RegisterTarget(Ids.WEB, "i-0123456789abcdef0", null), "InvalidTarget");
        refused(new ModifyHealthCheck(Ids.WEB + "0", check), "TargetGroupNotFound");
    }

    @Test
    void weightsOfARule() {
        var rules = practice.now().items(Parts.LISTENER_RULES);
        var own = rules.stream()
                .filter(it -> !it.priority().equals("default"))
                .findFirst()
                .orElseThrow();
        var other = rules.stream()
                .filter(it -> it.priority().equals("default"))
                .findFirst()
                .orElseThrow();
        var shared = List.of(new WeightedTargetGroup(Ids.WEB, 70), new WeightedTargetGroup(Ids.FILES, 30));
        var act = new ModifyRuleWeights(own.arn(), shared, 3600);
        var before = practice.now();
        settles(act);
        settles(new ModifyRuleWeights(own.arn(), shared, null));
        settles(act.undo(before).orElseThrow());
        refused(new ModifyRuleWeights(other.arn(), shared, null), "OperationNotPermitted");
    }

    @Test
    void aDatabaseFromSnapshotToSize() {
        settles(new CreateDatabaseSnapshot(Ids.DATABASE, "before-release"), "creating", "available");
        refused(new CreateDatabaseSnapshot(Ids.DATABASE, "before-release"), "DBSnapshotAlreadyExists");
        settles(new RebootDatabase(Ids.DATABASE, false), "rebooting", "available");
        refused(new RebootDatabase(Ids.DATABASE, true), "InvalidParameterCombination");
        settles(new ModifyBackupRetention(Ids.DATABASE, 14, false), "modifying", "available");
        settles(new ModifyMaximumStorage(Ids.DATABASE, 1500), "modifying", "available");
        refused(new ModifyMaximumStorage(Ids.DATABASE, 220), "InvalidParameterCombination");
        settles(new ModifyDatabaseClass(Ids.DATABASE, "db.r5.2xlarge", false), "available");
        assertThat(practice.now().items(Parts.DATABASES).getFirst().instanceClass())
                .isEqualTo("db.r5.xlarge");
        refused(new ModifyAllocatedStorage(Ids.DATABASE, 100, true), "InvalidParameterValue");
        settles(new ModifyAllocatedStorage(Ids.DATABASE, 300, true), "modifying", "storage-optimization");
        assertThat(practice.now().items(Parts.DATABASES).getFirst().instanceClass())
                .as("at once applies what was waiting, too")
                .isEqualTo("db.r5.2xlarge");
        refused(new ModifyAllocatedStorage(Ids.DATABASE, 400, true), "InvalidParameterCombination");
    }

    @Test
    void aDatabaseStoppedAndStarted() {
        settles(new StopDatabase(Ids.DATABASE), "stopping", "stopped");
        refused(new StopDatabase(Ids.DATABASE), "InvalidDBInstanceState");
        refused(new RebootDatabase(Ids.DATABASE, false), "InvalidDBInstanceState");
        settles(new StartDatabase(Ids.DATABASE), "starting", "available");
    }

    @Test
    void restoredDatabases() {
        var snapshots = practice.now().items(Parts.DATABASE_SNAPSHOTS);
        var automated = snapshots.stream()
                .filter(it -> it.snapshotType().equals("automated"))
                .findFirst()
                .orElseThrow();
        settles(new RestoreDatabaseSnapshot(automated.id(), BESIDE), "creating", "backing-up", "available");
        refused(new RestoreDatabaseSnapshot(automated.id(), BESIDE), "DBInstanceAlreadyExists");
        assertThat(practice.now().items(Parts.DATABASES))
                .filteredOn(it -> it.id().equals("dbprogressus-2"))
                .singleElement()
                .satisfies(it -> assertThat(it.securityGroupIds()).containsExactly(Ids.SG_DEFAULT));
        refused(new RestorePointInTime(Ids.DATABASE, practice.time.instant(), third()), "InvalidParameterValue");
        settles(new RestorePointInTime(Ids.DATABASE, null, third()), "creating", "available");
        refused(new DeleteDatabaseSnapshot(automated.id()), "InvalidDBSnapshotState");
        settles(new CreateDatabaseSnapshot(Ids.DATABASE, "to-copy"), "available");
        var copy = new CopyDatabaseSnapshot(
                "to-copy",
                "arn:aws:rds:us-east-1:" + Ids.ACCOUNT + ":snapshot:to-copy",
                "copied",
                "us-east-1",
                "us-west-2",
                "alias/aws/rds");
        accepted(copy);
        refused(new DeleteDatabaseSnapshot("to-copy"), "InvalidDBSnapshotState"); // it is being copied
        refused(copy, "DBSnapshotAlreadyExists");
        practice.time.skip(Duration.ofMinutes(20));
        settles(new DeleteDatabaseSnapshot("to-copy"));
        var there = practice.wire
                .clients
                .in("us-west-2")
                .rds()
                .describeDBSnapshots()
                .dbSnapshots();
        assertThat(there).anySatisfy(it -> {
            assertThat(it.dbSnapshotIdentifier()).isEqualTo("copied");
            assertThat(it.status()).isEqualTo("available");
        });
    }

    private static RestoredDatabase third() {
        return new RestoredDatabase(
                "dbprogressus-3", "db.r5.large", null, List.of(Ids.SG_DB), "checkop-mysql8", false, false, false);
    }

    @Test
    void files() {
        settles(new ModifyThroughput(Ids.FILE_SYSTEM, "provisioned", 64.0));
        refused(new ModifyThroughput(Ids.FILE_SYSTEM, "elastic", null), "TooManyRequests");
        settles(new ModifyLifecycle(Ids.FILE_SYSTEM, "AFTER_14_DAYS", "AFTER_90_DAYS", true));
        settles(new ModifyLifecycle(Ids.FILE_SYSTEM, null, null, false));
        settles(new ModifyBackupPolicy(Ids.FILE_SYSTEM, false), "DISABLING", "DISABLED");
        settles(new ModifyBackupPolicy(Ids.FILE_SYSTEM, true), "ENABLING", "ENABLED");
        refused(new ModifyBackupPolicy("fs-01234567", true), "FileSystemNotFound");
    }

    @Test
    void names() {
        var added =
                new RecordSet(Ids.ZONE, "*.lab.checkop.co", "A", 60L, List.of("192.0.2.7"), null, null, "simple", null);
        var act = new UpsertRecord(added);
        var undo = act.undo(practice.now()).orElseThrow();
        settles(act);
        assertThat(undo).isEqualTo(new DeleteRecord(added));
        settles(undo);
        refused(undo, "InvalidChangeBatch");
        var site = practice.now().items(Parts.RECORD_SETS).stream()
                .filter(it -> it.name().equals("www.checkop.co"))
                .findFirst()
                .orElseThrow();
        settles(new DeleteRecord(site));
        settles(new UpsertRecord(new RecordSet(
                Ids.ZONE,
                "www.checkop.co",
                "A",
                null,
                List.of(),
                new AliasTarget("dualstack." + Ids.ELB_DNS, Ids.ELB_ZONE, true),
                null,
                "simple",
                null)));
        refused(
                new UpsertRecord(new RecordSet(
                        Ids.ZONE, "elsewhere.example", "A", 60L, List.of("192.0.2.7"), null, null, "simple", null)),
                "InvalidChangeBatch");
        settles(new DisableHealthCheck(Ids.HEALTH_CHECK));
        settles(new EnableHealthCheck(Ids.HEALTH_CHECK));
    }

    @Test
    void alarmsAndLogs() {
        var alarm = practice.now().items(Parts.ALARMS).getFirst();
        settles(new DisableAlarmActions(alarm.arn(), alarm.name()));
        settles(new EnableAlarmActions(alarm.arn(), alarm.name()));
        settles(new SetAlarmState(
                alarm.arn(), alarm.name(), alarm.state().equals("ALARM") ? "OK" : "ALARM", "a test of this console"));
        var former = AlarmDefinition.of(alarm).orElseThrow();
        settles(new PutMetricAlarm(alarm.arn(), former.withThreshold(former.threshold() + 1)));
        settles(new PutMetricAlarm(alarm.arn(), former));
        settles(new DeleteAlarms(alarm.arn(), alarm.name(), former));
        refused(new DeleteAlarms(alarm.arn(), alarm.name(), former), "ResourceNotFound");
        settles(new PutMetricAlarm(alarm.arn(), former));
        var group = practice.now().items(Parts.LOG_GROUPS).getFirst().name();
        settles(new ModifyLogRetention(group, 3));
        settles(new ModifyLogRetention(group, null));
        refused(new ModifyLogRetention("/no/such/group", 3), "ResourceNotFoundException");
    }
}
