package io.atalaya.ui.signin;

import io.atalaya.connect.AwsRegion;
import io.atalaya.connect.Profile;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Texts;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** The way in at the right: what is chosen, its region and endpoint, and the button that connects. */
public final class ConnectCardController {
    private final SignInModel model;
    private final Texts texts;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Label name;

    @FXML
    private Label role;

    @FXML
    private VBox where;

    @FXML
    private SearchableComboBox<AwsRegion> region;

    @FXML
    private Label regionFrom;

    @FXML
    private HBox before;

    @FXML
    private FlowPane regionsBefore;

    @FXML
    private VBox endpointBox;

    @FXML
    private TextField endpoint;

    @FXML
    private Label endpointNote;

    @FXML
    private VBox facts;

    @FXML
    private Label session;

    @FXML
    private Button stop;

    @FXML
    private Button useEndpoint;

    @FXML
    private Button connect;

    ConnectCardController(SignInModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        region.setItems(
                FXCollections.observableArrayList(model.ports().regions().all()));
        region.setConverter(new RegionWords());
        region.valueProperty().addListener((it, was, chosen) -> {
            if (chosen != null) {
                model.regionProperty().set(chosen.id());
            }
        });
        endpoint.textProperty().bindBidirectional(model.endpointProperty());
        subscriptions = Subscription.combine(
                model.regionProperty().subscribe(this::showRegion),
                model.endpointProperty().subscribe(it -> ready()),
                model.profileProperty().subscribe(it -> chosen()),
                model.sandboxProperty().subscribe(it -> chosen()),
                model.conversation().phaseProperty().subscribe(it -> ready()));
    }

    /** Off screen for good; the model lives on. */
    void close() {
        subscriptions.unsubscribe();
        endpoint.textProperty().unbindBidirectional(model.endpointProperty());
    }

    private void chosen() {
        var profile = model.profileProperty().get();
        var sandbox = model.sandboxProperty().get();
        if (sandbox != null) {
            name.setText(texts.get("signin.sandbox"));
            role.setText(sandbox);
        } else {
            name.setText(profile == null ? texts.get("signin.nothing") : profile.name());
            role.setText(profile == null ? texts.get("signin.nothing.next") : detail(profile));
        }
        show(where, profile != null);
        regionsBefore.getChildren().clear();
        if (profile != null) {
            describe(profile);
        }
        show(before, !regionsBefore.getChildren().isEmpty());
        ready();
    }

    private void describe(Profile profile) {
        regionFrom.setText(texts.get(profile.region() == null ? "signin.region.none" : "signin.region.fromProfile"));
        for (var each : model.regionsBefore(profile)) {
            var chip = new Button(each);
            chip.getStyleClass().setAll("chip", "region-chip");
            chip.setOnAction(it -> model.regionProperty().set(each));
            regionsBefore.getChildren().add(chip);
        }
        session.setText(texts.get("signin.session." + group(profile)));
        show(endpointBox, profile.endpointUrl() != null);
    }

    private static String detail(Profile it) {
        if (it.roleArn() != null) {
            return it.roleArn();
        }
        return it.roleName() != null ? it.roleName() : it.account() == null ? "" : it.account();
    }

    /** How long a session of this method lasts, in three sorts. */
    private static String group(Profile it) {
        return switch (it.method()) {
            case ROLE_MFA, IDENTITY_CENTER -> "asks";
            case SESSION_KEY -> "ends";
            default -> "renews";
        };
    }

    private void showRegion(String id) {
        if (region.getValue() == null || !region.getValue().id().equals(id)) {
            region.setValue(
                    model.ports().regions().find(id).orElse(id.isBlank() ? null : new AwsRegion(id, id, "aws")));
        }
        ready();
    }

    private void ready() {
        var phase = model.conversation().phaseProperty().get();
        var profile = model.profileProperty().get();
        connect.setDisable(phase.running() || profile != null && model.request().isEmpty());
        connect.setText(
                profile == null
                        ? texts.get("signin.openSandbox")
                        : texts.get("signin.connectTo", CopyId.cut(profile.name(), 24)));
        endpointNote.setText(texts.get(model.endpointValid() ? "signin.endpoint.note" : "signin.endpoint.wrong"));
        show(stop, phase.running());
        show(useEndpoint, profile != null && !phase.running());
        show(facts, profile != null && phase instanceof Phase.Idle);
        region.setDisable(phase.running());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @FXML
    void toggleEndpoint() {
        boolean shown = !endpointBox.isVisible();
        show(endpointBox, shown);
        if (shown) {
            endpoint.requestFocus();
        } else {
            model.endpointProperty().set("");
        }
    }

    @FXML
    void connect() {
        if (model.profileProperty().get() == null) {
            model.openSandbox(SignInController.SANDBOX);
        } else {
            model.connect();
        }
    }

    @FXML
    void stop() {
        model.cancel();
    }

    /** {@code us-east-1  N. Virginia}; what is typed may be either. */
    private static final class RegionWords extends StringConverter<AwsRegion> {
        @Override
        public String toString(@Nullable AwsRegion it) {
            return it == null ? "" : it.id() + "   " + it.place();
        }

        @Override
        public @Nullable AwsRegion fromString(String text) {
            return text.isBlank() ? null : new AwsRegion(text.strip(), text.strip(), "aws");
        }
    }
}
