package io.atalaya.ui;

import java.util.Optional;
import javafx.beans.property.Property;

/**
 * What comes back after a restart: window places, the view at hand, the rail, filters, settings. Small texts by key; nothing
 * that came from AWS, no secret. Implemented in {@code app}; called on the JavaFX thread, writes are saved by and by.
 */
public interface LayoutMemory {
    /** What was put, in this run or an earlier one. */
    Optional<String> get(String key);

    void put(String key, String value);

    /** Restores a property and keeps what it becomes. */
    default void keep(String key, Property<String> property) {
        get(key).ifPresent(property::setValue);
        property.addListener((it, before, after) -> put(key, after == null ? "" : after));
    }
}
