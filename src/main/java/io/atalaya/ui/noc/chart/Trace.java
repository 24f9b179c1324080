package io.atalaya.ui.noc.chart;

/**
 * Turns a series into strokes. Where there are more points than pixels, of each column of pixels the first, the least, the
 * greatest and the last are drawn: a peak of one minute is seen in a week. A missing period ends the line; a point between two
 * gaps is a dot.
 */
final class Trace {
    /** What is drawn with. */
    interface Pen {
        void moveTo(double x, double y);

        void lineTo(double x, double y);

        /** A point without neighbours. */
        void dot(double x, double y);
    }

    private final TimeScale time;
    private final ValueScale value;
    private final Pen pen;
    private boolean drawing;
    private int column;
    private int held;
    private long firstAt;
    private double first;
    private double least;
    private long leastAt;
    private double greatest;
    private long greatestAt;
    private double last;
    private long lastAt;

    private Trace(TimeScale time, ValueScale value, Pen pen) {
        this.time = time;
        this.value = value;
        this.pen = pen;
    }

    /** Draws what lies within the time, and one point more at each side, so that the line reaches the edge. */
    static void draw(ChartSeries series, TimeScale time, ValueScale value, Pen pen) {
        new Trace(time, value, pen).run(series);
    }

    private void run(ChartSeries series) {
        int begin = Math.max(0, series.from(time.from()) - 1);
        int end = Math.min(series.size(), series.from(time.to() + 1) + 1);
        for (int i = begin; i < end; i++) {
            boolean starts = i == begin || series.gapBefore(i);
            boolean ends = i + 1 == end || series.gapBefore(i + 1);
            if (starts) {
                flush();
                drawing = false;
            }
            if (starts && ends) {
                pen.dot(time.x(series.time(i)), value.y(series.value(i)));
                continue;
            }
            take(series.time(i), series.value(i));
        }
        flush();
    }

    private void take(long at, double number) {
        int here = (int) Math.floor(time.x(at));
        if (held > 0 && here != column) {
            flush();
        }
        if (held == 0) {
            column = here;
            first = number;
            firstAt = at;
            least = number;
            leastAt = at;
            greatest = number;
            greatestAt = at;
        }
        if (number < least) {
            least = number;
            leastAt = at;
        }
        if (number > greatest) {
            greatest = number;
            greatestAt = at;
        }
        last = number;
        lastAt = at;
        held++;
    }

    private void flush() {
        if (held == 0) {
            return;
        }
        stroke(firstAt, first);
        boolean fallsFirst = leastAt < greatestAt;
        between(fallsFirst ? leastAt : greatestAt, fallsFirst ? least : greatest);
        between(fallsFirst ? greatestAt : leastAt, fallsFirst ? greatest : least);
        if (lastAt != firstAt) {
            stroke(lastAt, last);
        }
        held = 0;
    }

    private void between(long at, double number) {
        if (at != firstAt && at != lastAt) {
            stroke(at, number);
        }
    }

    private void stroke(long at, double number) {
        double x = time.x(at);
        double y = value.y(number);
        if (drawing) {
            pen.lineTo(x, y);
        } else {
            pen.moveTo(x, y);
            drawing = true;
        }
    }
}
