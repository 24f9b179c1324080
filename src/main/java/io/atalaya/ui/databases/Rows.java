package io.atalaya.ui.databases;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.databases.SnapshotUse;
import io.atalaya.ui.common.Seen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the tables out of one snapshot. */
final class Rows {
    private final Deployment deployment;
    private final Instant now;

    Rows(Deployment deployment, Instant now) {
        this.deployment = deployment;
        this.now = now;
    }

    List<DatabaseRow> databases(List<DatabaseView> views) {
        return views.stream().map(this::row).toList();
    }

    private DatabaseRow row(DatabaseView view) {
        var it = view.database();
        return new DatabaseRow(
                view,
                new Seen(view.condition(), freshness(Parts.DATABASES)),
                words(
                        it.id(),
                        it.engine(),
                        it.engineVersion(),
                        it.instanceClass(),
                        it.status(),
                        it.zone(),
                        it.secondaryZone(),
                        it.endpoint(),
                        it.clusterId(),
                        it.replicaOf(),
                        tags(it.tags())));
    }

    List<SnapshotRow> snapshots(List<SnapshotUse> all) {
        return all.stream().map(this::snapshot).toList();
    }

    SnapshotRow snapshot(SnapshotUse use) {
        var it = use.snapshot();
        var own = Conditions.of(it);
        var condition = own.state() == State.CHANGING && it.percent() > 0
                ? Condition.of(own.state(), own.word() + " " + it.percent() + " %")
                : own;
        return new SnapshotRow(
                use,
                new Seen(condition, freshness(it.ofCluster() ? Parts.CLUSTER_SNAPSHOTS : Parts.DATABASE_SNAPSHOTS)),
                words(it.id(), it.databaseId(), it.snapshotType(), it.status(), it.engine(), it.engineVersion()));
    }

    List<GroupRow> groups(List<DatabaseView> views) {
        Map<String, DatabaseParameter> read = deployment.items(Parts.DATABASE_PARAMETERS).stream()
                .collect(Collectors.toMap(DatabaseParameter::group, it -> it, (one, other) -> one));
        return views.stream()
                .flatMap(view -> view.database().settings().parameterGroups().stream()
                        .map(use -> new GroupRow(
                                use.name(),
                                view,
                                new Seen(condition(use.status()), freshness(Parts.DATABASES)),
                                read.get(use.name()),
                                words(use.name(), use.status(), view.database().id()))))
                .sorted(Comparator.comparing(GroupRow::group)
                        .thenComparing(row -> row.view().database().id()))
                .toList();
    }

    /** Words of {@code ParameterApplyStatus}. */
    private static Condition condition(String status) {
        var state =
                switch (status) {
                    case "in-sync" -> State.HEALTHY;
                    case "applying" -> State.CHANGING;
                    case "pending-reboot" -> State.DEGRADED;
                    case "failed-to-apply" -> State.FAILED;
                    default -> State.UNKNOWN;
                };
        return Condition.of(state, status);
    }

    private static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private Freshness freshness(Part<?> part) {
        return drawn(deployment.observed(part).freshness(now));
    }

    /** A value that is only late is drawn as a current one; rows must not change for what nobody sees. */
    static Freshness drawn(Freshness freshness) {
        return freshness == Freshness.LATE ? Freshness.CURRENT : freshness;
    }
}
