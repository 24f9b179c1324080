package io.atalaya.sandbox.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;
import software.amazon.awssdk.services.rds.model.SourceType;

/** What people have done to databases, through the statuses that RDS shows, taking about as long. */
public final class DatabaseWork {
    private static final Duration STOPPING = Duration.ofSeconds(100);
    private static final Duration STARTING = Duration.ofMinutes(4);
    private static final Duration SETTING = Duration.ofSeconds(40);
    private static final Duration NEW_CLASS = Duration.ofMinutes(8);
    private static final Duration MORE_STORAGE = Duration.ofMinutes(2);
    private static final Duration OPTIMIZING = Duration.ofMinutes(45);
    private static final Duration RESTORING = Duration.ofMinutes(9);
    private static final Duration FIRST_BACKUP = Duration.ofMinutes(3);
    /** RDS wants six hours between two changes of storage. */
    private static final Duration BETWEEN_STORAGE_CHANGES = Duration.ofHours(6);

    private final World world;
    private final Map<String, Instant> storageChanged = new HashMap<>();

    DatabaseWork(World world) {
        this.world = world;
    }

    public void stop(String id) {
        turn(id, "stopping");
        world.timeline().after(STOPPING, () -> {
            turn(id, "stopped");
            world.databases().note(id, "notification", "DB instance stopped");
        });
    }

    public void start(String id) {
        turn(id, "starting");
        world.timeline().after(STARTING, () -> {
            turn(id, "available");
            world.databases().note(id, "notification", "DB instance started");
        });
    }

    /** Whether its storage was changed less than six hours ago, or is still being optimized. */
    public boolean isStorageSettling(String id) {
        Instant last = storageChanged.get(id);
        return last != null && last.plus(BETWEEN_STORAGE_CHANGES).isAfter(world.now());
    }

    /** The limit of growing and the days of backups at once, class and storage now or in the maintenance window. */
    public void modify(ModifyDbInstanceRequest wanted) {
        String id = wanted.dbInstanceIdentifier();
        DBInstance before = world.databases().instances().get(id);
        Integer days = wanted.backupRetentionPeriod();
        boolean now = Boolean.TRUE.equals(wanted.applyImmediately());
        boolean daysNow = days != null && (now || (days > 0 && before.backupRetentionPeriod() > 0));
        if (wanted.maxAllocatedStorage() != null || daysNow) {
            set(id, wanted, daysNow);
        }
        PendingModifiedValues waiting = waiting(before, wanted, daysNow);
        if (waiting.equals(before.pendingModifiedValues())) {
            return;
        }
        change(id, i -> i.toBuilder().pendingModifiedValues(waiting).build());
        if (now) {
            apply(id);
        } else {
            world.timeline().at(window(before), () -> apply(id));
        }
    }

    private void set(String id, ModifyDbInstanceRequest wanted, boolean days) {
        turn(id, "modifying");
        world.timeline().after(SETTING, () -> {
            change(id, i -> {
                Integer limit = wanted.maxAllocatedStorage();
                var builder = i.toBuilder();
                if (limit != null) {
                    builder.maxAllocatedStorage(limit.equals(i.allocatedStorage()) ? null : limit);
                }
                if (days) {
                    builder.backupRetentionPeriod(wanted.backupRetentionPeriod());
                }
                return builder.build();
            });
            if (days) {
                forgetBackups(id, wanted.backupRetentionPeriod());
            }
            if (isNothingElseUnderWay(id)) {
                turn(id, "available");
            }
        });
    }

    private static PendingModifiedValues waiting(DBInstance before, ModifyDbInstanceRequest wanted, boolean daysNow) {
        var old = before.pendingModifiedValues();
        var waiting = old == null ? PendingModifiedValues.builder() : old.toBuilder();
        if (wanted.dbInstanceClass() != null && !wanted.dbInstanceClass().equals(before.dbInstanceClass())) {
            waiting.dbInstanceClass(wanted.dbInstanceClass());
        }
        if (wanted.allocatedStorage() != null && !wanted.allocatedStorage().equals(before.allocatedStorage())) {
            waiting.allocatedStorage(wanted.allocatedStorage());
        }
        if (wanted.backupRetentionPeriod() != null && !daysNow) {
            waiting.backupRetentionPeriod(wanted.backupRetentionPeriod());
        }
        return waiting.build();
    }

