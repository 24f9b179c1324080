package io.atalaya.ui.compute;

import io.atalaya.deployment.Parts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Panel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Below the instances stands where they come from, or how the selected one is and what it wrote on its console. */
final class MachineSection {
    /** The nodes of the FXML that it rules. */
    record Nodes(Panel lineage, Panel machine, HBox holder, Button toMachine, Button toLineage) {}

    private final ViewContext context;
    private final ComputeModel model;
    private final MachineHealth health;
    private final ConsolePane console;
    private @Nullable Nodes nodes;
    private boolean open;

    MachineSection(ViewContext context, ComputeModel model, MachineHealth health, ConsolePane console) {
        this.context = context;
        this.model = model;
        this.health = health;
        this.console = console;
    }

    /** The nodes are there. */
    void attach(Nodes given) {
        nodes = given;
        given.holder().getChildren().addAll(health, console);
        HBox.setHgrow(console, Priority.ALWAYS);
        given.toMachine().setOnAction(event -> open(true));
        given.toLineage().setOnAction(event -> open(false));
    }

    private void open(boolean wanted) {
        open = wanted;
        turnTo(model.kindProperty().get());
    }

    void turnTo(Kind kind) {
        if (nodes == null) {
            return;
        }
        var instances = kind == Kind.INSTANCES;
        visible(nodes.lineage(), kind.hasLineage() && !(instances && open));
        visible(nodes.machine(), instances && open);
        visible(nodes.toMachine(), instances);
        show();
    }

    static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** The selected instance, else the first that the filter admits. */
    void show() {
        var shown = model.shown().get();
        if (nodes == null || !open || shown == null) {
            return;
        }
        var ref = model.selectedProperty().get();
        var row = shown.instances().stream()
                .filter(each -> each.key().equals(ref))
                .findFirst()
                .or(() -> shown.instances().stream().filter(model::admits).findFirst());
        console.of(row.map(it -> it.resource().id()).orElse(null));
        nodes.machine()
                .setNote(
                        row.map(it -> it.resource().name() + " " + it.resource().id())
                                .orElse(""));
        var now = context.now().getValue();
        var trust =
                context.deployment().getValue().observed(Parts.INSTANCE_CHECKS).freshness(now);
        row.ifPresent(it -> health.show(it.facts().instance(), it.facts().check(), trust, now));
    }
}
