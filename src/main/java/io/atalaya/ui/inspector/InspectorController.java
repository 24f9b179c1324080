package io.atalaya.ui.inspector;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.facts.Fact;
import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.ui.Reach;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.ViewLoader;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The inspector of one view. */
public final class InspectorController {
    private final ViewContext context;
    private final InspectorModel model;
    private final @Nullable Consumer<URI> browser;
    private final Parent root;
    private final InvalidationListener onDeployment;
    private final InvalidationListener onTick = it -> tick();
    private Runnable onClose = () -> {};
    private @Nullable Consumer<List<LogsOf.Source>> logs;
    private boolean active;
    private List<Fact> facts = List.of();
    private Set<ResourceRef> known = Set.of();
    private @Nullable ResourceRef drawn;

    @FXML
    private Button back;

    @FXML
    private StateShape shape;

    @FXML
    private Label title;

    @FXML
    private Label kind;

    @FXML
    private CopyId id;

    @FXML
    private ActBar acts;

    @FXML
    private AgeLabel age;

    @FXML
    private ToggleButton everything;

    @FXML
    private ToggleButton related;

    @FXML
    private ScrollPane factsScroll;

    @FXML
    private VBox body;

    @FXML
    private Label word;

    @FXML
    private Label detail;

    @FXML
    private Label gone;

    @FXML
    private VBox rows;

    @FXML
    private ListView<Report.Neighbour> neighbours;

    @FXML
    private Hyperlink copyArn;

    @FXML
    private Hyperlink copyCommand;

    @FXML
    private Hyperlink openConsole;

    @FXML
    private Hyperlink openLogs;

    @FXML
    private Hyperlink whoReaches;

