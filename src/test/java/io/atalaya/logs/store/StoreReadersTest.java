package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers beside the one that writes, while segments come and go: none sees half of anything. */
class StoreReadersTest {
    private static final int EVENTS = 25_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void seeWholeEventsOnly() throws Exception {
        var done = new AtomicBoolean();
        var store = LogStore.create(folder.resolve("store"), new Limits(4_000_000, 10_000));
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var readers = IntStream.range(0, 2)
                    .mapToObj(seed -> threads.submit(() -> read(store, new Random(seed), done)))
                    .toList();
            var forcing = threads.submit(() -> {
                var rounds = 0;
                while (!done.get()) {
                    store.force();
                    rounds++;
                }
                return rounds;
            });
            try {
                threads.submit(writer(store)).get(100, TimeUnit.SECONDS);
            } finally {
                done.set(true);
            }
            for (var reader : readers) {
                assertThat(reader.get(20, TimeUnit.SECONDS)).as("events read").isGreaterThan(100);
            }
            assertThat(forcing.get(20, TimeUnit.SECONDS)).isPositive();
        }
        StoreCheck.whole(store);
        store.close();
    }

    private static Callable<Void> writer(LogStore store) {
        return () -> {
            var random = new Random(9);
            for (long id = 0; id < EVENTS; id++) {
                Numbered.append(store, id);
                if (random.nextInt(40) == 0) {
                    store.publish();
                    store.withdraw(store.next() - 1 - random.nextInt(100));
                }
            }
            store.publish();
            return null;
        };
    }

    private static int read(LogStore store, Random random, AtomicBoolean done) {
        var read = 0;
        var page = new long[100];
        while (!done.get()) {
            var count = store.ids(random.nextLong(store.size() + 1), page);
            var ids = Arrays.copyOf(page, count);
            for (var id : ids) {
                if (id >= store.next() || id < 0) {
                    throw new AssertionError("event " + id + " is in order before it is there");
                }
                var event = Numbered.of(id);
                var at = store.timestamp(id);
                var text = bytes(store, id);
                if (id >= store.first()) {
                    assertThat(at).isEqualTo(event.timestamp());
                    assertThat(text).isEqualTo(event.text());
                    read++;
                }
            }
            for (int i = 1; i < count; i++) {
                assertThat(Numbered.of(ids[i]).timestamp())
                        .isGreaterThanOrEqualTo(Numbered.of(ids[i - 1]).timestamp());
            }
            var error = store.idAt(store.nextOf(Level.ERROR, store.size() / 2, 1));
            assertThat(error).isLessThan(store.next());
        }
        return read;
    }

    /** Dropped between being asked for and being read: as the interface says. */
    private static byte[] bytes(LogStore store, long id) {
        try {
            return store.text(id).toArray(ValueLayout.JAVA_BYTE);
        } catch (IllegalStateException dropped) {
            assertThat(id).isLessThan(store.first());
            return new byte[0];
        }
    }
}
