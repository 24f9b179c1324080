package io.atalaya.operate.preflight;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.ModifyAllocatedStorage;
import io.atalaya.operate.act.ModifyBackupRetention;
import io.atalaya.operate.act.ModifyDatabaseClass;
import io.atalaya.operate.act.ModifyMaximumStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Changing a database's storage, class and backups: now, or in its maintenance window. */
final class DatabaseChangeRules {
    /** "You can't make further storage modifications for either six hours or until storage optimization has completed." */
    private static final Duration BETWEEN_STORAGE_CHANGES = Duration.ofHours(6);

    private final Known known;
    private final Findings found;

    DatabaseChangeRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void allocated(ModifyAllocatedStorage act) {
        DatabaseRules.find(act.databaseId(), known, found).ifPresent(it -> {
            if (!DatabaseRules.working(it, found)) {
                return;
            }
            if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
            } else if (act.gib() == it.allocatedGib()) {
                found.blocked("nothingToDo", it.allocatedGib() + " GiB");
            } else if (act.gib() < it.allocatedGib()) {
                found.blocked("storageShrinks", it.allocatedGib(), act.gib());
            } else if (act.gib() < tenthMore(it.allocatedGib())) {
                found.blocked("storageTenth", tenthMore(it.allocatedGib()));
            } else if (!busyWithStorage(it)) {
                grows(it, act);
            }
        });
    }

    private void grows(Database it, ModifyAllocatedStorage act) {
        var maximum = it.maxAllocatedGib();
        if (maximum != null && act.gib() > maximum) {
            found.caution("aboveMaximum", maximum);
        }
        found.caution("storageGrows", it.allocatedGib(), act.gib());
        when(it, act.now());
    }

    /** Whether RDS refuses a storage change for the sake of an earlier one; says so where it does. */
    private boolean busyWithStorage(Database it) {
        if (it.status().equals("storage-optimization")) {
            found.blocked("storageOptimizing");
            return true;
        }
        var last = lastStorageChange(it);
        var again = last.map(at -> at.plus(BETWEEN_STORAGE_CHANGES)).filter(known.at()::isBefore);
        again.ifPresent(at -> found.blocked("storageSixHours", at));
        return again.isPresent();
    }

    private Optional<Instant> lastStorageChange(Database it) {
        return known.items(Parts.DATABASE_EVENTS).stream()
                .filter(event -> event.sourceId().equals(it.id()) && ofStorage(event))
                .map(DatabaseEvent::at)
                .max(Comparator.naturalOrder());
    }

    /** RDS-EVENT-0017 and 0217: "Finished applying [autoscaling-initiated] modification to allocated storage". */
    private static boolean ofStorage(DatabaseEvent event) {
        var message = event.message().toLowerCase(Locale.ROOT);
        return message.contains("modification to allocated storage") && message.contains("finished");
    }

    void maximum(ModifyMaximumStorage act) {
        DatabaseRules.find(act.databaseId(), known, found).ifPresent(it -> {
            if (!DatabaseRules.working(it, found)) {
                return;
            }
            if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
            } else if (Objects.equals(it.maxAllocatedGib(), act.gib())) {
                found.blocked("nothingToDo", act.gib() + " GiB");
            } else if (act.gib() < it.allocatedGib()) {
                found.blocked("maximumBelow", it.allocatedGib());
            } else if (act.gib() == it.allocatedGib()) {
                found.caution("autoscalingOff");
            } else if (act.gib() < tenthMore(it.allocatedGib())) {
                found.blocked("maximumTenth", tenthMore(it.allocatedGib()));
            } else {
                found.note("maximumMoves", it.maxAllocatedGib() == null ? "–" : it.maxAllocatedGib(), act.gib());
            }
        });
    }

    void instanceClass(ModifyDatabaseClass act) {
        DatabaseRules.find(act.databaseId(), known, found).ifPresent(it -> {
            if (!DatabaseRules.working(it, found)) {
                return;
            }
            if (it.clusterId() != null && !it.engine().startsWith("aurora")) {
                found.blocked("clusterMember", it.clusterId()); // of a Multi-AZ DB cluster: all have the same class
                return;
            }
            if (it.instanceClass().equals(act.instanceClass())) {
                found.blocked("nothingToDo", act.instanceClass());
                return;
            }
            if (it.multiAz()) {
                found.caution("classFailsOver", it.id());
            } else {
                found.danger("classOutage", it.id());
            }
            size(it.instanceClass(), act.instanceClass());
            when(it, act.now());
        });
    }

    private void size(String before, String after) {
        var old = known.index().type(before);
        var wanted = known.index().type(after);
        if (old == null || wanted == null) {
            return;
        }
        if (wanted.vcpus() < old.vcpus() || wanted.memoryMib() < old.memoryMib()) {
            found.caution(
                    "classSmaller", old.vcpus(), old.memoryMib() / 1024, wanted.vcpus(), wanted.memoryMib() / 1024);
        } else {
            found.note("classLarger", old.vcpus(), old.memoryMib() / 1024, wanted.vcpus(), wanted.memoryMib() / 1024);
        }
    }

    void retention(ModifyBackupRetention act) {
        DatabaseRules.find(act.databaseId(), known, found).ifPresent(it -> {
            if (!DatabaseRules.working(it, found)) {
                return;
            }
            var before = it.backupRetentionDays();
            if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
            } else if (act.days() == before) {
                found.blocked("nothingToDo", before);
            } else if (act.days() == 0 && !it.replicaIds().isEmpty()) {
                found.blocked("replicasNeedBackups", it.replicaIds().size());
            } else {
                retention(it, before, act);
            }
        });
    }

    private void retention(Database it, int before, ModifyBackupRetention act) {
        if (act.days() == 0) {
            found.lost("backupsGone", it.id());
            found.danger("backupsOutage");
        } else if (before == 0) {
            found.danger("backupsOutage");
            found.note("backupsBegin", act.days());
        } else if (act.days() < before) {
            found.lost("retentionDeletes", before, act.days());
        } else {
            found.note("retentionLonger", before, act.days());
        }
        // from one number of days to another RDS goes as soon as it can, whatever is said about the window
        if (act.now() || before == 0 || act.days() == 0) {
            when(it, act.now());
        }
    }

    private void when(Database it, boolean now) {
        if (!now) {
            var window = it.settings().maintenanceWindow();
            found.note("inWindow", window == null ? "?" : window);
        } else if (!it.pendingModifications().isEmpty()) {
            found.caution("pendingToo", Names.some(it.pendingModifications()));
        }
    }

    /** A tenth more than now, in whole GiB: less RDS refuses. */
    static int tenthMore(int gib) {
        return (int) Math.ceilDiv(gib * 11L, 10);
    }
}
