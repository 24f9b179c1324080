package io.atalaya.ui;

import javafx.scene.Parent;

/** A view of the rail, made of an FXML, a controller and a model. The controller implements this. */
public interface View {
    /** The node tree, loaded from the FXML. */
    Parent root();

    /** The view is on screen now: subscribe, and let its sources be asked. */
    void activate();

    /** The view left the screen: undo {@link #activate()}, in the same order. */
    void deactivate();

    /** A person asks for everything anew; what comes from sources is asked again without the view. */
    default void askAgain() {}

    /** Its window is gone and it is never shown again: let go of what only this view holds. After {@link #deactivate()}. */
    default void close() {}
}
