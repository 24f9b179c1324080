package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.VolumeSnapshot;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** Snapshots that this account owns, of volumes that are there and of volumes that are gone. */
final class VolumeSnapshotsReader implements Reader<VolumeSnapshot> {
    private final Clients clients;
    private final PageSize pageSize;

    VolumeSnapshotsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<VolumeSnapshot> source() {
        return new Source<>(
                Parts.VOLUME_SNAPSHOTS,
                Set.of("ec2:DescribeSnapshots"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<VolumeSnapshot>> page) {
        var pages =
                clients.ec2().describeSnapshotsPaginator(r -> r.ownerIds("self").maxResults(pageSize.within(5, 1000)));
        for (var answer : pages) {
            page.accept(answer.snapshots().stream()
                    .map(VolumeSnapshotsReader::snapshot)
                    .toList());
        }
    }

    private static VolumeSnapshot snapshot(Snapshot s) {
        return new VolumeSnapshot(
                Absent.text(s.snapshotId()),
                Absent.text(s.volumeId()),
                Absent.text(s.stateAsString()),
                Absent.number(s.volumeSize()),
                Absent.yes(s.encrypted()),
                s.startTime());
    }
}
