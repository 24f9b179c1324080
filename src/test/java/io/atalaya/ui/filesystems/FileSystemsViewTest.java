package io.atalaya.ui.filesystems;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Sample;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class FileSystemsViewTest extends UiTest {
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

    private FileSystemsController open(Locale locale) throws Exception {
        return onFx(() -> {
            var context = world.context(texts(
                    locale,
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.filesystems.filesystems",
                    "io.atalaya.ui.acting.acting",
                    "io.atalaya.ui.inspector.inspector"));
            var inspector = new InspectorController(context, new InspectorModel(Runnable::run, Runnable::run), null);
            var controller = new FileSystemsController(context, memory, inspector, Runnable::run, Runnable::run);
            controller.activate();
            return controller;
        });
    }

    @Test
    void everythingThatTheSandboxSaysOfChOpTempIsOnScreen() throws Exception {
        var deployment = SandboxDeployment.calm("checkop", Contexts.NOW);
        doOnFx(() -> world.deployment.set(deployment));
        for (var locale : Texts.LANGUAGES) {
            show(open(locale).root(), 1240, 824);
            assertThat(words())
                    .contains("ChOp-Temp", "200.3 GiB".replace(".", locale.equals(Locale.ENGLISH) ? "." : ","))
                    .anyMatch(it -> it.contains("Infrequent Access") && it.contains("30"))
                    .contains("ENABLED", "evidencias", "/evidencias", "1001 : 1001")
                    .contains("10.20.10.8", "10.20.11.8", "chop-efs", "data-1a", "us-east-1d");
        }
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(words())
                .anyMatch(it -> it.startsWith("EFS measured it at "))
                .anyMatch(it -> it.startsWith("Eventually consistent"))
                .anyMatch(it -> it.matches("\\+ [\\d.]+ MiB a day over the last 1[34] d"))
                .anyMatch(it -> it.startsWith("Planned are 200 GiB"))
                .contains("of 100 MiB/s permitted", "not used up within a week");
        picture("file-systems");
        show(open(Locale.of("es")).root(), 944, 624);
        picture("file-systems-es-small");
    }

    @Test
    void aMountTargetIsInspectedAndTheFilterKnowsIt() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.healthy()));
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        var inspector = robot.lookup(".inspector").query();
        assertThat(inspector.isVisible()).isFalse();
        robot.clickOn("10.20.3.10");
        assertThat(inspector.isVisible()).isTrue();
        robot.clickOn("#filesystems-filter").write("nothing like it");
        assertThat(onFx(() -> table().getItems())).isEmpty();
        assertThat(kept).containsEntry("filesystems.filter", "nothing like it");
        doOnFx(() -> assertThat(controller.reveal(CheckopSample.healthy()
                        .items(Parts.MOUNT_TARGETS)
                        .getFirst()
                        .ref()))
                .isTrue());
        assertThat(onFx(() -> table().getItems())).hasSize(1);
        assertThat(onFx(() -> controller.detailedProperty().get()))
                .isEqualTo(Sample.fileSystem("fs-1", "available").ref());
        assertThat(controller.acts().getChildren()).isEmpty();
    }

    @Test
    void whatIsDeniedIsNotEmpty() throws Exception {
        doOnFx(() -> world.deployment.set(CheckopSample.refused(
                CheckopSample.healthy(),
                Parts.FILE_POLICIES,
                Problem.Kind.DENIED,
                "elasticfilesystem:DescribeBackupPolicy",
                "AccessDeniedException")));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(words()).contains("not read").doesNotContain("No automatic backup");
        doOnFx(() -> world.deployment.set(CheckopSample.refused(
                Sample.empty(),
                Parts.FILE_SYSTEMS,
                Problem.Kind.DENIED,
                "elasticfilesystem:DescribeFileSystems",
                "AccessDeniedException")));
        settle();
        assertThat(words()).contains("elasticfilesystem:DescribeFileSystems");
        assertThat(isShown(robot.lookup("#filesystems-tiles").query())).isFalse();
    }

    @SuppressWarnings("unchecked")
    private DataTable<Row> table() {
        return (DataTable<Row>) robot.lookup("#filesystems-table").query();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> words() throws Exception {
        settle();
        return onFx(() -> robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList());
    }
}
