package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.LongStream;

/** Looks at all of a store of {@link Numbered} events. */
final class StoreCheck {
    private record Key(long id, Numbered event) {}

    private StoreCheck() {}

    /** Every event that is kept is what it was, and all stand in order of time. */
    static void whole(StoredEvents store) {
        for (long id = store.first(); id < store.next(); id++) {
            var event = Numbered.of(id);
            if (store.timestamp(id) != event.timestamp()
                    || !Arrays.equals(store.text(id).toArray(ValueLayout.JAVA_BYTE), event.text())) {
                throw new AssertionError("event " + id + " of " + store.first() + " to " + store.next());
            }
            assertThat(store.streamName(store.stream(id))).isEqualTo(event.stream());
            assertThat(store.ingested(id)).isEqualTo(event.ingested());
            assertThat(store.level(id)).isEqualTo(event.level());
            assertThat(store.continues(id)).isEqualTo(event.continues());
            assertThat(store.origin(id)).isEqualTo(event.origin());
        }
        var expected = LongStream.range(store.first(), store.next())
                .filter(id -> !store.withdrawn(id))
                .mapToObj(id -> new Key(id, Numbered.of(id)))
                .sorted(Comparator.comparingLong((Key key) -> key.event.timestamp())
                        .thenComparingLong(key -> key.event.ingested())
                        .thenComparingLong(Key::id))
                .mapToLong(Key::id)
                .toArray();
        var order = new long[expected.length];
        assertThat(store.size()).isEqualTo(expected.length);
        assertThat(store.ids(0, order)).isEqualTo(expected.length);
        assertThat(order).isEqualTo(expected);
        var counts = new long[Level.values().length];
        for (var id : expected) {
            counts[Numbered.of(id).level().ordinal()]++;
        }
        assertThat(store.counts(0, store.size())).isEqualTo(counts);
    }
}
