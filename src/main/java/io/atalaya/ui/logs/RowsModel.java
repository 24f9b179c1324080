package io.atalaya.ui.logs;

import io.atalaya.logs.view.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are on screen: the newest while it follows, else those below the one at the top, which stays when others are
 * inserted before it. Heights are known only of rows that are looked at, so it works for any number of them.
 */
final class RowsModel {
    private final WindowedRows rows;
    private final ToIntFunction<Row> height;
    private final ReadOnlyBooleanWrapper follow = new ReadOnlyBooleanWrapper(this, "follow", true);
    private List<Placed> placed = List.of();
    private @Nullable RowKey top;
    private int hidden;
    private @Nullable RowKey newestSeen;
    private int room = 1;

    /** @param height of a row in lines, at least 1 */
    RowsModel(WindowedRows rows, ToIntFunction<Row> height) {
        this.rows = rows;
        this.height = height;
    }

    ReadOnlyBooleanProperty followProperty() {
        return follow.getReadOnlyProperty();
    }

    boolean follows() {
        return follow.get();
    }

    WindowedRows rows() {
        return rows;
    }

    /** What {@link #place} found. */
    List<Placed> placed() {
        return placed;
    }

    /** From the newest on, and with what comes. */
    void follow() {
        top = null;
        hidden = 0;
        follow.set(true);
    }

    /** Stays where it is. */
    void letGo() {
        if (!follow.get()) {
            return;
        }
        newestSeen = rows.size() == 0 ? null : RowKey.of(rows.row(rows.size() - 1));
        if (!placed.isEmpty()) {
            var first = placed.getFirst();
            top = RowKey.of(first.row());
            hidden = -first.line();
        }
        follow.set(false);
    }

    /** How many rows came since it let go. */
    long news() {
        var seen = newestSeen;
        if (follow.get()) {
            return 0;
        }
        return seen == null ? rows.size() : Math.max(0, rows.size() - 1 - rows.numberOf(seen));
    }

    /** Lays out as many rows as there is room for. */
    List<Placed> place(int linesOfRoom) {
        room = Math.max(1, linesOfRoom);
        var size = rows.size();
        if (size == 0) {
            placed = List.of();
            return placed;
        }
        var from = top;
        if (follow.get() || from == null) {
            placed = upwards(size - 1);
            return placed;
        }
        var found = downwards(rows.numberOf(from), hidden);
        var last = found.getLast();
        if (last.number() == size - 1 && last.line() + last.lines() < room) {
            found = upwards(size - 1);
            var first = found.getFirst();
            top = RowKey.of(first.row());
            hidden = Math.max(0, -first.line());
        } else {
            top = RowKey.of(found.getFirst().row());
        }
        placed = found;
        return placed;
    }

    private List<Placed> downwards(long start, int cut) {
        var found = new ArrayList<Placed>();
        var first = rows.row(start);
        var line = -Math.min(cut, height.applyAsInt(first) - 1);
        for (var number = start; number < rows.size() && line < room; number++) {
            var row = number == start ? first : rows.row(number);
            var lines = height.applyAsInt(row);
            found.add(new Placed(number, row, line, lines));
            line += lines;
        }
        return found;
    }

    private List<Placed> upwards(long last) {
        var found = new ArrayList<Placed>();
        var line = room;
        for (var number = last; number >= 0 && line > 0; number--) {
            var row = rows.row(number);
            var lines = height.applyAsInt(row);
            line -= lines;
            found.add(new Placed(number, row, line, lines));
        }
        var rise = Math.max(0, line);
        return found.reversed().stream()
                .map(it -> new Placed(it.number(), it.row(), it.line() - rise, it.lines()))
                .toList();
    }

    /** Scrolls; down to the end it follows again. */
    void scroll(int lines) {
        if (placed.isEmpty() || lines > 0 && follow.get()) {
            return;
        }
        letGo();
        var number = placed.getFirst().number();
        var cut = -placed.getFirst().line() + lines;
        while (cut < 0 && number > 0) {
            number--;
            cut += height.applyAsInt(rows.row(number));
        }
        cut = Math.max(0, cut);
        var own = height.applyAsInt(rows.row(number));
        while (cut >= own && number < rows.size() - 1) {
            cut -= own;
            number++;
            own = height.applyAsInt(rows.row(number));
        }
        putOnTop(number, Math.min(cut, own - 1));
        place(room);
        if (lines > 0 && atEnd()) {
            follow();
        }
    }

    private boolean atEnd() {
        var last = placed.isEmpty() ? null : placed.getLast();
        return last != null && last.number() == rows.size() - 1 && last.line() + last.lines() <= room;
    }

    /** To a row, counted from the oldest; lets go. */
    void scrollTo(long number) {
        if (rows.size() > 0) {
            letGo();
            putOnTop(Math.clamp(number, 0, rows.size() - 1), 0);
        }
    }

    /** To a moment, and there it stays, also when rows come only later. */
    void holdAt(long epochMilli) {
        letGo();
        top = new RowKey(false, -1, epochMilli);
        hidden = 0;
    }

    /** Brings a row into sight, a third from the top where it was not near. */
    void reveal(long number) {
        for (var each : placed) {
            if (each.number() == number && each.line() >= 0 && each.line() + each.lines() <= room) {
                return;
            }
        }
        letGo();
        if (!placed.isEmpty() && number == placed.getFirst().number() - 1
                || !placed.isEmpty() && number == placed.getFirst().number()) {
            putOnTop(number, 0);
            return;
        }
        var near = !placed.isEmpty()
                && number > placed.getFirst().number()
                && number <= placed.getLast().number() + 1;
        putOnTop(number, 0);
        up(near ? Math.max(0, room - height.applyAsInt(rows.row(number))) : room / 3);
    }

    private void up(int lines) {
        var from = top;
        if (from == null) {
            return;
        }
        var number = rows.numberOf(from);
        var left = lines;
        while (left > 0 && number > 0) {
            number--;
            left -= height.applyAsInt(rows.row(number));
        }
        putOnTop(number, Math.max(0, -left));
    }

    private void putOnTop(long number, int cut) {
        top = RowKey.of(rows.row(number));
        hidden = cut;
    }

    /** The number of the row at the top; 0 where there is none. */
    long firstNumber() {
        return placed.isEmpty() ? 0 : placed.getFirst().number();
    }

    /** How many rows are on screen. */
    int shown() {
        return placed.size();
    }
}
