package io.atalaya.ui.topology;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Banner;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorHost;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The topology view: toolbar, plane, legend, inspector. */
public final class TopologyController implements View, Reveals {
    private static final Set<Part<?>> LEADING =
            Set.of(Parts.INSTANCES, Parts.LOAD_BALANCERS, Parts.DATABASES, Parts.FILE_SYSTEMS, Parts.HOSTED_ZONES);

    /** Below this width of the toolbar, in px, not all words fit. */
    private static final double NARROW = 1010;

    private final ViewContext context;
    private final TopologyModel model;
    private final InspectorController inspector;
    private final InspectorHost host;
    private final Parent root;
    private final TopologyPane pane;
    private final Gestures gestures;
    private final OnScreen onScreen;
    private @Nullable Part<?> instead;

    @FXML
    private HBox toolbar;

    @FXML
    private Label summary;

    @FXML
    private FilterField filter;

    @FXML
    private Pills<Boolean> choice;

    @FXML
    private ToggleButton collapse;

    @FXML
    private ToggleButton legendButton;

    @FXML
    private Label found;

    @FXML
    private Label unmoved;

    @FXML
    private AgeLabel age;

    @FXML
    private Banner missing;

    @FXML
    private StackPane plane;

    @FXML
    private VBox legend;

    /**
     * @param model of this view alone
     * @param inspector of this view alone; it closes with this view
     */
    public TopologyController(ViewContext context, TopologyModel model, InspectorController inspector) {
        this.context = context;
        this.model = model;
        this.inspector = inspector;
        this.onScreen = new OnScreen(context, Picture.PARTS, context.deployment(), this::newest, this::tick);
        this.pane = new TopologyPane(
                context.texts(), ref -> model.selectedProperty().set(ref));
        this.gestures = new Gestures(pane, model);
        var view = ViewLoader.load(this, context.texts());
        this.host = new InspectorHost(view, inspector);
        this.root = host;
        host.coveredProperty().addListener((it, before, now) -> covered(now.doubleValue()));
    }

