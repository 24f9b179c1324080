package io.atalaya.logs.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.LogStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A view of a real store that one thread writes, two filter and one reads, all at once. */
class StoredViewThreadsTest {
    private static final int ROUNDS = 60;
    private static final int BATCH = 400;

    @TempDir
    Path folder;

    private static Filter filter(Random random) {
        var kind = Clause.Kind.values()[random.nextInt(3)];
        var clause = new Clause(kind, Clause.Mode.TEXT, random.nextBoolean() ? "boom" : "7", false, true);
        return new Filter(
                List.of(clause), EnumSet.allOf(Level.class), Set.of(), random.nextInt(2), random.nextBoolean());
    }

    private static void write(LogStore store, Random random) {
        int stream = store.streamNumber(new StreamName("g", "s" + random.nextInt(5)));
        for (int i = 0; i < BATCH; i++) {
            long at = store.next() * 3 + (random.nextInt(20) == 0 ? -random.nextInt(4_000) : i);
            var text = (random.nextInt(9) == 0 ? "boom " : "tick ") + i;
            long unused = store.append(
                    stream,
                    at,
                    at,
                    Level.values()[random.nextInt(5)],
                    random.nextInt(8) == 0,
                    Origin.DELIVERED,
                    text.getBytes(StandardCharsets.UTF_8));
        }
        store.publish();
        if (random.nextInt(3) == 0) {
            store.withdraw(store.first() + random.nextLong(store.next() - store.first()));
        }
    }

    @Test
    @Timeout(60)
    void showsInTheEndWhatTheListSays() throws Exception {
        var threads = Executors.newFixedThreadPool(3);
        try (var store = LogStore.create(folder.resolve("store"), new Limits(1_000_000, 12_000));
                var view = new StoredView(store, new NoGaps(), threads)) {
            var written = new CountDownLatch(1);
            var writing = threads.submit(() -> {
                var random = new Random(3);
                for (int i = 0; i < ROUNDS; i++) {
                    write(store, random);
                }
                written.countDown();
            });
            var random = new Random(5);
            while (written.getCount() > 0 && !writing.isDone()) {
                view.filter(filter(random));
                for (int i = 0; i < 30; i++) {
                    read(view, random);
                }
            }
            writing.get(30, TimeUnit.SECONDS);
            var last = new Filter(
                    List.of(new Clause(Clause.Kind.INCLUDE, Clause.Mode.TEXT, "boom", true, true)),
                    EnumSet.allOf(Level.class),
                    Set.of(),
                    0,
                    true);
            view.filter(last);
            write(store, random);
            var done = threads.submit(() -> {
                while (!view.progress().done()) {
                    Thread.onSpinWait();
                }
            });
            done.get(20, TimeUnit.SECONDS);
            var rows = LongStream.range(0, view.size())
                    .map(row -> ((Row.Event) view.row(row)).id())
                    .boxed();
            assertThat(rows).isEqualTo(new NaiveView(store, last).rows());
            assertThat(store.first()).as("some were dropped").isPositive();
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void read(StoredView view, Random random) {
        long size = view.size();
        if (size > 0) {
            long row = random.nextLong(size);
            if (view.row(row) instanceof Row.Event event && event.id() >= 0) {
                assertThat(view.rowOf(event.id())).isGreaterThanOrEqualTo(-1);
                var unused = view.text(event.id());
            }
            assertThat(view.nextOf(Set.of(Level.ERROR), row, 1)).isGreaterThanOrEqualTo(-1);
        }
        assertThat(view.counts()).hasSize(5);
        var unused = view.histogram(0, 100_000, 20);
    }
}
