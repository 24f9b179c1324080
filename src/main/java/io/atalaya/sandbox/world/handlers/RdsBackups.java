package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Databases;
import io.atalaya.sandbox.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBInstanceAutomatedBackup;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstanceAutomatedBackupsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstanceAutomatedBackupsResponse;
import software.amazon.awssdk.services.rds.model.RestoreWindow;

/** Automated backups as one for each database, and the snapshots of clusters. */
final class RdsBackups {
    private RdsBackups() {}

    static void register(Operations rds) {
        rds.on(
                        "DescribeDBInstanceAutomatedBackups",
                        DescribeDbInstanceAutomatedBackupsRequest.class,
                        DescribeDbInstanceAutomatedBackupsResponse.class,
                        RdsBackups::automated)
                .on(
                        "DescribeDBClusterSnapshots",
                        DescribeDbClusterSnapshotsRequest.class,
                        DescribeDbClusterSnapshotsResponse.class,
                        RdsBackups::ofClusters);
    }

    private static DescribeDbInstanceAutomatedBackupsResponse automated(
            World world, DescribeDbInstanceAutomatedBackupsRequest r, Call call) {
        String wanted = r.dbInstanceIdentifier();
        List<DBInstanceAutomatedBackup> all = world.databases().instances().stream()
                .filter(Databases::isBackedUp)
                .filter(i -> wanted == null || i.dbInstanceIdentifier().equals(wanted))
                .filter(i -> r.dbiResourceId() == null || r.dbiResourceId().equals(i.dbiResourceId()))
                .map(i -> backup(world, i))
                .toList();
        List<DBInstanceAutomatedBackup> found = Rds.filtered(
                all,
                r.filters(),
                Map.of(
                        "db-instance-id", b -> Stream.of(b.dbInstanceIdentifier()),
                        "dbi-resource-id", b -> Stream.of(b.dbiResourceId()),
                        "status", b -> Stream.of(b.status())));
        Page<DBInstanceAutomatedBackup> page = Rds.page(found, r.maxRecords(), r.marker());
        return DescribeDbInstanceAutomatedBackupsResponse.builder()
                .dbInstanceAutomatedBackups(page.items())
                .marker(page.token())
                .build();
    }

    /** It reaches from the oldest automated snapshot to five minutes ago. */
    private static DBInstanceAutomatedBackup backup(World world, DBInstance of) {
        Instant earliest = world.databases().snapshots().stream()
                .filter(s -> s.dbInstanceIdentifier().equals(of.dbInstanceIdentifier())
                        && "automated".equals(s.snapshotType())
                        && "available".equals(s.status()))
                .map(DBSnapshot::snapshotCreateTime)
                .min(Comparator.naturalOrder())
                .orElse(of.instanceCreateTime());
        String id = of.dbiResourceId() == null ? of.dbInstanceIdentifier() : of.dbiResourceId();
        return DBInstanceAutomatedBackup.builder()
                .dbInstanceIdentifier(of.dbInstanceIdentifier())
                .dbInstanceArn(of.dbInstanceArn())
                .dbiResourceId(of.dbiResourceId())
                .dbInstanceAutomatedBackupsArn(
                        world.account().arn("rds", "auto-backup:ab-" + Integer.toUnsignedString(id.hashCode(), 36)))
                .status("active")
                .region(world.account().region())
                .restoreWindow(RestoreWindow.builder()
                        .earliestTime(earliest)
                        .latestTime(Databases.restorableAt(world.now()))
                        .build())
                .backupRetentionPeriod(of.backupRetentionPeriod())
                .engine(of.engine())
                .engineVersion(of.engineVersion())
                .allocatedStorage(of.allocatedStorage())
                .storageType(of.storageType())
                .encrypted(of.storageEncrypted())
                .kmsKeyId(of.kmsKeyId())
                .availabilityZone(of.availabilityZone())
                .instanceCreateTime(of.instanceCreateTime())
                .backupTarget("region")
                .build();
    }

    private static DescribeDbClusterSnapshotsResponse ofClusters(
            World world, DescribeDbClusterSnapshotsRequest r, Call call) {
        String wanted = r.dbClusterSnapshotIdentifier();
        List<DBClusterSnapshot> chosen = world.databases().clusterSnapshots().stream()
                .filter(s -> wanted == null
                        || s.dbClusterSnapshotIdentifier().equals(wanted)
                        || s.dbClusterSnapshotArn().equals(wanted))
                .filter(s -> r.dbClusterIdentifier() == null
                        || s.dbClusterIdentifier().equals(r.dbClusterIdentifier()))
                .filter(s -> r.snapshotType() == null || s.snapshotType().equals(r.snapshotType()))
                .toList();
        if (wanted != null && chosen.isEmpty()) {
            throw new WireFault(404, "DBClusterSnapshotNotFoundFault", "DBClusterSnapshot " + wanted + " not found.");
        }
        Page<DBClusterSnapshot> page = Rds.page(chosen, r.maxRecords(), r.marker());
        return DescribeDbClusterSnapshotsResponse.builder()
                .dbClusterSnapshots(page.items())
                .marker(page.token())
                .build();
    }
}
