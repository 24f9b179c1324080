package io.atalaya.ui.noc.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What reaches the canvas. */
class TraceTest {
    /** Counts strokes and keeps where they went. */
    private static final class Counted implements Trace.Pen {
        final List<double[]> starts = new ArrayList<>();
        final List<double[]> strokes = new ArrayList<>();
        final List<double[]> dots = new ArrayList<>();

        @Override
        public void moveTo(double x, double y) {
            starts.add(new double[] {x, y});
        }

        @Override
        public void lineTo(double x, double y) {
            strokes.add(new double[] {x, y});
        }

        @Override
        public void dot(double x, double y) {
            dots.add(new double[] {x, y});
        }

        int work() {
            return starts.size() + strokes.size() + dots.size();
        }
    }

    private static Counted drawn(ChartPicture picture, int number, double width) {
        var layout = ChartLayout.of(picture, Set.of(), width, 300, ChartLayout.Room.USUAL);
        var pen = new Counted();
        var series = picture.series().get(number);
        Trace.draw(series, layout.time(), layout.scale(series).orElseThrow(), pen);
        return pen;
    }

    @Test
    void aMissingPeriodIsNoLine() {
        var series = Lines.line("a", "%", 60, i -> i, i -> i == 20 || i == 21);
        var pen = drawn(Lines.picture(60, series), 0, 1000);
        assertThat(pen.starts).as("one line before the gap, one after").hasSize(2);
        assertThat(pen.work()).isEqualTo(58);
    }

    @Test
    void aPointBetweenTwoGapsIsADot() {
        var series = Lines.line("a", "%", 60, i -> i, i -> i != 30 && i < 40);
        var pen = drawn(Lines.picture(60, series), 0, 1000);
        assertThat(pen.dots).hasSize(1);
        assertThat(pen.starts).hasSize(1);
    }

    @Test
    void aPeakOfOneMinuteIsSeenInAWeek() {
        int minutes = 7 * 24 * 60;
        var series = Lines.line("a", minutes, i -> i == 5003 ? 99 : 1);
        var picture = Lines.picture(minutes, series);
        var layout = ChartLayout.of(picture, Set.of(), 900, 300, ChartLayout.Room.USUAL);
        double top = layout.scale(series).orElseThrow().y(99);
        var pen = drawn(picture, 0, 900);
        assertThat(pen.strokes).anyMatch(it -> Math.abs(it[1] - top) < 1e-9);
        assertThat(pen.work()).as("four strokes a column at most").isLessThanOrEqualTo(4 * 900);
    }

    /** A day of twenty metrics by the minute: no point twice, and never more than four a column. */
    @Test
    void theWorkOfADayIsBounded() {
        int minutes = 24 * 60;
        var lines = new ChartSeries[20];
        for (int n = 0; n < lines.length; n++) {
            int each = n;
            lines[n] = Lines.line("line " + n, minutes, i -> 40 + 30 * Math.sin(i / 37.0 + each) + i * each % 7);
        }
        var picture = Lines.picture(minutes, lines);
        int work = 0;
        for (int n = 0; n < lines.length; n++) {
            work += drawn(picture, n, 420).work();
        }
        assertThat(work).isLessThanOrEqualTo(20 * 4 * 420).isLessThan(20 * minutes);
        assertThat(drawn(picture, 0, 1400).work()).isLessThanOrEqualTo(minutes);
    }

    @Test
    void whatLiesOutsideIsNotDrawn() {
        var series = Lines.line("a", 600, i -> i);
        var whole = Lines.picture(600, series);
        var part = new ChartPicture(
                Lines.FROM.plusSeconds(6000),
                Lines.FROM.plusSeconds(7200),
                whole.to(),
                whole.series(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(drawn(part, 0, 1000).work())
                .as("twenty minutes, and one at each side")
                .isBetween(21, 24);
    }
}
