package io.atalaya.ui.balancing;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.DataTable;
import java.util.List;
import java.util.function.Consumer;

/** The three tables of the view and what is selected in them: of balancers and groups one at a time, and a target beside. */
final class Tables {
    private final FittedTable<PathRow> path;
    private final GroupColumns groupColumns;
    private final FittedTable<GroupRow> groups;
    private final TargetColumns targetColumns;
    private final FittedTable<TargetRow> targets;
    private final LiveCells live = new LiveCells();

    /** @param context whose snapshots are those of the rows */
    Tables(
            DataTable<PathRow> path,
            DataTable<GroupRow> groups,
            DataTable<TargetRow> targets,
            BalancingTexts texts,
            ViewContext context) {
        var filteredAway = texts.get("balancing.filteredAway");
        var pathColumns = new PathColumns(texts, context.now()::getValue);
        this.path = new FittedTable<>(path, PathRow::key, pathColumns.all(), filteredAway);
        this.path.sortBy(List.of(pathColumns.order()));
        groupColumns = new GroupColumns(texts);
        this.groups = new FittedTable<>(groups, GroupRow::key, groupColumns.all(), filteredAway);
        this.groups.sortBy(groupColumns.order());
        targetColumns = new TargetColumns(texts, context.now()::getValue, context.deployment()::getValue, live);
        this.targets = new FittedTable<>(targets, TargetRow::key, targetColumns.all(), filteredAway);
        this.targets.sortBy(targetColumns.order());
        this.path.onCopy(row -> row.resource().id());
        this.groups.onCopy(row -> row.group().arn());
        this.targets.onCopy(row -> row.facts().target().targetId());
    }

    /**
     * @param resource is told what a person selects of balancers, listeners, rules and groups
     * @param target is told which target a person selects
     * @param entered is told on what Enter is pressed
     */
    void onSelect(Consumer<ResourceRef> resource, Consumer<TargetRow> target, Consumer<ResourceRef> entered) {
        path.onSelect(
                row -> resource.accept(row.resource().ref()),
                row -> entered.accept(row.resource().ref()));
        groups.onSelect(
                row -> resource.accept(row.group().ref()),
                row -> entered.accept(row.group().ref()));
        targets.onSelect(target, row -> entered.accept(row.facts().ref()));
    }

    void show(LoadBalancingModel.Shown shown) {
        path.show(shown.path());
        groups.show(shown.groups());
        targets.show(shown.targets());
    }

    void filter(LoadBalancingModel model) {
        path.filter(row -> model.admits(row.words()));
        groups.filter(row -> model.admits(row.words()));
        targets.filter(model::admits);
    }

    /** Leaves out columns for which there is no room, or no need. */
    void fit(boolean groupsAlone, boolean narrow, boolean oneGroup) {
        groupColumns.showAll(groupsAlone);
        targetColumns.fit(narrow, oneGroup);
    }

    Layout.Rows rows() {
        return new Layout.Rows(path.visible(), groups.visible(), targets.visible());
    }

    /** What is selected in the other tables is so no longer. */
    void keepOnly(ResourceRef resource) {
        targets.deselect();
        if (resource.type() == ResourceType.TARGET_GROUP) {
            path.deselect();
        } else {
            groups.deselect();
        }
    }

    /** Selects it and brings it into sight. */
    void reveal(ResourceRef resource) {
        path.reveal(resource);
        groups.reveal(resource);
    }

    void reveal(TargetRow row) {
        targets.reveal(row.key());
    }

    void deselect() {
        path.deselect();
        groups.deselect();
        targets.deselect();
    }

    void focus() {
        targets.focus();
    }

    /** A second has passed. */
    void tick() {
        live.tick();
    }
}
