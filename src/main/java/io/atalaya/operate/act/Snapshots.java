package io.atalaya.operate.act;

import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;

/** Watches a snapshot of a database. */
final class Snapshots {
    private Snapshots() {}

    static ResourceRef ref(String snapshotId) {
        return new ResourceRef(ResourceType.DATABASE_SNAPSHOT, snapshotId);
    }

    /** Until it is available; until RDS lists it, it is on its way. */
    static Settling created(String snapshotId) {
        return Watched.one(
                Parts.DATABASE_SNAPSHOTS, Duration.ofHours(3), it -> it.id().equals(snapshotId), (before, now) -> {
                    if (now == null) {
                        return Progress.underWay("");
                    }
                    return switch (now.status()) {
                        case "available" -> Progress.done(now.status());
                        case "failed" -> Progress.failed(words(now));
                        default -> Progress.underWay(words(now));
                    };
                });
    }

    static Settling deleted(String snapshotId) {
        return Watched.one(
                Parts.DATABASE_SNAPSHOTS,
                Duration.ofMinutes(30),
                it -> it.id().equals(snapshotId),
                (before, now) -> now == null ? Progress.done("") : Progress.underWay(now.status()));
    }

    private static String words(DatabaseSnapshot snapshot) {
        return snapshot.status() + " " + snapshot.percent() + " %";
    }
}
