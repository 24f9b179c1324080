package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.atalaya.ui.common.Theme;
import io.atalaya.watch.ApiMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest extends UiTest {
    private static final String[] BUNDLES = {
        "io.atalaya.ui.common.common",
        "io.atalaya.ui.shell.shell",
        "io.atalaya.ui.acting.acting",
        "io.atalaya.operate.operate"
    };

    @TempDir
    Path journal;

    private final Contexts world = new Contexts();
    private final MapMemory memory = new MapMemory();
    private final TestSession session = new TestSession(Contexts.NOW.plusSeconds(47 * 60 + 12));
    private final List<String> log = new ArrayList<>();
    private final ShellModel model = new ShellModel(List.of("overview", "topology", "compute"), memory);
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

    private void open(Locale locale, double width, double height) throws Exception {
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
                        public java.util.Optional<Path> saveAs(String name) {
                            return java.util.Optional.empty();
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

    private ShellController shell() {
        return java.util.Objects.requireNonNull(shell);
    }

    private Deployment sample() {
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
                        Observed.<Listing<io.atalaya.deployment.Alarm>>never(Duration.ofSeconds(30))
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

    @Test
    void pictures() throws Exception {
        world.deployment.set(sample());
        for (var mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            doOnFx(() -> theme().mode().set(mode));
            var name = mode.name().toLowerCase(Locale.ROOT);
            open(Locale.ENGLISH, 1440, 900);
            picture("shell-" + name);
            robot.push(KeyCode.CONTROL, KeyCode.K);
            robot.write("auto");
            picture("palette-" + name);
            closeShell();
            session.sandbox = "checkop";
            session.aws = false;
            open(Locale.of("es"), 1000, 700);
            picture("shell-small-es-" + name);
            closeShell();
            session.sandbox = null;
            session.aws = true;
        }
    }

    @Test
    void nothingOverlapsAtOtherSizesAndScales() throws Exception {
        world.deployment.set(sample());
        session.sandbox = "checkop";
        session.aws = false;
        for (int width : new int[] {1181, 1281, 1366}) {
            open(width == 1281 ? Locale.of("pt", "BR") : Locale.of("es"), width, 600);
            picture("shell-" + width);
            assertNothingIsCut();
            closeShell();
        }
        doOnFx(() -> theme().setScale(150));
        open(Locale.ENGLISH, 1440, 900);
        picture("shell-150");
        assertNothingIsCut();
    }

    /** The cells that must never shrink have all the width they ask for, inside the window. */
    private void assertNothingIsCut() throws Exception {
        for (var id : List.of(
                "#connectionCell", "#credentialsCell", "#meterCell", "#refreshedCell", "#tags", "#quality", "#time")) {
            var node = robot.lookup(id).queryAs(javafx.scene.layout.Region.class);
            assertThat(onFx(node::getWidth)).as(id).isGreaterThanOrEqualTo(Math.floor(onFx(() -> node.prefWidth(-1))));
            assertThat(onFx(() -> node.localToScene(node.getBoundsInLocal()).getMaxX()))
                    .as(id)
                    .isLessThanOrEqualTo(onFx(() -> stage().getScene().getWidth()));
        }
    }

    @Test
    void keysLeadToViewsAndBack() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ESCAPE);

        assertThat(model.current()).isEqualTo("compute");
        assertThat(log)
                .containsExactly(
                        "+overview", "-overview", "+compute", "-compute", "+topology", "-topology", "+compute");
        assertThat(memory.map).containsEntry("shell.view", "compute");
    }

    @Test
    void askAgainAsksWhatTheViewOnScreenShowsAndNothingElse() throws Exception {
        doOnFx(() -> world.deployment.set(sample()));
        open(Locale.ENGLISH, 1440, 900);
        robot.push(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.F5);
        assertThat(world.asked).containsExactly(Set.of(Parts.TARGETS), Set.of(Parts.INSTANCES, Parts.IMAGES));
    }

    @Test
    void aProblemIsAskedAgainWhereverItIsShown() throws Exception {
        doOnFx(() -> world.deployment.set(sample()));
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#problem");
        settle();
        robot.clickOn("Ask again");
        assertThat(world.asked).containsExactly(Set.of(Parts.ALARMS));
    }

    @Test
    void paletteFindsAResourceByAddressAndRevealsIt() throws Exception {
        world.deployment.set(sample());
        open(Locale.ENGLISH, 1440, 900);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("10.20.1.57");
        assertThat(shell().paletteModel().found())
                .extracting(PaletteEntry::title)
                .containsExactly("AUTOChOp");
        robot.push(KeyCode.ENTER);
        settle();

        assertThat(model.current()).isEqualTo("topology");
        assertThat(log).contains("reveal i-0f3d8a6617be2c904");
    }

    @Test
    void aClickOnTheRailShowsTheView() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#rail-topology");
        assertThat(model.current()).isEqualTo("topology");
    }

    @Test
    void aViewInItsOwnWindowComesBackWithTheNextShell() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        int before = onFx(() -> Window.getWindows().size());
        robot.push(KeyCode.CONTROL, KeyCode.O);
        settle();
        assertThat(onFx(() -> Window.getWindows().size())).isEqualTo(before + 1);
        assertThat(memory.map).containsEntry("shell.windows", "overview");
        popupPicture("own-window");
        doOnFx(() -> shell().close());
        assertThat(onFx(() -> Window.getWindows().size())).isEqualTo(before);

        open(Locale.of("es"), 1440, 900);
        assertThat(onFx(() -> Window.getWindows().size())).isEqualTo(before + 1);
    }

    @Test
    void popupsOpenAndClose() throws Exception {
        world.deployment.set(sample());
        open(Locale.ENGLISH, 1440, 900);
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        robot.clickOn("#rail-settings");
        settle();
        popupPicture("pop-settings");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#meterCell");
        settle();
        popupPicture("pop-meter");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#problem");
        settle();
        popupPicture("pop-problem");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F1);
        settle();
        popupPicture("pop-keys");
        var keys = onFx(() -> Window.getWindows().getLast().getScene().getRoot());
        assertThat(onFx(() -> keys.lookup("#keys-of-log").lookupAll(".key-cap").stream()
                        .map(it -> ((javafx.scene.control.Label) it).getText())
                        .toList()))
                .contains("Ctrl ⇧ C", "Alt ↓  Alt ↑", "U");
        assertThat(onFx(() -> keys.getLayoutBounds().getHeight())).as("fits").isLessThan(900);
    }

    private static void popupPicture(String name) throws Exception {
        var popup = onFx(() -> Window.getWindows().getLast());
        assertThat(popup).isNotSameAs(stage());
        var image = onFx(() -> popup.getScene().snapshot(null));
        io.atalaya.ui.common.Pictures.writePng(image, java.nio.file.Path.of("target/pictures/" + name + ".png"));
    }

    @Test
    void renewIsOfferedWhenCredentialsEndSoon() throws Exception {
        session.credentials = new io.atalaya.connect.CredentialState(
                Contexts.NOW.plusSeconds(240), io.atalaya.connect.Renewal.PERSON);
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#renew");
        assertThat(log).contains("renew");
    }

    @Test
    void railNarrowsByWidthAndByWish() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        assertThat(onFx(() -> model.narrowBinding().get())).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        assertThat(onFx(() -> model.narrowBinding().get())).isTrue();
        assertThat(memory.map).containsEntry("shell.railNarrow", "true");
    }
}
