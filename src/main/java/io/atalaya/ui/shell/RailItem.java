package io.atalaya.ui.shell;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.Icon;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** One button of the rail: icon, title, badge; on the narrow rail the icon with the badge at its corner. */
final class RailItem extends Button {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Icon icon;
    private final Label title;
    private final HBox line;
    private final Badge badge = new Badge();
    private final String shortcut;
    private boolean narrow;

    RailItem(String icon, String title, String shortcut, Runnable act) {
        this.icon = new Icon(icon);
        this.title = new Label(title);
        this.shortcut = shortcut;
        getStyleClass().setAll("rail-item");
        this.title.getStyleClass().add("rail-title");
        line = new HBox(this.icon, this.title);
        line.getStyleClass().add("rail-line");
        line.setAlignment(Pos.CENTER_LEFT);
        badge.showCount(0, "");
        var content = new StackPane(line, badge);
        content.getStyleClass().add("rail-content");
        StackPane.setAlignment(badge, Pos.CENTER_RIGHT);
        setGraphic(content);
        setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(widthProperty());
        setOnAction(it -> act.run());
        badge.widthProperty().subscribe(it -> makeRoom());
        badge.visibleProperty().subscribe(it -> makeRoom());
        describe();
    }

    void follow(ObservableValue<Attention> attention) {
        attention.subscribe(it -> {
            badge.setTone(
                    it.worst() == State.FAILED
                            ? Badge.Tone.DANGER
                            : it.worst() == State.DEGRADED ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL);
            badge.showCount(it.count(), it.count() > 99 ? "99+" : String.valueOf(it.count()));
            describe();
        });
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    void setTitle(String text) {
        title.setText(text);
        describe();
    }

    void setIcon(String literal) {
        icon.setLiteral(literal);
    }

    void setNarrow(boolean wanted) {
        narrow = wanted;
        pseudoClassStateChanged(NARROW, wanted);
        title.setVisible(!wanted);
        title.setManaged(!wanted);
        StackPane.setAlignment(badge, wanted ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT);
        makeRoom();
        describe();
    }

    /** A long title ends before the badge and not under it. */
    private void makeRoom() {
        line.setPadding(badge.isVisible() && !narrow ? new Insets(0, badge.getWidth(), 0, 0) : Insets.EMPTY);
    }

    private void describe() {
        var count = badge.isVisible() ? ", " + badge.getText() : "";
        setAccessibleText(title.getText() + count);
        setTooltip(narrow || !shortcut.isEmpty() ? new Tooltip((title.getText() + "  " + shortcut).strip()) : null);
    }
}
