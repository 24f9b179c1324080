package io.atalaya.ui.common;

import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A framed part of a view: a head of 36 px with icon, title, badges and, at the right, the age; what it holds below. In FXML
 * its children are the content; {@code <badges>} and {@code <right>} fill the head.
 */
public final class Panel extends VBox {
    private final Icon icon = new Icon();
    private final Label title = new Label();
    private final Label note = new Label();
    private final HBox badges = new HBox();
    private final HBox right = new HBox();
    private final HBox head = new HBox();

    public Panel() {
        getStyleClass().add("panel");
        title.getStyleClass().add("panel-title");
        note.getStyleClass().add("panel-note");
        title.setMinWidth(Region.USE_PREF_SIZE);
        badges.getStyleClass().add("panel-badges");
        badges.setAlignment(Pos.CENTER_LEFT);
        right.getStyleClass().add("panel-right");
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        head.getStyleClass().add("panel-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(title, badges, note, space, right);
        setFillWidth(true);
        getChildren().add(head);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /** Muted words after the title. */
    public StringProperty noteProperty() {
        return note.textProperty();
    }

    public String getNote() {
        return note.getText();
    }

    public void setNote(String text) {
        note.setText(AwsText.line(text));
    }

    public String getIcon() {
        return icon.getLiteral();
    }

    /** An Ikonli literal: {@code fth-activity}. */
    public void setIcon(String literal) {
        icon.setLiteral(literal);
        if (!head.getChildren().contains(icon)) {
            head.getChildren().addFirst(icon);
        }
    }

    public ObservableList<Node> getBadges() {
        return badges.getChildren();
    }

    public ObservableList<Node> getRight() {
        return right.getChildren();
    }
}
