package io.atalaya.ui.databases;

import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.databases.Figure;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The columns of the tables: state first, age last. */
final class TableColumns {
    /** Id of the column by which snapshots are sorted at first. */
    static final String TAKEN = "taken";

    private final Texts texts;
    private final Ages ages;
    private final Units units;
    private final CardTexts card;
    private final BackupTexts backups;
    private final Supplier<Instant> now;

    TableColumns(Texts texts, Ages ages, CardTexts card, BackupTexts backups, Supplier<Instant> now) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
        this.card = card;
        this.backups = backups;
        this.now = now;
    }

    private String head(String key) {
        return texts.get("databases.column." + key);
    }

    /** States, ids and figures are never cut: names and words give way. */
    private static <C extends TableColumn<?, ?>> C held(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private <S> TableColumn<S, String> text(String key, double width, Function<S, @Nullable String> of) {
        return Columns.text(head(key), width, of);
    }

    private <S> TableColumn<S, String> mono(String key, double width, Function<S, @Nullable String> of) {
        return Columns.mono(head(key), width, of);
    }

    private <S> TableColumn<S, Seen> state(double width, Function<S, Seen> of) {
        return held(Columns.<S>state(head("state"), width, of));
    }

    /** A moment, written as the caller wants it and sorted by itself. */
    private <S> TableColumn<S, Instant> time(
            String key, double width, Function<S, @Nullable Instant> of, BiFunction<Instant, Instant, String> write) {
        var column = held(Columns.<S, Instant>column(head(key), width, of));
        column.setId(key);
        column.getStyleClass().add("mono-column");
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.setCellFactory(it -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Instant at, boolean empty) {
                super.updateItem(at, empty);
                setText(empty ? null : at == null ? "-" : write.apply(at, now.get()));
            }
        });
        return column;
    }

    /** Sorts a table by a moment, until the person sorts otherwise: what comes later comes first. */
    static <S> void newestFirst(TableView<S> table, TableColumn<S, ?> moment) {
        moment.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(moment);
    }

    List<TableColumn<DatabaseRow, ?>> databases() {
        return List.of(
                state(150, DatabaseRow::seen),
                held(Columns.<DatabaseRow>name(
                        head("name"), 150, row -> row.view().database().id())),
                text("role", 130, row -> card.role(row.view())),
                text("engine", 140, row -> card.engine(row.view().database())),
                mono("class", 124, row -> row.view().database().instanceClass()),
                text("zone", 90, row -> row.view().database().zone()),
                text("standby", 90, row -> row.view().database().secondaryZone()),
                Columns.<DatabaseRow, Double>number(
                        head("used"), 84, row -> row.view().storage().usedGib(), units::gib),
                Columns.<DatabaseRow, Double>number(
                        head("usedShare"),
                        56,
                        row -> row.view().storage().usedShare().orElse(null),
                        share -> units.percent(Math.floor(share * 100))),
                Columns.<DatabaseRow, Double>number(
                        head("connections"),
                        92,
                        row -> value(row, Figure.Kind.CONNECTIONS),
                        open -> units.count(Math.round(open))),
                Columns.<DatabaseRow, Double>number(head("lag"), 70, TableColumns::lag, units::latency),
                Columns.<DatabaseRow, Integer>number(
                        head("called"),
                        78,
                        row -> row.view().cautions().isEmpty()
                                ? null
                                : (Integer) row.view().cautions().size(),
                        count -> units.count(count)));
    }

    private static @Nullable Double value(DatabaseRow row, Figure.Kind kind) {
        var figure = row.view().figure(kind);
        return figure == null ? null : figure.value();
    }

    /** In seconds, whatever AWS measures it in. */
    private static @Nullable Double lag(DatabaseRow row) {
        var millis = value(row, Figure.Kind.CLUSTER_LAG);
        return millis != null ? (Double) (millis / 1000) : value(row, Figure.Kind.REPLICA_LAG);
    }

    /** Of one database. */
    List<TableColumn<SnapshotRow, ?>> snapshotsOfOne() {
        return List.of(
                state(118, SnapshotRow::seen),
                mono("snapshot", 190, row -> row.use().snapshot().id()),
                held(text("kind", 88, row -> row.use().snapshot().snapshotType())),
                time(TAKEN, 120, row -> row.use().snapshot().createdAt(), ages::time),
                time("age", 80, row -> row.use().snapshot().createdAt(), ages::ago),
                size(),
                held(text("kept", 102, row -> backups.kept(row.use()))));
    }

    /** Of all databases, with all there is to say. */
    List<TableColumn<SnapshotRow, ?>> snapshots() {
        return List.of(
                state(120, SnapshotRow::seen),
                mono("snapshot", 260, row -> row.use().snapshot().id()),
                text("database", 120, row -> row.use().snapshot().databaseId()),
                text("kind", 92, row -> row.use().snapshot().snapshotType()),
                time(TAKEN, 120, row -> row.use().snapshot().createdAt(), ages::time),
                time("age", 84, row -> row.use().snapshot().createdAt(), ages::ago),
                size(),
                text(
                        "encrypted",
                        76,
                        row -> texts.get(row.use().snapshot().encrypted() ? "databases.yes" : "databases.no")),
                text("kept", 120, row -> backups.kept(row.use())),
                text("elsewhere", 170, row -> backups.elsewhere(row.use())));
    }

    private TableColumn<SnapshotRow, Integer> size() {
        return held(Columns.<SnapshotRow, Integer>number(
                head("size"),
                50,
                row -> row.use().snapshot().sizeGib() == 0
                        ? null
                        : (Integer) row.use().snapshot().sizeGib(),
                gib -> units.count(gib)));
    }

    List<TableColumn<GroupRow, ?>> groups() {
        return List.of(
                state(140, GroupRow::seen),
                held(Columns.<GroupRow>name(head("group"), 200, GroupRow::group)),
                text("database", 150, row -> row.view().database().id()),
                text("engine", 160, row -> card.engine(row.view().database())),
                mono(
                        "maxConnections",
                        300,
                        row -> row.connections() == null
                                ? null
                                : row.connections().value()),
                text(
                        "source",
                        110,
                        row -> row.connections() == null
                                ? null
                                : row.connections().source()),
                text("means", 280, row -> card.connections(row.view().limit())));
    }

    List<TableColumn<DatabaseEvent, ?>> events() {
        return List.of(
                time("when", 120, DatabaseEvent::at, ages::time),
                text("category", 92, event -> String.join(", ", event.categories())),
                text("message", 260, DatabaseEvent::message));
    }
}
