package io.atalaya.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class OverviewViewTest extends UiTest {
    private final Contexts world = new Contexts();

    private OverviewController open(Locale locale) throws Exception {
        return onFx(() -> {
            var texts = texts(locale, "io.atalaya.ui.common.common", "io.atalaya.ui.overview.overview");
            var controller = controller(world.context(texts));
            controller.activate();
            return controller;
        });
    }

    private static OverviewController controller(ViewContext context) {
        var model = new OverviewModel(context.texts(), context.zone(), List::of);
        model.follow(context);
        return new OverviewController(context, model);
    }

    @Test
    void pictures() throws Exception {
        var spanish = Locale.of("es");
        doOnFx(() -> world.deployment.set(CheckopSample.refused(
                CheckopSample.degraded(),
                Parts.DATABASE_EVENTS,
                Problem.Kind.DENIED,
                "rds:DescribeEvents",
                "AccessDenied")));
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        picture("overview-dark");
        show(open(spanish).root(), 944, 624);
        picture("overview-dark-es-small");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        picture("overview-light");
        doOnFx(() -> world.deployment.set(Sample.empty()));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        picture("overview-nothing");
    }

    /** A node that asks for layout in its own layout is laid out and painted sixty times a second, for ever. */
    @Test
    void nothingAsksForLayoutOnceItIsLaidOut() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.degraded()));
        var root = open(Locale.ENGLISH).root();
        show(root, 1240, 824);
        var restless = onFx(() -> {
            for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.layout();
            }
            return root.lookupAll("*").stream()
                    .filter(node -> node instanceof Parent parent && parent.isNeedsLayout())
                    .map(node -> node.getClass().getSimpleName() + node.getStyleClass())
                    .toList();
        });
        assertThat(root.lookup(".day-mark")).isNotNull();
        assertThat(restless).isEmpty();
    }

    @Test
    void theNextClickLeadsToWhatIsWrong() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.degraded()));
        show(open(Locale.ENGLISH).root(), 1240, 824);

        robot.clickOn("Show the path");

        assertThat(world.visited).containsExactly(new ResourceRef(ResourceType.INSTANCE, CheckopSample.AUTO_1D));
    }

    @Test
    void aRefreshKeepsTheSelectedFinding() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.degraded()));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        @SuppressWarnings("unchecked")
        var list = (ListView<AttentionRow>) robot.lookup("#attention").query();
        robot.clickOn(list)
                .press(KeyCode.HOME)
                .release(KeyCode.HOME)
                .press(KeyCode.DOWN)
                .release(KeyCode.DOWN);
        var before = onFx(() -> list.getSelectionModel().getSelectedItem().key());

        doOnFx(() -> world.deployment.set(CheckopSample.with(
                CheckopSample.degraded(),
                Parts.ALARMS,
                30,
                List.of(CheckopSample.alarm("new", "ALARM", "AWS/EC2", "CPUUtilization", java.util.Map.of(), 1)))));

        assertThat(onFx(() -> list.getSelectionModel().getSelectedItem().key())).isEqualTo(before);
    }

    @Test
    void watchesWhileItIsOnScreenAndNoLonger() throws Exception {
        var controller = open(Locale.ENGLISH);
        assertThat(world.watched).hasSize(1);
        doOnFx(controller::deactivate);
        assertThat(world.watched).isEmpty();
    }
}
