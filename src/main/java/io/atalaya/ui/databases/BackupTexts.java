package io.atalaya.ui.databases;

import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.databases.Restorable;
import io.atalaya.deployment.databases.SnapshotUse;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What is said about backups. */
final class BackupTexts {
    private final Texts texts;
    private final Ages ages;
    private final DateTimeFormatter day;

    BackupTexts(Texts texts, Ages ages, ZoneId zone) {
        this.texts = texts;
        this.ages = ages;
        this.day = DateTimeFormatter.ofPattern("d MMM", texts.getLocale()).withZone(zone);
    }

    /** {@code Last successful backup 3 h ago, automated. The data stands in two zones.} */
    String sentence(DatabaseView view, Instant now) {
        var last = view.backup();
        var zones = texts.get("databases.backup.zones", view.zones().size(), String.join(", ", view.zones()));
        if (last == null || last.snapshot().createdAt() == null) {
            return texts.get("databases.backup.none") + " " + zones;
        }
        var taken = last.snapshot().originalCreatedAt() == null
                ? last.snapshot().createdAt()
                : last.snapshot().originalCreatedAt();
        return texts.get(
                        "databases.backup.last",
                        ages.ago(taken, now),
                        last.snapshot().snapshotType()) + " " + zones;
    }

    /** How long it is kept. */
    String kept(SnapshotUse use) {
        var until = use.keptUntil();
        return until == null
                ? texts.get("databases.kept." + use.kept())
                : texts.get("databases.kept.until", day.format(until));
    }

    /** What is known of it in other regions. */
    String elsewhere(SnapshotUse use) {
        return switch (use.elsewhere()) {
            case SnapshotUse.Elsewhere.Replicated it ->
                texts.get("databases.elsewhere.replicated", String.join(", ", it.regions()));
            case SnapshotUse.Elsewhere.CopyFrom it -> texts.get("databases.elsewhere.copyFrom", it.region());
            case SnapshotUse.Elsewhere.NotKnown unused -> texts.get("databases.elsewhere.notKnown");
        };
    }

    /** Whether RDS replicates the automated backups to another region. */
    String replicated(Restorable restorable) {
        var regions = restorable.regions();
        if (regions == null) {
            return texts.get("databases.restore.elsewhereNotKnown");
        }
        return regions.isEmpty()
                ? texts.get("databases.restore.notElsewhere")
                : texts.get("databases.restore.elsewhere", String.join(", ", regions));
    }

    /** How far behind the newest moment is to which it can be restored. */
    String behind(Instant newest, Instant now) {
        return texts.get("databases.restore.behind", Durations.words(Duration.between(newest, now)));
    }
}
