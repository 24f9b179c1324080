package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Volumes and their snapshots. */
final class Ec2Volumes {
    static final Ec2Query<Volume> VOLUMES = Ec2Query.by(
                    Volume::volumeId, Volume::tags, "InvalidVolume.NotFound", "volume")
            .filter("volume-id", Volume::volumeId)
            .filter("volume-type", Volume::volumeTypeAsString)
            .filter("status", Volume::stateAsString)
            .filter("size", Volume::size)
            .filter("encrypted", Volume::encrypted)
            .filter("availability-zone", Volume::availabilityZone)
            .filter("snapshot-id", Volume::snapshotId)
            .filterAny("attachment.instance-id", v -> v.attachments().stream().map(a -> a.instanceId()))
            .filterAny("attachment.status", v -> v.attachments().stream().map(a -> a.stateAsString()))
            .filterAny("attachment.device", v -> v.attachments().stream().map(a -> a.device()));

    static final Ec2Query<Snapshot> SNAPSHOTS = Ec2Query.by(
                    Snapshot::snapshotId, Snapshot::tags, "InvalidSnapshot.NotFound", "snapshot")
            .filter("snapshot-id", Snapshot::snapshotId)
            .filter("volume-id", Snapshot::volumeId)
            .filter("volume-size", Snapshot::volumeSize)
            .filter("status", Snapshot::stateAsString)
            .filter("owner-id", Snapshot::ownerId)
            .filter("description", Snapshot::description)
            .filter("encrypted", Snapshot::encrypted);

    private Ec2Volumes() {}

    static void register(Operations ec2) {
        ec2.on("DescribeVolumes", DescribeVolumesRequest.class, DescribeVolumesResponse.class, Ec2Volumes::volumes)
                .on(
                        "DescribeSnapshots",
                        DescribeSnapshotsRequest.class,
                        DescribeSnapshotsResponse.class,
                        Ec2Volumes::snapshots);
    }

    private static DescribeVolumesResponse volumes(World world, DescribeVolumesRequest request, Call call) {
        Page<Volume> page = VOLUMES.page(
                world.compute().volumes().all(),
                request.volumeIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeVolumesResponse.builder()
                .volumes(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeSnapshotsResponse snapshots(World world, DescribeSnapshotsRequest request, Call call) {
        List<String> owners = request.ownerIds().stream()
                .map(o -> o.equals("self") ? world.account().id() : o)
                .toList();
        List<Snapshot> owned = world.compute().snapshots().stream()
                .filter(s -> owners.isEmpty() || owners.contains(s.ownerId()))
                .toList();
        Page<Snapshot> page = SNAPSHOTS.page(
                owned, request.snapshotIds(), request.filters(), request.maxResults(), request.nextToken());
        return DescribeSnapshotsResponse.builder()
                .snapshots(page.items())
                .nextToken(page.token())
                .build();
    }
}
