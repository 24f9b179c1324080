package io.atalaya.operate.preflight;

import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.ModifyBackupPolicy;
import io.atalaya.operate.act.ModifyLifecycle;
import io.atalaya.operate.act.ModifyThroughput;
import java.util.Optional;

/** Throughput, lifecycle and backups of file systems. */
final class FileSystemRules {
    private static final double GIB = 1024.0 * 1024 * 1024;
    /** Bursting mode: 50 KiB/s for each GiB in the standard class, and 1 MiB/s at the least. */
    private static final double MIBPS_PER_GIB = 50.0 / 1024;

    private final Known known;
    private final Findings found;

    FileSystemRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void throughput(ModifyThroughput act) {
        files(act.fileSystemId()).ifPresent(it -> {
            if (!it.state().equals("available")) {
                found.blocked("filesState", it.state());
                return;
            }
            var sameMode = it.throughputMode().equals(act.mode());
            var before = it.provisionedMibps();
            var after = act.provisionedMibps();
            if (sameMode && (after == null || after.equals(before))) {
                found.blocked("nothingToDo", act.mode());
                return;
            }
            if (act.mode().equals("elastic") && it.performanceMode().equals("maxIO")) {
                found.blocked("elasticNeedsGeneralPurpose");
                return;
            }
            if (!sameMode || (before != null && after != null && after < before)) {
                found.caution("throughputOnceADay");
            }
            switch (act.mode()) {
                case "bursting" -> found.caution("bursting", Math.round(burstingBaseline(it.standardBytes())));
                case "elastic" -> found.note("elasticCosts");
                default -> found.note("provisioned", after == null ? "?" : after);
            }
        });
    }

    /** MiB/s that a file system of this size has without spending burst credits. */
    static double burstingBaseline(long standardBytes) {
        return Math.max(1, standardBytes / GIB * MIBPS_PER_GIB);
    }

    void lifecycle(ModifyLifecycle act) {
        files(act.fileSystemId()).ifPresent(it -> {
            if (act.toArchive() != null && !it.throughputMode().equals("elastic")) {
                found.blocked("archiveNeedsElastic", it.throughputMode());
                return;
            }
            if (act.toInfrequentAccess() == null && act.toArchive() == null) {
                found.note("lifecycleNever");
            } else {
                found.caution("lifecycleMoves");
            }
            if (!act.backOnAccess()) {
                found.note("lifecycleStays");
            }
        });
    }

    void backup(ModifyBackupPolicy act) {
        files(act.fileSystemId()).ifPresent(it -> {
            if (act.enabled()) {
                found.note("filesBackedUp", it.name());
            } else {
                found.danger("filesNotBackedUp", it.name());
            }
        });
    }

    private Optional<FileSystem> files(String id) {
        return known.subject(FileSystem.class, ResourceType.FILE_SYSTEM, id, Parts.FILE_SYSTEMS, found);
    }
}
