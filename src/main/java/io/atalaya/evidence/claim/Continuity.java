package io.atalaya.evidence.claim;

import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ScalingMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is still there when something is gone. */
final class Continuity {
    private static final Duration RECENT = Duration.ofHours(24);

    private Continuity() {}

    static List<Point> backups(Known known) {
        var points = new ArrayList<>(Judging.every(known.deployment(), Parts.DATABASES, it -> backup(it, known)));
        points.addAll(Judging.each(known.deployment(), Parts.FILE_POLICIES, it -> {
            var policy = it.backup() == null ? "" : it.backup();
            return Point.of(it.fileSystemId(), "BackupPolicy", policy, policy.startsWith("ENABL"));
        }));
        return points;
    }

    private static List<Point> backup(Database database, Known known) {
        if (database.clusterId() != null) {
            return List.of(); // the cluster has them
        }
        var latest = database.latestRestorableAt();
        int days = database.backupRetentionDays();
        return List.of(
                Point.of(database.id(), "BackupRetentionPeriod", days, days > 0),
                latest == null
                        ? Point.of(database.id(), "LatestRestorableTime", "", false)
                        : Point.of(
                                database.id(),
                                "LatestRestorableTime",
                                latest,
                                latest.isAfter(known.now().minus(RECENT))));
    }

    /** Two zones by a standby, or two regions by replicated backups: either keeps the data when one zone is lost. */
    static List<Point> backupsInTwoZones(Known known) {
        var deployment = known.deployment();
        return Judging.every(deployment, Parts.DATABASES, database -> {
            if (database.clusterId() != null) {
                return List.of(Point.unknown(database.id(), "its cluster's volume spans zones"));
            }
            var copies = deployment.items(Parts.DATABASE_BACKUPS).stream()
                    .filter(it -> it.databaseId().equals(database.id()))
                    .map(AutomatedBackup::replicatedTo)
                    .flatMap(List::stream)
                    .toList();
            var kept = database.backupRetentionDays() > 0;
            return List.of(Point.of(
                    database.id(),
                    "MultiAZ, automated backups replicated to",
                    database.multiAz() + ", " + copies,
                    kept && (database.multiAz() || !copies.isEmpty())));
        });
    }

    static List<Point> standby(Known known) {
        return Judging.each(
                known.deployment(),
                Parts.DATABASES,
                it -> Point.of(
                        it.id(),
                        "MultiAZ, replicas",
                        it.multiAz() + ", " + it.replicaIds(),
                        it.multiAz() || it.clusterId() != null));
    }

    static List<Point> twoZones(Known known) {
        var points = new ArrayList<>(Judging.every(
                known.deployment(),
                Parts.LOAD_BALANCERS,
                it -> it.balancerType() == LoadBalancerType.GATEWAY
                        ? List.of()
                        : List.of(Point.of(
                                it.name(),
                                "AvailabilityZones",
                                it.zones().stream().map(zone -> zone.zone()).toList(),
                                it.zones().size() > 1))));
        points.addAll(Judging.each(known.deployment(), Parts.SCALING_GROUPS, group -> {
            var zones = group.members().stream()
                    .map(ScalingMember::zone)
                    .distinct()
                    .sorted()
                    .toList();
            return Point.of(group.name(), "zones of its instances", zones, zones.size() > 1);
        }));
        return points;
    }
}
