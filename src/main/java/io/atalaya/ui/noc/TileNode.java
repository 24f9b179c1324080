package io.atalaya.ui.noc;

import io.atalaya.noc.items.Level;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One item: what it is, how it is, where, for how long; or why nothing is known. A click looks closer. */
final class TileNode extends VBox {
    private static final int LONGEST_NUMBER = 10;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Texts texts;
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label name = new Label();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Label place = new Label();
    private final Sparkline line = new Sparkline();
    private final Label threshold = new Label();
    private final Label age = new Label();
    private final Label reason = new Label();
    private final Hyperlink howTo = new Hyperlink();
    private final Node value;
    private final Node foot;
    private final Tooltip hint = new Tooltip();
    private final Consumer<String> opener;
    private @Nullable TileText shown;

    /** @param open looks closer at an item */
    TileNode(Texts texts, Consumer<String> open) {
        this.texts = texts;
        this.opener = open;
        getStyleClass().add("noc-tile");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        number.getStyleClass().add("figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("secondary");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().add("caption");
        place.setMinWidth(0);
        threshold.getStyleClass().add("noc-tile-foot");
        threshold.setMinWidth(0);
        age.getStyleClass().add("noc-tile-foot");
        age.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("secondary");
        reason.setWrapText(true);
        reason.setMinHeight(0);
        VBox.setVgrow(reason, Priority.ALWAYS);
        howTo.setText(texts.get("noc.tile.howTo"));
        howTo.setFocusTraversable(false);
        howTo.setOnAction(it -> open(open));
        var head = new HBox(shape, name);
        head.getStyleClass().add("noc-tile-head");
        value = row("noc-tile-value", Pos.BASELINE_LEFT, number, unit, gap(), place);
        foot = row("noc-tile-ends", Pos.CENTER_LEFT, threshold, gap(), age);
        line.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(line, Priority.ALWAYS);
        getChildren().addAll(head, value, line, foot);
        Tooltip.install(this, hint);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                open(open);
                event.consume();
            }
        });
        setOnKeyPressed(event -> {
            if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && !event.isShortcutDown()) {
                open(open);
                event.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open(opener);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void open(Consumer<String> open) {
        var text = shown;
        if (text != null) {
            open.accept(text.item());
        }
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox row(String style, Pos alignment, Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add(style);
        row.setAlignment(alignment);
        return row;
    }

    @Nullable
    TileText text() {
        return shown;
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    void show(TileText text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        name.setText(text.name());
        if (text.level() == Level.NOT_PART || text.level() == Level.NO_DATA) {
            shape.showNotOffered();
        } else {
            shape.show(text.state(), text.stale());
        }
        hint.setText(text.hint());
        style(text);
        if (text.hasValue()) {
            number.setText(text.figure().number());
            // a number is never cut; words are, and the hint has all of them
            number.setMinWidth(text.figure().number().length() > LONGEST_NUMBER ? 0 : Region.USE_PREF_SIZE);
            unit.setText(text.figure().unit());
            place.setText(text.place());
            threshold.setText(text.threshold());
            line.show(text.points(), text.limit());
            swap(value, line, foot);
        } else {
            reason.setText(text.reason());
            howTo.setVisible(text.howTo());
            howTo.setManaged(text.howTo());
            swap(reason, howTo);
        }
    }

    private void swap(Node... wanted) {
        if (getChildren().get(1) != wanted[0]) {
            getChildren().remove(1, getChildren().size());
            getChildren().addAll(wanted);
        }
    }

    private void style(TileText text) {
        getStyleClass().removeIf(it -> it.startsWith("noc-tile-is-"));
        getStyleClass().add(text.hasValue() ? "noc-tile-is-there" : "noc-tile-is-none");
        if (text.alarmed() || text.stale()) {
            StateStyles.apply(number, text.state(), text.stale());
        } else {
            StateStyles.clear(number);
        }
        if (text.alarmed()) {
            StateStyles.apply(this, text.state(), false);
            StateStyles.apply(line, text.state(), false);
        } else {
            StateStyles.clear(this);
            StateStyles.clear(line);
        }
    }

    /** Another second has passed. */
    void tick(Instant now) {
        var text = shown;
        if (text == null) {
            return;
        }
        var at = text.at();
        var words = at == null ? "" : Durations.words(Duration.between(at, now));
        if (!words.equals(age.getText())) {
            age.setText(words);
        }
        var bold = text.stale();
        if (bold != age.getStyleClass().contains("noc-tile-old")) {
            if (bold) {
                age.getStyleClass().add("noc-tile-old");
            } else {
                age.getStyleClass().remove("noc-tile-old");
            }
        }
        if (isFocused() || getAccessibleText() == null) {
            setAccessibleText(spoken(text, words));
        }
    }

    private String spoken(TileText text, String old) {
        return text.hasValue()
                ? texts.get(
                        "noc.tile.spoken",
                        text.name(),
                        text.word(),
                        text.figure().toString(),
                        text.place(),
                        old)
                : text.name() + ". " + text.reason();
    }
}
