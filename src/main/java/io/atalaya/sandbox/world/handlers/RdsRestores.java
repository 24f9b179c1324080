package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Databases;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotResponse;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceToPointInTimeRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceToPointInTimeResponse;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** New instances from snapshots and from automated backups, beside what is there. */
final class RdsRestores {
    /** What a request says about the new instance; null where it says nothing. */
    private record Wish(
            String id,
            @Nullable String instanceClass,
            @Nullable Boolean multiAz,
            @Nullable Boolean open,
            @Nullable Boolean guarded,
            @Nullable String parameterGroup,
            List<String> securityGroups) {}

    private RdsRestores() {}

    static void register(Operations rds) {
        rds.on(
                        "RestoreDBInstanceFromDBSnapshot",
                        RestoreDbInstanceFromDbSnapshotRequest.class,
                        RestoreDbInstanceFromDbSnapshotResponse.class,
                        RdsRestores::snapshot)
                .on(
                        "RestoreDBInstanceToPointInTime",
                        RestoreDbInstanceToPointInTimeRequest.class,
                        RestoreDbInstanceToPointInTimeResponse.class,
                        RdsRestores::moment);
    }

    private static RestoreDbInstanceFromDbSnapshotResponse snapshot(
            World world, RestoreDbInstanceFromDbSnapshotRequest r, Call call) {
        String wanted = r.dbSnapshotIdentifier();
        DBSnapshot snapshot = world.databases().snapshots().stream()
                .filter(s -> s.dbSnapshotIdentifier().equals(wanted)
                        || s.dbSnapshotArn().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WireFault(404, "DBSnapshotNotFound", "DBSnapshot " + wanted + " not found."));
        if (!"available".equals(snapshot.status())) {
            throw new WireFault(
                    400, "InvalidDBSnapshotState", "Snapshot " + wanted + " is not in the available state.");
        }
        DBInstance like = world.databases()
                .instances()
                .find(snapshot.dbInstanceIdentifier())
                .or(() -> world.databases().instances().stream().findFirst())
                .orElseThrow(() -> new WireFault(400, "DBSubnetGroupNotFoundFault", "There is no network here."));
        Wish wish = new Wish(
                r.dbInstanceIdentifier(),
                r.dbInstanceClass(),
                r.multiAZ(),
                r.publiclyAccessible(),
                r.deletionProtection(),
                r.dbParameterGroupName(),
                r.vpcSecurityGroupIds());
        DBInstance base = like.toBuilder()
                .engine(snapshot.engine())
                .engineVersion(snapshot.engineVersion())
                .allocatedStorage(snapshot.allocatedStorage())
                .storageEncrypted(snapshot.encrypted())
                .masterUsername(snapshot.masterUsername())
                .build();
        return RestoreDbInstanceFromDbSnapshotResponse.builder()
                .dbInstance(restore(world, base, wish, "Restored from snapshot " + snapshot.dbSnapshotIdentifier()))
                .build();
    }

