package io.atalaya.deployment.overview;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Parts;
import java.util.List;
import java.util.stream.Stream;

/** Databases that run out of room: of what they have, and of what they may grow to. */
final class StorageRule implements Rule {
    private static final double MUCH = 0.80;
    private static final double NEARLY_ALL = 0.95;
    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.DATABASES).stream()
                .flatMap(each -> Stream.concat(used(each, situation), nearMaximum(each)));
    }

    private static Stream<Finding> used(Database database, Situation situation) {
        var free = situation.metrics().last("AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", database.id());
        if (free.isEmpty() || database.allocatedGib() <= 0) {
            return Stream.empty();
        }
        var used = Math.max(0, database.allocatedGib() - free.get().value() / BYTES_PER_GIB);
        var share = used / database.allocatedGib();
        return share <= MUCH
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.DATABASE_STORAGE,
                        urgency(share, grows(database)),
                        database.ref(),
                        Parts.METRICS,
                        null,
                        List.of(
                                database.id(),
                                Math.round(used * 10) / 10.0,
                                database.allocatedGib(),
                                Math.round(share * 100),
                                grows(database) ? maximum(database) : 0)));
    }

    /** Storage autoscaling adds room when less than a tenth is free for five minutes. */
    private static Urgency urgency(double share, boolean grows) {
        if (share > NEARLY_ALL) {
            return grows ? Urgency.DEGRADED : Urgency.FAILED;
        }
        return grows ? Urgency.NOTE : Urgency.DEGRADED;
    }

    private static Stream<Finding> nearMaximum(Database database) {
        return maximum(database) == 0 || database.allocatedGib() < MUCH * maximum(database)
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.DATABASE_NEAR_MAXIMUM,
                        Urgency.DEGRADED,
                        database.ref(),
                        Parts.DATABASES,
                        null,
                        List.of(database.id(), database.allocatedGib(), maximum(database))));
    }

    private static boolean grows(Database database) {
        return maximum(database) > database.allocatedGib();
    }

    private static int maximum(Database database) {
        return database.maxAllocatedGib() == null ? 0 : database.maxAllocatedGib();
    }
}
