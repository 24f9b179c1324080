package io.atalaya.logs.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.view.LogView.Found;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StoredViewTest {
    private final MemoryEvents events = new MemoryEvents();
    private final int stream = events.stream("g", "s");
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final StoredView view = new StoredView(events, new NoGaps(), waiting::add);

    @AfterEach
    void close() {
        view.close();
    }

    private static Clause including(String text) {
        return new Clause(Clause.Kind.INCLUDE, Clause.Mode.TEXT, text, true, true);
    }

    private static Filter filter(Clause clause) {
        return new Filter(List.of(clause), EnumSet.allOf(Level.class), Set.of(), 0, true);
    }

    private void settle() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void fill(int many) {
        for (int i = 0; i < many; i++) {
            events.append(stream, 1_000L * i, i % 100 == 0 ? Level.ERROR : Level.INFO, false, "line " + i);
        }
    }

    @Test
    void showsTheNewestMatchesBeforeAnythingRanBehind() {
        fill(3_000);
        settle();
        view.filter(filter(including("line")));
        assertThat(view.size()).isGreaterThanOrEqualTo(60);
        assertThat(view.row(view.size() - 1)).extracting(Row::at).isEqualTo(2_999_000L);
        assertThat(view.progress().done()).isFalse();
        settle();
        assertThat(view.size()).isEqualTo(3_000);
        assertThat(view.progress()).isEqualTo(new LogView.Progress(3_000, 3_000, List.of(3_000L)));
    }

    @Test
    void stopsLookingWhenItIsClosedOrFilteredAnew() {
        fill(3_000);
        settle();
        view.filter(filter(including("line")));
        view.filter(filter(including("line 7")));
        long version = view.version();
        view.close();
        settle();
        events.append(stream, 9_000_000, Level.INFO, false, "line 7");
        settle();
        assertThat(view.version()).isEqualTo(version);
    }

    @Test
    void keepsItsFilterWhereANewOneCannotBeRead() {
        fill(10);
        settle();
        var bad = new Clause(Clause.Kind.INCLUDE, Clause.Mode.REGEX, "(?=x)", true, true);
        assertThatThrownBy(() -> view.filter(filter(bad))).isInstanceOf(IllegalArgumentException.class);
        assertThat(view.filter()).isEqualTo(Filter.ALL);
        assertThat(view.size()).isEqualTo(10);
    }

    private Found find(Clause clause, long row, int step) {
        var found = view.find(clause, row, step);
        for (int i = 0; i < 10_000 && found instanceof Found.Later later; i++) {
            found = view.find(clause, later.row(), step);
        }
        return found;
    }

    @Test
    void findsWhatIsLookedForFromARowOn() {
        fill(500);
        settle();
        assertThat(find(including("line 77"), -1, 1)).isEqualTo(new Found.At(77));
        assertThat(find(including("line 77"), 500, -1)).isEqualTo(new Found.At(77));
        assertThat(find(including("line 77"), 77, 1)).isEqualTo(new Found.Nowhere());
        assertThat(find(including("none"), -1, 1)).isEqualTo(new Found.Nowhere());
        events.append(stream, 77_001, Level.UNKNOWN, true, "\tat needle");
        settle();
        assertThat(find(including("needle"), -1, 1)).isEqualTo(new Found.At(77));
        assertThat(view.text(77)).hasValue("line 77\n\tat needle");
    }

    @Test
    void cutsAMessageOfTenMegabytes() {
        long id = events.append(stream, 1, Level.INFO, false, "x" + "😀".repeat(2_500_000));
        settle();
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 200; i++) {
                view.row(0);
            }
        });
        var row = (Row.Event) view.row(0);
        assertThat(row.length()).isEqualTo(10_000_001);
        assertThat(row.text()).hasSize(LogView.ROW_CHARS - 1).endsWith("😀");
        assertThat(view.text(id).orElseThrow()).hasSize(5_000_001);
    }

    @Test
    void showsEmptyAndBrokenMessages() {
        events.append(List.of(
                new MemoryEvents.Stored(stream, 1, 1, Level.INFO, false, new byte[0]),
                new MemoryEvents.Stored(
                        stream, Long.MAX_VALUE / 2, 1, Level.INFO, false, new byte[] {-1, 'a', '\n', '\n'})));
        settle();
        assertThat(((Row.Event) view.row(0)).text()).isEmpty();
        assertThat(((Row.Event) view.row(1)).text()).isEqualTo("\uFFFDa\n\n");
        assertThat(view.row(99))
                .extracting(Row::at)
                .as("rows that went answer as the oldest")
                .isEqualTo(1L);
        assertThat(view.span().orElseThrow()).containsExactly(1, Long.MAX_VALUE / 2);
    }

    @Test
    void followsWhatComesWhileItFilters() {
        fill(2_000);
        view.filter(filter(including("line 1")));
        events.append(stream, 5, Level.ERROR, false, "line 1 recovered");
        events.withdraw(1);
        events.drop(1);
        settle();
        assertThat(view.rowOf(2_000)).isZero();
        assertThat(view.rowOf(1)).isEqualTo(-1);
        assertThat(view.progress().done()).isTrue();
        assertThat(view.nextOf(Set.of(Level.ERROR), -1, 1)).isZero();
    }
}
