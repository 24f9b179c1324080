package io.atalaya.ui.filesystems;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.files.FileSystemFacts;
import io.atalaya.deployment.files.FileSystems;
import io.atalaya.ui.Moment;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the view of file systems shows: a row for each, the filter, and the one whose details are on screen. */
public final class FileSystemsModel {
    /** What the view is made of, and so what it asks for. */
    static final Set<Part<?>> MADE_OF = Set.of(
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS,
            Parts.ACCESS_POINTS,
            Parts.FILE_POLICIES,
            Parts.FILE_SIZES,
            Parts.METRICS,
            Parts.INSTANCES,
            Parts.SCALING_GROUPS,
            Parts.SUBNETS,
            Parts.SECURITY_GROUPS);

    /** Everything of one snapshot, made as a whole. */
    record Prepared(Deployment deployment, Map<Part<?>, Freshness> trust, List<Row> rows) {}

    private final ReadOnlyObjectWrapper<Deployment> current =
            new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<@Nullable ResourceRef> selected = new SimpleObjectProperty<>(this, "selected");
    private volatile @Nullable Prepared prepared;

    /** The snapshot the rows are of: ages beside them are its own. */
    ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** What was selected; null before anybody did. */
    ObjectProperty<@Nullable ResourceRef> selectedProperty() {
        return selected;
    }

    /** Whose details are shown: what was selected, else the first that the filter admits; null where there is none. */
    @Nullable
    Row chosen() {
        var wanted = selected.get();
        return rows.get().stream()
                .filter(row -> row.ref().equals(wanted))
                .findFirst()
                .or(() -> rows.get().stream().filter(this::admits).findFirst())
                .orElse(null);
    }

    boolean admits(Row row) {
        return Words.admits(filter.get(), row.words());
    }

    /** Makes all rows of a snapshot; on any thread. What says the same as what is shown is not made again. */
    Prepared prepare(Moment moment) {
        var newer = moment.deployment();
        var trust = trust(moment);
        var before = prepared;
        if (before != null && trust.equals(before.trust()) && newer.saysSame(before.deployment(), MADE_OF)) {
            return new Prepared(newer, trust, before.rows());
        }
        var freshness = drawn(newer.observed(Parts.FILE_SYSTEMS).freshness(moment.now()));
        return new Prepared(
                newer,
                trust,
                FileSystems.of(newer).stream()
                        .map(each -> new Row(each, new Seen(each.condition(), freshness), words(each)))
                        .toList());
    }

    /** Shows what was made. */
    void show(Prepared made) {
        prepared = made;
        current.set(made.deployment());
        rows.set(made.rows());
    }

    /** Whether values became last known since the rows were made. */
    boolean isOutdated(Moment moment) {
        var made = prepared;
        return made != null
                && !trust(new Moment(made.deployment(), moment.now())).equals(made.trust());
    }

    private static Map<Part<?>, Freshness> trust(Moment moment) {
        return MADE_OF.stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> drawn(moment.deployment().observed(part).freshness(moment.now()))));
    }

    /** A value that is only late is drawn as a current one. */
    private static Freshness drawn(Freshness freshness) {
        return freshness == Freshness.LATE ? Freshness.CURRENT : freshness;
    }

    private static String words(FileSystemFacts facts) {
        var files = facts.files();
        var words = new ArrayList<String>(
                List.of(files.name(), files.id(), files.state(), files.performanceMode(), files.throughputMode()));
        facts.mounts().forEach(each -> {
            words.add(each.mount().id());
            words.add(each.zone());
            words.add(String.valueOf(each.mount().ip()));
            words.addAll(each.mount().securityGroupIds());
            each.groups().forEach(group -> words.add(group.name()));
        });
        facts.points().forEach(each -> words.addAll(List.of(each.id(), each.name(), each.path())));
        files.tags().forEach((key, value) -> words.add(key + "=" + value));
        return String.join("\n", words);
    }
}
