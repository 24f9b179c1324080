package io.atalaya.bench;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.LogStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** One measurement of a store in a JVM of its own: {@code plain|fill|kill|tail|read FOLDER EVENTS}. */
final class StoreMain {
    private static final int BATCH = 100;
    private static final Limits LIMITS = new Limits(4_000_000_000L, 12_000_000);
    /** As many as a busy tail takes in between two times that it forces. */
    private static final long FORCED = 50_000 * 5;

    private static final int PROBES = 200_000;

    private final Path folder;
    private final long events;
    private final LogFeed feed = new LogFeed();

    private StoreMain(Path folder, long events) {
        this.folder = folder;
        this.events = events;
    }

    public static void main(String[] args) throws IOException {
        var main = new StoreMain(Path.of(args[1]), Long.parseLong(args[2]));
        switch (args[0]) {
            case "plain" -> main.plain();
            case "fill" -> main.fill(true, Long.MAX_VALUE);
            case "kill" -> main.fill(false, Long.MAX_VALUE);
            case "tail" -> main.fill(false, FORCED);
            default -> main.read();
        }
        System.exit(0);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** The same messages into a file, and an index of them sorted by time in memory. */
    private void plain() throws IOException {
        var began = System.nanoTime();
        var keys = new long[(int) events];
        try (var out = new BufferedOutputStream(Files.newOutputStream(folder), 1 << 16)) {
            for (int i = 0; i < events; i++) {
                out.write(feed.text(i));
                out.write('\n');
                keys[i] = feed.timestamp(i) - LogFeed.START << 24 | i;
            }
        }
        Arrays.sort(keys);
        System.out.println("plain " + since(began) + " " + Files.size(folder));
    }

    private void fill(boolean close, long forced) throws IOException {
        var began = System.nanoTime();
        var store = LogStore.create(folder, LIMITS);
        var streams = new int[LogFeed.STREAMS];
        for (int i = 0; i < streams.length; i++) {
            streams[i] =
                    store.streamNumber(new StreamName("arn:aws:logs:us-east-1:123456789012:log-group:web", "i-" + i));
        }
        var bytes = 0L;
        for (long i = 0; i < events; i++) {
            var text = feed.text(i);
            var at = feed.timestamp(i);
            bytes += text.length;
            store.append(
                    streams[(int) (i % streams.length)], at, at + 40, feed.level(i), false, Origin.DELIVERED, text);
            if (i % BATCH == BATCH - 1) {
                store.publish();
            }
            if (i % forced == forced - 1) {
                store.force();
            }
        }
        store.publish();
        var seconds = since(began);
        var peak = peak();
        System.gc();
        System.out.println("filled " + seconds + " " + bytes + " " + peak + " " + live());
        began = System.nanoTime();
        if (close) {
            store.close();
            System.out.println("closed " + since(began));
        }
    }

    private void read() {
        var began = System.nanoTime();
        var store = LogStore.open(folder, LIMITS);
        System.out.println("opened " + since(began) + " " + store.size());
        System.gc();
        System.out.println("heap " + peak() + " " + live());
        var size = store.size();
        began = System.nanoTime();
        var found = 0L;
        for (int i = 0; i < 100; i++) {
            found += store.nextOf(Level.WARN, size, -1);
        }
        System.out.println("farthest " + since(began) / 100 * 1e3 + " " + found);
        rows(store);
        var random = new Random(1);
        began = System.nanoTime();
        for (int i = 0; i < PROBES; i++) {
            found += store.nextOf(Level.ERROR, random.nextLong(size), 1);
        }
        System.out.println("nearest " + since(began) / PROBES * 1e6 + " " + found);
        var page = new long[200];
        began = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            found += store.ids(random.nextLong(size), page);
        }
        System.out.println("page " + since(began) / 10_000 * 1e6 + " " + found);
        began = System.nanoTime();
        var all = new long[4096];
        for (long at = 0, got; (got = store.ids(at, all)) > 0; at += got) {
            for (int i = 0; i < got; i++) {
                found += store.text(all[i]).byteSize();
            }
        }
        System.out.println("scan " + since(began) + " " + found);
        began = System.nanoTime();
        store.close();
        System.out.println("closed " + since(began));
    }

    private static void rows(LogStore store) {
        var random = new Random(2);
        var size = store.size();
        for (int round = 0; round < 2; round++) {
            var began = System.nanoTime();
            var sum = 0L;
            for (int i = 0; i < PROBES; i++) {
                var id = store.idAt(random.nextLong(size));
                var text = store.text(id);
                sum += store.timestamp(id)
                        + store.level(id).ordinal()
                        + text.get(ValueLayout.JAVA_BYTE, text.byteSize() - 1);
            }
            System.out.println("row " + since(began) / PROBES * 1e6 + " " + sum);
        }
    }

    private static double peak() {
        var sum = 0L;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            sum += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return sum / 1e6;
    }

    private static double live() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
