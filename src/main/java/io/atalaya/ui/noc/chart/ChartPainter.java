package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.State;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a chart without what follows the mouse. */
final class ChartPainter {
    /** Points of the last minutes may still be on their way: CloudWatch gives a period up to this long after its end. */
    static final long ARRIVING_MILLIS = 3 * 60_000L;

    private static final double FAINT = 0.4;
    private static final double WASH = 0.16;

    private final ZoneId zone;
    private final ChartUnits units;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;

    ChartPainter(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.units = new ChartUnits(locale);
        this.clock = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("d MMM", locale).withZone(zone);
    }

    /**
     * @param chosen the line that is pointed at in the legend, the others step back; -1 for none
     */
    void paint(
            GraphicsContext pen,
            ChartPicture picture,
            ChartLayout layout,
            ChartInks inks,
            Set<Integer> hidden,
            int chosen,
            Font font) {
        pen.clearRect(0, 0, layout.width(), layout.height());
        pen.setFont(font);
        bands(pen, picture, layout, inks);
        arriving(pen, picture, layout, inks);
        axes(pen, layout, inks);
        limits(pen, picture, layout, inks);
        pen.save();
        pen.beginPath();
        pen.rect(layout.time().left(), layout.top() - 3, layout.time().width() + 1, layout.bottom() - layout.top() + 6);
        pen.clip();
        for (int i = 0; i < picture.before().size(); i++) {
            if (!hidden.contains(i)) {
                line(pen, picture.before().get(i), i, layout, inks, chosen < 0 || chosen == i ? FAINT : FAINT / 2, 1);
            }
        }
        for (int i = 0; i < picture.series().size(); i++) {
            if (!hidden.contains(i)) {
                double strength = chosen < 0 || chosen == i ? 1 : FAINT;
                line(pen, picture.series().get(i), i, layout, inks, strength, chosen == i ? 2.2 : 1.4);
            }
        }
        pen.restore();
        ends(pen, picture, layout, inks, hidden);
        marks(pen, picture, layout, inks);
    }

    private static void bands(GraphicsContext pen, ChartPicture picture, ChartLayout layout, ChartInks inks) {
        for (var band : picture.bands()) {
            double from =
                    layout.time().x(Math.max(layout.time().from(), band.from().toEpochMilli()));
            double to = layout.time().x(Math.min(layout.time().to(), band.to().toEpochMilli()));
            if (to > from) {
                pen.setFill(level(band.level(), inks));
                pen.setGlobalAlpha(WASH);
                pen.fillRect(from, layout.top(), to - from, layout.bottom() - layout.top());
                pen.setGlobalAlpha(1);
                pen.fillRect(from, layout.top() - 3, Math.max(2, to - from), 3);
            }
        }
    }

    private static Paint level(State level, ChartInks inks) {
        return level == State.FAILED ? inks.failed() : level == State.DEGRADED ? inks.degraded() : inks.words();
    }

    /** The minutes whose points may still come, hatched. */
    private static void arriving(GraphicsContext pen, ChartPicture picture, ChartLayout layout, ChartInks inks) {
        var time = layout.time();
        long now = Math.min(picture.now().toEpochMilli(), time.to());
        long from = Math.max(time.from(), picture.now().toEpochMilli() - ARRIVING_MILLIS);
        if (now <= from) {
            return;
        }
        double left = time.x(from);
        double right = time.x(now);
        pen.save();
        pen.beginPath();
        pen.rect(left, layout.top(), right - left, layout.bottom() - layout.top());
        pen.clip();
        pen.setStroke(inks.grid());
        pen.setLineDashes();
        pen.setLineWidth(1);
        double tall = layout.bottom() - layout.top();
        for (double x = left - tall; x < right; x += 7) {
            pen.strokeLine(x, layout.bottom(), x + tall, layout.top());
        }
        pen.restore();
    }

    private void axes(GraphicsContext pen, ChartLayout layout, ChartInks inks) {
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.setTextBaseline(VPos.CENTER);
        var time = layout.time();
        boolean right = false;
        for (var scale : layout.scales().values()) {
            pen.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
            for (double tick : scale.ticks()) {
                double y = Math.round(scale.y(tick)) + 0.5;
                if (!right) {
                    pen.setStroke(inks.grid());
                    pen.strokeLine(time.left(), y, time.right(), y);
                }
                pen.setFill(inks.words());
                pen.fillText(units.text(tick, scale.unit()), right ? time.right() + 8 : time.left() - 8, y);
            }
            right = true;
        }
        times(pen, layout, inks);
    }

