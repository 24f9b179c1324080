package io.atalaya.app;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.evidence.ViewPictures;
import java.util.List;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Views as they open, one after the other in one window that nobody sees. */
final class DrawnViews implements ViewPictures, AutoCloseable {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    /** Pixels of a picture for one of the screen. */
    static final int SCALE = 2;

    private static final int BEFORE = 4;

    private final Program program;
    private final ConnectionScope scope;
    private @Nullable OpenedView window;

    DrawnViews(Program program, ConnectionScope scope) {
        this.program = program;
        this.scope = scope;
    }

    @Override
    public List<String> views(Recipe recipe) {
        return of(scope, recipe);
    }

    /** Practice is not the deployment, and the evidence itself would be a list of other capsules. */
    static List<String> of(ConnectionScope scope, Recipe recipe) {
        return Wiring.views(scope).stream()
                .filter(view -> !view.equals(Wiring.PRACTICE) && !view.equals(Wiring.EVIDENCE) && recipe.shows(view))
                .toList();
    }

    @Override
    public WritableImage picture(String view) throws InterruptedException {
        var there = window;
        var opened = there == null
                ? OnFx.call(() -> OpenedView.open(program, scope, view, Theme.Mode.LIGHT, WIDTH, HEIGHT))
                : there;
        window = opened;
        if (there != null) {
            OnFx.call(() -> {
                opened.show(view);
                return opened;
            });
        }
        OnFx.pulses(BEFORE);
        return OnFx.call(() -> opened.snapshot(SCALE));
    }

    @Override
    public void close() throws InterruptedException {
        var there = window;
        if (there != null) {
            OnFx.call(() -> {
                there.close();
                return there;
            });
        }
    }
}
