package io.atalaya.ui.compute;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
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

    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.INSTANCES);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<@Nullable ResourceRef> selected = new SimpleObjectProperty<>(this, "selected");
    private @Nullable Rows rows;
    private @Nullable Deployment deployment;
    private Map<Part<?>, Freshness> trust = Map.of();

    public ComputeModel(Texts texts) {
        this.texts = texts;
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

    /** A newer snapshot. */
    void apply(Deployment newer, Instant now) {
        deployment = newer;
        trust = trust(newer, now);
        var index = new ComputeIndex(new DeploymentIndex(newer));
        var made = new Rows(index, texts, now);
        rows = made;
        shown.set(new Shown(
                made.instances(),
                made.images(),
                made.templates(),
                made.groups(),
                made.addresses(),
                made.volumes(),
                Lineages.of(index)));
    }

    /** Values that became last known since the last snapshot turn hollow; nothing else changes between snapshots. */
    void tick(Instant now) {
        if (deployment != null && !trust(deployment, now).equals(trust)) {
            apply(deployment, now);
        }
    }

    private static Map<Part<?>, Freshness> trust(Deployment deployment, Instant now) {
        return List.of(Kind.values()).stream()
                .collect(Collectors.toMap(
                        Kind::part, each -> deployment.observed(each.part()).freshness(now)));
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
        return rows == null ? List.of() : rows.members(group());
    }

    List<Rows.Activity> activities() {
        return rows == null ? List.of() : rows.activities(group());
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
