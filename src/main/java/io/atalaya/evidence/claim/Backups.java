package io.atalaya.evidence.claim;

import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether there are backups, and where. What AWS Backup does by plans of its own is not read: it may have more. */
final class Backups {
    private static final Duration RECENT = Duration.ofHours(24);
    private static final String ON = "ENABLED";

    private Backups() {}

    static List<Point> made(Known known) {
        var deployment = known.deployment();
        var points = new ArrayList<>(Judging.every(
                deployment,
                Parts.DATABASES,
                it -> it.clusterId() == null
                        ? backup(it.id(), it.backupRetentionDays(), it.latestRestorableAt(), known)
                        : List.of())); // its cluster has them
        points.addAll(Judging.every(
                deployment,
                Parts.DATABASE_CLUSTERS,
                it -> backup(it.id(), it.backupRetentionDays(), it.latestRestorableAt(), known)));
        points.addAll(Judging.each(deployment, Parts.FILE_SYSTEMS, file -> {
            var policy = deployment.items(Parts.FILE_POLICIES).stream()
                    .filter(it -> it.fileSystemId().equals(file.id()))
                    .findFirst()
                    .map(FilePolicies::backup)
                    .orElse(null);
            // without a policy of its own a plan may have it by its tags
            return Point.perhaps(
                    file.id(), "BackupPolicy", policy == null ? "" : policy, ON.equals(policy) ? true : null);
        }));
        return points;
    }

    private static List<Point> backup(String id, int days, @Nullable Instant latest, Known known) {
        return List.of(
                Point.of(id, "BackupRetentionPeriod", days, days > 0),
                latest == null
                        ? Point.of(id, "LatestRestorableTime", "", false)
                        : Point.of(
                                id,
                                "LatestRestorableTime",
                                latest,
                                latest.isAfter(known.now().minus(RECENT))));
    }

    /** Two zones by a standby, or two regions by replicated backups: either keeps the data when one zone is lost. */
    static List<Point> inTwoZones(Known known) {
        var deployment = known.deployment();
        return Judging.every(deployment, Parts.DATABASES, it -> {
            var cluster = it.clusterId();
            if (cluster == null) {
                return List.of(alone(it, known));
            }
            return deployment.items(Parts.DATABASE_CLUSTERS).stream()
                    .filter(each -> each.id().equals(cluster))
                    .map(Backups::spread)
                    .findFirst()
                    .map(List::of)
                    .orElseGet(() -> List.of(Point.unknown(it.id(), "its cluster " + cluster + " was not listed")));
        });
    }

    private static Point alone(Database database, Known known) {
        var deployment = known.deployment();
        var copies = deployment.items(Parts.DATABASE_BACKUPS).stream()
                .filter(it -> it.databaseId().equals(database.id()))
                .map(AutomatedBackup::replicatedTo)
                .flatMap(List::stream)
                .toList();
        var kept = database.backupRetentionDays() > 0;
        var read = Judging.read(deployment, Parts.DATABASE_BACKUPS);
        var there = database.multiAz() || !copies.isEmpty();
        return Point.perhaps(
                database.id(),
                "BackupRetentionPeriod, MultiAZ, automated backups replicated to",
                database.backupRetentionDays() + ", " + database.multiAz() + ", " + (read ? copies : "not read"),
                !kept ? Boolean.FALSE : there ? Boolean.TRUE : read ? Boolean.FALSE : null);
    }

    /** The storage of a cluster is in the zones that AWS names. */
    private static Point spread(DatabaseCluster cluster) {
        return Point.of(
                cluster.id(),
                "BackupRetentionPeriod, AvailabilityZones of its storage",
                cluster.backupRetentionDays() + ", " + cluster.zones(),
                cluster.backupRetentionDays() > 0 && cluster.zones().size() > 1);
    }
}
