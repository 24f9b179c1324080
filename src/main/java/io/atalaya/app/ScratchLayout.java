package io.atalaya.app;

import io.atalaya.ui.LayoutMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A layout that nothing outlives: pictures always show the default one. */
final class ScratchLayout implements LayoutMemory {
    private final Map<String, String> values = new HashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }
}
