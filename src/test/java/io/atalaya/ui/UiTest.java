package io.atalaya.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.ui.common.Pictures;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Base of tests that need a screen: TestFX on JavaFX's headless platform, one stage for the whole class, gestures through
 * {@link #robot}. Any warning of the CSS engine fails the test in which it appeared.
 */
public abstract class UiTest {
    private static final CssTrap CSS = new CssTrap();
    private static final long PATIENCE_SECONDS = 20;
    private static @Nullable Stage shared;
    private static @Nullable Theme sharedTheme;

    /** Mouse and keyboard. */
    protected final FxRobot robot = new Hand();

    @BeforeAll
    static void openStage() throws Exception {
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            new PlainClicks().install();
            var stage = new Stage();
            var theme = new Theme(Theme.Mode.DARK, 100);
            var scene = new Scene(new javafx.scene.layout.StackPane(), 1440, 900);
            theme.adopt(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            shared = stage;
            sharedTheme = theme;
            return stage;
        });
    }

    @AfterAll
    static void closeStage() throws Exception {
        onFx(() -> {
            stage().close();
            return stage();
        });
        FxToolkit.cleanupStages();
    }

    @BeforeEach
    void armTrap() {
        CSS.arm();
    }

    @AfterEach
    void noCssWarning() throws Exception {
        settle();
        assertThat(CSS.disarm()).as("warnings of the CSS engine").isEmpty();
    }

    protected static Stage stage() {
        return Objects.requireNonNull(shared);
    }

    protected static Theme theme() {
        return Objects.requireNonNull(sharedTheme);
    }

    /** The texts of all areas named by their bundle, e.g. {@code io.atalaya.ui.common.common}. */
    protected static Texts texts(Locale locale, String... bundles) {
        return new Texts(locale, List.of(bundles));
    }

    /** Puts a node tree on the stage at a size and waits until it is laid out. */
    protected static void show(Parent root, double width, double height) throws Exception {
        onFx(() -> {
            var scene = stage().getScene();
            scene.setRoot(root);
            stage().setWidth(width);
            stage().setHeight(height);
            root.applyCss();
            root.layout();
            return root;
        });
        settle();
    }

    /** Runs on the JavaFX thread and waits for the result. */
    protected static <T> T onFx(Callable<T> task) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return task.call();
        }
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The same for what has no result. */
    protected static void doOnFx(Runnable task) throws Exception {
        onFx(() -> {
            task.run();
            return Boolean.TRUE;
        });
    }

    /** Waits until the JavaFX thread has nothing left to do and two pulses have passed. */
    protected static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A picture of the whole scene in {@code target/pictures/NAME.png}, for looking at. */
    protected static Path picture(String name) throws Exception {
        settle();
        var image = onFx(() -> stage().getScene().snapshot(null));
        var file = Path.of("target", "pictures", name + ".png");
        try {
            Pictures.writePng(image, file);
        } catch (IOException e) {
            throw new AssertionError("picture " + file, e);
        }
        return file;
    }
}
