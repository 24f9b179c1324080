package io.atalaya.operate.act;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watches a database until it is as it should be. The words are those of "Viewing Amazon RDS DB instance status". */
final class DatabaseStates {
    private static final Set<String> FAILED =
            Set.of("failed", "restore-error", "storage-full", "insufficient-capacity");

    /** In use as well: {@code storage-optimization} after a change of storage lasts for hours. */
    private static final Set<String> IN_USE = Set.of("available", "storage-optimization", "backing-up");

    private DatabaseStates() {}

    static ResourceRef ref(String databaseId) {
        return new ResourceRef(ResourceType.DATABASE, databaseId);
    }

    static AwsRequest request(String operation, String databaseId) {
        return AwsRequest.of(Service.RDS, operation).with("DBInstanceIdentifier", databaseId);
    }

    /** In use, and changed. */
    static Settling inUse(String databaseId, Predicate<Database> reached) {
        return until(databaseId, it -> IN_USE.contains(it.status()) && reached.test(it));
    }

    /** The same, where a full storage is no hindrance: it stays full until RDS has grown it. */
    static Settling inUseOrFull(String databaseId, Predicate<Database> reached) {
        return until(
                databaseId,
                it -> (IN_USE.contains(it.status()) || it.status().equals("storage-full")) && reached.test(it));
    }

    static Settling until(String databaseId, Predicate<Database> reached) {
        return Watched.one(
                Parts.DATABASES,
                Duration.ofMinutes(60),
                it -> it.id().equals(databaseId),
                (before, now) -> now == null ? Progress.failed("") : progress(before, now, reached));
    }

    /** The database that an act creates; until RDS lists it, it is on its way. */
    static Settling created(String databaseId) {
        return Watched.one(
                Parts.DATABASES,
                Duration.ofHours(3),
                it -> it.id().equals(databaseId),
                (before, now) -> now == null
                        ? Progress.underWay("")
                        : progress(before, now, it -> it.status().equals("available")));
    }

    /** What waits for the maintenance window counts as done when it waits there, under AWS's name. */
    static boolean waits(Database database, String name, Object value) {
        return database.pendingModifications().contains(name + "=" + value);
    }

    private static Progress progress(@Nullable Database before, Database database, Predicate<Database> reached) {
        var status = database.status();
        // an act may be what mends it: that it still is as it was when the act began is no failure of the act
        var began = before != null && before.status().equals(status);
        if (!began
                && (FAILED.contains(status)
                        || status.startsWith("incompatible-")
                        || status.startsWith("inaccessible-"))) {
            return Progress.failed(status);
        }
        return reached.test(database) ? Progress.done(status) : Progress.underWay(status);
    }
}
