package io.atalaya.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells of what was done to the world. Guarded by the lock of the world. */
public final class Deeds {
    private final List<Consumer<Deed>> watchers = new ArrayList<>();

    Deeds() {}

    /** Tells of everything that is done from now on. */
    public void whenDone(Consumer<Deed> watcher) {
        watchers.add(watcher);
    }

    void done(Deed.What what, String on) {
        var deed = new Deed(what, on);
        List.copyOf(watchers).forEach(each -> each.accept(deed));
    }
}
