package io.atalaya.ui.compute;

import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.ConsoleOutput;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.ScheduledEvent;
import io.atalaya.deployment.VolumeSnapshot;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import io.atalaya.watch.ConsoleOutputs;
import io.atalaya.watch.ConsoleOutputs.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a machine is, what it wrote on its console, what its volumes were copied to, and what its group did. */
class MachineViewTest extends UiTest {
    private final Contexts world = new Contexts();
    private final List<String> asked = new ArrayList<>();
    private final LayoutMemory memory = new LayoutMemory() {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value) {}
    };

    @BeforeEach
    void checkop() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.with(
                CheckopSample.healthy(),
                Parts.INSTANCE_CHECKS,
                15,
                List.of(new InstanceCheck(
                        AUTO_1D,
                        "ok",
                        "impaired",
                        List.of(new ScheduledEvent(
                                "system-reboot", "scheduled reboot", Sample.NOW.plus(Duration.ofHours(2)), null)))))));
    }

    private void open(ConsoleOutputs outputs) throws Exception {
        show(
                onFx(() -> {
                    var context = world.context(texts(
                            Locale.ENGLISH,
                            "io.atalaya.ui.common.common",
                            "io.atalaya.ui.compute.compute",
                            "io.atalaya.ui.acting.acting",
                            "io.atalaya.ui.inspector.inspector"));
                    var inspector =
                            new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
                    var controller = new ComputeController(
                            context,
                            memory,
                            inspector,
                            id -> {
                                asked.add(id);
                                return outputs.read(id);
                            },
                            Runnable::run,
                            Runnable::run);
                    controller.activate();
                    return controller.root();
                }),
                1240,
                824);
        robot.clickOn("10.20.1.57").clickOn("#compute-to-machine");
    }

    @Test
    void bothChecksAndWhatAwsPlansStandBesideTheConsole() throws Exception {
        open(id -> new Answer.Text(new ConsoleOutput(
                id,
                "[ 0.000000] Linux version 3.10\r\n\u001b[31mred\u001b[0m \u202etxt\r\nlogin: ",
                Sample.NOW.minusSeconds(600))));
        assertThat(words())
                .contains("ok", "impaired", "system-reboot", "scheduled reboot", "asked only when you ask")
                .anyMatch(it -> it.startsWith("from 1"));
        assertThat(asked).as("nobody asked yet").isEmpty();

        robot.clickOn("#compute-console-read");
        assertThat(asked).containsExactly(AUTO_1D);
        var text = ((TextArea) robot.lookup("#compute-console").query()).getText();
        assertThat(text.lines()).hasSize(3).first().isEqualTo("[ 0.000000] Linux version 3.10");
        assertThat(text).doesNotContain("\u001b", "\u202e").contains("\\u202e");
        assertThat(words()).contains("as EC2 took it over at 13:53:39, 10 min ago");
        picture("compute-console");
    }

    @Test
    void noConsoleYetAndNotAllowedAreTwoThings() throws Exception {
        open(id -> new Answer.Text(new ConsoleOutput(id, "", null)));
        robot.clickOn("#compute-console-read");
        assertThat(words()).anyMatch(it -> it.startsWith("EC2 has none"));

        open(id -> new Answer.Failed(new Problem(
                Problem.Kind.DENIED,
                "ec2:GetConsoleOutput",
                "UnauthorizedOperation",
                "no",
                null,
                "ec2:GetConsoleOutput",
                Sample.NOW)));
        robot.clickOn("#compute-console-read");
        assertThat(words()).anyMatch(it -> it.endsWith("ec2:GetConsoleOutput"));
    }

    @Test
    void aVolumeSaysWhenItWasCopiedLast() {
        var model = new ComputeModel(texts(Locale.ENGLISH, "io.atalaya.ui.compute.compute"));
        var volume = "vol-" + AUTO_1D;
        model.apply(
                CheckopSample.with(
                        CheckopSample.healthy(),
                        Parts.VOLUME_SNAPSHOTS,
                        300,
                        List.of(
                                snapshot("snap-1", volume, "completed", 9),
                                snapshot("snap-2", volume, "completed", 2),
                                snapshot("snap-3", volume, "pending", 0),
                                snapshot("snap-4", "vol-gone", "completed", 1))),
                Sample.NOW);
        assertThat(Objects.requireNonNull(model.shown().get()).volumes())
                .extracting(row -> row.facts().volume().id(), row -> row.facts().snapshotAt(), row -> row.facts()
                        .kept())
                .contains(org.assertj.core.api.Assertions.tuple(volume, CheckopSample.days(2), false));
    }

    private static VolumeSnapshot snapshot(String id, String volume, String state, int daysAgo) {
        return new VolumeSnapshot(id, volume, state, 50, true, CheckopSample.days(daysAgo));
    }

    @Test
    void theTimelineReachesFromTheOldestActivityToNow() throws Exception {
        open(id -> new Answer.Text(new ConsoleOutput(id, "", null)));
        robot.clickOn("Scaling groups 1");
        var marks = robot.lookup(".activity-mark").queryAll();
        assertThat(marks).hasSize(1);
        var mark = marks.iterator().next();
        assertThat(mark.getStyleClass()).contains("state-healthy");
        assertThat(onFx(() -> mark.getBoundsInParent().getMinX())).isEqualTo(onFx(() -> robot.lookup(".activity-axis")
                .query()
                .getBoundsInParent()
                .getMinX()));
        picture("compute-timeline");
    }

    private List<String> words() throws Exception {
        settle();
        return onFx(() -> robot.lookup(node -> node instanceof Labeled && node.isVisible()).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList());
    }
}
