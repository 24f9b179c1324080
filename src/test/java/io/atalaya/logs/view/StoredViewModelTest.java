package io.atalaya.logs.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A view beside a list that is worked out anew, whatever happens in whatever order. */
class StoredViewModelTest {
    private static final List<String> WORDS = List.of("GET /a", "POST /b error", "ERROR boom", "tick", "at a.b.C", "");
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    @Property(tries = 150)
    void showsWhatTheListSays(@ForAll long seed) {
        run(new Random(seed), true, false);
    }

    @Property(tries = 150)
    void showsWhatStandsAround(@ForAll long seed) {
        run(new Random(seed), false, true);
    }

    private void run(Random random, boolean drops, boolean around) {
        waiting.clear();
        var events = new MemoryEvents();
        for (int i = 0; i < 4; i++) {
            events.stream("g" + i % 2, "s" + i);
        }
        for (int i = random.nextInt(60); i > 0; i--) {
            append(events, random);
        }
        var gaps = new NoGaps(gaps(random));
        try (var view = new StoredView(events, gaps, waiting::add)) {
            for (int step = 0; step < 40; step++) {
                act(random, events, view, drops, around);
                if (random.nextInt(6) == 0) {
                    settle();
                    check(events, view, gaps);
                }
            }
            settle();
            check(events, view, gaps);
        }
    }

    private void act(Random random, MemoryEvents events, StoredView view, boolean drops, boolean around) {
        switch (random.nextInt(12)) {
            case 0 -> view.filter(filter(random, around));
            case 1 -> {
                var order = events.order();
                if (!order.isEmpty()) {
                    events.withdraw(order.get(random.nextInt(order.size())));
                }
            }
            case 2 -> {
                if (drops && random.nextInt(3) == 0) {
                    events.drop(events.first() + random.nextLong(events.next() - events.first() + 1) / 2);
                }
            }
            case 3, 4 -> {
                if (!waiting.isEmpty()) {
                    waiting.remove().run();
                }
            }
            default -> append(events, random);
        }
    }

    private static void append(MemoryEvents events, Random random) {
        var batch = new ArrayList<MemoryEvents.Stored>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            long at = 1_000_000 + random.nextInt(20) * 400L;
            batch.add(new MemoryEvents.Stored(
                    random.nextInt(4),
                    at,
                    at + random.nextInt(3),
                    Level.values()[random.nextInt(5)],
                    random.nextInt(3) == 0,
                    WORDS.get(random.nextInt(WORDS.size())).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        events.append(batch);
    }

    private static Filter filter(Random random, boolean around) {
        var clauses = new ArrayList<Clause>();
        for (int i = random.nextInt(3); i > 0; i--) {
            clauses.add(clause(random));
        }
        Set<Level> levels = EnumSet.allOf(Level.class);
        if (random.nextInt(3) == 0) {
            levels.remove(Level.values()[random.nextInt(5)]);
        }
        return new Filter(
                clauses,
                levels,
                random.nextInt(4) == 0 ? Set.of("g1") : Set.of(),
                around ? random.nextInt(4) : 0,
                random.nextBoolean());
    }

    private static Clause clause(Random random) {
        var kind = Clause.Kind.values()[random.nextInt(3)];
        return random.nextInt(5) == 0
                ? new Clause(kind, Clause.Mode.STREAM, "S" + random.nextInt(4), false, true)
                : new Clause(
                        kind,
                        Clause.Mode.TEXT,
                        List.of("error", "a", "tick", "ERROR", "/b").get(random.nextInt(5)),
                        random.nextBoolean(),
                        random.nextInt(8) > 0);
    }

    private static List<Gap> gaps(Random random) {
        var gaps = new ArrayList<Gap>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = 999_000 + random.nextInt(25) * 400L;
            gaps.add(new Gap(i, "g" + random.nextInt(2), from, from + 500, Cause.SLEPT, 0, null, Gap.State.OPEN, null));
        }
        return gaps;
    }

    private void settle() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static void check(MemoryEvents events, StoredView view, NoGaps ledger) {
        var filter = view.filter();
        var naive = new NaiveView(events, filter);
        var expected = new ArrayList<Object>(naive.rows());
        var shown = ledger.gaps().stream()
                .filter(gap -> filter.groups().isEmpty() || filter.groups().contains(gap.group()))
                .toList();
        var rows = rows(view);
        assertThat(rows.stream().filter(Long.class::isInstance).toList())
                .as("%s", filter)
                .isEqualTo(expected);
        assertThat(rows.stream().filter(Gap.class::isInstance).toList()).containsExactlyInAnyOrderElementsOf(shown);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(at(events, rows.get(i))).isGreaterThanOrEqualTo(at(events, rows.get(i - 1)));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Long id) {
                assertThat(view.rowOf(id)).isEqualTo(i);
            }
            long moment = at(events, rows.get(i));
            int first = i;
            while (first > 0 && at(events, rows.get(first - 1)) == moment) {
                first--;
            }
            assertThat(view.rowAt(moment)).isEqualTo(first);
        }
        assertThat(view.progress().done()).isTrue();
        assertThat(view.progress().matched())
                .isEqualTo(filter.clauses().stream().map(naive::matched).toList());
        checkLevels(events, view, expected, rows);
    }

    private static void checkLevels(MemoryEvents events, StoredView view, List<Object> expected, List<Object> rows) {
        var counts = new EnumMap<Level, Long>(Level.class);
        for (var level : Level.values()) {
            counts.put(
                    level,
                    expected.stream()
                            .filter(id -> events.level((Long) id) == level)
                            .count());
        }
        assertThat(view.counts()).isEqualTo(counts);
        var histogram = view.histogram(1_000_000, 1_008_000, 7);
        for (var level : Level.values()) {
            long sum = 0;
            for (var bucket : histogram) {
                sum += bucket[level.ordinal()];
            }
            assertThat(sum).isEqualTo(counts.get(level));
        }
        for (int i = -1; i <= rows.size(); i++) {
            var wanted = EnumSet.of(Level.ERROR, Level.WARN);
            assertThat(view.nextOf(wanted, i, 1)).isEqualTo(next(events, rows, i, 1, wanted));
            assertThat(view.nextOf(wanted, i, -1)).isEqualTo(next(events, rows, i, -1, wanted));
        }
    }

    private static long next(MemoryEvents events, List<Object> rows, int from, int step, Set<Level> wanted) {
        for (int i = from + step; i >= 0 && i < rows.size(); i += step) {
            if (rows.get(i) instanceof Long id && wanted.contains(events.level(id))) {
                return i;
            }
        }
        return -1;
    }

    private static long at(MemoryEvents events, Object row) {
        return row instanceof Gap gap ? gap.from() : events.timestamp((Long) row);
    }

    private static List<Object> rows(StoredView view) {
        var rows = new ArrayList<Object>();
        for (long i = 0; i < view.size(); i++) {
            switch (view.row(i)) {
                case Row.Event event -> rows.add(event.id());
                case Row.Missing missing -> rows.add(missing.gap());
            }
        }
        return rows;
    }
}
