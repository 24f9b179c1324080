package io.atalaya.app;

import io.atalaya.ui.LayoutMemory;
import java.util.Optional;

/**
 * What one of several windows remembers. The first window's is the program's; a further one begins with what the first has,
 * except for places and windows, and remembers for itself from then on.
 *
 * @param number of the window, counted from 1
 */
record WindowMemory(LayoutMemory all, int number) implements LayoutMemory {
    @Override
    public Optional<String> get(String key) {
        if (number == 1) {
            return all.get(key);
        }
        var own = all.get(own(key));
        return own.isPresent() || isOfAPlace(key) ? own : all.get(key);
    }

    @Override
    public void put(String key, String value) {
        all.put(number == 1 ? key : own(key), value);
    }

    private String own(String key) {
        return "window" + number + "." + key;
    }

    private static boolean isOfAPlace(String key) {
        return key.startsWith("window.") || key.equals("shell.windows");
    }
}
