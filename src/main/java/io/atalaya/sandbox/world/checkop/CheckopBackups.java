package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Databases;
import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.SourceType;

/**
 * The backups of dbprogressus: an automated snapshot every night of which seven are kept, a few manual ones, and one that is
 * being made while somebody looks.
 */
final class CheckopBackups {
    private static final Duration NIGHTLY_TAKES = Duration.ofSeconds(544);
    private static final int KEPT = 7;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

    /** How long ago the one under way was asked for, and how long it takes: 64 % when the world starts. */
    private static final Duration PENDING_SINCE = Duration.ofSeconds(8588);

    private static final Duration PENDING_TAKES = Duration.ofSeconds(13_400);

    private CheckopBackups() {}

    static void furnish(World world) {
        Databases databases = world.databases();
        Instant today = world.now().truncatedTo(ChronoUnit.DAYS);
        for (int days = KEPT; days >= 0; days--) {
            Instant night = night(world, today.minus(Duration.ofDays(days)));
            if (night.isBefore(world.now())) {
                databases.snapshots().put(done(world, automatic(night), night, "automated"));
            }
        }
        older(world);
        Instant first = night(world, today);
        nightly(world, first.isAfter(world.now()) ? first : night(world, today.plus(Duration.ofDays(1))));
        world.timeline().at(world.start().minus(PENDING_SINCE), () -> beforeRelease(world));
    }

    /** Some seconds after 09:03 UTC, as the backup window has it. */
    private static Instant night(World world, Instant day) {
        int jitter = world.dice().below("backup", day.getEpochSecond() / 86_400, 120);
        return day.plus(Duration.ofHours(9)).plusSeconds(200L + jitter);
    }

    private static void nightly(World world, Instant at) {
        world.timeline().at(at, () -> {
            Databases databases = world.databases();
            databases.note(Ids.DATABASE, "backup", "Backing up DB instance");
            databases.snapshot(begun(world, automatic(at), "automated"), NIGHTLY_TAKES);
            world.timeline().after(NIGHTLY_TAKES, () -> {
                databases.note(Ids.DATABASE, "backup", "Finished DB instance backup");
                prune(world);
            });
            nightly(world, night(world, at.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))));
        });
    }

    private static void prune(World world) {
        var automated = world.databases().snapshots().stream()
                .filter(s -> "automated".equals(s.snapshotType()))
                .map(DBSnapshot::dbSnapshotIdentifier)
                .toList();
        automated
                .subList(0, Math.max(0, automated.size() - KEPT))
                .forEach(world.databases().snapshots()::remove);
    }

    private static void beforeRelease(World world) {
        LocalDate day = LocalDate.ofInstant(world.start(), ZoneOffset.ofHours(-5));
        String id = String.format(
                "dbprogressus-pre-%d-%02d",
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        world.databases().snapshot(begun(world, id, "manual"), PENDING_TAKES);
        world.databases().event(world.now(), SourceType.DB_SNAPSHOT, id, "creation", "Creating manual snapshot");
        world.timeline().after(PENDING_TAKES, () -> world.databases()
                .event(world.now(), SourceType.DB_SNAPSHOT, id, "creation", "Manual snapshot created"));
    }

    private static void older(World world) {
        Databases databases = world.databases();
        Instant start = world.start().truncatedTo(ChronoUnit.SECONDS);
        Instant upgrade = start.minus(Duration.ofHours(4 * 24 + 17));
        databases.snapshots().put(done(world, "dbprogressus-pre-2026-40", start.minus(Duration.ofDays(54)), "manual"));
        databases
                .snapshots()
                .put(done(world, "dbprogressus-migracion-gp3", start.minus(Duration.ofDays(131)), "manual"));
        databases.snapshots().put(done(world, "dbprogressus-before-8-0-39", upgrade, "manual"));
        databases.event(
                start.minus(Duration.ofDays(5)),
                SourceType.DB_INSTANCE,
                Ids.DATABASE,
                "configuration change",
                "Applied change to parameter max_connections");
        databases.event(
                start.minus(Duration.ofDays(2)),
                SourceType.DB_INSTANCE,
                Ids.DATABASE,
                "maintenance",
                "A new operating system update became available for your DB instance");
    }

    private static String automatic(Instant night) {
        return "rds:dbprogressus-" + NAME.format(night);
    }

    /** A snapshot of the database that begins now. */
    static DBSnapshot begun(World world, String id, String type) {
        return snapshot(world, id, world.now(), type).toBuilder()
                .status("creating")
                .percentProgress(0)
                .build();
    }

    private static DBSnapshot done(World world, String id, Instant at, String type) {
        return snapshot(world, id, at, type).toBuilder()
                .status("available")
                .percentProgress(100)
                .build();
    }

    private static DBSnapshot snapshot(World world, String id, Instant at, String type) {
        long daysOld = Duration.between(at, world.start()).toDays();
        return DBSnapshot.builder()
                .dbSnapshotIdentifier(id)
                .dbSnapshotArn(world.account().arn("rds", "snapshot:" + id))
                .dbInstanceIdentifier(Ids.DATABASE)
                .snapshotType(type)
                .snapshotCreateTime(at)
                .originalSnapshotCreateTime(at)
                .instanceCreateTime(
                        world.start().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(264)))
                .engine("mysql")
                .engineVersion(daysOld > 4 ? "8.0.37" : "8.0.39")
                .allocatedStorage(daysOld > 100 ? 200 : daysOld > 1 ? 216 : 217)
                .storageType("gp3")
                .iops(3000)
                .encrypted(true)
                .kmsKeyId(world.account().arn("kms", "alias/aws/rds"))
                .availabilityZone(Ids.ZONE_A)
                .vpcId(Ids.VPC)
                .port(3306)
                .masterUsername("progresus")
                .licenseModel("general-public-license")
                .optionGroupName("default:mysql-8-0")
                .snapshotTarget("region")
                .build();
    }
}
