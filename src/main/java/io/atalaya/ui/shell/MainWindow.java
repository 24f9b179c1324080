package io.atalaya.ui.shell;

import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The main window: shows one screen at a time (the sign-in, or a connection's shell) and makes it anew when the language
 * changes. On the JavaFX thread only.
 */
public final class MainWindow {
    /** What fills the window. */
    public interface Content {
        Parent root();

        /** On screen from now on. */
        void start();

        /** Off screen for good. */
        void close();
    }

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final Scene scene;
    private final Preferences preferences;
    private final List<String> bundles;
    private final Subscription language;
    private @Nullable Function<Texts, Content> maker;
    private @Nullable Content content;

    /**
     * @param bundles base names of the texts of all areas
     */
    public MainWindow(Stage stage, Preferences preferences, LayoutMemory memory, List<String> bundles) {
        this.stage = stage;
        this.preferences = preferences;
        this.bundles = List.copyOf(bundles);
        this.scene = new Scene(new StackPane(), 1440, 900);
        preferences.theme().adopt(scene);
        stage.setTitle("Atalaya");
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        new WindowPlace(memory, "window.main").restore(stage);
        language = preferences.language().subscribe((before, after) -> remake());
    }

    /** Closes what is shown and shows this instead; made again with other texts when the language changes. */
    public void show(Function<Texts, Content> newMaker) {
        maker = newMaker;
        remake();
    }

    /** The texts of the language at hand. */
    public Texts texts() {
        return new Texts(preferences.language().get(), bundles);
    }

    public Stage stage() {
        return stage;
    }

    /** Closes what is shown. */
    public void close() {
        if (content != null) {
            content.close();
            content = null;
            scene.setRoot(new StackPane());
        }
        maker = null;
    }

    /** The window is gone for good. */
    public void dispose() {
        close();
        language.unsubscribe();
    }

    private void remake() {
        if (maker == null) {
            return;
        }
        if (content != null) {
            content.close();
        }
        var made = maker.apply(texts());
        content = made;
        scene.setRoot(made.root());
        made.start();
    }
}
