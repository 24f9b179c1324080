package io.atalaya.ui;

import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What views offer to do about a resource. Choosing an act sends nothing: it opens the confirmation. */
public interface Acts {
    /**
     * An act that makes sense.
     *
     * @param key of the title: {@code operate.act.StopInstance}
     * @param title in the reader's language: {@code Stop instance}
     * @param open opens the confirmation in the window of this node
     */
    record Offer(String key, String title, Consumer<Node> open) {}

    /** Where nothing can be done: pictures of single views, tests. */
    Acts NONE = new Acts() {
        private final ObservableValue<Boolean> never = new SimpleBooleanProperty(false);

        @Override
        public List<Offer> on(ResourceRef resource) {
            return List.of();
        }

        @Override
        public ObservableValue<Boolean> armed() {
            return never;
        }
    };

    /** The acts that make sense on this resource as it is now, in the order of a menu; on the JavaFX thread. */
    List<Offer> on(ResourceRef resource);

    /** Whether this deployment is armed; changes on the JavaFX thread. */
    ObservableValue<Boolean> armed();
}
