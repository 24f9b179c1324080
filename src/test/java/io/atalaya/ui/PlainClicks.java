package io.atalaya.ui;

import java.util.WeakHashMap;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The headless platform marks primary presses as popup triggers, so that a click on a column header would not sort. Rebuilds
 * such events without the mark, in every window.
 */
final class PlainClicks {
    private final WeakHashMap<Window, Boolean> cured = new WeakHashMap<>();

    void install() {
        Window.getWindows().forEach(this::cure);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::cure);
            }
        });
    }

    private void cure(Window window) {
        if (cured.put(window, true) == null) {
            window.setEventDispatcher(new Cure(window.getEventDispatcher()));
        }
    }

    private record Cure(EventDispatcher real) implements EventDispatcher {
        @Override
        public @Nullable Event dispatchEvent(Event event, EventDispatchChain tail) {
            return real.dispatchEvent(event instanceof MouseEvent mouse ? plain(mouse) : event, tail);
        }

        private static MouseEvent plain(MouseEvent it) {
            if (!it.isPopupTrigger() || it.getButton() != MouseButton.PRIMARY) {
                return it;
            }
            return new MouseEvent(
                    it.getSource(),
                    it.getTarget(),
                    it.getEventType(),
                    it.getX(),
                    it.getY(),
                    it.getScreenX(),
                    it.getScreenY(),
                    it.getButton(),
                    it.getClickCount(),
                    it.isShiftDown(),
                    it.isControlDown(),
                    it.isAltDown(),
                    it.isMetaDown(),
                    it.isPrimaryButtonDown(),
                    it.isMiddleButtonDown(),
                    it.isSecondaryButtonDown(),
                    it.isSynthesized(),
                    false,
                    it.isStillSincePress(),
                    it.getPickResult());
        }
    }
}
