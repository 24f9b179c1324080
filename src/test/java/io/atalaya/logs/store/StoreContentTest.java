package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a log holds is given back byte by byte, and whatever the disk does is said. */
class StoreContentTest {
    @TempDir
    Path folder;

    private Path store() {
        return folder.resolve("store");
    }

    private static long put(LogStore store, int stream, long at, byte[] text) {
        return store.append(stream, at, at, Level.UNKNOWN, false, Origin.DELIVERED, text);
    }

    @Test
    void monstersAreStoredExactly() {
        var random = new Random(3);
        var texts = new ArrayList<byte[]>();
        texts.add(new byte[0]);
        texts.add(new byte[] {(byte) 0xff, (byte) 0xc0, 0, (byte) 0x80});
        texts.add("\n\n\n".getBytes(StandardCharsets.UTF_8));
        texts.add(noise(random, 10_000_000));
        texts.add(noise(random, 1 << 20));
        texts.add(noise(random, (1 << 20) - Frames.HEAD - Layout.FIELDS));
        texts.add(new byte[0]);
        // smaller than a message, as what is kept may be
        var limits = new Limits(100_000_000, 1_000);
        var moments = new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, 1, Long.MAX_VALUE, 5};
        try (var store = LogStore.create(store(), limits)) {
            var stream = store.streamNumber(new StreamName("g", ""));
            for (int i = 0; i < texts.size(); i++) {
                put(store, stream, moments[i], texts.get(i));
            }
            store.publish();
            same(store, texts);
        }
        try (var store = LogStore.open(store(), limits)) {
            same(store, texts);
            var ids = new long[7];
            assertThat(store.ids(0, ids)).isEqualTo(7);
            assertThat(ids).containsExactly(1, 3, 2, 4, 6, 0, 5);
            assertThat(store.positionAt(0)).isEqualTo(2);
            assertThat(store.positionAt(Long.MIN_VALUE)).isZero();
            assertThat(store.positionAt(6)).isEqualTo(5);
        }
    }

    private static byte[] noise(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void same(StoredEvents store, List<byte[]> texts) {
        for (int i = 0; i < texts.size(); i++) {
            assertThat(store.text(i).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(texts.get(i));
        }
    }

    @Test
    void aHundredThousandStreams() {
        try (var store = LogStore.create(store(), Limits.USUAL)) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(store.streamNumber(new StreamName("g" + i % 7, "s" + i)))
                        .isEqualTo(i);
                put(store, i, 100_000 - i, new byte[0]);
            }
            store.publish();
        }
        try (var store = LogStore.open(store(), Limits.USUAL)) {
            assertThat(store.streams()).isEqualTo(100_000);
            assertThat(store.size()).isEqualTo(100_000);
            for (int i = 0; i < 100_000; i += 999) {
                assertThat(store.streamName(store.stream(store.idAt(99_999 - i))))
                        .isEqualTo(new StreamName("g" + i % 7, "s" + i));
            }
            assertThat(store.streamNumber(new StreamName("g1", "s1"))).isEqualTo(1);
            assertThat(store.streamNumber(new StreamName("g", "new"))).isEqualTo(100_000);
        }
    }

    @Test
    void anInterruptedThreadWritesOn() {
        try (var store = LogStore.create(store(), KilledStore.LIMITS)) {
            for (int id = 0; id < 1_000; id++) {
                Thread.currentThread().interrupt();
                Numbered.append(store, id);
                if (id % 100 == 99) {
                    store.publish();
                }
            }
            store.withdraw(3);
            store.force();
            assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
            StoreCheck.whole(store);
        }
        try (var store = LogStore.open(store(), KilledStore.LIMITS)) {
            StoreCheck.whole(store);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeWritten() throws IOException {
        Files.createDirectory(
                store(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeThat(Files.isWritable(store())).as("root may write anywhere").isFalse();
        assertThatThrownBy(() -> LogStore.create(store(), Limits.USUAL))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DENIED));
    }

    @Test
    void whatIsNotThere() throws IOException {
        assertThatThrownBy(() -> LogStore.open(store(), Limits.USUAL))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.GONE));
        Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> LogStore.create(folder.resolve("file").resolve("store"), Limits.USUAL))
                .isInstanceOf(StoreException.class);
        LogStore.create(store(), Limits.USUAL).close();
        assertThatThrownBy(() -> LogStore.create(store(), Limits.USUAL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds a store");
    }

    @Test
    void whoReadsAfterTheEndGetsNothing() {
        var store = LogStore.create(store(), Limits.USUAL);
        Numbered.append(store, 0);
        store.close();
        store.close();
        assertThat(store.size()).isZero();
        assertThat(store.timestamp(0)).isZero();
        assertThat(store.text(0).byteSize()).isZero();
        assertThat(store.level(0)).isEqualTo(Level.UNKNOWN);
        assertThat(store.nextOf(Level.ERROR, 0, 1)).isEqualTo(-1);
        assertThatThrownBy(store::publish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Numbered.append(store, 1)).isInstanceOf(IllegalStateException.class);
    }
}
