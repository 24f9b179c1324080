package io.atalaya.operate.preflight;

import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.RestoreDatabaseSnapshot;
import io.atalaya.operate.act.RestorePointInTime;
import io.atalaya.operate.act.RestoredDatabase;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Making a new database of a backup, beside the one that is there. */
final class RestoreRules {
    private final Known known;
    private final Findings found;

    RestoreRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void snapshot(RestoreDatabaseSnapshot act) {
        known.subject(
                        DatabaseSnapshot.class,
                        ResourceType.DATABASE_SNAPSHOT,
                        act.snapshotId(),
                        Parts.DATABASE_SNAPSHOTS,
                        found)
                .ifPresent(it -> {
                    if (!it.status().equals("available")) {
                        found.blocked("snapshotState", it.status());
                        return;
                    }
                    beside(act.database());
                });
    }

    void moment(RestorePointInTime act) {
        DatabaseRules.find(act.databaseId(), known, found).ifPresent(it -> {
            if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
            } else if (it.backupRetentionDays() == 0) {
                found.blocked("noBackups", it.id());
            } else if (restorable(it, act.moment())) {
                beside(act.database());
            }
        });
    }

    private boolean restorable(Database it, @Nullable Instant moment) {
        var latest = it.latestRestorableAt();
        if (moment == null) {
            found.note("restoresLatest", latest == null ? "?" : latest);
            return true;
        }
        if (latest != null && moment.isAfter(latest)) {
            found.blocked("notYetRestorable", latest);
            return false;
        }
        var earliest = known.items(Parts.DATABASE_BACKUPS).stream()
                .filter(each -> each.databaseId().equals(it.id()))
                .map(AutomatedBackup::earliestAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        if (earliest.isPresent() && moment.isBefore(earliest.get())) {
            found.blocked("noLongerRestorable", earliest.get());
            return false;
        }
        found.note("restoresMoment", moment);
        return true;
    }

    private void beside(RestoredDatabase made) {
        if (DatabaseRules.ids(known).stream().anyMatch(it -> it.equalsIgnoreCase(made.id()))) {
            found.blocked("databaseNameTaken", made.id());
            return;
        }
        found.note("restoresBeside", made.id());
        if (made.publiclyAccessible()) {
            found.danger("restoredPublic", made.id());
        }
        if (made.securityGroupIds().isEmpty()) {
            found.caution("restoredDefaultGroup");
        }
        if (made.parameterGroup() == null) {
            found.note("restoredDefaultParameters");
        }
    }
}
