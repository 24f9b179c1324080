package io.atalaya.ui.common;

import io.atalaya.deployment.State;
import java.util.Locale;
import javafx.scene.Node;

/** Style classes by state: {@code state-healthy} ... {@code state-failed}, {@code state-stale}. Exactly one is set. */
public final class StateStyles {
    private static final String STALE = "state-stale";

    private StateStyles() {}

    public static String styleClass(State state) {
        return "state-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** Sets the one class of a state, or the grey one of a value that is only last known. */
    public static void apply(Node node, State state, boolean stale) {
        var wanted = stale ? STALE : styleClass(state);
        if (node.getStyleClass().contains(wanted)) {
            return;
        }
        clear(node);
        node.getStyleClass().add(wanted);
    }

    public static void clear(Node node) {
        node.getStyleClass().remove(STALE);
        for (var each : State.values()) {
            node.getStyleClass().remove(styleClass(each));
        }
    }
}
