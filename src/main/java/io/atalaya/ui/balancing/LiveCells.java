package io.atalaya.ui.balancing;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** The cells whose words change with time. Written anew at each tick, and only those on screen; no row has to change for it. */
final class LiveCells {
    /** A cell that can be written anew. */
    interface Live {
        void tick();
    }

    // a table throws cells away when it likes
    private final Set<Live> cells = Collections.newSetFromMap(new WeakHashMap<>());

    void add(Live cell) {
        cells.add(cell);
    }

    void tick() {
        List.copyOf(cells).forEach(Live::tick);
    }
}
