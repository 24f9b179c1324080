package io.atalaya.evidence.document.chapter;

import static io.atalaya.evidence.document.Column.mono;
import static io.atalaya.evidence.document.Column.number;
import static io.atalaya.evidence.document.Column.text;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What watches the deployment, and what would bring it back. */
final class WatchChapter {
    private final TableMaker tables;

    WatchChapter(TableMaker tables) {
        this.tables = tables;
    }

    Chapter watching() {
        return new Chapter("watching", List.of(alarms(), logs()));
    }

    private Table alarms() {
        var rows = tables.deployment().items(Parts.ALARMS).stream()
                .map(WatchChapter::alarm)
                .toList();
        return tables.table(
                "alarms",
                List.of(
                        text("name", 26),
                        mono("condition", 40),
                        number("period", 9),
                        text("actions", 9),
                        text("state", 16).passing()),
                rows,
                Parts.ALARMS);
    }

    private static Row alarm(Alarm it) {
        var settings = it.settings();
        var period = settings == null ? null : settings.periodSeconds();
        return Row.of(
                it.arn(),
                Cell.text(it.name()),
                condition(it),
                period == null ? Cell.NONE : Cell.number(period.intValue()),
                Cell.yesNo(it.actionsEnabled()),
                Cell.text(it.state()));
    }

    private static Cell condition(Alarm it) {
        var metric = it.metric();
        if (metric == null) {
            return it.rule() == null ? Cell.words("math") : Cell.text(it.rule());
        }
        var of = new TreeMap<>(metric.dimensions())
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
        return Cell.text((metric.namespace() + " " + metric.metric() + " " + metric.statistic() + " "
                        + comparison(it.comparison()) + " " + threshold(it.threshold()) + "  " + of)
                .strip());
    }

    private static String comparison(@org.jspecify.annotations.Nullable String word) {
        return switch (word == null ? "" : word) {
            case "GreaterThanThreshold" -> ">";
            case "GreaterThanOrEqualToThreshold" -> "≥";
            case "LessThanThreshold" -> "<";
            case "LessThanOrEqualToThreshold" -> "≤";
            default -> word == null ? "" : word;
        };
    }

    private static String threshold(@org.jspecify.annotations.Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value.doubleValue()).stripTrailingZeros().toPlainString();
    }

    private Table logs() {
        var rows = tables.deployment().items(Parts.LOG_GROUPS).stream()
                .map(it -> Row.of(
                        it.name(),
                        Cell.text(it.name()),
                        it.retentionDays() == null
                                ? Cell.words("forever")
                                : Cell.number(it.retentionDays().intValue())))
                .toList();
        return tables.table(
                "log-groups", List.of(mono("name", 70), number("retentionDays", 30)), rows, Parts.LOG_GROUPS);
    }

    Chapter backups() {
        return new Chapter("backups", List.of(automated(), snapshots(), files(), volumes()));
    }

    private Table automated() {
        var rows = tables.deployment().items(Parts.DATABASE_BACKUPS).stream()
                .map(WatchChapter::backup)
                .toList();
        return tables.table(
                "database-backups",
                List.of(
                        text("name", 14),
                        number("retentionDays", 10),
                        mono("restorableFrom", 23).passing(),
                        mono("restorableTo", 23).passing(),
                        text("encrypted", 9),
                        mono("replicatedTo", 21)),
                rows,
                Parts.DATABASE_BACKUPS);
    }

    private static Row backup(AutomatedBackup it) {
        return Row.of(
                it.arn(),
                Cell.text(it.databaseId()),
                Cell.number(it.retentionDays()),
                Cell.moment(it.earliestAt()),
                Cell.moment(it.latestAt()),
                Cell.yesNo(it.encrypted()),
                Cell.texts(it.replicatedTo()));
    }

    /** Snapshots come and go by themselves: which ones there are today is no difference. */
    private Table snapshots() {
        var all = new ArrayList<DatabaseSnapshot>(tables.deployment().items(Parts.DATABASE_SNAPSHOTS));
        all.addAll(tables.deployment().items(Parts.CLUSTER_SNAPSHOTS));
        var rows = all.stream()
                .sorted(java.util.Comparator.comparing(
                                DatabaseSnapshot::createdAt,
                                java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                        .reversed())
                .map(WatchChapter::snapshot)
                .toList();
        return tables.belonging(
                "database-snapshots",
                List.of(
                        mono("snapshot", 29).passing(),
                        text("database", 14).passing(),
                        text("type", 11).passing(),
                        text("state", 13).passing(),
                        number("sizeGib", 9).passing(),
                        mono("created", 24).passing()),
                rows,
                List.of(Parts.DATABASE_SNAPSHOTS, Parts.CLUSTER_SNAPSHOTS));
    }

    private static Row snapshot(DatabaseSnapshot it) {
        return Row.of(
                it.id(),
                Cell.text(it.id()),
                Cell.text(it.databaseId()),
                Cell.text(it.snapshotType()),
                Cell.text(it.percent() < 100 ? it.status() + " " + it.percent() + " %" : it.status()),
                Cell.number(it.sizeGib()),
                Cell.moment(it.createdAt()));
    }

    private Table files() {
        var rows = tables.deployment().items(Parts.FILE_POLICIES).stream()
                .map(it -> Row.of(
                        it.fileSystemId(),
                        tables.name(ResourceType.FILE_SYSTEM, it.fileSystemId()),
                        Cell.yesNo(it.backsUp()),
                        Cell.text(it.toInfrequent()),
                        Cell.text(it.toArchive())))
                .toList();
        return tables.table(
                "file-backups",
                List.of(text("name", 30), text("backedUp", 20), mono("toInfrequent", 25), mono("toArchive", 25)),
                rows,
                Parts.FILE_POLICIES,
                Parts.FILE_SYSTEMS);
    }

    private Table volumes() {
        var rows = tables.deployment().items(Parts.VOLUME_SNAPSHOTS).stream()
                .sorted(java.util.Comparator.comparing(
                                (io.atalaya.deployment.VolumeSnapshot it) -> it.startedAt(),
                                java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                        .reversed())
                .map(it -> Row.of(
                        it.id(),
                        Cell.text(it.id()),
                        Cell.text(it.volumeId()),
                        Cell.text(it.state()),
                        Cell.number(it.sizeGib()),
                        Cell.yesNo(it.encrypted()),
                        Cell.moment(it.startedAt())))
                .toList();
        return tables.belonging(
                "volume-snapshots",
                List.of(
                        mono("snapshot", 21).passing(),
                        mono("volume", 21).passing(),
                        text("state", 13).passing(),
                        number("sizeGib", 8).passing(),
                        text("encrypted", 13).passing(),
                        mono("created", 24).passing()),
                rows,
                Parts.VOLUME_SNAPSHOTS);
    }
}
