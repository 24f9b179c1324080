package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.ui.common.Inks;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** All rows from the oldest to the newest in one narrow strip: where errors and warnings stand, and which rows are on screen. */
final class Minimap extends Region {
    /** Looking through many rows takes its time: at most so often, and in so many steps. */
    private static final int STEPS = 96;

    private static final long PAUSE_NANOS = 700_000_000L;
    private static final Set<Level> ERRORS = Set.of(Level.ERROR);
    private static final Set<Level> WARNINGS = Set.of(Level.WARN);

    private final Reader reader;
    private final Inks<LogInk> inks;
    private final Canvas canvas = new Canvas();
    private final LogInk[] marks = new LogInk[STEPS];
    private long counted;
    private long countedSize = -1;

    Minimap(Reader reader, Inks<LogInk> inks, DoubleConsumer go) {
        this.reader = reader;
        this.inks = inks;
        getStyleClass().add("log-minimap");
        canvas.setManaged(false);
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> go.accept(event.getY() / Math.max(1, getHeight())));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> go.accept(event.getY() / Math.max(1, getHeight())));
    }

    void draw() {
        var wide = getWidth();
        var high = getHeight();
        canvas.setWidth(wide);
        canvas.setHeight(high);
        count();
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, wide, high);
        var size = reader.rows().size();
        if (size == 0 || high <= 0) {
            return;
        }
        var step = high / STEPS;
        for (int i = 0; i < STEPS; i++) {
            var ink = marks[i];
            if (ink != null) {
                pen.setFill(inks.get(ink));
                pen.fillRect(3, Math.rint(i * step), wide - 6, Math.max(1.5, step - 1.5));
            }
        }
        var model = reader.model();
        var from = model.firstNumber() / (double) size * high;
        var tall = Math.max(8, model.shown() / (double) size * high);
        pen.setStroke(inks.get(LogInk.TEXT));
        pen.setLineWidth(1);
        pen.strokeRect(1.5, Math.rint(Math.min(from, high - tall)) + 0.5, wide - 3, Math.rint(tall) - 1);
    }

    private void count() {
        var size = reader.rows().size();
        var now = System.nanoTime();
        if (size == countedSize || countedSize > 0 && now - counted < PAUSE_NANOS) {
            return;
        }
        counted = now;
        countedSize = size;
        var error = size == 0 ? -1 : reader.rows().nextOf(ERRORS, -1, 1);
        var warning = size == 0 ? -1 : reader.rows().nextOf(WARNINGS, -1, 1);
        for (int i = 0; i < STEPS; i++) {
            var from = size * i / STEPS;
            var to = Math.max(from + 1, size * (i + 1) / STEPS);
            error = after(error, from, ERRORS);
            warning = after(warning, from, WARNINGS);
            marks[i] = error >= from && error < to
                    ? LogInk.ERROR
                    : warning >= from && warning < to ? LogInk.WARN : size > 0 ? LogInk.LINE : null;
        }
    }

    /** The first one not before that row; what was found stays as long as it is. */
    private long after(long found, long from, Set<Level> levels) {
        return found < 0 || found >= from ? found : reader.rows().nextOf(levels, from - 1, 1);
    }
}