    @FXML
    private void initialize() {
        plane.getChildren().addFirst(pane);
        gestures.install();
        new EdgeMenu(context, pane).install();
        choice.add(Boolean.FALSE, context.texts().get("topology.all"));
        choice.add(Boolean.TRUE, context.texts().get("topology.problems", 0));
        choice.valueProperty()
                .addListener((it, before, now) -> model.problemsOnlyProperty().set(Boolean.TRUE.equals(now)));
        collapse.selectedProperty().bindBidirectional(model.collapseHealthyProperty());
        legend.visibleProperty().bind(legendButton.selectedProperty());
        model.filterProperty().bind(filter.textProperty());
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                nextMatch();
            }
        });
        model.pictureProperty().addListener((it, before, now) -> pictured(now));
        model.movedAtProperty().addListener(it -> moved());
        model.selectedProperty().addListener((it, before, now) -> selected(now));
        inspector.onClose(() -> model.selectedProperty().set(null));
        inspector.shownProperty().addListener((it, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        age.attach(context);
        pane.sceneProperty().addListener((it, before, now) -> {
            if (now != null) {
                pane.requestFocus();
            }
        });
        toolbar.widthProperty().addListener((it, before, now) -> narrow(now.doubleValue() < NARROW));
        for (var state : State.values()) {
            legend.lookupAll(".legend-" + state.name().toLowerCase(java.util.Locale.ROOT))
                    .forEach(node -> ((StateShape) node).show(state, false));
        }
        legend.lookupAll(".legend-stale").forEach(node -> ((StateShape) node).show(State.HEALTHY, true));
        pictured(null);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        onScreen.begin();
        inspector.activate();
        newest();
        tick();
    }

    @Override
    public void deactivate() {
        onScreen.end();
        inspector.deactivate();
    }

    /** Shows a resource on the plane and in the inspector; one without a card in the inspector alone. */
    @Override
    public boolean reveal(ResourceRef resource) {
        model.selectedProperty().set(resource);
        bring(resource);
        return true;
    }

    /** Over the plane the inspector must not hide what it is about; when it goes, the plane is as before. */
    private void covered(double width) {
        pane.cover(width);
        var chosen = model.selectedProperty().get();
        if (width > 0 && chosen != null) {
            bring(chosen);
        }
    }

    private void bring(ResourceRef resource) {
        var picture = model.pictureProperty().get();
        if (picture != null) {
            picture.topology().nodeOf(resource).ifPresent(node -> pane.bring(node.key()));
        }
    }

    /** In a narrow window the words that repeat what is in the picture make room. */
    private void narrow(boolean narrow) {
        summary.setVisible(!narrow);
        summary.setManaged(!narrow);
        collapse.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private void newest() {
        model.show(context.deployment().getValue());
    }

    private void tick() {
        var now = context.now().getValue();
        var picture = model.pictureProperty().get();
        // while a newer picture is being made, the ages are those of what is on screen
        var deployment = picture != null && model.isBehind()
                ? picture.deployment()
                : context.deployment().getValue();
        Map<Part<?>, Freshness> freshness = new HashMap<>();
        for (var part : Picture.PARTS) {
            freshness.put(part, deployment.observed(part).freshness(now));
        }
        pane.freshness(freshness);
        // What was never read is told by the banner; the age is that of what is on the picture.
        var read = Picture.PARTS.stream()
                .filter(part -> deployment.observed(part).value() != null)
                .toList();
        age.setObserved(Ages.leastCurrent(deployment, read, now));
        unanswered(deployment);
    }

    private void pictured(@Nullable Picture picture) {
        pane.show(picture, model.path(), model.selectedProperty().get());
        sights(picture);
        if (picture == null) {
            return;
        }
        var texts = context.texts();
        summary.setText(texts.get("topology.summary", picture.vpcs(), picture.zones(), picture.resources()));
        choice.setText(
                Boolean.TRUE, texts.get("topology.problems", picture.topology().problems()));
        var matches = picture.matches();
        found.setText(matches == null ? "" : texts.get("topology.found", matches.size()));
        found.setManaged(matches != null);
        unanswered(picture.deployment());
        tick();
    }

    private void moved() {
        var at = model.movedAtProperty().get();
        unmoved.setText(
                at == null
                        ? ""
                        : context.texts().get("topology.unmoved", new Ages(context.texts(), context.zone()).clock(at)));
    }

    private void selected(@Nullable ResourceRef ref) {
        if (ref == null) {
            inspector.close();
        } else {
            inspector.show(ref);
        }
        pane.show(model.pictureProperty().get(), model.path(), ref);
    }

    /** Without a single card the reason stands in their place. */
    private void sights(@Nullable Picture picture) {
        var empty = picture == null || picture.placement().cards().isEmpty();
        var wanted = empty && !model.problemsOnlyProperty().get() ? leading() : null;
        if (wanted == instead) {
            return;
        }
        instead = wanted;
        plane.getChildren().removeIf(SixSights.class::isInstance);
        if (wanted != null) {
            var sights = new SixSights();
            sights.setContent(new Pane());
            sights.setEmptyTitle(context.texts().get("topology.empty"));
            sights.setEmptyDetail(context.texts().get("topology.empty.detail"));
            sights.follow(context, wanted, Set.of());
            plane.getChildren().add(1, sights);
        }
    }

    /** The part that says best why there is nothing: one with a problem, then one never read, then any. */
    private Part<?> leading() {
        var deployment = context.deployment().getValue();
        Part<?> unread = null;
        for (var part : Picture.PARTS) {
            var observed = deployment.observed(part);
            if (LEADING.contains(part) && observed.value() == null) {
                if (observed.problem() != null) {
                    return part;
                }
                unread = unread == null ? part : unread;
            }
        }
        return unread == null ? Parts.INSTANCES : unread;
    }

    /** Who does not answer: what the picture lacks for it, or shows as it was. */
    private void unanswered(Deployment deployment) {
        var said = Unanswered.of(deployment, context.now().getValue(), context.texts());
        var shown = said.isPresent() && instead == null;
        missing.setVisible(shown);
        missing.setManaged(shown);
        said.ifPresent(it -> missing.show(State.DEGRADED, it.title(), it.detail()));
    }

    private void nextMatch() {
        var picture = model.pictureProperty().get();
        if (picture == null || picture.matches() == null || picture.matches().isEmpty()) {
            return;
        }
        var all = picture.topology().nodes().stream()
                .filter(node -> TopologyModel.lit(picture, node.key()))
                .map(node -> node.ref())
                .filter(Objects::nonNull)
                .toList();
        if (!all.isEmpty()) {
            // Not found is -1, so that the first Enter goes to the first match.
            reveal(all.get((all.indexOf(model.selectedProperty().get()) + 1) % all.size()));
        }
    }

    @FXML
    private void collapseHealthy(ActionEvent event) {
        model.collapseHealthy(collapse.isSelected());
    }

    @FXML
    private void zoomIn(ActionEvent event) {
        gestures.zoom(1.25);
    }

    @FXML
    private void zoomOut(ActionEvent event) {
        gestures.zoom(0.8);
    }

    @FXML
    private void fit(ActionEvent event) {
        pane.fit();
    }
}
