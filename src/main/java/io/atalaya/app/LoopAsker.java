package io.atalaya.app;

import io.atalaya.deployment.Part;
import io.atalaya.ui.Asker;
import io.atalaya.watch.RefreshLoop;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What the views of one window tell the loop of their connection. May be used on any thread. */
final class LoopAsker implements Asker {
    private final RefreshLoop loop;
    private final List<Look> looks = new CopyOnWriteArrayList<>();

    LoopAsker(RefreshLoop loop) {
        this.loop = loop;
    }

    @Override
    public AutoCloseable watch(Set<Part<?>> parts) {
        var look = new Look(Set.copyOf(parts), loop.watch(parts));
        looks.add(look);
        return look;
    }

    @Override
    public void askNow(Set<Part<?>> parts) {
        loop.askNow(parts);
    }

    @Override
    public Set<Part<?>> lookedAt() {
        return looks.stream()
                .map(each -> each.parts)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /** One view that looks; equal to itself only. */
    private final class Look implements AutoCloseable {
        private final Set<Part<?>> parts;
        private final RefreshLoop.Watching watching;

        Look(Set<Part<?>> parts, RefreshLoop.Watching watching) {
            this.parts = parts;
            this.watching = watching;
        }

        @Override
        public void close() {
            looks.remove(this);
            watching.close();
        }
    }
}
