package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash can leave: files cut at any byte, or with other bytes where the end was. */
class TornTailTest {
    private static final int EVENTS = 12;

    @TempDir
    Path folder;

    private Path text;
    private byte[] whole;
    private final long[] ends = new long[EVENTS + 1];

    @BeforeEach
    void write() throws IOException {
        try (var store = LogStore.create(folder.resolve("store"), Limits.USUAL)) {
            text = Segment.text(folder.resolve("store"), 0);
            for (int i = 0; i < EVENTS; i++) {
                Numbered.append(store, i);
            }
        }
        whole = Files.readAllBytes(text);
        ends[0] = Layout.HEAD;
        for (int i = 0; i < EVENTS; i++) {
            ends[i + 1] = ends[i] + Frames.HEAD + Layout.FIELDS + Numbered.of(i).text().length;
        }
        assertThat(ends[EVENTS]).isEqualTo(whole.length);
    }

    /** As if the program had been killed: nothing says that it was closed. */
    private void killed(byte[] bytes) throws IOException {
        var store = folder.resolve("store");
        try (var files = Files.list(store)) {
            for (var file : files.toList()) {
                if (!file.getFileName().toString().equals(StreamTable.FILE)) {
                    Files.delete(file);
                }
            }
        }
        Files.write(text, bytes);
    }

    private int eventsBefore(long place) {
        var events = 0;
        while (events < EVENTS && ends[events + 1] <= place) {
            events++;
        }
        return events;
    }

    @Test
    void cutAtEveryByte() throws IOException {
        for (int cut = 0; cut <= whole.length; cut++) {
            killed(Arrays.copyOf(whole, cut));
            recoversTo(cut < Layout.HEAD ? 0 : eventsBefore(cut));
            if (cut % 200 == 0) {
                opensWith(cut < Layout.HEAD ? 0 : eventsBefore(cut));
            }
        }
    }

    @Test
    void followedByZerosOrNoise() throws IOException {
        var random = new Random(5);
        for (int cut = Layout.HEAD; cut <= whole.length; cut += 1 + random.nextInt(7)) {
            var bytes = Arrays.copyOf(Arrays.copyOf(whole, cut), cut + 1 + random.nextInt(5000));
            if (random.nextBoolean()) {
                for (int i = cut; i < bytes.length; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
            killed(bytes);
            // zeros may be what was there
            var same = Arrays.mismatch(bytes, whole);
            recoversTo(eventsBefore(same < 0 ? whole.length : same));
        }
    }

    @Test
    void anyByteTurned() throws IOException {
        for (int place = Layout.HEAD; place < whole.length; place++) {
            var bytes = whole.clone();
            bytes[place] ^= (byte) (1 << place % 8);
            killed(bytes);
            recoversTo(eventsBefore(place));
        }
    }

    /** As opening a store does, without what waits for the disk. */
    private void recoversTo(int events) throws IOException {
        var found = new Recovery(folder.resolve("store")).segments();
        assertThat(found.nextId()).isEqualTo(events);
        assertThat(found.clean()).isFalse();
        assertThat(found.kept()).hasSize(events == 0 ? 0 : 1);
        for (var segment : found.kept()) {
            for (int id = 0; id < events; id++) {
                var event = Numbered.of(id);
                assertThat(segment.text(id).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(event.text());
                assertThat(segment.longOf(id, Layout.TIMESTAMP)).isEqualTo(event.timestamp());
                assertThat(segment.longOf(id, Layout.INGESTED)).isEqualTo(event.ingested());
                assertThat(Layout.level(segment.intOf(id, Layout.FLAGS))).isEqualTo(event.level());
            }
            segment.arena.close();
        }
    }

    private void opensWith(int events) {
        var path = folder.resolve("store");
        try (var store = LogStore.open(path, Limits.USUAL)) {
            assertThat(store.next()).isEqualTo(events);
            StoreCheck.whole(store);
            Numbered.append(store, events);
            store.publish();
        }
        try (var store = LogStore.open(path, Limits.USUAL)) {
            assertThat(store.next()).isEqualTo(events + 1);
            StoreCheck.whole(store);
        }
    }

    @Test
    void whatClosedWellIsReadWithoutLookingAtTheText() throws IOException {
        var bytes = whole.clone();
        bytes[Layout.HEAD + 9]++;
        Files.write(text, bytes);
        try (var store = LogStore.open(folder.resolve("store"), Limits.USUAL)) {
            assertThat(store.next()).isEqualTo(EVENTS);
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        var path = folder.resolve("store");
        Files.delete(path.resolve(OrderFile.FILE));
        assertThat(Forcing.upTo(path)).as("on disk, as far as is known").isZero();
        var columns = Segment.columns(path, 0);
        var bytes = Files.readAllBytes(columns);
        bytes[Layout.HEAD + 3 * Layout.ROW]++;
        Files.write(columns, bytes);
        opensWith(EVENTS);
    }

    @Test
    void aDamagedOrderIsFoundAnew() throws IOException {
        var order = folder.resolve("store").resolve(OrderFile.FILE);
        var bytes = Files.readAllBytes(order);
        for (int place = 0; place < bytes.length; place += 37) {
            var other = bytes.clone();
            other[place]++;
            Files.write(order, other);
            try (var store = LogStore.open(folder.resolve("store"), Limits.USUAL)) {
                assertThat(store.next()).isEqualTo(EVENTS);
                StoreCheck.whole(store);
            }
        }
    }
}
