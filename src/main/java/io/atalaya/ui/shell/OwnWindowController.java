package io.atalaya.ui.shell;

import io.atalaya.ui.View;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** The frame of a view in its own window: says where one is and that nothing is armed, as every window must. */
public final class OwnWindowController {
    private final TopBarModel model;
    private final String title;
    private final View view;

    @FXML
    private BorderPane root;

    @FXML
    private Label name;

    @FXML
    private Label notAws;

    OwnWindowController(TopBarModel model, String title, View view) {
        this.model = model;
        this.title = title;
        this.view = view;
    }

    /** For the bindings of the FXML. */
    public TopBarModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        name.setText(title);
        root.setCenter(view.root());
        notAws.visibleProperty().bind(model.notAwsProperty().isNotEmpty());
        notAws.managedProperty().bind(notAws.visibleProperty());
    }
}
