package io.atalaya.ui.shell;

import io.atalaya.ui.View;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * A view of the rail. Only views that exist are registered; the order of the list is the order of Ctrl+1, Ctrl+2 ...
 *
 * @param id stable, for navigation and settings
 * @param icon Feather's name, {@code fth-grid}
 * @param titleKey of the texts
 * @param attention what its badge shows; changes on the JavaFX thread
 * @param factory makes the view: once for the main window, once more for a window of its own
 */
public record RailEntry(
        String id, String icon, String titleKey, ObservableValue<Attention> attention, Supplier<View> factory) {}
