package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Preferences;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment whose names and texts attack whoever shows them is read whole, drawn as text, and keeps its layout. */
class HostileContentTest extends UiTest {
    private static final Set<String> CARDS = Set.of("stage-box", "lineage-card", "node-card", "figure-tile");

    @TempDir
    Path home;

    @Test
    void everyPartIsReadAndIsAsMany() throws Exception {
        Deployment hostile;
        Deployment calm;
        try (var test = new TestProgram(
                home, options -> SandboxOptions.calm(InstantSource.system()).withDeployment(options.deployment()))) {
            try (var scope = test.connect("hostile")) {
                hostile = TestProgram.readAll(scope);
            }
            try (var scope = test.connect("checkop")) {
                calm = TestProgram.readAll(scope);
            }
        }
        for (Part<?> part : Parts.all()) {
            assertThat(hostile.observed(part).problem()).as(part.id()).isNull();
            assertThat(hostile.items(part)).as(part.id()).hasSameSizeAs(calm.items(part));
        }
        assertThat(hostile.items(Parts.INSTANCES))
                .allSatisfy(it -> assertThat(it.id()).startsWith("i-"));
    }

    @Test
    void everyViewShowsItAsTextAndHolds() throws Exception {
        try (var test = new TestProgram(home, options -> SandboxOptions.incident(InstantSource.system())
                        .withDeployment(options.deployment()));
                var scope = test.connect("hostile", new FxThread())) {
            TestProgram.readAll(scope);
            var layout = new ScratchLayout();
            var texts = new Texts(Locale.ENGLISH, Wiring.BUNDLES);
            var preferences = onFx(() -> new Preferences(layout, theme(), Locale.ENGLISH, "0"));
            var tick = onFx(() -> new NowTick(InstantSource.system()));
            var wiring = new Wiring(preferences, layout, tick, ZoneId.of("UTC"));
            var model = wiring.shellModel(scope);
            var shell = onFx(() -> wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions()));
            for (int width : new int[] {1440, 1000}) {
                show(shell.root(), width, width == 1440 ? 900 : 700);
                if (width == 1440) {
                    doOnFx(shell::start);
                }
                for (var view : Wiring.views(scope)) {
                    doOnFx(() -> model.show(view));
                    settle();
                    picture("hostile-" + view + "-" + width);
                    assertThat(onFx(() -> offences(shell.root(), width)))
                            .as(view + " at " + width)
                            .isEmpty();
                }
            }
            for (var resource : oneOfEachType(scope.current())) {
                doOnFx(() -> model.reveal(resource.ref()));
                settle();
                assertThat(onFx(() -> offences(shell.root(), 1000)))
                        .as("inspector of " + resource.type())
                        .isEmpty();
            }
            picture("hostile-inspector");
            doOnFx(shell::close);
        }
    }

    private static Collection<Resource> oneOfEachType(Deployment deployment) {
        return Parts.all().stream()
                .flatMap(part -> deployment.items(part).stream())
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .collect(Collectors.toMap(Resource::type, it -> it, (first, later) -> later))
                .values();
    }

    /** Texts that are not safe to draw, and controls that stand outside of the window. */
    private static List<String> offences(Parent root, double width) {
        var found = new ArrayList<String>();
        var open = new ArrayList<Node>(List.of(root));
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (!node.isVisible() || node instanceof Icon) {
                continue;
            }
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                insideItsCard(node, found);
                check(labeled.getText(), node, found);
            } else if (node instanceof Text text) {
                check(text.getText(), node, found);
            }
            if (node instanceof Control
                    || node instanceof Panel
                    || node.getStyleClass().contains("stage")) {
                inside(node, width, found);
            }
            if (node.getAccessibleText() != null) {
                check(node.getAccessibleText(), node, found);
            }
            if (node instanceof Control control && control.getTooltip() != null) {
                check(control.getTooltip().getText(), node, found);
            }
            if (node instanceof Parent parent && !node.getStyleClass().contains("topology-pane")) {
                open.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return found;
    }

    /** Tables scroll sideways; everything else must be in the window. */
    private static void inside(Node node, double width, List<String> found) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof TableView<?>) {
                return;
            }
        }
        var bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1) {
            found.add(node.getClass().getSimpleName() + node.getStyleClass() + " from " + bounds.getMinX() + " to "
                    + bounds.getMaxX());
        }
    }

    /** What a card says stays on it. */
    private static void insideItsCard(Node node, List<String> found) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getStyleClass().stream().anyMatch(CARDS::contains)) {
                var card = parent.localToScene(parent.getLayoutBounds());
                var own = node.localToScene(node.getLayoutBounds());
                if (own.getMinX() < card.getMinX() - 1 || own.getMaxX() > card.getMaxX() + 1) {
                    found.add(node + " from " + own.getMinX() + " to " + own.getMaxX() + " on a card from "
                            + card.getMinX() + " to " + card.getMaxX());
                }
                return;
            }
        }
    }

    private static void check(String text, Node node, List<String> found) {
        if (!AwsText.hint(text).equals(text)) {
            found.add(node.getClass().getSimpleName() + node.getStyleClass() + " in "
                    + (node.getParent() == null ? "" : node.getParent().getStyleClass()) + ": "
                    + AwsText.line(text)
                            .substring(0, Math.min(60, AwsText.line(text).length())) + " " + text.length());
        }
    }
}
