package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A store against what was done to it, closed, copied as a kill would leave it, and reopened at any moment. */
class StoreModelTest {
    @Property(tries = 8)
    void isWhatWasDoneToIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) throws IOException {
        var random = new Random(seed);
        var limits = new Limits(200_000 + random.nextInt(200_000), 500 + random.nextInt(1_000));
        var root = Files.createTempDirectory("store");
        var folder = root.resolve("0");
        var store = LogStore.create(folder, limits);
        Set<Long> withdrawn = new HashSet<>();
        var told = new Told(store);
        try {
            for (int step = 1; step <= steps; step++) {
                switch (random.nextInt(8)) {
                    case 0 -> {
                        store.close();
                        store = LogStore.open(folder, limits);
                        told = new Told(store);
                    }
                    case 1 -> {
                        // what a kill leaves: the same files, of which nobody holds the lock
                        var copy = root.resolve(String.valueOf(step));
                        copy(folder, copy);
                        store.close();
                        folder = copy;
                        store = LogStore.open(folder, limits);
                        told = new Told(store);
                    }
                    case 2 -> {
                        var id = store.first() + (long) (random.nextDouble() * (store.next() - store.first()));
                        if (id < store.next()) {
                            store.withdraw(id);
                            withdrawn.add(id);
                        }
                    }
                    case 3 -> store.force();
                    default -> {
                        var from = store.next();
                        var to = from + random.nextInt(200);
                        for (long id = from; id < to; id++) {
                            assertThat(Numbered.append(store, id)).isEqualTo(id);
                        }
                        store.publish();
                        assertThat(store.next()).isEqualTo(to);
                    }
                }
                var now = store;
                withdrawn.removeIf(id -> id < now.first());
                assertThat(withdrawn).allMatch(store::withdrawn);
                assertThat(store.next() - store.first()).isLessThanOrEqualTo(limits.maxEvents() + 50);
                told.fits(store);
            }
            StoreCheck.whole(store);
        } finally {
            store.close();
            delete(root);
        }
    }

    /** What a listener knows. */
    private static final class Told implements StoredEvents.Listener {
        private long first;
        private long next;

        Told(LogStore store) {
            first = store.first();
            next = store.next();
            store.listen(this);
        }

        @Override
        public void appended(long from, long to) {
            assertThat(from).isEqualTo(next);
            next = to;
        }

        @Override
        public void withdrawn(long id) {
            assertThat(id).isBetween(first, next - 1);
        }

        @Override
        public void dropped(long below, long newest) {
            assertThat(below).isGreaterThan(first);
            first = below;
        }

        void fits(LogStore store) {
            assertThat(store.next()).isEqualTo(next);
            assertThat(store.first()).isEqualTo(first);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                // its program is another one, and this one's lock must not be touched
                var name = file.getFileName().toString();
                if (!name.equals(StoreLock.OWNER) && !name.equals(StoreLock.LOCK)) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
