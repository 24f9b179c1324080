package io.atalaya.ui.perimeter;

import java.util.List;

/** Where past perimeters of one deployment are kept: one for each day, the last of it. Blocking; off the screen's thread. */
public interface PastPerimeters {
    /** Nothing is kept: a simulated deployment's world ends with the program. */
    PastPerimeters NONE = new PastPerimeters() {
        @Override
        public List<String> load() {
            return List.of();
        }

        @Override
        public void save(String day, String text) {}
    };

    /** All that are kept, in no order. */
    List<String> load();

    /**
     * Keeps one in place of an earlier one of its day.
     *
     * @param day {@code 2026-11-24}, UTC
     */
    void save(String day, String text);
}