    /** Everything that waits, at once: so RDS has it too. */
    private void apply(String id) {
        PendingModifiedValues waiting = world.databases().instances().get(id).pendingModifiedValues();
        if (waiting == null || waiting.equals(PendingModifiedValues.builder().build())) {
            return;
        }
        turn(id, "modifying");
        world.databases().note(id, "configuration change", "Applying modification to database instance");
        Duration takes = waiting.dbInstanceClass() != null
                ? NEW_CLASS
                : waiting.allocatedStorage() != null ? MORE_STORAGE : SETTING;
        if (waiting.dbInstanceClass() != null) {
            world.timeline().after(takes.minusSeconds(90), () -> world.databases()
                    .note(id, "availability", "DB instance shutdown"));
            world.timeline().after(takes.minusSeconds(20), () -> world.databases()
                    .note(id, "availability", "DB instance restarted"));
        }
        world.timeline().after(takes, () -> finish(id, waiting));
    }

    private void finish(String id, PendingModifiedValues applied) {
        change(id, i -> {
            var builder = i.toBuilder().pendingModifiedValues((PendingModifiedValues) null);
            if (applied.dbInstanceClass() != null) {
                builder.dbInstanceClass(applied.dbInstanceClass());
            }
            if (applied.allocatedStorage() != null) {
                builder.allocatedStorage(applied.allocatedStorage());
            }
            if (applied.backupRetentionPeriod() != null) {
                builder.backupRetentionPeriod(applied.backupRetentionPeriod());
            }
            return builder.build();
        });
        if (applied.backupRetentionPeriod() != null) {
            forgetBackups(id, applied.backupRetentionPeriod());
        }
        world.databases().note(id, "configuration change", "Finished applying modification to database instance");
        if (applied.allocatedStorage() == null) {
            turn(id, "available");
            return;
        }
        storageChanged.put(id, world.now());
        turn(id, "storage-optimization");
        world.deeds().done(Deed.What.STORAGE_GROWN, id);
        world.timeline().after(OPTIMIZING, () -> {
            if ("storage-optimization"
                    .equals(world.databases().instances().get(id).dbInstanceStatus())) {
                turn(id, "available");
            }
        });
    }

    private boolean isNothingElseUnderWay(String id) {
        PendingModifiedValues waiting = world.databases().instances().get(id).pendingModifiedValues();
        return waiting == null
                || waiting.equals(PendingModifiedValues.builder().build())
                || !"modifying".equals(world.databases().instances().get(id).dbInstanceStatus());
    }

    /** Automated backups that are older than what is kept now are gone. */
    private void forgetBackups(String id, int days) {
        Instant kept = world.now().minus(Duration.ofDays(days));
        world.databases().snapshots().stream()
                .filter(s -> s.dbInstanceIdentifier().equals(id) && "automated".equals(s.snapshotType()))
                .filter(s -> days == 0
                        || (s.snapshotCreateTime() != null
                                && s.snapshotCreateTime().isBefore(kept)))
                .map(DBSnapshot::dbSnapshotIdentifier)
                .toList()
                .forEach(world.databases().snapshots()::remove);
    }

    /** A new instance: {@code creating} without an endpoint, {@code backing-up}, {@code available}. */
    public void restore(DBInstance bare, @Nullable String endpoint, String how) {
        String id = bare.dbInstanceIdentifier();
        world.databases().instances().put(bare);
        world.databases().event(world.now(), SourceType.DB_INSTANCE, id, "creation", how);
        world.timeline().after(RESTORING, () -> {
            change(id, i -> i.toBuilder()
                    .endpoint(
                            e -> e.address(endpoint).port(bare.dbInstancePort() == null ? 3306 : bare.dbInstancePort()))
                    .build());
            turn(id, "backing-up");
        });
        world.timeline().after(RESTORING.plus(FIRST_BACKUP), () -> turn(id, "available"));
    }

    private void turn(String id, String status) {
        world.databases().turn(id, status);
    }

    private void change(String id, java.util.function.UnaryOperator<DBInstance> how) {
        world.databases().instances().change(id, how);
    }

    /** When the maintenance window opens next: {@code sun:07:30-sun:08:00}, UTC. */
    private Instant window(DBInstance instance) {
        String text = instance.preferredMaintenanceWindow() == null
                ? "sun:07:30-sun:08:00"
                : instance.preferredMaintenanceWindow();
        DayOfWeek day = DayOfWeek.MONDAY;
        for (DayOfWeek each : DayOfWeek.values()) {
            if (each.name().toLowerCase(Locale.ROOT).startsWith(text.substring(0, 3))) {
                day = each;
            }
        }
        ZonedDateTime next = world.now()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.nextOrSame(day))
                .with(LocalTime.parse(text.substring(4, 9)));
        return (next.toInstant().isAfter(world.now()) ? next : next.plusWeeks(1)).toInstant();
    }
}
