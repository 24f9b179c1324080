package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.Deed;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * A report writes a temporary table that does not end: free storage falls to nothing within minutes, faster than storage
 * autoscaling can help, and the database shuts down. AWS says so itself of autoscaling and sudden loads. With more storage the
 * report gets through, and its table is dropped.
 */
final class StorageFull implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final Duration UNTIL_FULL = Duration.ofMinutes(9);
    private static final Duration RECOVERY = Duration.ofSeconds(40);
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final double LOW = 0.10;
    private static final double ASSUMED_FREE = 0.30;

    @Override
    public String id() {
        return "storage-full";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return Cast.database(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_DATABASE);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        DBInstance database = Cast.database(world).orElseThrow();
        String id = database.dbInstanceIdentifier();
        Instant from = world.now();
        double free = free(world, database, from);
        double allocated = database.allocatedStorage() * GIB;
        List<String> about = List.of(id);
        play.tell(What.STORAGE_FILLS, about, id, Math.round(free / GIB / UNTIL_FULL.toSeconds() * 600) / 10.0);
        play.bend(freeOf(id)::equals, (t, usual) -> {
            double gone = (t + 59.0 - from.getEpochSecond()) / UNTIL_FULL.toSeconds();
            return Math.max(0.0004 * allocated, free * (1 - gone));
        });
        if (free > LOW * allocated) {
            double share = 1 - LOW * allocated / free;
            play.after(Duration.ofSeconds(Math.round(share * UNTIL_FULL.toSeconds())), () -> {
                play.tell(What.STORAGE_LOW, about, id, Math.round(LOW * 100));
                world.databases().note(id, "low storage", low(id, database.allocatedStorage()));
            });
        }
        play.mendedBy(Deed.What.STORAGE_GROWN, id);
        play.after(UNTIL_FULL, () -> {
            play.tell(What.STORAGE_FULL, about, id);
            world.databases().turn(id, "storage-full");
            world.databases()
                    .note(
                            id,
                            "low storage",
                            "Allocated storage has been exhausted. Allocate additional storage to resolve.");
        });
        play.atEnd(() -> {
            play.tell(What.STORAGE_FREED, about, id);
            play.healsAfter(RECOVERY, () -> recover(world, id));
        });
    }

    private static void recover(World world, String id) {
        if ("storage-full".equals(world.databases().instances().get(id).dbInstanceStatus())) {
            world.databases().turn(id, "available");
            world.databases().note(id, "availability", "DB instance restarted");
        }
    }

    /** RDS-EVENT-0089. */
    private static String low(String id, int allocatedGib) {
        return String.format(
                Locale.ROOT,
                "The free storage capacity for DB Instance: %s is low at %.0f%% of the provisioned storage [Provisioned"
                        + " Storage: %.2f GB, Free Storage: %.2f GB]. You may want to increase the provisioned storage to"
                        + " address this issue.",
                id,
                LOW * 100,
                (double) allocatedGib,
                allocatedGib * LOW);
    }

    private static double free(World world, DBInstance database, Instant now) {
        MetricKey key = freeOf(database.dbInstanceIdentifier());
        double assumed = ASSUMED_FREE * database.allocatedStorage() * GIB;
        if (world.metrics().find(key).isEmpty()) {
            world.metrics().add(new Series(key, "Bytes", Series.Kind.GAUGE, 60, t -> assumed));
        }
        double measured = world.metrics().find(key).orElseThrow().signal().at(now.getEpochSecond() / 60 * 60);
        return Double.isNaN(measured) ? assumed : measured;
    }

    private static MetricKey freeOf(String database) {
        return new MetricKey("AWS/RDS", "FreeStorageSpace", Map.of("DBInstanceIdentifier", database));
    }
}
