package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.common.Inks;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One row of an event, drawn from texts and rectangles that are used again for the next. */
final class RowNode extends Region {
    /** Above this, letters may have another width than the others. */
    private static final int WIDE_FROM = 0x530;

    private final Rectangle ground = new Rectangle();
    private final Rectangle edge = new Rectangle();
    private final Rectangle lane = new Rectangle();
    private final Rectangle pin = new Rectangle();
    private final Text time = text();
    private final Text level = text();
    private final Text group = text();
    private final Text where = text();
    private final List<Text> lines = new ArrayList<>();
    private final List<Rectangle> marks = new ArrayList<>();
    private final List<ChipNode> chips = new ArrayList<>();
    private int marksUsed;

    /** What a row is drawn with. */
    record Pen(
            Inks<LogInk> inks,
            RowLooks looks,
            RowWords words,
            Reader reader,
            Places places,
            Marks marks,
            double width,
            int column,
            Paint hatch) {
        Paint ink(LogInk ink) {
            return inks.get(ink);
        }
    }

    RowNode() {
        setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        group.getStyleClass().add("log-strong");
        getStyleClass().add("log-row");
        getChildren().addAll(ground, edge, lane, pin, time, level, group, where);
        getChildren().forEach(it -> it.setManaged(false));
    }

    private static Text text() {
        var text = new Text();
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        text.getStyleClass().add("log-text");
        return text;
    }

    void show(Row.Event event, int height, boolean selected, Pen pen) {
        var looks = pen.looks();
        var tall = height * looks.height();
        box(ground, 0, 0, pen.width(), tall);
        ground.setFill(
                selected
                        ? pen.ink(LogInk.SELECTED)
                        : event.doubtful() ? pen.ink(LogInk.DOUBT_GROUND) : Color.TRANSPARENT);
        edge(event, tall, pen);
        lane(event.level(), pen);
        var aside = event.standing() == Row.Standing.AROUND;
        put(time, pen.reader().clock().time(event.at()), looks.time(), 0, pen.ink(LogInk.MUTED), looks);
        var loud = event.level() == Level.ERROR || event.level() == Level.WARN;
        put(
                level,
                pen.words().level(event.level()),
                looks.level(),
                0,
                pen.ink(loud ? LogInk.of(event.level()) : LogInk.MUTED),
                looks);
        var names = pen.reader().names();
        put(group, names.of(event.group()), looks.group(), 0, pen.ink(names.ink(event.group())), looks);
        put(where, pen.places().of(event.stream()), looks.where(), 0, pen.ink(LogInk.MUTED), looks);
        marksUsed = 0;
        message(pen.reader().lines().lines(event), aside, pen);
        var pinned = pen.reader().pins().holds(event.id());
        pin.setVisible(pinned);
        if (pinned) {
            box(pin, looks.message() - 0.45 * looks.em(), 2, 3, looks.height() - 4);
            pin.setFill(pen.ink(LogInk.SELECTED_EDGE));
        }
        setAccessibleText(pen.words().spoken(event, pen.reader().clock(), names, pen.places()));
    }

    private void message(RowLines all, boolean aside, Pen pen) {
        var looks = pen.looks();
        var columns = Math.max(1, (int) ((pen.width() - looks.message()) / looks.letter()) + 1);
        var chipsUsed = 0;
        for (int i = 0; i < all.count(); i++) {
            var line = all.lines().get(i);
            var x = looks.message();
            if (!line.chip().isEmpty()) {
                var chip = chip(chipsUsed++);
                chip.show(line.chip(), i == 0, pen);
                chip.relocate(x, i * looks.height() + Math.rint((looks.height() - chip.getHeight()) / 2));
                x += chip.getWidth() + looks.letter();
            }
            var node = line(i);
            var text = line.text();
            var from = line.chip().isEmpty() ? Math.min(pen.column(), text.length()) : 0;
            var shown = text.substring(from, Math.min(text.length(), from + columns));
            var quiet = line.quiet() || aside;
            put(node, shown, x, i, pen.ink(quiet ? LogInk.MUTED : LogInk.TEXT), looks);
            mark(node, shown, x, i, pen);
        }
        for (int i = all.count(); i < lines.size(); i++) {
            lines.get(i).setVisible(false);
        }
        for (int i = chipsUsed; i < chips.size(); i++) {
            chips.get(i).setVisible(false);
        }
        for (int i = marksUsed; i < marks.size(); i++) {
            marks.get(i).setVisible(false);
        }
    }

