package io.atalaya.ui.compute;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.BASE;
import static io.atalaya.deployment.CheckopSample.OLD_IMAGE;
import static io.atalaya.deployment.CheckopSample.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComputeViewTest extends UiTest {
    private final Contexts world = new Contexts();
    private final Map<String, String> kept = new HashMap<>();
    private final LayoutMemory memory = new LayoutMemory() {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    @BeforeEach
    void checkop() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.healthy()));
    }

    private ComputeController open(Locale locale) throws Exception {
        return onFx(() -> {
            var texts = texts(
                    locale,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.compute.compute",
                    "io.atalaya.ui.acting.acting",
                    "io.atalaya.ui.inspector.inspector");
            var context = world.context(texts);
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new ComputeController(context, memory, inspector);
            controller.activate();
            return controller;
        });
    }

    /** A machine behind its template, and an image that nothing starts yet. */
    private static Deployment rebuilding() {
        var well = CheckopSample.healthy();
        var images = new ArrayList<>(well.items(Parts.IMAGES));
        images.add(CheckopSample.image("ami-0c0ffee0000000003", "ChOp-2026-11-23", BASE, null, days(1)));
        var instances = new ArrayList<>(well.items(Parts.INSTANCES));
        instances.set(
                0,
                CheckopSample.instance(
                        AUTO_1D, "AUTOChOp", "us-east-1d", "10.20.1.57", "54.88.10.12", OLD_IMAGE, days(41)));
        return CheckopSample.with(CheckopSample.with(well, Parts.IMAGES, 300, images), Parts.INSTANCES, 15, instances);
    }

    private static Deployment fleet(int size) {
        var instances = new ArrayList<Instance>();
        for (int i = 0; i < size; i++) {
            instances.add(CheckopSample.instance(
                    "i-%017x".formatted(i),
                    "web-%04d".formatted(i),
                    "us-east-1" + "abcd".charAt(i % 4),
                    "10.20.%d.%d".formatted(i / 250, i % 250),
                    "54.88.%d.%d".formatted(i / 250, i % 250),
                    OLD_IMAGE,
                    days(i % 90)));
        }
        return CheckopSample.with(CheckopSample.healthy(), Parts.INSTANCES, 15, instances);
    }

    @Test
    void pictures() throws Exception {
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        doOnFx(() -> world.deployment.set(rebuilding()));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        doOnFx(() -> controller.reveal(new ResourceRef(ResourceType.INSTANCE, AUTO_1D)));
        picture("compute-instances-dark");
        for (var kind : List.of("Images 4", "Launch templates 1", "Scaling groups 1", "Elastic IPs 3", "Volumes 3")) {
            robot.clickOn(kind);
            picture("compute-" + kind.replaceAll("[ 0-9]", "").toLowerCase(Locale.ROOT) + "-dark");
        }
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        show(open(Locale.of("es")).root(), 944, 624);
        picture("compute-instances-es-small");
        doOnFx(() -> world.deployment.set(fleet(2000)));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        picture("compute-2000");
        doOnFx(() -> world.deployment.set(CheckopSample.refused(
                Sample.empty(),
                Parts.INSTANCES,
                Problem.Kind.DENIED,
                "ec2:DescribeInstances",
                "UnauthorizedOperation")));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        picture("compute-denied");
    }

    @SuppressWarnings("unchecked")
    private DataTable<Row<InstanceFacts>> instances() {
        return (DataTable<Row<InstanceFacts>>)
                robot.lookup("#compute-instances").query();
    }

    private List<String> visibleIds() throws Exception {
        return onFx(() ->
                instances().getItems().stream().map(row -> row.resource().id()).toList());
    }

    @Test
    void slashFiltersByEverythingThatIsKnownAndEscapeEmptiesIt() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);

        robot.type(KeyCode.SLASH).write("base centos");
        assertThat(visibleIds()).containsExactly(BASE);
        assertThat(kept).containsEntry("compute.filter", "base centos");

        robot.type(KeyCode.ESCAPE);
        assertThat(visibleIds()).hasSize(3);
    }

    @Test
    void aFilterComesBackAfterARestart() throws Exception {
        kept.put("compute.filter", "1d");
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(visibleIds()).containsExactly(AUTO_1D);
    }

    @Test
    void aClickOnAHeaderSorts() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.clickOn("Private IP");
        assertThat(visibleIds()).containsExactly(BASE, AUTO_1A, AUTO_1D);
        robot.clickOn("Private IP");
        assertThat(visibleIds()).containsExactly(AUTO_1D, AUTO_1A, BASE);
    }

    @Test
    void aRefreshKeepsSelectionOrderAndFilter() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.clickOn("Private IP").clickOn("10.20.1.57");
        assertThat(onFx(() -> instances()
                        .getSelectionModel()
                        .getSelectedItem()
                        .resource()
                        .id()))
                .isEqualTo(AUTO_1D);

        var stopping = new ArrayList<>(CheckopSample.healthy().items(Parts.INSTANCES));
        stopping.removeIf(each -> each.id().equals(BASE));
        doOnFx(() -> world.deployment.set(CheckopSample.with(world.deployment.get(), Parts.INSTANCES, 15, stopping)));

        assertThat(visibleIds()).containsExactly(AUTO_1A, AUTO_1D);
        assertThat(onFx(() -> instances()
                        .getSelectionModel()
                        .getSelectedItem()
                        .resource()
                        .id()))
                .isEqualTo(AUTO_1D);
    }

    @Test
    void whatIsSelectedIsInspected() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        var inspector = robot.lookup(".inspector").query();
        assertThat(inspector.isVisible()).isFalse();
        robot.clickOn("10.20.1.57");
        assertThat(inspector.isVisible()).isTrue();
    }

    @Test
    void aStepOfTheLineageLeadsToItsRow() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.clickOn("ChOp-lt");
        assertThat(robot.lookup("#compute-templates").query().getParent().isVisible())
                .isTrue();
    }

    @Test
    void enterShowsTheSelectedOnTheMap() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.clickOn("10.20.0.10").type(KeyCode.ENTER);
        assertThat(world.visited).containsExactly(new ResourceRef(ResourceType.INSTANCE, BASE));
    }

    @Test
    void watchesOnlyWhileItIsOnScreen() throws Exception {
        var controller = open(Locale.ENGLISH);
        assertThat(world.watched).hasSize(1);
        doOnFx(controller::deactivate);
        assertThat(world.watched).isEmpty();
    }
}
