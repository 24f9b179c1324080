package io.atalaya.app;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.CaptureAsk;
import io.atalaya.ui.evidence.CaptureKey;
import io.atalaya.ui.evidence.CaptureModel;
import io.atalaya.ui.evidence.ScreenFilter;
import io.atalaya.ui.evidence.ViewLeftException;
import io.atalaya.ui.evidence.ViewPictures;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;

/** A capsule of what is on screen: one picture of the window as it is, and all lists that its view looks at. */
final class WindowCapture implements CaptureKey {
    private final ConnectionScope scope;

    WindowCapture(ConnectionScope scope) {
        this.scope = scope;
    }

    @Override
    public CaptureModel model() {
        return scope.evidence().capture();
    }

    @Override
    public void take(Shown shown, Texts texts) {
        var known = scope.current().parts();
        var recipe = new Recipe(
                "view-" + shown.view(),
                shown.title(),
                List.of(),
                List.of(shown.view()),
                shown.parts().stream()
                        .filter(known::contains)
                        .sorted(java.util.Comparator.comparing(it -> it.id()))
                        .toList(),
                List.of());
        model().begin(new CaptureAsk(shown.title(), recipe, null, null, List.of(), new AsItIs(shown), texts));
    }

    /** The window as the person sees it, with what was typed and chosen. */
    private static final class AsItIs implements ViewPictures {
        private final Shown shown;
        private volatile List<ScreenFilter> filters = List.of();

        AsItIs(Shown shown) {
            this.shown = shown;
        }

        @Override
        public List<String> views(Recipe recipe) {
            return List.of(shown.view());
        }

        @Override
        public WritableImage picture(String view) throws InterruptedException, ViewLeftException {
            OnFx.pulses(2); // what was read last is on screen
            return OnFx.call(this::drawn).orElseThrow(() -> new ViewLeftException(view));
        }

        private Optional<WritableImage> drawn() {
            if (!shown.stillThere().getAsBoolean()) {
                return Optional.empty();
            }
            // what tells of the capture is not what is captured; no frame is drawn in between
            var card = shown.window().lookup(".notice-corner");
            if (card != null) {
                card.setVisible(false);
            }
            try {
                filters = ScreenFilter.of(shown.window());
                return Optional.of(OpenedView.snapshot(shown.window().getScene(), DrawnViews.SCALE));
            } finally {
                if (card != null) {
                    card.setVisible(true);
                }
            }
        }

        @Override
        public List<ScreenFilter> filters() {
            return filters;
        }
    }
}
