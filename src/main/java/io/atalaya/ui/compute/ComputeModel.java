package io.atalaya.ui.compute;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.compute.ComputeIndex;
import io.atalaya.deployment.compute.GroupUse;
import io.atalaya.deployment.compute.ImageUse;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.deployment.compute.Lineage;
import io.atalaya.deployment.compute.LineageStep;
import io.atalaya.deployment.compute.Lineages;
import io.atalaya.deployment.compute.TemplateUse;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the compute view shows: rows of six tables, the filter, what is selected and the lineage that belongs to it. */
public final class ComputeModel {
    /** All rows of one snapshot. */
    record Shown(
            List<Row<InstanceFacts>> instances,
            List<Row<ImageUse>> images,
            List<Row<TemplateUse>> templates,
            List<Row<GroupUse>> groups,
            List<Row<Rows.Address>> addresses,
            List<Row<Rows.Disk>> volumes,
            List<Lineage> lineages) {
        int count(Kind kind) {
            return of(kind).size();
        }

        List<? extends Row<?>> of(Kind kind) {
            return switch (kind) {
                case INSTANCES -> instances;
                case IMAGES -> images;
                case TEMPLATES -> templates;
                case GROUPS -> groups;
                case ADDRESSES -> addresses;
                case VOLUMES -> volumes;
            };
        }
    }

    /** Everything of one snapshot, made as a whole. */
    record Prepared(Deployment deployment, Instant at, Map<Part<?>, Freshness> trust, Rows rows, Shown shown) {}

    /** What the tables are made of. */
    private static final List<Part<?>> MADE_OF = List.of(
            Parts.INSTANCES,
            Parts.INSTANCE_CHECKS,
            Parts.INSTANCE_TYPES,
            Parts.IMAGES,
            Parts.LAUNCH_TEMPLATES,
            Parts.SCALING_GROUPS,
            Parts.SCALING_ACTIVITIES,
            Parts.ELASTIC_IPS,
            Parts.VOLUMES,
            Parts.VOLUME_SNAPSHOTS);

    private final Texts texts;
    private final ReadOnlyObjectWrapper<Deployment> current;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.INSTANCES);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<@Nullable ResourceRef> selected = new SimpleObjectProperty<>(this, "selected");
    private volatile @Nullable Prepared prepared;

    public ComputeModel(Texts texts) {
        this.texts = texts;
        this.current = new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    }

    /** The snapshot the rows are of: ages and counts beside them are its own. */
    ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Which table is on screen. */
    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** What was typed; the same for all tables. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The selected resource; it may be in another table than the one on screen. */
    ObjectProperty<@Nullable ResourceRef> selectedProperty() {
        return selected;
    }

    boolean admits(Row<?> row) {
        return FilterField.admits(filter.get(), row.words());
    }

    /** A newer snapshot, made and shown at once. */
    void apply(Deployment newer, Instant now) {
        show(prepare(newer, now));
    }

    /** Makes all rows of a snapshot; on any thread. What says the same as what is shown is not made again. */
    Prepared prepare(Deployment newer, Instant now) {
        return prepare(newer, now, prepared);
    }

    private Prepared prepare(Deployment newer, Instant now, @Nullable Prepared before) {
        var trust = trust(newer, now);
        if (before != null && trust.equals(before.trust()) && newer.saysSame(before.deployment(), MADE_OF)) {
            return new Prepared(newer, now, trust, before.rows(), before.shown());
        }
        var index = new ComputeIndex(newer.index());
        var made = new Rows(index, texts, now);
        return new Prepared(
                newer,
                now,
                trust,
                made,
                new Shown(
                        made.instances(),
                        made.images(),
                        made.templates(),
                        made.groups(),
                        made.addresses(),
                        made.volumes(),
                        Lineages.of(index)));
    }

    /** Shows what was made. */
    void show(Prepared made) {
        prepared = made;
        current.set(made.deployment());
        shown.set(made.shown());
    }

    /** Whether values became last known since the rows were made: nothing else changes between snapshots. */
    boolean isOutdated(Instant now) {
        var made = prepared;
        return made != null && !trust(made.deployment(), now).equals(made.trust());
    }

    /** Values that became last known since the last snapshot turn hollow. */
    void tick(Instant now) {
        var made = prepared;
        if (made != null && isOutdated(now)) {
            apply(made.deployment(), now);
        }
    }

    private static Map<Part<?>, Freshness> trust(Deployment deployment, Instant now) {
        return List.of(Kind.values()).stream()
                .collect(Collectors.toMap(
                        Kind::part,
                        each -> Rows.drawn(deployment.observed(each.part()).freshness(now))));
    }

    /** The selected scaling group, else the only one; null for none. */
    @Nullable
    ScalingGroup group() {
        var all = shown.get();
        if (all == null) {
            return null;
        }
        var ref = selected.get();
        return all.groups().stream()
                .map(row -> row.facts().group())
                .filter(each -> all.groups().size() == 1 || each.ref().equals(ref))
                .findFirst()
                .orElse(null);
    }

    List<Row<Rows.Member>> members() {
        return prepared == null ? List.of() : prepared.rows().members(group());
    }

    List<Rows.Activity> activities() {
        return prepared == null ? List.of() : prepared.rows().activities(group());
    }

    /** Which lineage the selected resource belongs to; the first where it belongs to none, -1 where there is none. */
    int lineage() {
        var all = shown.get();
        if (all == null || all.lineages().isEmpty()) {
            return -1;
        }
        var ref = selected.get();
        for (int i = 0; ref != null && i < all.lineages().size(); i++) {
            if (contains(all.lineages().get(i), ref)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean contains(Lineage lineage, ResourceRef ref) {
        return lineage.steps().stream().anyMatch(step -> switch (step) {
            case LineageStep.Base it -> is(ref, ResourceType.INSTANCE, it.instanceId());
            case LineageStep.Made it -> is(ref, ResourceType.IMAGE, it.imageId());
            case LineageStep.Template it -> ref.equals(it.template().ref());
            case LineageStep.Group it -> ref.equals(it.group().ref());
            case LineageStep.Machines it -> it.instances().stream().anyMatch(each -> ref.equals(each.ref()));
        });
    }

    private static boolean is(ResourceRef ref, ResourceType type, String id) {
        return ref.type() == type && ref.id().equals(id);
    }
}
