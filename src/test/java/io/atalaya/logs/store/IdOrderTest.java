package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against a plain sorted list. */
class IdOrderTest {
    private static final Comparator<long[]> BY_KEY = Comparator.<long[]>comparingLong(key -> key[0])
            .thenComparingLong(key -> key[1])
            .thenComparingLong(key -> key[2]);

    /** What stands where, as simple as can be. */
    private static final class Model implements IdOrder.Keys {
        final Map<Long, long[]> keys = new HashMap<>();
        final TreeSet<long[]> sorted = new TreeSet<>(BY_KEY);

        @Override
        public long timestamp(long id) {
            return key(id)[0];
        }

        @Override
        public long ingested(long id) {
            return key(id)[1];
        }

        @Override
        public Level level(long id) {
            return Level.values()[(int) key(id)[3]];
        }

        long[] key(long id) {
            return Objects.requireNonNull(keys.get(id));
        }

        List<Long> ids() {
            return sorted.stream().map(key -> key[2]).toList();
        }
    }

    @Property(tries = 100)
    void isAlwaysTheSortedList(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int steps,
            @ForAll @IntRange(min = 1, max = 300) int moments) {
        var random = new Random(seed);
        var model = new Model();
        var order = new IdOrder(model);
        var nextId = random.nextBoolean() ? 0 : random.nextLong(1L << 40);
        for (int step = 0; step < steps; step++) {
            var what = random.nextInt(10);
            if (what < 7) {
                var id = nextId++;
                var key = new long[] {random.nextInt(moments), random.nextInt(3), id, random.nextInt(5)};
                model.keys.put(id, key);
                model.sorted.add(key);
                assertThat(order.add(id)).isEqualTo(model.sorted.headSet(key).size());
                assertThat(order.add(id)).as("once only").isEqualTo(-1);
            } else if (what < 9 && nextId > 0) {
                var id = nextId - 1 - random.nextInt(20);
                var key = model.keys.get(id);
                if (key != null) {
                    assertThat(order.remove(id)).isEqualTo(model.sorted.remove(key));
                }
            } else if (random.nextInt(10) == 0 && !model.sorted.isEmpty()) {
                var below = model.ids().get(random.nextInt(model.sorted.size()));
                var before = model.sorted.size();
                model.sorted.removeIf(key -> key[2] < below);
                assertThat(order.removeBelow(below)).isEqualTo(before - model.sorted.size());
            }
        }
        same(order, model, random, moments);
    }

    /** Enough for many leaves, which split, merge and go. */
    @Property(tries = 4)
    void manyLeaves(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int shape) {
        var random = new Random(seed);
        var model = new Model();
        var order = new IdOrder(model);
        var events = 20_000;
        for (long id = 0; id < events; id++) {
            var at =
                    switch (shape) {
                        case 0 -> id;
                        case 1 -> id + random.nextInt(50);
                        case 2 -> random.nextInt(events);
                        default -> events - id;
                    };
            var key = new long[] {at, 0, id, random.nextInt(100) == 0 ? 0 : 1 + random.nextInt(4)};
            model.keys.put(id, key);
            model.sorted.add(key);
            order.add(id);
        }
        same(order, model, random, events);
        for (long id = random.nextInt(40); id < events; id += 1 + random.nextInt(3)) {
            model.sorted.remove(model.key(id));
            assertThat(order.remove(id)).isTrue();
        }
        same(order, model, random, events);
        var below = random.nextLong(events);
        model.sorted.removeIf(key -> key[2] < below);
        order.removeBelow(below);
        same(order, model, random, events);
    }

    private static void same(IdOrder order, Model model, Random random, int moments) {
        var ids = model.ids();
        assertThat(order.size()).isEqualTo(ids.size());
        var got = new long[ids.size() + 3];
        assertThat(order.ids(0, got)).isEqualTo(ids.size());
        assertThat(Arrays.stream(got, 0, ids.size()).boxed()).isEqualTo(ids);
        for (var level : Level.values()) {
            assertThat(order.count(level))
                    .isEqualTo(
                            ids.stream().filter(id -> model.level(id) == level).count());
        }
        assertThat(order.idAt(ids.size())).isEqualTo(-1);
        assertThat(order.idAt(-1)).isEqualTo(-1);
        for (int probe = 0; probe < 20; probe++) {
            var at = (long) random.nextInt(moments + 2) - 1;
            var first = model.sorted.headSet(new long[] {at, -1, -1}).size();
            assertThat(order.positionAt(at)).isEqualTo(first);
            var position = random.nextInt(ids.size() + 2) - 1;
            var step = random.nextBoolean() ? 1 : -1;
            var level = Level.values()[random.nextInt(5)];
            var next = position + step;
            while (next >= 0 && next < ids.size() && model.level(ids.get(next)) != level) {
                next += step;
            }
            assertThat(order.nextOf(level, position, step)).isEqualTo(next >= 0 && next < ids.size() ? next : -1);
            var to = random.nextInt(ids.size() + 3);
            var counts = new long[5];
            for (int i = Math.max(0, position); i < Math.min(to, ids.size()); i++) {
                counts[model.level(ids.get(i)).ordinal()]++;
            }
            assertThat(order.counts(position, to)).isEqualTo(counts);
            if (position >= 0 && position < ids.size()) {
                assertThat(order.idAt(position)).isEqualTo(ids.get(position));
                assertThat(order.positionOf(ids.get(position))).isEqualTo(position);
                var some = new long[Math.min(100, ids.size() - position)];
                assertThat(order.ids(position, some)).isEqualTo(some.length);
                assertThat(Arrays.stream(some).boxed().toList())
                        .isEqualTo(ids.subList(position, position + some.length));
            }
        }
        var probes = 10;
        for (var id : new ArrayList<>(model.keys.keySet())) {
            var key = model.key(id);
            if (probes > 0 && !model.sorted.contains(key)) {
                probes--;
                assertThat(order.positionOf(id))
                        .isEqualTo(-1L - model.sorted.headSet(key).size());
            }
        }
    }

    @Test
    void idsMayGrowForEver() {
        var model = new Model();
        var order = new IdOrder(model);
        for (long id = 0; id < 80L << 27; id += 1L << 27) {
            model.keys.put(id, new long[] {id, 0, id, 0});
            order.add(id);
            order.removeBelow(id - (1L << 27));
            assertThat(order.idAt(order.size() - 1)).isEqualTo(id);
            assertThat(order.idAt(0)).isEqualTo(Math.max(0, id - (1L << 27)));
        }
    }
}
