package io.atalaya.app;

import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.MainWindow;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellModel;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/** One view on an invisible stage. */
record OpenedView(Stage stage, NowTick tick, ShellModel model, MainWindow.Content content) {
    static OpenedView open(
            Program program, ConnectionScope scope, String view, Theme.Mode mode, int width, int height) {
        var layout = new ScratchLayout();
        var theme = new Theme(mode, 100);
        var preferences = new Preferences(layout, theme, Locale.getDefault(), new ProgramVersion().text());
        theme.mode().set(mode);
        var tick = new NowTick(program.machinery().clock());
        var wiring = Wiring.atOnce(preferences, layout, tick, Program.zone());
        var model = wiring.shellModel(scope);
        var wall = view.equals(Shot.WALL);
        if (!wall) {
            model.show(view);
        }
        var texts = new Texts(preferences.language().get(), Wiring.BUNDLES);
        var context = wiring.context(scope, model, texts);
        var content = wall
                ? new OnWall(wiring.wall(scope, context), () -> {})
                : wiring.shell(model, scope, context, new NoActions());
        var scene = new Scene(new StackPane(), width, height);
        theme.adopt(scene);
        scene.setRoot(content.root());
        var stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        content.start();
        tick.tick();
        return new OpenedView(stage, tick, model, content);
    }

    /** @param scale px of the picture for one of the screen */
    WritableImage snapshotAndClose(int scale) {
        var image = snapshot(scale);
        close();
        return image;
    }

    /** Goes on to another view in the same window: its styles are worked out already. */
    void show(String view) {
        model.show(view);
        tick.tick();
    }

    void close() {
        content.close();
        tick.close();
        stage.close();
    }

    /** @param scale px of the picture for one of the screen */
    WritableImage snapshot(int scale) {
        tick.tick();
        return snapshot(stage.getScene(), scale);
    }

    /** What a scene shows now, on a stage or not. */
    static WritableImage snapshot(Scene scene, int scale) {
        var root = scene.getRoot();
        root.applyCss();
        root.layout();
        if (scale == 1) {
            return scene.snapshot(null);
        }
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        return root.snapshot(parameters, null);
    }
}
