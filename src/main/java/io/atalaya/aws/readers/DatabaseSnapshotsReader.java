package io.atalaya.aws.readers;

import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** Backups of database instances, automated and manual, of this account. */
final class DatabaseSnapshotsReader implements Reader<DatabaseSnapshot> {
    private final Clients clients;
    private final PageSize pageSize;

    DatabaseSnapshotsReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<DatabaseSnapshot> source() {
        return new Source<>(
                Parts.DATABASE_SNAPSHOTS,
                Set.of("rds:DescribeDBSnapshots"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DatabaseSnapshot>> page) {
        for (var answer : clients.rds().describeDBSnapshotsPaginator(r -> r.maxRecords(pageSize.within(20, 100)))) {
            page.accept(answer.dbSnapshots().stream()
                    .map(DatabaseSnapshotsReader::snapshot)
                    .toList());
        }
    }

    private static DatabaseSnapshot snapshot(DBSnapshot s) {
        return new DatabaseSnapshot(
                Absent.text(s.dbSnapshotIdentifier()),
                Absent.text(s.dbSnapshotArn()),
                Absent.text(s.dbInstanceIdentifier()),
                Absent.text(s.snapshotType()),
                Absent.text(s.status()),
                Absent.number(s.percentProgress()),
                s.snapshotCreateTime(),
                Absent.number(s.allocatedStorage()),
                Absent.text(s.engine()),
                Absent.yes(s.encrypted()),
                Absent.orNull(s.availabilityZone()),
                Absent.orNull(s.engineVersion()),
                s.originalSnapshotCreateTime() == null ? s.snapshotCreateTime() : s.originalSnapshotCreateTime(),
                Absent.orNull(s.sourceDBSnapshotIdentifier()));
    }
}
