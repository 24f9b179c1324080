package io.atalaya.app;

import io.atalaya.ui.perimeter.PastPerimeters;
import java.util.ArrayList;
import java.util.List;

/** Keeps every perimeter of a simulated deployment, and what was accepted there, as long as its connection is open. */
final class PerimetersInMemory implements PastPerimeters {
    private static final int MOST = 60;

    private final List<String> moments = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();

    @Override
    public synchronized List<String> load() {
        return List.copyOf(moments);
    }

    /** Of a day that is played through in minutes all moments count, not only the last. */
    @Override
    public synchronized void save(String day, String text) {
        moments.add(text);
        if (moments.size() > MOST) {
            moments.removeFirst();
        }
    }

    @Override
    public synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public synchronized void accept(String line) {
        accepted.add(line);
    }
}
