package io.atalaya.app;

import io.atalaya.ui.LayoutMemory;
import java.util.Optional;

/** {@link LayoutMemory} in the settings file. */
record SavedLayout(SettingsFile settings) implements LayoutMemory {
    @Override
    public Optional<String> get(String key) {
        return settings.get(key);
    }

    @Override
    public void put(String key, String value) {
        settings.put(key, value);
    }
}
