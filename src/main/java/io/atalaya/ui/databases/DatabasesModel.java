package io.atalaya.ui.databases;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.Caution;
import io.atalaya.deployment.databases.DatabaseViews;
import io.atalaya.ui.common.Words;
import io.atalaya.watch.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the view of databases shows: rows of its tables, the filter, and which database and snapshot are chosen. */
public final class DatabasesModel {
    /** All rows of one snapshot. */
    record Shown(List<DatabaseRow> databases, List<SnapshotRow> snapshots, List<GroupRow> groups) {
        int count(Page page) {
            return switch (page) {
                case INSTANCES -> databases.size();
                case SNAPSHOTS -> snapshots.size();
                case GROUPS ->
                    (int) groups.stream().map(GroupRow::group).distinct().count();
            };
        }
    }

    /** Everything of one snapshot, made as a whole. */
    record Prepared(Deployment deployment, Instant at, Map<Part<?>, Freshness> trust, Shown shown) {}

    /** What the rows are made of. */
    static final List<Part<?>> MADE_OF = List.of(
            Parts.DATABASES,
            Parts.DATABASE_CLUSTERS,
            Parts.DATABASE_SNAPSHOTS,
            Parts.CLUSTER_SNAPSHOTS,
            Parts.DATABASE_EVENTS,
            Parts.DATABASE_BACKUPS,
            Parts.DATABASE_MAINTENANCE,
            Parts.DATABASE_PARAMETERS,
            Parts.DATABASE_AUTHORITIES,
            Parts.DATABASE_METRICS,
            Parts.DATABASE_STORAGE,
            Parts.INSTANCE_TYPES,
            Parts.METRICS);

    /** Those whose rows turn hollow. */
    private static final List<Part<?>> TRUSTED =
            List.of(Parts.DATABASES, Parts.DATABASE_SNAPSHOTS, Parts.CLUSTER_SNAPSHOTS);

    private final Supplier<List<Change>> changes;
    private final StatusLooks looks = new StatusLooks();
    private final ReadOnlyObjectWrapper<Deployment> current;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.INSTANCES);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<@Nullable ResourceRef> database = new SimpleObjectProperty<>(this, "database");
    private final ObjectProperty<@Nullable ResourceRef> snapshot = new SimpleObjectProperty<>(this, "snapshot");
    private volatile @Nullable Prepared prepared;

    /** @param changes what this console saw change, newest first; from any thread */
    public DatabasesModel(Supplier<List<Change>> changes) {
        this.changes = changes;
        this.current = new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    }

    /** The snapshot the rows are of: ages beside them are its own. */
    ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** What was typed; the same for all pages. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Which database is looked at; null before there is one. */
    ObjectProperty<@Nullable ResourceRef> databaseProperty() {
        return database;
    }

    /** Which snapshot is chosen; null for none. */
    ObjectProperty<@Nullable ResourceRef> snapshotProperty() {
        return snapshot;
    }

    boolean admits(String words) {
        return Words.admits(filter.get(), words);
    }

    /** Makes all rows of a snapshot; on any thread. What says the same as what is shown is not made again. */
    Prepared prepare(Deployment newer, Instant now) {
        var before = prepared;
        var trust = trust(newer, now);
        if (before != null && trust.equals(before.trust()) && newer.saysSame(before.deployment(), MADE_OF)) {
            return new Prepared(newer, now, trust, before.shown());
        }
        var views = DatabaseViews.of(newer, StatusLooks.changed(changes.get()), looks.note(newer), now);
        var rows = new Rows(newer, now);
        return new Prepared(
                newer,
                now,
                trust,
                new Shown(rows.databases(views), rows.snapshots(DatabaseViews.snapshots(newer)), rows.groups(views)));
    }

    /** Shows what was made. */
    void show(Prepared made) {
        prepared = made;
        current.set(made.deployment());
        shown.set(made.shown());
        if (row() == null) {
            database.set(made.shown().databases().stream()
                    .max(Comparator.<DatabaseRow, State>comparing(
                                    each -> each.seen().condition().state())
                            .thenComparing(DatabasesModel::worst))
                    .map(DatabaseRow::key)
                    .orElse(null));
        }
    }

    private static State worst(DatabaseRow row) {
        return row.view().cautions().stream()
                .map(Caution::state)
                .max(Comparator.naturalOrder())
                .orElse(State.HEALTHY);
    }

    /** Whether values became last known since the rows were made: nothing else changes between snapshots. */
    boolean isOutdated(Instant now) {
        var made = prepared;
        return made != null && !trust(made.deployment(), now).equals(made.trust());
    }

    /** The row of the database that is looked at; null where it is gone or there is none. */
    @Nullable
    DatabaseRow row() {
        var all = shown.get();
        var wanted = database.get();
        return all == null || wanted == null
                ? null
                : all.databases().stream()
                        .filter(each -> each.key().equals(wanted))
                        .findFirst()
                        .orElse(null);
    }

    private static Map<Part<?>, Freshness> trust(Deployment deployment, Instant now) {
        return TRUSTED.stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> Rows.drawn(deployment.observed(part).freshness(now))));
    }
}
