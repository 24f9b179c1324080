package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;

import io.atalaya.operate.act.ModifyBackupPolicy;
import io.atalaya.operate.act.ModifyLifecycle;
import io.atalaya.operate.act.ModifyThroughput;
import java.util.List;

/** Situations of file systems. */
final class FileRows {
    private FileRows() {}

    static List<Row> all() {
        return List.of(
                Row.of(
                        "to elastic",
                        w -> {},
                        new ModifyThroughput(World.FILES, "elastic", null),
                        CONSIDER,
                        "C throughputOnceADay",
                        "N elasticCosts"),
                Row.of(
                        "to elastic, Max I/O",
                        w -> w.performance = "maxIO",
                        new ModifyThroughput(World.FILES, "elastic", null),
                        NONE,
                        "B elasticNeedsGeneralPurpose"),
                Row.of(
                        "to bursting",
                        w -> w.throughput = "elastic",
                        new ModifyThroughput(World.FILES, "bursting", null),
                        CONSIDER,
                        "C throughputOnceADay",
                        "C bursting"),
                Row.of(
                        "more",
                        w -> {
                            w.throughput = "provisioned";
                            w.mibps = 10.0;
                        },
                        new ModifyThroughput(World.FILES, "provisioned", 20.0),
                        PRESS,
                        "N provisioned"),
                Row.of(
                        "less",
                        w -> {
                            w.throughput = "provisioned";
                            w.mibps = 10.0;
                        },
                        new ModifyThroughput(World.FILES, "provisioned", 5.0),
                        CONSIDER,
                        "C throughputOnceADay",
                        "N provisioned"),
                Row.of("as it is", w -> {}, new ModifyThroughput(World.FILES, "bursting", null), NONE, "B nothingToDo"),
                Row.of(
                        "updating",
                        w -> w.filesState = "updating",
                        new ModifyThroughput(World.FILES, "elastic", null),
                        NONE,
                        "B filesState"),
                Row.of(
                        "to infrequent access",
                        w -> {},
                        new ModifyLifecycle(World.FILES, "AFTER_30_DAYS", null, true),
                        CONSIDER,
                        "C lifecycleMoves"),
                Row.of(
                        "to archive, bursting",
                        w -> {},
                        new ModifyLifecycle(World.FILES, "AFTER_30_DAYS", "AFTER_90_DAYS", true),
                        NONE,
                        "B archiveNeedsElastic"),
                Row.of(
                        "never",
                        w -> {},
                        new ModifyLifecycle(World.FILES, null, null, false),
                        PRESS,
                        "N lifecycleNever",
                        "N lifecycleStays"),
                Row.of("on", w -> {}, new ModifyBackupPolicy(World.FILES, true), PRESS, "N filesBackedUp"),
                Row.of("off", w -> {}, new ModifyBackupPolicy(World.FILES, false), CONSIDER, "D filesNotBackedUp"));
    }
}
