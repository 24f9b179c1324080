package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.CreateDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CreateDbSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.SourceType;

/** Database snapshots, automated and manual. */
final class RdsSnapshots {
    private static final Duration TAKES = Duration.ofMinutes(6);

    private RdsSnapshots() {}

    static void register(Operations rds) {
        rds.on(
                        "DescribeDBSnapshots",
                        DescribeDbSnapshotsRequest.class,
                        DescribeDbSnapshotsResponse.class,
                        RdsSnapshots::describe)
                .on(
                        "CreateDBSnapshot",
                        CreateDbSnapshotRequest.class,
                        CreateDbSnapshotResponse.class,
                        RdsSnapshots::create);
    }

    private static DescribeDbSnapshotsResponse describe(World world, DescribeDbSnapshotsRequest r, Call call) {
        String wanted = r.dbSnapshotIdentifier();
        List<DBSnapshot> chosen = world.databases().describeSnapshots(world.now()).stream()
                .filter(s -> wanted == null
                        || s.dbSnapshotIdentifier().equals(wanted)
                        || s.dbSnapshotArn().equals(wanted))
                .filter(s -> r.dbInstanceIdentifier() == null
                        || s.dbInstanceIdentifier().equals(r.dbInstanceIdentifier()))
                .filter(s -> r.snapshotType() == null || s.snapshotType().equals(r.snapshotType()))
                .toList();
        if (wanted != null && chosen.isEmpty()) {
            throw new WireFault(404, "DBSnapshotNotFound", "DBSnapshot " + wanted + " not found.");
        }
        List<DBSnapshot> found = Rds.filtered(
                chosen,
                r.filters(),
                Map.of(
                        "db-instance-id", s -> Stream.of(s.dbInstanceIdentifier()),
                        "db-snapshot-id", s -> Stream.of(s.dbSnapshotIdentifier()),
                        "dbi-resource-id", s -> Stream.ofNullable(s.dbiResourceId()),
                        "snapshot-type", s -> Stream.of(s.snapshotType()),
                        "engine", s -> Stream.of(s.engine())));
        Page<DBSnapshot> page = Rds.page(found, r.maxRecords(), r.marker());
        return DescribeDbSnapshotsResponse.builder()
                .dbSnapshots(page.items())
                .marker(page.token())
                .build();
    }

    private static CreateDbSnapshotResponse create(World world, CreateDbSnapshotRequest r, Call call) {
        String id = r.dbSnapshotIdentifier();
        if (world.databases().snapshots().contains(id)) {
            throw new WireFault(
                    400,
                    "DBSnapshotAlreadyExists",
                    "Cannot create the snapshot because a snapshot with the identifier " + id + " already exists.");
        }
        DBInstance instance = RdsInstances.available(world, r.dbInstanceIdentifier());
        DBSnapshot snapshot = world.databases().snapshot(begun(world, instance, id), TAKES);
        world.databases().event(world.now(), SourceType.DB_SNAPSHOT, id, "creation", "Creating manual snapshot");
        world.timeline().after(TAKES, () -> world.databases()
                .event(world.now(), SourceType.DB_SNAPSHOT, id, "creation", "Manual snapshot created"));
        world.databases().tags().put(snapshot.dbSnapshotArn(), List.copyOf(r.tags()));
        return CreateDbSnapshotResponse.builder().dbSnapshot(snapshot).build();
    }

    private static DBSnapshot begun(World world, DBInstance of, String id) {
        return DBSnapshot.builder()
                .dbSnapshotIdentifier(id)
                .dbSnapshotArn(world.account().arn("rds", "snapshot:" + id))
                .dbInstanceIdentifier(of.dbInstanceIdentifier())
                .dbiResourceId(of.dbiResourceId())
                .snapshotType("manual")
                .status("creating")
                .percentProgress(0)
                .snapshotCreateTime(world.now())
                .originalSnapshotCreateTime(world.now())
                .instanceCreateTime(of.instanceCreateTime())
                .engine(of.engine())
                .engineVersion(of.engineVersion())
                .licenseModel(of.licenseModel())
                .allocatedStorage(of.allocatedStorage())
                .storageType(of.storageType())
                .encrypted(of.storageEncrypted())
                .kmsKeyId(of.kmsKeyId())
                .availabilityZone(of.availabilityZone())
                .vpcId(of.dbSubnetGroup().vpcId())
                .port(of.endpoint().port())
                .masterUsername(of.masterUsername())
                .snapshotTarget("region")
                .build();
    }
}
