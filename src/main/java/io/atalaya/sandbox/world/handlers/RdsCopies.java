package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.CopyDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.CopyDbSnapshotResponse;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DeleteDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.DeleteDbSnapshotResponse;
import software.amazon.awssdk.services.rds.model.SourceType;

/** Copying snapshots, also from another region, and deleting manual ones. */
final class RdsCopies {
    private static final Duration TAKES = Duration.ofMinutes(12);

    private final Cloud cloud;

    private RdsCopies(Cloud cloud) {
        this.cloud = cloud;
    }

    static void register(OperationRegistry registry, Cloud cloud) {
        RdsCopies copies = new RdsCopies(cloud);
        Operations.regional(registry, cloud, "rds")
                .on("CopyDBSnapshot", CopyDbSnapshotRequest.class, CopyDbSnapshotResponse.class, copies::copy)
                .on(
                        "DeleteDBSnapshot",
                        DeleteDbSnapshotRequest.class,
                        DeleteDbSnapshotResponse.class,
                        RdsCopies::delete);
    }

    /** Asked of the region the copy goes to; from another region it needs that region's signed permission. */
    private CopyDbSnapshotResponse copy(World world, CopyDbSnapshotRequest r, Call call) {
        String wanted = r.sourceDBSnapshotIdentifier();
        String from = wanted.startsWith("arn:") ? wanted.split(":", -1)[3] : world.region();
        World source = cloud.in(from);
        DBSnapshot snapshot = source.ask(() -> source.databases().snapshots().stream()
                .filter(s -> s.dbSnapshotArn().equals(wanted)
                        || s.dbSnapshotIdentifier().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WireFault(404, "DBSnapshotNotFound", "DBSnapshot " + wanted + " not found.")));
        String id = r.targetDBSnapshotIdentifier();
        boolean away = !from.equals(world.region());
        if (away && r.preSignedUrl() == null) {
            throw new WireFault(
                    400, "InvalidParameterCombination", "A pre-signed URL is needed to copy from another region");
        }
        if (!"available".equals(snapshot.status())) {
            throw new WireFault(
                    400, "InvalidDBSnapshotState", "Snapshot " + wanted + " is not in the available state.");
        }
        if (away && Boolean.TRUE.equals(snapshot.encrypted()) && r.kmsKeyId() == null) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "An encrypted snapshot needs a KmsKeyId of the region that it is copied to");
        }
        if (world.databases().snapshots().contains(id)) {
            throw new WireFault(
                    400,
                    "DBSnapshotAlreadyExists",
                    "Cannot create the snapshot because a snapshot with the identifier " + id + " already exists.");
        }
        DBSnapshot begun = world.databases().begin(copied(world, snapshot, r), TAKES);
        // by the clock of the source: nobody may ever ask the other region again
        source.change(() -> {
            source.databases().copying().add(snapshot.dbSnapshotArn());
            source.timeline().after(TAKES, () -> source.databases().copying().remove(snapshot.dbSnapshotArn()));
        });
        world.databases().event(world.now(), SourceType.DB_SNAPSHOT, id, "creation", "Copying snapshot");
        return CopyDbSnapshotResponse.builder().dbSnapshot(begun).build();
    }

    private static DBSnapshot copied(World world, DBSnapshot of, CopyDbSnapshotRequest r) {
        return of.toBuilder()
                .dbSnapshotIdentifier(r.targetDBSnapshotIdentifier())
                .dbSnapshotArn(world.account().arn("rds", "snapshot:" + r.targetDBSnapshotIdentifier()))
                .snapshotType("manual")
                .status("copying")
                .percentProgress(0)
                .snapshotCreateTime(world.now())
                .sourceDBSnapshotIdentifier(of.dbSnapshotArn())
                .sourceRegion(of.dbSnapshotArn().split(":", -1)[3])
                .kmsKeyId(r.kmsKeyId() == null ? of.kmsKeyId() : r.kmsKeyId())
                .tagList(Boolean.TRUE.equals(r.copyTags()) ? of.tagList() : List.of())
                .build();
    }

    private static DeleteDbSnapshotResponse delete(World world, DeleteDbSnapshotRequest r, Call call) {
        String id = r.dbSnapshotIdentifier();
        DBSnapshot snapshot = world.databases()
                .snapshots()
                .find(id)
                .orElseThrow(() -> new WireFault(404, "DBSnapshotNotFound", "DBSnapshot " + id + " not found."));
        if (!"manual".equals(snapshot.snapshotType())) {
            throw new WireFault(
                    400, "InvalidDBSnapshotState", "Only manual snapshots may be deleted; " + id + " is automated.");
        }
        if (!Set.of("available", "failed").contains(snapshot.status())
                || world.databases().copying().contains(snapshot.dbSnapshotArn())) {
            throw new WireFault(
                    400,
                    "InvalidDBSnapshotState",
                    "Cannot delete the snapshot because it is not currently in the available or failed state.");
        }
        world.databases().snapshots().remove(id);
        world.databases().event(world.now(), SourceType.DB_SNAPSHOT, id, "deletion", "Deleted manual snapshot");
        return DeleteDbSnapshotResponse.builder()
                .dbSnapshot(snapshot.toBuilder().status("deleted").build())
                .build();
    }
}
