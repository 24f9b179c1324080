package io.atalaya.ui.shell;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.StateShape;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The bar at the bottom. */
public final class StatusBarController {
    private final StatusBarModel model;
    private final Consumer<Node> showProblem;
    private final Runnable showActs;

    @FXML
    private HBox work;

    @FXML
    private StateShape working;

    @FXML
    private Button acts;

    @FXML
    private StateShape acting;

    @FXML
    private Button problem;

    @FXML
    private Label quality;

    @FXML
    private Label time;

    StatusBarController(StatusBarModel model, Consumer<Node> showProblem, Runnable showActs) {
        this.showActs = showActs;
        this.model = model;
        this.showProblem = showProblem;
    }

    /** For the bindings of the FXML. */
    public StatusBarModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        working.show(State.CHANGING, false);
        work.visibleProperty().bind(model.workProperty().isNotEmpty());
        work.managedProperty().bind(work.visibleProperty());
        acting.show(State.CHANGING, false);
        acts.visibleProperty().bind(model.actsProperty().isNotEmpty());
        acts.managedProperty().bind(acts.visibleProperty());
        acts.accessibleTextProperty().bind(model.actsProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setMinWidth(0);
        problem.accessibleTextProperty().bind(model.problemTextProperty());
        work.setMinWidth(Region.USE_PREF_SIZE);
        quality.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
    }

    @FXML
    void showActs() {
        showActs.run();
    }

    @FXML
    void showProblem() {
        showProblem.accept(problem);
    }
}
