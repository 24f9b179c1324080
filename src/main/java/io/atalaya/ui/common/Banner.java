package io.atalaya.ui.common;

import io.atalaya.deployment.State;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of 36 px over the last good data: shape, what, why, and the one next step. */
public final class Banner extends HBox {
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Hyperlink action = new Hyperlink();

    public Banner() {
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("banner-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("banner-detail");
        action.getStyleClass().add("banner-action");
        action.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(shape, title, detail, space, action);
        showAction("", () -> {});
    }

    /** @param state FAILED is red, DEGRADED amber, UNKNOWN neutral */
    public void show(State state, String what, String why) {
        shape.show(state, false);
        StateStyles.apply(this, state, false);
        title.setText(AwsText.line(what));
        detail.setText(AwsText.line(why));
    }

    /** The next step; an empty text hides it. */
    public void showAction(String text, Runnable step) {
        action.setText(text);
        action.setVisible(!text.isEmpty());
        action.setManaged(!text.isEmpty());
        action.setOnAction(it -> {
            action.setVisited(false);
            step.run();
        });
    }
}
