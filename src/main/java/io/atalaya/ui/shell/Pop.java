package io.atalaya.ui.shell;

import io.atalaya.ui.common.Theme;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** Small things that hang on what opened them: settings, the API meter, the last problem. One at a time; Esc closes it. */
final class Pop {
    private final Theme theme;
    private @Nullable PopOver open;

    Pop(Theme theme) {
        this.theme = theme;
    }

    void show(Parent content, Node anchor, PopOver.ArrowLocation side) {
        close();
        var pop = new PopOver(content);
        pop.setArrowLocation(side);
        pop.setDetachable(false);
        pop.setAnimated(false);
        pop.setCornerRadius(4);
        pop.setArrowSize(8);
        pop.setAutoHide(true);
        pop.setHideOnEscape(true);
        theme.dress(pop.getRoot());
        pop.show(anchor);
        open = pop;
    }

    boolean isOpen() {
        return open != null && open.isShowing();
    }

    void close() {
        if (open != null) {
            open.hide();
            open = null;
        }
    }
}
