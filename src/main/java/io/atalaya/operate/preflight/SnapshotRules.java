package io.atalaya.operate.preflight;

import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.DeleteDatabaseSnapshot;
import java.util.Objects;
import java.util.Optional;

/** Making, copying and deleting backups of databases. */
final class SnapshotRules {
    private final Known known;
    private final Findings found;

    SnapshotRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void create(CreateDatabaseSnapshot act) {
        DatabaseRules.find(act.databaseId(), known, found).ifPresent(it -> {
            if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
                return;
            }
            if (!it.status().equals("available")) {
                found.blocked("databaseState", it.status());
                return;
            }
            if (known.items(Parts.DATABASE_SNAPSHOTS).stream()
                    .anyMatch(each -> each.id().equalsIgnoreCase(act.snapshotId()))) {
                found.blocked("snapshotNameTaken", act.snapshotId());
            }
            if (!it.multiAz()) {
                found.caution("ioPause", it.id());
            } else if (it.engine().startsWith("sqlserver")) {
                found.caution("ioPauseSqlServer", it.id());
            } else {
                found.note("noIoPause");
            }
        });
    }

    void copy(CopyDatabaseSnapshot act) {
        snapshot(act.snapshotId()).ifPresent(it -> {
            if (!it.status().equals("available")) {
                found.blocked("snapshotState", it.status());
            } else if (it.encrypted() && act.kmsKeyId() == null) {
                found.blocked("copyNeedsKey", act.region());
            } else {
                found.note("copies", it.sizeGib(), act.region());
            }
        });
    }

    void delete(DeleteDatabaseSnapshot act) {
        snapshot(act.snapshotId()).ifPresent(it -> {
            if (!it.snapshotType().equals("manual")) {
                found.blocked("snapshotNotManual", it.snapshotType());
                return;
            }
            if (!it.status().equals("available") && !it.status().equals("failed")) {
                found.blocked("snapshotState", it.status());
                return;
            }
            beingCopied(it);
            last(it);
            found.lost("snapshotGone", it.databaseId(), it.createdAt() == null ? "?" : it.createdAt(), it.sizeGib());
        });
    }

    /** "If the DB snapshot is being copied, the copy operation is terminated." Copies in other regions are not seen from here. */
    private void beingCopied(DatabaseSnapshot it) {
        known.items(Parts.DATABASE_SNAPSHOTS).stream()
                .filter(each -> each.status().equals("copying") || each.status().equals("creating"))
                .filter(each -> it.arn().equals(each.copyOf()) || it.id().equals(each.copyOf()))
                .forEach(each -> found.danger("copyEnds", each.id()));
    }

    private void last(DatabaseSnapshot it) {
        if (!it.status().equals("available")) {
            return;
        }
        var others = known.items(Parts.DATABASE_SNAPSHOTS).stream()
                .filter(each -> !each.id().equals(it.id())
                        && Objects.equals(each.databaseId(), it.databaseId())
                        && each.snapshotType().equals("manual")
                        && each.status().equals("available"))
                .count();
        if (others > 0) {
            found.note("otherSnapshots", others);
            return;
        }
        var database = DatabaseRules.ids(known).contains(it.databaseId());
        if (!database && known.sure(Parts.DATABASES)) {
            found.danger("lastOfGoneDatabase", it.databaseId());
        } else {
            found.danger("lastManualSnapshot", it.databaseId());
        }
    }

    private Optional<DatabaseSnapshot> snapshot(String id) {
        return known.subject(
                DatabaseSnapshot.class, ResourceType.DATABASE_SNAPSHOT, id, Parts.DATABASE_SNAPSHOTS, found);
    }
}