    private void mark(Text node, String shown, double x, int line, Pen pen) {
        for (var mark : pen.marks().of(shown)) {
            var rectangle = markRectangle();
            var looks = pen.looks();
            var begin = mark.from() * looks.letter();
            var wide = (mark.to() - mark.from()) * looks.letter();
            if (hasWide(shown)) {
                var shape = node.rangeShape(mark.from(), mark.to());
                var bounds = bounds(shape);
                if (bounds != null) {
                    begin = bounds[0];
                    wide = bounds[1] - bounds[0];
                }
            }
            box(rectangle, x + begin - 1, line * looks.height() + 2, wide + 2, looks.height() - 4);
            rectangle.setArcWidth(4);
            rectangle.setArcHeight(4);
            rectangle.setFill(pen.ink(mark.found() ? LogInk.FOUND : LogInk.MARK));
        }
    }

    private static boolean hasWide(String text) {
        return text.chars().anyMatch(c -> c >= WIDE_FROM);
    }

    private static double @Nullable [] bounds(javafx.scene.shape.PathElement[] shape) {
        var path = new javafx.scene.shape.Path(shape);
        var bounds = path.getLayoutBounds();
        return bounds.isEmpty() ? null : new double[] {bounds.getMinX(), bounds.getMaxX()};
    }

    private void edge(Row.Event event, double tall, Pen pen) {
        var wide = Math.rint(pen.looks().em() * 5 / 13);
        if (event.doubtful()) {
            box(edge, 0.5, 0.5, wide - 1, tall - 1);
            edge.setFill(Color.TRANSPARENT);
            edge.setStroke(pen.ink(LogInk.WARN));
        } else {
            box(edge, 0, 0, wide, tall);
            edge.setStroke(null);
            edge.setFill(pen.reader().isRecovered(event) ? pen.hatch() : pen.ink(LogInk.LINE));
        }
    }

    private void lane(Level which, Pen pen) {
        var looks = pen.looks();
        lane.setVisible(which != Level.UNKNOWN);
        if (which != Level.UNKNOWN) {
            var wide = Math.rint(looks.em() * 7 / 13);
            var high = Math.rint(looks.em() * 15 / 13);
            box(lane, looks.lane(which.ordinal()), Math.rint((looks.height() - high) / 2), wide, high);
            lane.setFill(pen.ink(LogInk.of(which)));
        }
    }

    private Text line(int index) {
        while (lines.size() <= index) {
            var made = text();
            lines.add(made);
            getChildren().add(made);
        }
        return lines.get(index);
    }

    private ChipNode chip(int index) {
        while (chips.size() <= index) {
            var made = new ChipNode();
            chips.add(made);
            getChildren().add(made);
        }
        var chip = chips.get(index);
        chip.setVisible(true);
        return chip;
    }

    private Rectangle markRectangle() {
        if (marks.size() <= marksUsed) {
            var made = new Rectangle();
            made.setManaged(false);
            marks.add(made);
            getChildren().add(4, made); // under the texts
        }
        var rectangle = marks.get(marksUsed++);
        rectangle.setVisible(true);
        return rectangle;
    }

    private static void put(Text node, String text, double x, int line, Paint ink, RowLooks looks) {
        node.setVisible(true);
        if (!node.getText().equals(text)) {
            node.setText(text);
        }
        node.setFill(ink);
        node.setX(x);
        node.setY(line * looks.height() + Math.rint(looks.em() * 3 / 13));
    }

    private static void box(Rectangle node, double x, double y, double wide, double high) {
        node.setX(x);
        node.setY(y);
        node.setWidth(Math.max(0, wide));
        node.setHeight(Math.max(0, high));
    }
}
