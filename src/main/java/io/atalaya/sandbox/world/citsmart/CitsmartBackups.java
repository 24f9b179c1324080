package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.Databases;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * The backups of citsmart-db: an automated snapshot each night at three in São Paulo, and a copy of each in a second region,
 * as the document promises.
 */
final class CitsmartBackups {
    private static final Duration TAKES = Duration.ofSeconds(412);
    private static final Duration COPY_TAKES = Duration.ofMinutes(47);
    private static final Duration NIGHT = Duration.ofHours(6);
    private static final int KEPT = 14;
    private static final int COPIES_KEPT = 7;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

    private CitsmartBackups() {}

    static void furnish(World world) {
        Databases databases = world.databases();
        Instant today = world.now().truncatedTo(ChronoUnit.DAYS);
        for (int days = KEPT; days >= 0; days--) {
            Instant night = night(world, today.minus(Duration.ofDays(days)));
            if (night.isBefore(world.now())) {
                databases.snapshots().put(automated(world, night));
            }
        }
        Instant before = world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(29));
        databases
                .snapshots()
                .put(snapshot(world.account(), "citsmart-db-antes-do-wildfly-12", before)
                        .snapshotType("manual")
                        .build());
        databases.event(
                world.start().minus(Duration.ofDays(6)),
                SourceType.DB_INSTANCE,
                CitsmartIds.DATABASE,
                "configuration change",
                "Applied change to parameter work_mem");
        Instant first = night(world, today);
        nightly(world, first.isAfter(world.now()) ? first : night(world, today.plus(Duration.ofDays(1))));
    }

    /** The copies, in the region that is asked; they arrive somewhat after the nights they are of. */
    static void copies(World world) {
        Instant today = world.start().truncatedTo(ChronoUnit.DAYS);
        for (int days = COPIES_KEPT; days >= 0; days--) {
            Instant night = night(world, today.minus(Duration.ofDays(days)));
            Instant there = night.plus(TAKES).plus(COPY_TAKES);
            world.timeline().at(there, () -> copied(world, night));
        }
        repeat(world, today.plus(Duration.ofDays(1)));
    }

    private static void repeat(World world, Instant day) {
        Instant night = night(world, day);
        world.timeline().at(night.plus(TAKES).plus(COPY_TAKES), () -> {
            copied(world, night);
            repeat(world, day.plus(Duration.ofDays(1)));
        });
    }

    private static void copied(World world, Instant night) {
        Account home = new Account(world.account().id(), world.account().alias(), CitsmartIds.REGION);
        String id = "copia-citsmart-db-" + NAME.format(night);
        world.databases()
                .snapshots()
                .put(snapshot(world.account(), id, night.plus(TAKES))
                        .snapshotType("manual")
                        .originalSnapshotCreateTime(night)
                        .sourceRegion(CitsmartIds.REGION)
                        .sourceDBSnapshotIdentifier(home.arn("rds", "snapshot:" + automatic(night)))
                        .build());
        prune(world, COPIES_KEPT, "manual");
    }

    private static void nightly(World world, Instant at) {
        world.timeline().at(at, () -> {
            Databases databases = world.databases();
            databases.note(CitsmartIds.DATABASE, "backup", "Backing up DB instance");
            databases.snapshot(
                    automated(world, at).toBuilder()
                            .status("creating")
                            .percentProgress(0)
                            .build(),
                    TAKES);
            world.timeline().after(TAKES, () -> {
                databases.note(CitsmartIds.DATABASE, "backup", "Finished DB instance backup");
                prune(world, KEPT, "automated");
            });
            nightly(world, night(world, at.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))));
        });
    }

    /** Some seconds after 06:00 UTC, as the backup window has it; the same in every region. */
    private static Instant night(World world, Instant day) {
        int jitter = world.dice().below("backup", day.getEpochSecond() / 86_400, 120);
        return day.plus(NIGHT).plusSeconds(130L + jitter);
    }

    private static void prune(World world, int kept, String type) {
        var ids = world.databases().snapshots().stream()
                .filter(s -> type.equals(s.snapshotType()))
                .map(DBSnapshot::dbSnapshotIdentifier)
                .toList();
        ids.subList(0, Math.max(0, ids.size() - kept)).forEach(world.databases().snapshots()::remove);
    }

    private static String automatic(Instant night) {
        return "rds:citsmart-db-" + NAME.format(night);
    }

    private static DBSnapshot automated(World world, Instant night) {
        return snapshot(world.account(), automatic(night), night)
                .snapshotType("automated")
                .build();
    }

    private static DBSnapshot.Builder snapshot(Account account, String id, Instant at) {
        return DBSnapshot.builder()
                .dbSnapshotIdentifier(id)
                .dbSnapshotArn(account.arn("rds", "snapshot:" + id))
                .dbInstanceIdentifier(CitsmartIds.DATABASE)
                .status("available")
                .percentProgress(100)
                .snapshotCreateTime(at)
                .originalSnapshotCreateTime(at)
                .engine("postgres")
                .engineVersion("14.13")
                .allocatedStorage(400)
                .storageType("gp3")
                .iops(12_000)
                .encrypted(true)
                .kmsKeyId(account.arn("kms", "alias/aws/rds"))
                .availabilityZone(account.region() + "a")
                .vpcId(CitsmartIds.VPC)
                .port(5432)
                .masterUsername("citsmart")
                .licenseModel("postgresql-license")
                .optionGroupName("default:postgres-14")
                .snapshotTarget("region");
    }
}
