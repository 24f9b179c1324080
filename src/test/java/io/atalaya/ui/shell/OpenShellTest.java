package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.View;
import io.atalaya.ui.acting.Desks;
import io.atalaya.watch.ApiMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A shell with three views that only say what happens to them. */
abstract class OpenShellTest extends UiTest {
    private static final String[] BUNDLES = {
        "io.atalaya.ui.common.common",
        "io.atalaya.ui.shell.shell",
        "io.atalaya.ui.acting.acting",
        "io.atalaya.operate.operate"
    };

    @TempDir
    Path journal;

    final Contexts world = new Contexts();
    final MapMemory memory = new MapMemory();
    final TestSession session = new TestSession(Contexts.NOW.plusSeconds(47 * 60 + 12));
    final List<String> log = new ArrayList<>();
    final ShellModel model = new ShellModel(List.of("overview", "topology", "compute"), memory);
    private @Nullable ShellController shell;

    /** A view that only says what happened to it. */
    private final class Plain implements View, Reveals {
        private final String id;
        private final StackPane node = new StackPane();
        private final OnScreen onScreen;

        Plain(String id) {
            this.id = id;
            this.onScreen = new OnScreen(
                    world.context(texts(Locale.ENGLISH, BUNDLES)),
                    id.equals("compute") ? List.of(Parts.INSTANCES, Parts.IMAGES) : List.of(Parts.TARGETS),
                    world.deployment,
                    () -> {},
                    () -> {});
            node.getChildren().add(new Label(id));
        }

        @Override
        public Parent root() {
            return node;
        }

        @Override
        public void activate() {
            log.add("+" + id);
            onScreen.begin();
        }

        @Override
        public void deactivate() {
            log.add("-" + id);
            onScreen.end();
        }

        @Override
        public boolean reveal(ResourceRef resource) {
            if (id.equals("topology")) {
                log.add("reveal " + resource.id());
                return true;
            }
            return false;
        }
    }

    void open(Locale locale, double width, double height) throws Exception {
        var node = onFx(() -> {
            var preferences = new Preferences(memory, theme(), locale, "0.1.0");
            var made = new ShellController(
                    model,
                    world.context(texts(locale, BUNDLES)),
                    new ShellConnection(
                            session,
                            () -> new ApiMeter(
                                    3.1,
                                    0.06,
                                    0.2,
                                    0,
                                    List.of(new ApiMeter.ApiUse(
                                            "ec2:DescribeInstances", 214, 0.4, 2, 10, 0, 0, Duration.ofMillis(84)))),
                            List::of,
                            new Desks(world, journal.resolve("journal.jsonl"), memory)
                                    .desk(world, texts(locale, BUNDLES))),
                    List.of(
                            entry("overview", "fth-grid", new Attention(6, State.FAILED)),
                            entry("topology", "fth-share-2", new Attention(1, State.FAILED)),
                            entry("compute", "fth-cpu", new Attention(1, State.DEGRADED))),
                    preferences,
                    new ShellActions() {
                        @Override
                        public void leave() {
                            log.add("leave");
                        }

                        @Override
                        public void renew() {
                            log.add("renew");
                        }

                        @Override
                        public void wall() {
                            log.add("wall");
                        }

                        @Override
                        public void openAnother() {
                            log.add("openAnother");
                        }

                        @Override
                        public void quit() {
                            log.add("quit");
                        }

                        @Override
                        public Optional<Path> saveAs(String name) {
                            return Optional.empty();
                        }

                        @Override
                        public void browse(String url) {
                            log.add(url);
                        }
                    },
                    memory);
            shell = made;
            return made.root();
        });
        show(node, width, height);
        doOnFx(() -> shell().start());
        settle();
    }

    private RailEntry entry(String id, String icon, Attention attention) {
        return new RailEntry(id, icon, "shell.kind.view", new SimpleObjectProperty<>(attention), () -> new Plain(id));
    }

    ShellController shell() {
        return Objects.requireNonNull(shell);
    }

    Deployment sample() {
        var instance = new Instance(
                "i-0f3d8a6617be2c904",
                "AUTOChOp",
                "t3.xlarge",
                "running",
                null,
                "us-east-1d",
                "vpc-1",
                "subnet-1",
                "10.20.1.57",
                "203.0.113.22",
                "ami-1",
                "Linux/UNIX",
                "x86_64",
                Contexts.NOW,
                List.of(),
                List.of(),
                Map.of("Name", "AUTOChOp", "role", "worker"));
        return Deployment.empty("us-east-1", session.caller().orElseThrow())
                .with(
                        Parts.INSTANCES,
                        Observed.of(
                                Listing.complete(List.of(instance)),
                                Contexts.NOW.minusSeconds(2),
                                Duration.ofSeconds(15)))
                .with(
                        Parts.ALARMS,
                        Observed.<Listing<Alarm>>never(Duration.ofSeconds(30))
                                .failed(
                                        new Problem(
                                                Problem.Kind.DENIED,
                                                "cloudwatch:DescribeAlarms",
                                                "AccessDenied",
                                                "not authorized",
                                                "7f0e",
                                                "cloudwatch:DescribeAlarms",
                                                Contexts.NOW.minusSeconds(300)),
                                        Contexts.NOW.minusSeconds(300)));
    }

    @AfterEach
    void closeShell() throws Exception {
        doOnFx(() -> {
            if (shell != null) {
                shell.close();
            }
            theme().setScale(100);
        });
    }

    static void popupPicture(String name) throws Exception {
        var popup = onFx(() -> Window.getWindows().getLast());
        assertThat(popup).isNotSameAs(stage());
        var image = onFx(() -> popup.getScene().snapshot(null));
        io.atalaya.ui.common.Pictures.writePng(image, Path.of("target/pictures/" + name + ".png"));
    }
}
