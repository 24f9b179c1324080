package io.atalaya.ui.perimeter;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final LastChanged last;
    private final RuleTable table;
    private final Nodes nodes;

    /** @param last who changed the rules last */
    DecidingRules(Texts texts, StepRules stepRules, LastChanged last, RuleTable table, Nodes nodes) {
        this.last = last;
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
        var note = Stream.of(shown.note(), id == null ? "" : last.of(id))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
        nodes.note().setText(note);
        nodes.note().setVisible(!note.isEmpty());
        nodes.note().setManaged(!note.isEmpty());
        nodes.inspect().setDisable(id == null);
    }
}
