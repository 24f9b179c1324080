package io.atalaya.aws.readers;

import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/** Backups of clusters, automated and manual, of this account. They have no zone: their storage spans several. */
final class ClusterSnapshotsReader implements Reader<DatabaseSnapshot> {
    private final Clients clients;
    private final PageSize pageSize;

    ClusterSnapshotsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<DatabaseSnapshot> source() {
        return new Source<>(
                Parts.CLUSTER_SNAPSHOTS,
                Set.of("rds:DescribeDBClusterSnapshots"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DatabaseSnapshot>> page) {
        var pages = clients.rds().describeDBClusterSnapshotsPaginator(r -> r.maxRecords(pageSize.within(20, 100)));
        for (var answer : pages) {
            page.accept(answer.dbClusterSnapshots().stream()
                    .map(ClusterSnapshotsReader::snapshot)
                    .toList());
        }
    }

    private static DatabaseSnapshot snapshot(DBClusterSnapshot s) {
        return new DatabaseSnapshot(
                Absent.text(s.dbClusterSnapshotIdentifier()),
                Absent.text(s.dbClusterSnapshotArn()),
                Absent.text(s.dbClusterIdentifier()),
                Absent.text(s.snapshotType()),
                Absent.text(s.status()),
                Absent.number(s.percentProgress()),
                s.snapshotCreateTime(),
                Absent.number(s.allocatedStorage()),
                Absent.text(s.engine()),
                Absent.yes(s.storageEncrypted()),
                null,
                Absent.orNull(s.engineVersion()),
                s.snapshotCreateTime(),
                Absent.orNull(s.sourceDBClusterSnapshotArn()));
    }
}
