package io.atalaya.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Level;
import io.atalaya.logs.view.Row;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowsModelTest {
    private static final int ROOM = 30;

    private static RowsModel over(ManyRows many) {
        var rows = new WindowedRows(many);
        rows.refresh();
        return new RowsModel(rows, row -> ((Row.Event) row).id() % 7 == 0 ? 2 : 1);
    }

    private static List<Long> ids(RowsModel model) {
        return model.placed().stream().map(it -> ((Row.Event) it.row()).id()).toList();
    }

    @Test
    void tenMillionRowsCostNoMoreThanThoseOnScreen() {
        var many = new ManyRows(10_000_000);
        var model = over(many);
        model.place(ROOM);
        assertThat(ids(model)).endsWith(9_999_999L);
        model.scrollTo(5_000_000);
        model.place(ROOM);
        assertThat(ids(model)).startsWith(5_000_000L);
        for (int i = 0; i < 1_000; i++) {
            model.scroll(3);
            model.place(ROOM);
        }
        assertThat(many.looked).isLessThan(200_000);
        var error = model.rows().nextOf(Set.of(Level.ERROR), model.firstNumber(), 1);
        model.reveal(error);
        model.place(ROOM);
        assertThat(ids(model)).contains(error);
    }

    @Test
    void whatIsInsertedAboveMovesNothingAndWhatComesBelowIsCounted() {
        var many = new ManyRows(1_000);
        var model = over(many);
        model.place(ROOM);
        model.scroll(-40);
        model.place(ROOM);
        var before = ids(model);
        many.before = 25;
        many.size += 12;
        model.rows().refresh();
        model.place(ROOM);
        assertThat(ids(model)).isEqualTo(before);
        assertThat(model.news()).isEqualTo(12);
        model.follow();
        model.place(ROOM);
        assertThat(ids(model)).endsWith(1_011L);
        assertThat(model.news()).isZero();
    }

    @Property(tries = 200)
    void rowsOnScreenAlwaysFollowOneAnotherAndFillIt(
            @ForAll @Size(max = 12) List<@IntRange(min = -60, max = 60) Integer> steps,
            @ForAll @IntRange(max = 200) int size) {
        var model = over(new ManyRows(size));
        model.place(ROOM);
        for (var step : steps) {
            model.scroll(step);
            var placed = model.place(ROOM);
            for (int i = 1; i < placed.size(); i++) {
                var above = placed.get(i - 1);
                assertThat(placed.get(i).number()).isEqualTo(above.number() + 1);
                assertThat(placed.get(i).line()).isEqualTo(above.line() + above.lines());
            }
            if (!placed.isEmpty()) {
                var last = placed.getLast();
                assertThat(placed.getFirst().line()).isLessThanOrEqualTo(0);
                assertThat(last.number() == size - 1 && placed.getFirst().number() == 0
                                || last.line() + last.lines() >= ROOM)
                        .isTrue();
            }
        }
    }
}
