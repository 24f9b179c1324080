package io.atalaya.ui.perimeter;

import java.util.List;

/** What is kept of the perimeter of one deployment: one for each day, the last of it, and which findings were accepted. Blocking; off the screen's thread. */
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

    /** What was said about findings, the oldest first: lines of a file that is only added to. */
    default List<String> accepted() {
        return List.of();
    }

    /** Adds a line to what was said about findings. */
    default void accept(String line) {}
}
