package io.atalaya.deployment.databases;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseAuthority;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.PendingMaintenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one needs to know of a database, put together from what several calls say.
 *
 * @param cluster it belongs to; null for none, or where that was not read
 * @param since null where nothing says since when its status is so
 * @param size of its class; null where not read
 * @param limit null where nobody says how many may connect
 * @param events of the instance and its cluster, newest first
 * @param restorable null where it has no automated backups, or they were not read
 * @param backup the newest that is done; null for none
 * @param zones in which its data stands
 */
public record DatabaseView(
        Database database,
        @Nullable DatabaseCluster cluster,
        Role role,
        Condition condition,
        @Nullable StatusSince since,
        @Nullable InstanceType size,
        StorageOutlook storage,
        @Nullable ConnectionLimit limit,
        List<Figure> figures,
        List<PendingMaintenance> maintenance,
        List<DatabaseEvent> events,
        List<Failover> failovers,
        List<SnapshotUse> snapshots,
        @Nullable SnapshotUse backup,
        @Nullable Restorable restorable,
        @Nullable DatabaseAuthority authority,
        List<String> zones,
        List<Caution> cautions) {
    public DatabaseView {
        figures = List.copyOf(figures);
        maintenance = List.copyOf(maintenance);
        events = List.copyOf(events);
        failovers = List.copyOf(failovers);
        snapshots = List.copyOf(snapshots);
        zones = List.copyOf(zones);
        cautions = List.copyOf(cautions);
    }

    /** A figure of this kind; null where the database has none. */
    public @Nullable Figure figure(Figure.Kind kind) {
        return figures.stream().filter(each -> each.kind() == kind).findFirst().orElse(null);
    }

    /** Whether no storage is left: RDS says so, or CloudWatch, which is a minute or more behind. */
    public boolean isFull() {
        return database.status().equals("storage-full") || storage.full();
    }

    /** Whether something can fail over to something. */
    public boolean hasStandby() {
        return database.multiAz() || (cluster != null && cluster.members().size() > 1);
    }
}
