package io.atalaya.ui.shell;

import io.atalaya.deployment.State;
import io.atalaya.ui.acting.ArmingModel;
import io.atalaya.ui.acting.ArmingTag;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bar at the top. What must never be hidden does not shrink: account, expiry, tags. The caller may. */
public final class TopBarController {
    /** Where its cells lead. */
    record Ways(
            Consumer<Node> connection, Consumer<Node> meter, Runnable renew, Runnable askNow, Consumer<Node> arming) {}

    private final TopBarModel model;
    private final ArmingModel armed;
    private final Texts texts;
    private final Ways ways;

    @FXML
    private HBox root;

    @FXML
    private Button connectionCell;

    @FXML
    private Button callerCell;

    @FXML
    private VBox credentialsCell;

    @FXML
    private Label credentials;

    @FXML
    private Hyperlink renew;

    @FXML
    private Button meterCell;

    @FXML
    private Button refreshedCell;

    @FXML
    private HBox tags;

    @FXML
    private Label notAws;

    @FXML
    private ArmingTag arming;

    TopBarController(TopBarModel model, ArmingModel armed, Texts texts, Ways ways) {
        this.model = model;
        this.armed = armed;
        this.texts = texts;
        this.ways = ways;
    }

    /** For the bindings of the FXML. */
    public TopBarModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        for (Region each : new Region[] {connectionCell, credentialsCell, meterCell, refreshedCell, tags}) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        callerCell.setMinWidth(0);
        model.credentialStateProperty().subscribe(this::colour);
        renew.visibleProperty()
                .bind(model.renewableProperty()
                        .and(model.credentialStateProperty().isNotEqualTo(State.HEALTHY)));
        renew.managedProperty().bind(renew.visibleProperty());
        notAws.visibleProperty().bind(model.notAwsProperty().isNotEmpty());
        notAws.managedProperty().bind(notAws.visibleProperty());
        var arn = new Tooltip();
        arn.textProperty().bind(model.callerWholeProperty());
        callerCell.setTooltip(arn);
        connectionCell.setTooltip(new Tooltip(texts.get("shell.top.connection.hint")));
        meterCell.setTooltip(new Tooltip(texts.get("shell.top.api.hint")));
        refreshedCell.setTooltip(new Tooltip(texts.get("shell.top.refreshed.hint")));
        notAws.setTooltip(new Tooltip(texts.get("shell.tag.notAws.hint")));
        arming.follow(armed, texts, () -> ways.arming().accept(arming.anchor()));
        callerCell.accessibleTextProperty().bind(model.callerWholeProperty());
        connectionCell.accessibleTextProperty().bind(model.accountProperty());
        meterCell.accessibleTextProperty().bind(model.meterProperty());
        refreshedCell.accessibleTextProperty().bind(model.refreshedProperty());
    }

    private void colour(State state) {
        StateStyles.clear(credentials);
        if (state != State.HEALTHY) {
            StateStyles.apply(credentials, state, false);
        }
    }

    /** What the choice of how long hangs on. */
    Node armingAnchor() {
        return arming.anchor();
    }

    @FXML
    void showConnection() {
        ways.connection().accept(connectionCell);
    }

    @FXML
    void copyCaller() {
        CopyId.copy(model.callerWholeProperty().get());
    }

    @FXML
    void showMeter() {
        ways.meter().accept(meterCell);
    }

    @FXML
    void renew() {
        renew.setVisited(false);
        ways.renew().run();
    }

    @FXML
    void askNow() {
        ways.askNow().run();
    }
}
