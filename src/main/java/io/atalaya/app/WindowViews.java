package io.atalaya.app;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.ViewPictures;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellController;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/** Views as they open, drawn beside a window that is in use: in its colours, which are the whole program's, and on no stage. */
final class WindowViews implements ViewPictures {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int BEFORE = 4;

    private final ConnectionScope scope;
    private final Preferences preferences;

    WindowViews(ConnectionScope scope, Preferences preferences) {
        this.scope = scope;
        this.preferences = preferences;
    }

    @Override
    public List<String> views(Recipe recipe) {
        return DrawnViews.of(scope, recipe);
    }

    /** One that nobody sees. */
    private record Unseen(Scene scene, ShellController content, NowTick tick) {
        WritableImage snapshotAndClose() {
            tick.tick();
            var image = OpenedView.snapshot(scene, DrawnViews.SCALE);
            content.close();
            tick.close();
            return image;
        }
    }

    @Override
    public WritableImage picture(String view) throws InterruptedException {
        var opened = OnFx.call(() -> open(view));
        for (int frame = 0; frame < BEFORE; frame++) {
            OnFx.pulses(1);
            OnFx.call(() -> {
                // a scene on no stage has no pulses of its own
                opened.scene().getRoot().applyCss();
                opened.scene().getRoot().layout();
                return opened;
            });
        }
        return OnFx.call(opened::snapshotAndClose);
    }

    private Unseen open(String view) {
        var layout = new ScratchLayout();
        var tick = new NowTick(scope.clock());
        var wiring = Wiring.atOnce(preferences, layout, tick, Program.zone());
        var model = wiring.shellModel(scope);
        model.show(view);
        var texts = new Texts(preferences.language().get(), Wiring.BUNDLES);
        var content = wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions());
        var scene = new Scene(new StackPane(), WIDTH, HEIGHT);
        preferences.theme().adopt(scene);
        scene.setRoot(content.root());
        content.start();
        var corner = content.root().lookup(".notice-corner");
        if (corner != null) {
            corner.setVisible(false); // what tells of the capture is not what is captured
        }
        tick.tick();
        return new Unseen(scene, content, tick);
    }
}
