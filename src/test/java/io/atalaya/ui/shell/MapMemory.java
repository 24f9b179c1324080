package io.atalaya.ui.shell;

import io.atalaya.ui.LayoutMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers in a map. */
final class MapMemory implements LayoutMemory {
    final Map<String, String> map = new HashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    @Override
    public void put(String key, String value) {
        map.put(key, value);
    }
}
