package io.atalaya.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/** Whether somebody has used keys or mouse in any window of the program of late. On the JavaFX thread only. */
final class Presence implements AutoCloseable {
    /** For so long after the last touch somebody is taken to be there. */
    static final Duration LINGERS = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final EventHandler<InputEvent> onInput = it -> touched();
    private final ListChangeListener<Window> onWindows = it -> {
        while (it.next()) {
            it.getAddedSubList().forEach(window -> window.addEventFilter(InputEvent.ANY, onInput));
            it.getRemoved().forEach(window -> window.removeEventFilter(InputEvent.ANY, onInput));
        }
    };
    private Instant last;

    Presence(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
        Window.getWindows().addListener(onWindows);
        Window.getWindows().forEach(window -> window.addEventFilter(InputEvent.ANY, onInput));
    }

    private void touched() {
        last = clock.instant();
    }

    boolean somebody() {
        return Duration.between(last, clock.instant()).compareTo(LINGERS) < 0;
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(onWindows);
        Window.getWindows().forEach(window -> window.removeEventFilter(InputEvent.ANY, onInput));
    }
}