    private static RestoreDbInstanceToPointInTimeResponse moment(
            World world, RestoreDbInstanceToPointInTimeRequest r, Call call) {
        String from = r.sourceDBInstanceIdentifier();
        DBInstance source = world.databases().instances().find(from).orElseThrow(() -> Rds.noInstance(from));
        if (!Databases.isBackedUp(source)) {
            throw new WireFault(
                    400, "PointInTimeRestoreNotEnabled", "Point-in-time restore is not enabled for " + from);
        }
        if ((r.restoreTime() == null) != Boolean.TRUE.equals(r.useLatestRestorableTime())) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "Either RestoreTime or UseLatestRestorableTime must be given, and not both");
        }
        var latest = Databases.restorableAt(world.now());
        var earliest = world.now().minus(Duration.ofDays(source.backupRetentionPeriod()));
        if (r.restoreTime() != null
                && (r.restoreTime().isAfter(latest) || r.restoreTime().isBefore(earliest))) {
            throw new WireFault(
                    400,
                    "InvalidParameterValue",
                    "The specified instance cannot be restored to a time later than " + latest + " or earlier than "
                            + earliest);
        }
        Wish wish = new Wish(
                r.targetDBInstanceIdentifier(),
                r.dbInstanceClass(),
                r.multiAZ(),
                r.publiclyAccessible(),
                r.deletionProtection(),
                r.dbParameterGroupName(),
                r.vpcSecurityGroupIds());
        return RestoreDbInstanceToPointInTimeResponse.builder()
                .dbInstance(restore(world, source, wish, "Restored from DB instance " + from + " to a point in time"))
                .build();
    }

    private static DBInstance restore(World world, DBInstance like, Wish wish, String how) {
        if (world.databases().instances().contains(wish.id())) {
            throw new WireFault(400, "DBInstanceAlreadyExists", "DB instance already exists");
        }
        if (wish.instanceClass() != null && !wish.instanceClass().startsWith("db.")) {
            throw new WireFault(400, "InvalidParameterValue", "Invalid DB Instance class: " + wish.instanceClass());
        }
        boolean multiAz = Boolean.TRUE.equals(wish.multiAz());
        var endpoint = like.endpoint();
        String address = endpoint == null || endpoint.address() == null ? "" : endpoint.address();
        String domain = address.contains(".") ? address.substring(address.indexOf('.')) : ".rds.amazonaws.com";
        String group = wish.parameterGroup() == null
                ? "default." + like.engine() + majorVersion(like.engineVersion())
                : wish.parameterGroup();
        DBInstance bare = like.toBuilder()
                .dbInstanceIdentifier(wish.id())
                .dbInstanceArn(world.account().arn("rds", "db:" + wish.id()))
                .dbiResourceId("db-" + world.dice().hex(wish.id(), 0, 26).toUpperCase(Locale.ROOT))
                .dbInstanceClass(wish.instanceClass() == null ? like.dbInstanceClass() : wish.instanceClass())
                .dbInstanceStatus("creating")
                .endpoint((software.amazon.awssdk.services.rds.model.Endpoint) null)
                .dbInstancePort(endpoint == null ? null : endpoint.port())
                .instanceCreateTime(world.now())
                .multiAZ(multiAz)
                .secondaryAvailabilityZone(multiAz ? like.secondaryAvailabilityZone() : null)
                .publiclyAccessible(Boolean.TRUE.equals(wish.open()))
                .deletionProtection(Boolean.TRUE.equals(wish.guarded()))
                .readReplicaDBInstanceIdentifiers(List.of())
                .readReplicaSourceDBInstanceIdentifier(null)
                .pendingModifiedValues((PendingModifiedValues) null)
                .dbParameterGroups(DBParameterGroupStatus.builder()
                        .dbParameterGroupName(group)
                        .parameterApplyStatus("in-sync")
                        .build())
                .vpcSecurityGroups(
                        (wish.securityGroups().isEmpty() ? standardGroup(world, like) : wish.securityGroups())
                                .stream()
                                        .map(id -> VpcSecurityGroupMembership.builder()
                                                .vpcSecurityGroupId(id)
                                                .status("active")
                                                .build())
                                        .toList())
                .build();
        world.databaseWork().restore(bare, wish.id() + domain, how);
        return bare;
    }

    /** Not the groups of what was backed up, but the network's own: RDS does that, and the application is locked out. */
    private static List<String> standardGroup(World world, DBInstance like) {
        String vpc = like.dbSubnetGroup() == null ? "" : like.dbSubnetGroup().vpcId();
        return world.network().securityGroups().stream()
                .filter(g -> "default".equals(g.groupName()) && Objects.equals(g.vpcId(), vpc))
                .map(SecurityGroup::groupId)
                .toList();
    }

    private static String majorVersion(String version) {
        int dot = version.indexOf('.', version.indexOf('.') + 1);
        return dot < 0 ? version : version.substring(0, dot);
    }
}
