package io.atalaya.noc.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sixty minutes of one hour of a series; what is missing is NaN. */
final class Hour {
    static final int MINUTES = 60;
    static final int FIVES = 12;
    private static final int WIDTH = 4;

    private Hour() {}

    static double[] empty() {
        var minutes = new double[MINUTES];
        Arrays.fill(minutes, Double.NaN);
        return minutes;
    }

    /** For each five minutes: how many values, the least, their average, the largest. */
    static double[] fives(double[] minutes) {
        var fives = new double[FIVES * WIDTH];
        for (var five = 0; five < FIVES; five++) {
            var count = 0;
            var sum = 0.0;
            var min = Double.NaN;
            var max = Double.NaN;
            for (var i = five * 5; i < five * 5 + 5; i++) {
                var value = minutes[i];
                if (!Double.isNaN(value)) {
                    count++;
                    sum += value;
                    min = count == 1 ? value : Math.min(min, value);
                    max = count == 1 ? value : Math.max(max, value);
                }
            }
            // by columns: alike stands beside alike
            fives[five] = count;
            fives[FIVES + five] = min;
            fives[2 * FIVES + five] = count == 0 ? Double.NaN : sum / count;
            fives[3 * FIVES + five] = max;
        }
        return fives;
    }

    static List<Span> spansOfMinutes(long hour, double[] minutes) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < MINUTES; i++) {
            if (!Double.isNaN(minutes[i])) {
                spans.add(
                        new Span(at(hour * MINUTES + i), Duration.ofMinutes(1), minutes[i], minutes[i], minutes[i], 1));
            }
        }
        return spans;
    }

    static List<Span> spansOfFives(long hour, double[] fives) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < FIVES; i++) {
            if (fives[i] > 0) {
                spans.add(new Span(
                        at(hour * MINUTES + i * 5L),
                        Duration.ofMinutes(5),
                        fives[FIVES + i],
                        fives[2 * FIVES + i],
                        fives[3 * FIVES + i],
                        (int) fives[i]));
            }
        }
        return spans;
    }

    static int sizeOfFives() {
        return FIVES * WIDTH;
    }

    static Instant at(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
