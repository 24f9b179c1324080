package io.atalaya.app;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.evidence.ViewPictures;
import java.util.List;
import javafx.scene.image.WritableImage;

/** Views as they open, drawn where no window is. */
final class DrawnViews implements ViewPictures {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    /** Pixels of a picture for one of the screen. */
    static final int SCALE = 2;

    private static final int BEFORE = 4;

    private final Program program;
    private final ConnectionScope scope;

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
        var opened = OnFx.call(() -> OpenedView.open(program, scope, view, Theme.Mode.LIGHT, WIDTH, HEIGHT));
        OnFx.pulses(BEFORE);
        return OnFx.call(() -> opened.snapshotAndClose(SCALE));
    }
}
