package io.atalaya.ui.overview;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One box of the request path. Healthy ones are thin and quiet; only what failed has a coloured border. */
final class StageBox extends VBox {
    /** Characters up to which a value is never cut: AWS's longest reason of a target has 31, but a row has room for less. */
    private static final int LONGEST_WORD = 24;

    /** px that a zone's name needs; longer names give way to what is said of them. */
    private static final double NAME_ROOM = 76;

    private static final double LETTER = 6.6;

    private final Label caption = new Label();
    private final AgeLabel age = new AgeLabel();
    private final Label title = new Label();
    private final StateLabel state = new StateLabel(StateShape.Size.PX14);
    private final VBox lines = new VBox();
    private final boolean brief;
    private final Consumer<ResourceRef> open;
    private @Nullable StageText shown;

    /**
     * @param brief facts in one line instead of one each
     * @param open where a click leads
     */
    StageBox(ViewContext context, boolean brief, Consumer<ResourceRef> open) {
        this.brief = brief;
        this.open = open;
        getStyleClass().add("stage-box");
        if (brief) {
            getStyleClass().add("stage-brief");
        }
        caption.getStyleClass().add("stage-caption");
        title.getStyleClass().add("stage-title");
        lines.getStyleClass().add("stage-lines");
        age.setForm(AgeLabel.Form.BRIEF);
        age.attach(context);
        state.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(row(caption, age), row(title, state), lines);
        setOnMouseClicked(event -> {
            var now = shown;
            if (now != null && now.ref() != null) {
                open.accept(now.ref());
            }
        });
    }

    private static HBox row(Label left, Node right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(left, gap, right);
        row.getStyleClass().add("stage-row");
        row.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(0);
        return row;
    }

    void show(StageText text, ViewContext context) {
        age.setObserved(context.deployment().getValue().observed(text.basis()));
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        caption.setText(AwsText.line(text.caption()));
        title.setText(AwsText.line(text.title()));
        title.setTooltip(new Tooltip(AwsText.hint(text.title())));
        state.setVisible(!text.word().isEmpty());
        state.setManaged(!text.word().isEmpty());
        state.show(text.state(), text.word(), text.freshness());
        var framed = text.lines().stream().anyMatch(line -> line.state() == State.FAILED) ? State.FAILED : text.state();
        StateStyles.apply(this, framed, text.freshness() == Freshness.LAST_KNOWN);
        setAccessibleText(AwsText.line(text.caption() + " " + text.title() + " " + text.word()));
        if (text.ref() == null) {
            getStyleClass().remove("stage-link");
        } else if (!getStyleClass().contains("stage-link")) {
            getStyleClass().add("stage-link");
        }
        lines.getChildren()
                .setAll(
                        brief
                                ? List.of(one(text))
                                : text.lines().stream().map(this::line).toList());
    }

    private Node one(StageText text) {
        var words = text.lines().stream()
                .map(line -> line.state() != null
                        ? line.label() + " " + line.value()
                        : line.value().isEmpty() ? line.label() : (line.value() + " " + line.note()).strip())
                .toList();
        var label = new Label(AwsText.line(String.join(" · ", words)));
        label.getStyleClass().addAll("mono-small", "muted");
        label.setTooltip(new Tooltip(AwsText.hint(String.join(
                "\n",
                text.lines().stream()
                        .map(line -> AwsText.line((line.label() + "  " + line.value() + "  " + line.note()).strip()))
                        .toList()))));
        return label;
    }

    private Node line(StageText.Line line) {
        return line.state() == null ? fact(line) : station(line, line.state());
    }

    private static HBox fact(StageText.Line line) {
        var label = new Label(AwsText.line(line.label()));
        label.getStyleClass().add("secondary");
        var value = new Label(AwsText.line(line.value()));
        value.getStyleClass().addAll("mono");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        if (line.value().length() > LONGEST_WORD) {
            value.setMinWidth(0);
            value.setTooltip(new Tooltip(AwsText.hint(line.value())));
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        var row = row(label, value);
        if (!line.note().isEmpty()) {
            var note = new Label(AwsText.line(line.note()));
            note.getStyleClass().add("caption");
            note.setMinWidth(0);
            row.getChildren().add(note);
        }
        return row;
    }

    private HBox station(StageText.Line line, State of) {
        var shape = new StateShape(StateShape.Size.PX14);
        var stale = shown != null && shown.freshness() == Freshness.LAST_KNOWN;
        shape.show(of, stale);
        var name = new Label(AwsText.line(line.label()));
        name.setMinWidth(Math.min(NAME_ROOM, line.label().length() * LETTER));
        name.setMaxWidth(220);
        var note = new Label(AwsText.line(line.note()));
        note.getStyleClass().addAll("mono", "muted");
        note.setMinWidth(0);
        var word = new Label(AwsText.word(line.value()));
        word.setMinWidth(line.value().length() > LONGEST_WORD ? 0 : Region.USE_PREF_SIZE);
        if (of == State.FAILED || of == State.DEGRADED) {
            StateStyles.apply(word, of, stale);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(shape, name, note, gap, word);
        row.getStyleClass().addAll("stage-row", "stage-station");
        row.setAlignment(Pos.CENTER_LEFT);
        var ref = line.ref();
        if (ref != null) {
            row.setOnMouseClicked(event -> {
                open.accept(ref);
                event.consume();
            });
        }
        return row;
    }
}
