package io.atalaya.ui.databases;

import io.atalaya.deployment.PendingMaintenance;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said about what is going to happen to a database. */
final class MaintenanceTexts {
    /** Actions this program has words for; of others AWS's own stand there. */
    private static final Set<String> KNOWN =
            Set.of("system-update", "db-upgrade", "hardware-maintenance", "ca-certificate-rotation");

    private final Texts texts;
    private final Ages ages;

    MaintenanceTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
    }

    String title(PendingMaintenance pending) {
        return KNOWN.contains(pending.action())
                ? texts.get("databases.maintenance." + pending.action())
                : pending.action();
    }

    /** {@code in 4 d 12 h}. */
    String when(PendingMaintenance pending, Instant now) {
        var at = at(pending);
        if (at == null) {
            return texts.get("databases.maintenance.unplanned");
        }
        return at.isAfter(now)
                ? texts.get("databases.maintenance.in", Durations.words(Duration.between(now, at)))
                : texts.get("databases.maintenance.due");
    }

    private static @Nullable Instant at(PendingMaintenance pending) {
        return pending.currentApplyAt() != null
                ? pending.currentApplyAt()
                : pending.forcedAt() != null ? pending.forcedAt() : pending.autoAppliedAfter();
    }

    /** When exactly, and what it means for who is connected, where AWS documents that. */
    String meaning(PendingMaintenance pending, DatabaseView view, Instant now) {
        var at = at(pending);
        var moment = at == null ? "" : texts.get("databases.maintenance.at", ages.time(at, now));
        return (moment + " " + effect(pending, view)).strip();
    }

    /** RDS upgrades the engine of standby and primary at once; only the system and the machine are done one by one. */
    private String effect(PendingMaintenance pending, DatabaseView view) {
        if (!view.hasStandby()) {
            return texts.get("databases.maintenance.outage");
        }
        return switch (pending.action()) {
            case "system-update", "hardware-maintenance" -> texts.get("databases.maintenance.failover");
            case "db-upgrade" -> texts.get("databases.maintenance.upgrade");
            default -> "";
        };
    }
}
