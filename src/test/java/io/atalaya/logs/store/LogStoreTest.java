package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStoreTest {
    private static final StreamName WEB = new StreamName("arn:aws:logs:us-east-1:1:log-group:web", "i-1");

    @TempDir
    Path folder;

    private static long put(LogStore store, long at, String text) {
        return store.append(store.streamNumber(WEB), at, at + 1, Level.INFO, false, Origin.DELIVERED, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(StoredEvents store, long id) {
        return new String(store.text(id).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private static List<String> all(StoredEvents store) {
        var ids = new long[(int) store.size()];
        store.ids(0, ids);
        var texts = new ArrayList<String>();
        for (var id : ids) {
            texts.add(text(store, id));
        }
        return texts;
    }

    @Test
    void keepsTheOrderOfTimeAcrossReopening() {
        try (var store = LogStore.create(folder.resolve("s"), Limits.USUAL)) {
            put(store, 30, "c");
            put(store, 10, "a");
            assertThat(store.size()).as("not before it is published").isZero();
            store.publish();
            put(store, 20, "b");
            store.publish();
            assertThat(all(store)).containsExactly("a", "b", "c");
            assertThat(store.ingested(1)).isEqualTo(11);
        }
        try (var store = LogStore.open(folder.resolve("s"), Limits.USUAL)) {
            assertThat(all(store)).containsExactly("a", "b", "c");
            assertThat(store.next()).isEqualTo(3);
            assertThat(store.streamName(store.stream(2))).isEqualTo(WEB);
            assertThat(put(store, 25, "bc")).isEqualTo(3);
            store.publish();
            store.withdraw(1);
            assertThat(all(store)).containsExactly("b", "bc", "c");
        }
        try (var store = LogStore.open(folder.resolve("s"), Limits.USUAL)) {
            assertThat(all(store)).containsExactly("b", "bc", "c");
            assertThat(store.withdrawn(1)).isTrue();
            assertThat(text(store, 1)).as("still there for who asks").isEqualTo("a");
        }
    }

    @Test
    void isOpenOnce() {
        try (var store = LogStore.create(folder.resolve("s"), Limits.USUAL)) {
            assertThatThrownBy(() -> LogStore.open(folder.resolve("s"), Limits.USUAL))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.IN_USE))
                    .hasMessageContaining("open in this program");
            assertThat(store.size()).isZero();
        }
        LogStore.open(folder.resolve("s"), Limits.USUAL).close();
    }

    @Test
    void dropsTheOldest() {
        var told = new ArrayList<Long>();
        try (var store = LogStore.create(folder.resolve("s"), new Limits(1_000_000, 320))) {
            store.listen(new StoredEvents.Listener() {
                @Override
                public void appended(long from, long to) {
                    assertThat(store.next()).isGreaterThanOrEqualTo(to);
                }

                @Override
                public void withdrawn(long id) {}

                @Override
                public void dropped(long below, long newest) {
                    assertThat(store.first()).isEqualTo(below);
                    assertThat(newest).isEqualTo(below - 1); // each event's timestamp is its id
                    told.add(below);
                }
            });
            for (int i = 0; i < 1000; i++) {
                put(store, i, "event " + i);
                store.publish();
                assertThat(store.size()).isLessThanOrEqualTo(320).isEqualTo(store.next() - store.first());
            }
            assertThat(store.first()).isBetween(680L, 700L).isEqualTo(told.getLast());
            assertThat(text(store, 5)).isEmpty();
            assertThat(text(store, store.first())).isEqualTo("event " + store.first());
            assertThat(store.idAt(0)).isEqualTo(store.first());
        }
        try (var store = LogStore.open(folder.resolve("s"), new Limits(1_000_000, 320))) {
            assertThat(store.first()).isEqualTo(told.getLast());
            assertThat(all(store)).hasSize((int) store.size()).endsWith("event 999");
        }
    }
}