    private void times(GraphicsContext pen, ChartLayout layout, ChartInks inks) {
        var time = layout.time();
        double figure = pen.getFont().getSize() * 0.6;
        pen.setTextAlign(TextAlignment.CENTER);
        for (var tick : time.ticks(zone, 11 * figure)) {
            double x = Math.round(time.x(tick.toEpochMilli())) + 0.5;
            pen.setStroke(inks.grid());
            pen.strokeLine(x, layout.top(), x, layout.bottom() + 3);
            var there = tick.atZone(zone);
            boolean midnight = there.toLocalTime().toSecondOfDay() == 0;
            var words = midnight ? day.format(tick) : clock.format(tick);
            double half = words.length() * figure / 2;
            if (x - half > 0 && x + half < layout.width()) {
                pen.setFill(inks.words());
                pen.fillText(words, x, layout.height() - pen.getFont().getSize() * 0.8);
            }
        }
    }

    private static void limits(GraphicsContext pen, ChartPicture picture, ChartLayout layout, ChartInks inks) {
        pen.setTextAlign(TextAlignment.RIGHT);
        double size = pen.getFont().getSize();
        var beyond = 0;
        for (var limit : picture.limits()) {
            var scale = layout.scales().get(limit.unit());
            if (scale == null) {
                continue;
            }
            pen.setFill(level(limit.level(), inks));
            pen.setStroke(level(limit.level(), inks));
            double right = layout.time().right() - 4;
            if (limit.value() > scale.high()) {
                pen.fillText("↑ " + limit.words(), right, scale.top() + size * (0.7 + 1.3 * beyond));
                beyond++;
                continue;
            }
            if (limit.value() < scale.low()) {
                continue;
            }
            double y = Math.round(scale.y(limit.value())) + 0.5;
            pen.setLineWidth(1);
            pen.setLineDashes(4, 3);
            pen.strokeLine(layout.time().left(), y, layout.time().right(), y);
            pen.setLineDashes();
            boolean below = y - scale.top() < size * 1.5;
            pen.fillText(limit.words(), right, y + (below ? 1 : -1) * size * 0.75);
        }
    }

    private static void line(
            GraphicsContext pen,
            ChartSeries series,
            int index,
            ChartLayout layout,
            ChartInks inks,
            double strength,
            double width) {
        var scale = layout.scale(series);
        if (scale.isEmpty()) {
            return;
        }
        pen.setGlobalAlpha(strength);
        pen.setStroke(inks.line(index));
        pen.setFill(inks.line(index));
        pen.setLineWidth(width);
        pen.setLineDashes(ChartInks.dashes(index));
        pen.beginPath();
        Trace.draw(series, layout.time(), scale.get(), new Trace.Pen() {
            @Override
            public void moveTo(double x, double y) {
                pen.moveTo(x, y);
            }

            @Override
            public void lineTo(double x, double y) {
                pen.lineTo(x, y);
            }

            @Override
            public void dot(double x, double y) {
                pen.fillOval(x - 1.5, y - 1.5, 3, 3);
            }
        });
        pen.stroke();
        pen.setLineDashes();
        pen.setGlobalAlpha(1);
    }

    /** Where a line ended before now, it ends in a ring: what is there is the last known. */
    private static void ends(
            GraphicsContext pen, ChartPicture picture, ChartLayout layout, ChartInks inks, Set<Integer> hidden) {
        for (int i = 0; i < picture.series().size(); i++) {
            var series = picture.series().get(i);
            var scale = layout.scale(series);
            if (hidden.contains(i) || scale.isEmpty()) {
                continue;
            }
            var found = series.within(layout.time().from(), layout.time().to());
            if (found.isEmpty()) {
                continue;
            }
            double x = layout.time().x(found.get().lastAt());
            double y = scale.get().y(found.get().last());
            if (Staleness.of(series, picture.now()).isPresent()) {
                pen.setStroke(inks.words());
                pen.setLineWidth(1.4);
                pen.strokeOval(x - 3, y - 3, 6, 6);
            } else if (found.get().lastAt() == series.time(series.size() - 1)) {
                pen.setFill(inks.line(i));
                pen.fillOval(x - 2.2, y - 2.2, 4.4, 4.4);
            }
        }
    }

    private static void marks(GraphicsContext pen, ChartPicture picture, ChartLayout layout, ChartInks inks) {
        for (var mark : picture.marks()) {
            long at = mark.at().toEpochMilli();
            if (at < layout.time().from() || at > layout.time().to()) {
                continue;
            }
            double x = Math.round(layout.time().x(at)) + 0.5;
            pen.setStroke(inks.mark());
            pen.setFill(inks.mark());
            pen.setLineWidth(1);
            pen.setLineDashes(2, 3);
            pen.strokeLine(x, layout.top(), x, layout.bottom());
            pen.setLineDashes();
            double y = layout.top() - 8;
            if (mark.kind() == ChartPicture.Mark.Kind.ACT) {
                pen.fillPolygon(new double[] {x - 4.5, x + 4.5, x}, new double[] {y - 4, y - 4, y + 5}, 3);
            } else {
                pen.strokePolygon(new double[] {x - 4.5, x, x + 4.5, x}, new double[] {y, y - 4.5, y, y + 4.5}, 4);
            }
        }
    }
}
