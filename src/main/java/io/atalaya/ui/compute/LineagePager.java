package io.atalaya.ui.compute;

import io.atalaya.deployment.Parts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Which of the lineages is on screen: that of what is selected, and the others by turning the pages. */
final class LineagePager {
    /** The nodes of the FXML that it fills. */
    record Nodes(Label name, Badge state, Button previous, Button next) {}

    private final ViewContext context;
    private final ComputeModel model;
    private final LineageView view;
    private @Nullable Nodes nodes;
    private int shown = -1;

    LineagePager(ViewContext context, ComputeModel model, LineageView view) {
        this.context = context;
        this.model = model;
        this.view = view;
    }

    /** The nodes are there. */
    void attach(Nodes given) {
        nodes = given;
        given.previous().setOnAction(event -> turn(-1));
        given.next().setOnAction(event -> turn(1));
    }

    /** Turns to the lineage of what is selected. */
    void follow() {
        shown = model.lineage();
    }

    void show(ComputeModel.Shown all) {
        if (nodes != null) {
            show(all, nodes);
        }
    }

    private void show(ComputeModel.Shown all, Nodes into) {
        var lineages = all.lineages();
        if (shown < 0 || shown >= lineages.size()) {
            follow();
        }
        var some = !lineages.isEmpty() && shown >= 0;
        view.setVisible(some);
        into.previous().setVisible(lineages.size() > 1);
        into.next().setVisible(lineages.size() > 1);
        into.state().setVisible(some);
        var texts = context.texts();
        if (!some) {
            into.name().setText(texts.get(wasRead() ? "compute.lineage.none" : "compute.lineage.unread"));
            return;
        }
        var one = lineages.get(shown);
        into.name()
                .setText(
                        lineages.size() == 1
                                ? AwsText.line(one.name())
                                : texts.get("compute.lineage.nth", one.name(), shown + 1, lineages.size()));
        into.state().setText(texts.get(one.current() ? "compute.lineage.current" : "compute.lineage.behind"));
        into.state().setTone(one.current() ? Badge.Tone.NEUTRAL : Badge.Tone.WARNING);
        view.show(one, context.now().getValue());
    }

    /** Whether images were ever read: without that, none in use is not known. */
    private boolean wasRead() {
        return context.deployment().getValue().observed(Parts.IMAGES).value() != null;
    }

    private void turn(int by) {
        var all = model.shown().get();
        if (all != null && !all.lineages().isEmpty()) {
            shown = Math.floorMod(shown + by, all.lineages().size());
            show(all);
        }
    }
}
