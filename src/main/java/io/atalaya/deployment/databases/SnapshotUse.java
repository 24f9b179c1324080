package io.atalaya.deployment.databases;

import io.atalaya.deployment.DatabaseSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot, how long it is kept, and where else it is.
 *
 * @param keptUntil when RDS deletes it; null where it does not, or nobody knows
 * @param elsewhere what is known of it in other regions
 */
public record SnapshotUse(
        DatabaseSnapshot snapshot, Kept kept, @Nullable Instant keptUntil, Elsewhere elsewhere) {
    /** How long it is kept. */
    public enum Kept {
        /** Until somebody deletes it. */
        FOREVER,
        /** As long as automated backups are. */
        RETENTION,
        /** As long as a plan of AWS Backup says. */
        BACKUP_PLAN,
        /** Its database was not read. */
        NOT_KNOWN
    }

    /**
     * What is known of it in other regions. That none is known is not that there is none: a copy made in another region shows
     * only there, and this console looks at one region.
     */
    public sealed interface Elsewhere {
        /** RDS replicates the automated backups of its database to these regions. */
        record Replicated(List<String> regions) implements Elsewhere {
            public Replicated {
                regions = List.copyOf(regions);
            }
        }

        /** It is a copy of one in that region itself. */
        record CopyFrom(String region) implements Elsewhere {}

        record NotKnown() implements Elsewhere {}
    }

    /**
     * @param retentionDays of its database or cluster; null where neither was read
     * @param restorable of its database; null where that is not known
     */
    static SnapshotUse of(DatabaseSnapshot snapshot, @Nullable Integer retentionDays, @Nullable Restorable restorable) {
        var automated = snapshot.snapshotType().equals("automated");
        var kept =
                switch (snapshot.snapshotType()) {
                    case "manual", "shared", "public" -> Kept.FOREVER;
                    case "awsbackup" -> Kept.BACKUP_PLAN;
                    default -> automated && retentionDays != null ? Kept.RETENTION : Kept.NOT_KNOWN;
                };
        var made = snapshot.createdAt();
        var until = kept == Kept.RETENTION && made != null && retentionDays != null
                ? made.plus(Duration.ofDays(retentionDays))
                : null;
        return new SnapshotUse(snapshot, kept, until, elsewhere(snapshot, automated ? restorable : null));
    }

    private static Elsewhere elsewhere(DatabaseSnapshot snapshot, @Nullable Restorable restorable) {
        var regions = restorable == null ? null : restorable.regions();
        if (regions != null && !regions.isEmpty()) {
            return new Elsewhere.Replicated(regions);
        }
        var from = region(snapshot.copyOf());
        return from != null && !from.equals(region(snapshot.arn()))
                ? new Elsewhere.CopyFrom(from)
                : new Elsewhere.NotKnown();
    }

    /** The fourth field of an ARN; null for what is none. */
    static @Nullable String region(@Nullable String arn) {
        if (arn == null || !arn.startsWith("arn:")) {
            return null;
        }
        var fields = arn.split(":", 6);
        return fields.length < 6 || fields[3].isEmpty() ? null : fields[3];
    }
}
