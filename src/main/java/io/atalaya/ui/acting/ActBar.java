package io.atalaya.ui.acting;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Icon;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The acts of the resource at hand, as one button in a head. A view gives it what is selected; the button is not there where
 * nothing can be done.
 */
public final class ActBar extends MenuButton {
    private final InvalidationListener onSnapshot = it -> fill();
    private @Nullable ViewContext context;
    private @Nullable ResourceRef resource;

    public ActBar() {
        getStyleClass().add("act-bar");
        setGraphic(new Icon("fth-zap"));
        setMinWidth(Region.USE_PREF_SIZE);
        setVisible(false);
        setManaged(false);
        // the items are of the moment in which it opens
        setOnShowing(it -> fill());
    }

    /** Follows what is selected; null is nothing. */
    public void follow(ViewContext given, ObservableValue<@Nullable ResourceRef> selected) {
        context = given;
        setText(given.texts().get("acting.bar"));
        setAccessibleText(given.texts().get("acting.bar"));
        given.deployment().addListener(new WeakInvalidationListener(onSnapshot));
        selected.subscribe(it -> show(it));
    }

    /** What is at hand; null is nothing. */
    public void show(@Nullable ResourceRef selected) {
        resource = selected;
        fill();
    }

    private void fill() {
        if (isShowing() && !getItems().isEmpty()) {
            return; // nothing changes under the pointer
        }
        var around = context;
        var on = resource;
        if (around == null || on == null) {
            getItems().clear();
        } else {
            getItems().setAll(ActItems.of(on, around, this));
        }
        setVisible(!getItems().isEmpty());
        setManaged(isVisible());
    }
}
