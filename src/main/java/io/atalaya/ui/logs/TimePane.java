package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.ui.common.Inks;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The histogram by level and, on the same axis of time, what was delivered, recovered, in doubt and missed. A span can be brushed. */
final class TimePane extends Region {
    private static final double BAR = 7;
    private static final double LEAST = 4;
    private static final Level[] STACK = {Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.UNKNOWN};

    private final Inks<LogInk> inks = new Inks<>(LogInk.SHEET, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final Text probe = new Text();
    private final Consumer<Span> onBrush;
    private TimeSight sight = TimeSight.NOTHING;
    private double pressed = -1;
    private double dragged = -1;

    /** @param onBrush is told the span that was chosen */
    TimePane(Consumer<Span> onBrush) {
        this.onBrush = onBrush;
        getStyleClass().add("log-time");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        probe.getStyleClass().add("log-text");
        probe.setVisible(false);
        probe.setManaged(false);
        probe.fontProperty().addListener(it -> requestLayout());
        getChildren().addAll(inks, probe, canvas);
        setCursor(Cursor.CROSSHAIR);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pressed = event.getX();
            dragged = pressed;
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            dragged = event.getX();
            requestLayout();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
    }

    /** How many bars there is room for. */
    int bars() {
        return (int) Math.max(10, getWidth() / BAR);
    }

    void show(TimeSight wanted) {
        sight = wanted;
        setAccessibleText(wanted.spoken());
        requestLayout();
    }

    private TimeAxis axis() {
        return new TimeAxis(sight.from(), Math.max(sight.from() + 1, sight.to()), Math.max(1, getWidth() - 2));
    }

    private void released() {
        var from = Math.min(pressed, dragged);
        var to = Math.max(pressed, dragged);
        pressed = -1;
        if (from < 0 || sight == TimeSight.NOTHING) {
            return;
        }
        if (to - from < LEAST) {
            requestLayout();
            onBrush.accept(Span.ALL);
            return;
        }
        var axis = axis();
        onBrush.accept(new Span(axis.at(from), axis.at(to) + 1));
    }

    @Override
    protected void layoutChildren() {
        var wide = getWidth();
        var high = getHeight();
        canvas.setWidth(wide);
        canvas.setHeight(high);
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, wide, high);
        if (sight == TimeSight.NOTHING || wide < 10 || high < 30) {
            return;
        }
        var em = em();
        var axis = axis();
        var foot = Math.rint(high - em * 1.5);
        var strip = Math.rint(foot - em * 0.95);
        var bars = Math.rint(strip - em * 0.55);
        brush(pen, axis, foot);
        bars(pen, axis, bars);
        strip(pen, axis, strip, em);
        ticks(pen, axis, foot, em);
    }

    private double em() {
        return probe.getFont().getSize() * 13 / 12;
    }

    private void bars(GraphicsContext pen, TimeAxis axis, double base) {
        var buckets = sight.buckets();
        var most = 1L;
        for (var bucket : buckets) {
            var sum = 0L;
            for (var each : bucket) {
                sum += each;
            }
            most = Math.max(most, sum);
        }
        var step = axis.width() / Math.max(1, buckets.size());
        for (int i = 0; i < buckets.size(); i++) {
            var x = Math.rint(i * step);
            var wide = Math.max(1, Math.rint((i + 1) * step) - x - 1);
            var y = base;
            for (var level : STACK) {
                var count = buckets.get(i)[level.ordinal()];
                if (count > 0) {
                    var tall = Math.max(1, (base - 2) * count / most);
                    y -= tall;
                    pen.setFill(inks.get(LogInk.of(level)));
                    pen.setGlobalAlpha(level == Level.INFO ? 0.75 : 1);
                    pen.fillRect(x, y, wide, tall);
                }
            }
        }
        pen.setGlobalAlpha(1);
    }

