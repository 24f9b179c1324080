package io.atalaya.ui.perimeter;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The rules of the step that was chosen, in place, with those that decide. */
final class DecidingRules {
    private static final int ID_ROOM = 24;

    /** The nodes it fills. */
    record Nodes(Panel panel, CopyId id, Badge decides, Button inspect, StackPane holder, Label note) {}

    private final Texts texts;
    private final StepRules stepRules;
    private final RuleTable table;
    private final Nodes nodes;

    DecidingRules(Texts texts, StepRules stepRules, RuleTable table, Nodes nodes) {
        this.texts = texts;
        this.stepRules = stepRules;
        this.table = table;
        this.nodes = nodes;
        nodes.holder().getChildren().add(table.node());
    }

    void hide() {
        nodes.panel().setVisible(false);
    }

    /** @param prepared the groups and ACLs as they were last made; null before */
    void show(HopText chosen, AskModel.Made made, PerimeterModel.@Nullable Prepared prepared) {
        nodes.panel().setVisible(true);
        var shown = stepRules.of(chosen, made.deployment(), prepared);
        nodes.panel().setTitle(AwsText.word(shown.title()));
        var id = chosen.hop().resource();
        nodes.id().setVisible(id != null);
        nodes.id().setManaged(id != null);
        if (id != null) {
            nodes.id().show(id.id().substring(id.id().lastIndexOf('/') + 1), ID_ROOM, texts);
        }
        nodes.decides().setVisible(chosen.decides());
        nodes.decides().setManaged(chosen.decides());
        nodes.decides().setTone(chosen.state() == State.FAILED ? Badge.Tone.DANGER : Badge.Tone.WARNING);
        table.decide(shown.deciding());
        table.show(shown.rows());
        table.setNone(shown.none());
        nodes.note().setText(shown.note());
        nodes.note().setVisible(!shown.note().isEmpty());
        nodes.note().setManaged(!shown.note().isEmpty());
        nodes.inspect().setDisable(id == null);
    }
}