    /**
     * @param model of this inspector alone
     * @param browser opens a page of AWS's console; null where the endpoint is not AWS, whose console knows nothing of it
     */
    public InspectorController(ViewContext context, InspectorModel model, @Nullable Consumer<URI> browser) {
        this.context = context;
        this.model = model;
        this.browser = browser;
        this.onDeployment = it -> model.deployment(context.deployment().getValue());
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        model.reportProperty().addListener((it, before, now) -> reported(now));
        back.visibleProperty().bind(model.canGoBackProperty());
        back.managedProperty().bind(model.canGoBackProperty());
        neighbours.setCellFactory(it -> new RelatedCell(context));
        neighbours.setOnMouseClicked(event -> followSelected());
        neighbours.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                followSelected();
            }
        });
        everything.setOnAction(it -> tab(true));
        related.setOnAction(it -> tab(false));
        neighbours.setVisible(false);
        age.attach(context);
        acts.follow(context, model.shownProperty());
        if (browser == null) {
            openConsole.setDisable(true);
            openConsole.setTooltip(new Tooltip(context.texts().get("inspector.notAws")));
        }
    }

    public Parent root() {
        return root;
    }

    /** The view it belongs to is on screen. */
    public void activate() {
        if (!active) {
            active = true;
            context.deployment().addListener(onDeployment);
            context.now().addListener(onTick);
            model.deployment(context.deployment().getValue());
        }
    }

    /** The view left the screen. */
    public void deactivate() {
        if (active) {
            active = false;
            context.deployment().removeListener(onDeployment);
            context.now().removeListener(onTick);
        }
    }

    /** Inspects a resource; the one before can be gone back to. */
    public void show(ResourceRef resource) {
        model.deployment(context.deployment().getValue());
        model.show(resource);
    }

    /** What is inspected; null when closed. */
    public ReadOnlyObjectProperty<@Nullable ResourceRef> shownProperty() {
        return model.shownProperty();
    }

    /** What else happens when a person closes it: the view lets go of its selection. */
    public void onClose(Runnable action) {
        onClose = action;
    }

    public void close() {
        model.close();
    }

    /** From now on the logs of what is inspected can be read. */
    public void onLogs(Consumer<List<LogsOf.Source>> reader) {
        logs = reader;
    }

    /** Where the logs of what is inspected are; empty where there are none, or nobody reads them. */
    private List<LogsOf.Source> sources() {
        var report = model.reportProperty().get();
        var resource = report == null ? null : report.resource();
        return resource == null || logs == null
                ? List.of()
                : LogsOf.of(resource, context.deployment().getValue()).sources();
    }

    @FXML
    private void openLogs() {
        var reader = logs;
        var found = sources();
        if (reader != null && !found.isEmpty()) {
            reader.accept(found);
        }
    }

    /** Who can reach what is inspected. */
    @FXML
    private void whoReaches() {
        var report = model.reportProperty().get();
        if (report != null && Reach.ENDS.contains(report.ref().type())) {
            context.navigator().ask(Reach.of(report.ref()));
        }
    }

    private void reported(@Nullable Report report) {
        if (report == null) {
            drawn = null;
            return;
        }
        var resource = report.resource();
        title.setText(AwsText.line(resource == null ? report.ref().id() : resource.name()));
        kind.setText(context.texts().get("inspector.type." + report.ref().type()));
        id.show(tail(report.ref().id()), 38, context.texts());
        state(report);
        var here = resource != null;
        gone.setVisible(!here);
        gone.setManaged(!here);
        gone.setText(context.texts().get("inspector.gone"));
        if (!report.facts().equals(facts)
                || !report.known().equals(known)
                || !report.ref().equals(drawn)) {
            draw(report);
        }
        if (!report.related().equals(neighbours.getItems())) {
            neighbours.getItems().setAll(report.related());
        }
        related.setText(
                context.texts().get("inspector.related", report.related().size()));
        copyArn.setDisable(report.arn() == null);
        copyCommand.setDisable(report.command() == null);
        openLogs.setDisable(sources().isEmpty());
        whoReaches.setDisable(!Reach.ENDS.contains(report.ref().type()));
        if (!report.ref().equals(drawn)) {
            factsScroll.setVvalue(0);
            drawn = report.ref();
        }
        age(report.part());
    }

    /** An ARN is long and its beginning always the same: what is shown and copied is what tells one from another. */
    private static String tail(String id) {
        return id.startsWith("arn:") ? id.substring(id.lastIndexOf(':') + 1) : id;
    }

    private void state(Report report) {
        var condition = report.condition();
        var fresh = context.deployment()
                .getValue()
                .observed(report.part())
                .freshness(context.now().getValue());
        shape.setVisible(condition != null);
        shape.setManaged(condition != null);
        word.setVisible(condition != null);
        word.setManaged(condition != null);
        var why = condition == null ? null : condition.detail();
        detail.setVisible(why != null);
        detail.setManaged(why != null);
        if (condition != null) {
            shape.show(condition.state(), fresh);
            word.setText(AwsText.word(condition.word()));
            StateStyles.apply(word, condition.state(), fresh == Freshness.LAST_KNOWN);
            var loud = condition.state() == State.FAILED || condition.state() == State.DEGRADED;
            StateStyles.clear(detail);
            if (loud) {
                StateStyles.apply(detail, condition.state(), false);
            }
            detail.setText(why == null ? "" : AwsText.line(why));
        }
    }

    private void draw(Report report) {
        facts = report.facts();
        known = report.known();
        rows.getChildren().clear();
        Part<?> before = report.part();
        for (var fact : facts) {
            // Its own age where it has another source than the whole, once for several in a row.
            var aged = !fact.source().equals(report.part()) && !fact.source().equals(before);
            rows.getChildren().add(new FactRow(fact, aged, context, known, model::show));
            before = fact.source();
        }
    }

    private void age(Part<?> part) {
        age.setObserved(context.deployment().getValue().observed(part));
    }

    private void tick() {
        var report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        state(report);
        rows.getChildren().forEach(row -> ((FactRow) row).tick(context.now().getValue()));
    }

    private void tab(boolean all) {
        everything.setSelected(all);
        related.setSelected(!all);
        body.setVisible(all);
        factsScroll.setVisible(all);
        neighbours.setVisible(!all);
    }

    private void followSelected() {
        var chosen = neighbours.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            tab(true);
            model.show(chosen.resource().ref());
        }
    }

    @FXML
    private void back(ActionEvent event) {
        model.back();
    }

    @FXML
    private void close(ActionEvent event) {
        close();
        onClose.run();
    }

    @FXML
    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            onClose.run();
            event.consume();
        } else if (event.getCode() == KeyCode.L && !event.isShortcutDown() && !event.isAltDown()) {
            openLogs();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE || event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.back();
            event.consume();
        }
    }

    @FXML
    private void copyArn(ActionEvent event) {
        var report = model.reportProperty().get();
        if (report != null && report.arn() != null) {
            CopyId.copy(report.arn());
        }
    }

    @FXML
    private void copyCommand(ActionEvent event) {
        var report = model.reportProperty().get();
        if (report != null && report.command() != null) {
            CopyId.copy(report.command());
        }
    }

    @FXML
    private void openConsole(ActionEvent event) {
        var report = model.reportProperty().get();
        if (report != null && report.page() != null && browser != null) {
            browser.accept(report.page());
        }
    }
}