    private void brush(GraphicsContext pen, TimeAxis axis, double foot) {
        var from = -1.0;
        var to = -1.0;
        if (pressed >= 0 && Math.abs(pressed - dragged) >= LEAST) {
            from = Math.min(pressed, dragged);
            to = Math.max(pressed, dragged);
        } else if (!sight.brush().isAll()) {
            from = axis.x(Math.max(axis.from(), sight.brush().from()));
            to = axis.x(Math.min(axis.to(), sight.brush().to()));
        }
        if (from >= 0) {
            pen.setFill(inks.get(LogInk.SELECTED));
            pen.fillRect(from, 0, Math.max(2, to - from), foot);
            pen.setFill(inks.get(LogInk.SELECTED_EDGE));
            pen.fillRect(Math.rint(from), 0, 1, foot);
            pen.fillRect(Math.rint(Math.max(from + 1, to)), 0, 1, foot);
        }
    }

    private void strip(GraphicsContext pen, TimeAxis axis, double y, double em) {
        var high = Math.rint(em * 0.62);
        for (var part : sight.parts()) {
            var x = Math.max(0, axis.x(part.from()));
            var wide = Math.min(axis.width(), axis.x(part.to())) - x;
            if (wide <= 0) {
                continue;
            }
            switch (part.kind()) {
                case DELIVERED -> {
                    pen.setFill(inks.get(LogInk.INFO));
                    pen.setGlobalAlpha(0.55);
                    pen.fillRect(x, y, wide, high);
                }
                case CONFIRMED -> {
                    pen.setFill(inks.get(LogInk.INFO));
                    pen.fillRect(x, y, wide, high);
                }
                case RECOVERED -> {
                    pen.setFill(inks.get(LogInk.GROUND));
                    pen.fillRect(x, y - 1, Math.max(5, wide), high + 2);
                    pen.setFill(RowLooks.hatch(inks.get(LogInk.ACCENT)));
                    pen.fillRect(x, y, Math.max(5, wide), high);
                }
                case DOUBT, GAP -> box(pen, x, y, Math.max(5, wide), high, part.kind());
            }
            pen.setGlobalAlpha(1);
        }
        pen.setFill(inks.get(LogInk.TEXT));
        var now = axis.x(sight.newest());
        if (sight.live()) {
            pen.fillRect(Math.min(axis.width(), Math.rint(now)), y - 3, 2, high + 6);
        }
    }

    private void box(GraphicsContext pen, double x, double y, double wide, double high, TimeSight.Kind kind) {
        pen.setFill(inks.get(LogInk.GROUND));
        pen.fillRect(x, y - 2, wide, high + 4);
        pen.setStroke(inks.get(kind == TimeSight.Kind.DOUBT ? LogInk.WARN : LogInk.ERROR));
        pen.setLineWidth(1.5);
        pen.strokeRect(Math.rint(x) + 0.75, y - 1.25, Math.max(3, wide - 1.5), high + 2.5);
    }

    private void ticks(GraphicsContext pen, TimeAxis axis, double y, double em) {
        pen.setFont(Font.font("JetBrains Mono", Math.rint(em * 11 / 13)));
        pen.setTextBaseline(VPos.TOP);
        pen.setTextAlign(TextAlignment.CENTER);
        var offset = sight.clock()
                        .zone()
                        .getRules()
                        .getOffset(Instant.ofEpochMilli(axis.to()))
                        .getTotalSeconds()
                * 1000L;
        var brief = axis.to() - axis.from() > 20 * 60_000;
        for (var at : axis.ticks(em * 7, offset)) {
            var x = Math.rint(axis.x(at));
            if (x < em * 2 || x > axis.width() - em * 8) {
                continue;
            }
            pen.setFill(inks.get(LogInk.LINE));
            pen.fillRect(x, y - 4, 1, 4);
            pen.setFill(inks.get(LogInk.MUTED));
            var words = sight.clock().seconds(at);
            pen.fillText(brief || words.endsWith(":00") ? words.substring(0, 5) : words, x, y + 2);
        }
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setFill(inks.get(LogInk.TEXT));
        pen.fillText(sight.end(), axis.width(), y + 2);
    }
}
