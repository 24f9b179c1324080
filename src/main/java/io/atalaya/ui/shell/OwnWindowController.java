package io.atalaya.ui.shell;

import io.atalaya.ui.View;
import io.atalaya.ui.acting.ArmedFrame;
import io.atalaya.ui.acting.ArmingModel;
import io.atalaya.ui.acting.ArmingTag;
import io.atalaya.ui.acting.SheetLayer;
import io.atalaya.ui.common.Texts;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The frame of a view in its own window: says where one is and whether that is armed, as every window must. */
public final class OwnWindowController {
    private final TopBarModel model;
    private final String title;
    private final View view;
    private final ArmingModel armed;
    private final Texts texts;
    private final Consumer<Node> showArming;

    @FXML
    private StackPane stage;

    @FXML
    private Label name;

    @FXML
    private Label notAws;

    @FXML
    private ArmingTag arming;

    @FXML
    private ArmedFrame armedFrame;

    @FXML
    private SheetLayer sheet;

    OwnWindowController(
            TopBarModel model, String title, View view, ArmingModel armed, Texts texts, Consumer<Node> showArming) {
        this.armed = armed;
        this.texts = texts;
        this.showArming = showArming;
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
        stage.getChildren().setAll(view.root());
        arming.follow(armed, texts, this::showArming);
        armedFrame.follow(armed);
        notAws.visibleProperty().bind(model.notAwsProperty().isNotEmpty());
        notAws.managedProperty().bind(notAws.visibleProperty());
    }

    /** Asks for how long, or offers to end it. */
    void showArming() {
        showArming.accept(arming.anchor());
    }

    /** The window closes: what was being confirmed in it is not. */
    void close() {
        sheet.close();
    }
}
