package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.replay.CapsuleFile;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Verdict;
import io.atalaya.evidence.verify.Verifier;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.CaptureModel;
import io.atalaya.ui.evidence.ViewLeftException;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.shell.ShellModel;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key makes a capsule of what is on screen, in the whole window over a living deployment. */
class EvidenceOnScreenTest extends UiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path home;

    /** A window that is in use. */
    private record Desk(TestProgram test, ConnectionScope scope, ShellModel model, ShellController shell)
            implements AutoCloseable {
        CaptureModel capture() {
            return scope.evidence().capture();
        }

        @Override
        public void close() throws Exception {
            doOnFx(shell::close);
            scope.close();
            test.close();
        }
    }

    private Desk open(String view) throws Exception {
        var test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
        var scope = test.connect(new FxThread());
        TestProgram.readAll(scope);
        var layout = new ScratchLayout();
        var texts = new Texts(Locale.ENGLISH, Wiring.BUNDLES);
        var preferences = onFx(() -> new Preferences(layout, theme(), Locale.ENGLISH, "0"));
        var tick = onFx(() -> new NowTick(InstantSource.system()));
        var wiring = new Wiring(preferences, layout, tick, ZoneId.of("America/Bogota"));
        var model = wiring.shellModel(scope);
        doOnFx(() -> model.show(view));
        var shell = onFx(() -> wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions()));
        show(shell.root(), 1440, 900);
        doOnFx(shell::start);
        settle();
        return new Desk(test, scope, model, shell);
    }

    private static CaptureModel.Standing await(CaptureModel capture, Predicate<CaptureModel.Standing> such)
            throws Exception {
        var there = new CompletableFuture<CaptureModel.Standing>();
        var watching = onFx(() -> capture.standingProperty().subscribe(it -> {
            if (such.test(it)) {
                there.complete(it);
            }
        }));
        try {
            return there.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            doOnFx(((Subscription) watching)::unsubscribe);
        }
    }

    private static CaptureModel.Standing ended(Desk desk) throws Exception {
        var standing = await(
                desk.capture(),
                it -> !(it instanceof CaptureModel.Standing.Running) && !(it instanceof CaptureModel.Standing.Idle));
        settle();
        return standing;
    }

    private void pressTheKey() {
        robot.press(KeyCode.CONTROL).press(KeyCode.E).release(KeyCode.E).release(KeyCode.CONTROL);
    }

    @Test
    void theKeyMakesACapsuleOfTheViewWithItsFilter() throws Exception {
        try (var desk = open("compute")) {
            doOnFx(() -> ((FilterField) desk.shell().root().lookup(".filter-field")).setText("AUTOChOp"));
            settle();
            pressTheKey();
            var made = (CaptureModel.Standing.Made) ended(desk);
            picture("evidence-made");
            var file = made.captured().file();

            var checked = new Verifier(Expected.nothing()).verify(List.of(Verifier.file("it", file)));
            assertThat(checked.verdict()).isEqualTo(Verdict.NOT_AWS);
            var capsule = CapsuleFile.open(file);
            assertThat(capsule.manifest().facts().recipe()).isEqualTo("view-compute");
            assertThat(capsule.lists()).contains("instances", "images", "volumes");
            assertThat(capsule.list("instances").rows())
                    .as("whole, whatever the filter")
                    .hasSize(3);
            assertThat(capsule.answers())
                    .anyMatch(it -> it.call().equals("ec2:DescribeInstances") && it.status() == 200);
            JsonNode about = JsonMapper.builder().build().readTree(capsule.item("capture.json"));
            assertThat(about.path("filters").toString()).contains("AUTOChOp");
            var picture = ImageIO.read(new ByteArrayInputStream(capsule.item("pictures/compute.png")));
            assertThat(picture.getWidth()).isEqualTo(2880);
            Files.copy(
                    new ByteArrayInputStream(capsule.item("pictures/compute.png")),
                    Path.of("target", "pictures", "evidence-of-the-window.png"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            robot.clickOn("#capture-show");
            settle();
            assertThat(desk.model().current()).isEqualTo("evidence");
            assertThat(waitFor("#evidence-side", Node::isVisible)).isTrue();
            picture("evidence-shown");
            assertThat(onFx(() -> ((TableView<?>) desk.shell().root().lookup("#evidence-table"))
                            .getSelectionModel()
                            .getSelectedIndex()))
                    .isZero();
        }
    }

    /** Some frames, because the list is read beside the screen. */
    private static boolean waitFor(String id, Predicate<Node> such) throws Exception {
        for (int frame = 0; frame < 400; frame++) {
            settle();
            if (onFx(() -> {
                var node = stage().getScene().getRoot().lookup(id);
                return node != null && such.test(node);
            })) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aDeniedPageIsNoCapsuleAndIsSaid() throws Exception {
        try (var desk = open("compute")) {
            desk.test()
                    .sandbox()
                    .faults()
                    .plan(FaultMatch.of(AwsService.EC2, "DescribeVolumes"), new Fault.Denied("*"));
            pressTheKey();
            var failed = (CaptureModel.Standing.Failed) ended(desk);
            assertThat(failed.why()).isInstanceOfSatisfying(EvidenceException.class, it -> {
                assertThat(it.reason()).isEqualTo(EvidenceException.Reason.INCOMPLETE);
                assertThat(it.details().getFirst()).startsWith("volumes: ec2:DescribeVolumes");
            });
            picture("evidence-denied");
            assertThat(onFx(() -> desk.shell().root().lookup("#capture-card").isVisible()))
                    .isTrue();
            assertThat(desk.scope().evidence().shelf().files()).isEmpty();
            assertThat(leftBehind()).isEmpty();
        }
    }

    @Test
    void aCapsuleIsCalledOffOrLostWithItsView() throws Exception {
        try (var desk = open("compute")) {
            desk.test().sandbox().faults().plan(FaultMatch.of(AwsService.EC2, "DescribeVolumes"), new Fault.Hang());
            pressTheKey();
            assertThat(await(desk.capture(), CaptureModel.Standing.Running.class::isInstance))
                    .isNotNull();
            settle();
            picture("evidence-running");
            robot.clickOn("#capture-cancel");
            assertThat(ended(desk)).isInstanceOf(CaptureModel.Standing.CalledOff.class);
            assertThat(leftBehind()).isEmpty();

            doOnFx(() -> desk.model().show("dns"));
            settle();
            doOnFx(() -> {
                // in one go: nothing can be drawn in between
                desk.shell()
                        .root()
                        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, false, true, false, false));
                desk.model().show("overview");
            });
            assertThat(ended(desk))
                    .isInstanceOfSatisfying(CaptureModel.Standing.Failed.class, it -> assertThat(it.why())
                            .isInstanceOf(ViewLeftException.class));
            assertThat(leftBehind()).isEmpty();
        }
    }

    private List<Path> leftBehind() throws java.io.IOException {
        var folder = home.resolve("data/evidence/capsules");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aLockedKeyAsksForItsPassphraseWhereOneIs() throws Exception {
        try (var desk = open("dns")) {
            new io.atalaya.evidence.capsule.KeyFolder(home.resolve("data/evidence")).open("open sesame".toCharArray());
            pressTheKey();
            assertThat(ended(desk)).isInstanceOf(CaptureModel.Standing.Failed.class);
            picture("evidence-locked");
            doOnFx(() -> ((PasswordField) desk.shell().root().lookup("#capture-passphrase")).setText("open sesame"));
            robot.clickOn("#capture-unlock");
            assertThat(await(desk.capture(), CaptureModel.Standing.Made.class::isInstance))
                    .isNotNull();
        }
    }

    @Test
    void aRecipeIsDrawnBesideTheWindow() throws Exception {
        try (var desk = open("evidence")) {
            pressTheKey();
            settle();
            assertThat(onFx(() -> desk.shell().root().lookup("#evidence-form-make")))
                    .as("where capsules are, the key asks of what")
                    .isNotNull();
            assertThat(waitFor("#evidence-form-make", it -> !it.isDisabled())).isTrue();
            robot.clickOn("#evidence-form-make");
            var made = ended(desk);
            assertThat(made).isInstanceOf(CaptureModel.Standing.Made.class);
            var capsule = CapsuleFile.open(
                    ((CaptureModel.Standing.Made) made).captured().file());
            assertThat(capsule.manifest().facts().recipe()).isEqualTo("all");
            assertThat(capsule.claims()).hasSize(12);
            assertThat(capsule.pictures()).contains("pictures/topology.png", "pictures/noc.png");
            assertThat(capsule.has("pictures/evidence.png")).isFalse();
            for (var view : List.of("overview", "topology", "compute", "noc")) {
                Files.write(
                        Path.of("target", "pictures", "evidence-drawn-" + view + ".png"),
                        capsule.item("pictures/" + view + ".png"));
            }
        }
    }
}
