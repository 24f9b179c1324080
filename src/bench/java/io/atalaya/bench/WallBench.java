package io.atalaya.bench;

import io.atalaya.app.WallMain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A wall that hangs for a shift: what is in memory after each of eight simulated hours, and what an hour costs the computer. */
final class WallBench {
    private static final int HOURS = 8;
    /** Until then caches fill, code is compiled, and the line of an hour is full. */
    private static final int WARM = 2;

    private WallBench() {}

    static List<Result> run() throws IOException {
        try (var wall = Child.start(ConsoleMain.JVM, Map.of(), WallMain.class, String.valueOf(HOURS))) {
            var alive = new double[HOURS + 1];
            var resident = new double[HOURS + 1];
            double cpu = 0;
            double drawing = 0;
            for (int hour = 1; hour <= HOURS; hour++) {
                var line = numbers(wall.await("hour"));
                System.out.println("  hour " + hour + ": " + Result.number(line[1]) + " MB alive, "
                        + Result.number(line[2]) + " s of CPU after " + Result.number(wall.secondsSinceStart()) + " s");
                alive[hour] = line[1];
                resident[hour] = line[4];
                if (hour > WARM) {
                    cpu += line[2] / (HOURS - WARM);
                    drawing += line[3] / (HOURS - WARM);
                }
            }
            var end = numbers(wall.await("calls"));
            return List.of(
                    Result.fact("wall: calls answered in 8 h", end[0], ""),
                    Result.fact("wall: events of the desk", end[1], ""),
                    Result.fact("wall: heap alive after 2 h", alive[WARM], "MB"),
                    Result.fact("wall: heap alive after 8 h", alive[HOURS], "MB"),
                    Result.atMost("wall: slope from 2 h to 8 h, MB an hour (0 within 0.1)", slope(alive), "MB/h", 0.1),
                    Result.fact("wall: resident after 2 h, the sandbox in it", resident[WARM], "MB"),
                    Result.fact("wall: resident after 8 h, the sandbox in it", resident[HOURS], "MB"),
                    Result.fact("wall: CPU of a simulated hour, the sandbox in it", cpu, "s"),
                    Result.fact("wall: the JavaFX thread's part of it", drawing, "s"));
        }
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Of the line through the hours after the warm-up. */
    private static double slope(double[] alive) {
        double n = HOURS - WARM + 1;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int hour = WARM; hour <= HOURS; hour++) {
            x += hour;
            y += alive[hour];
            xx += (double) hour * hour;
            xy += hour * alive[hour];
        }
        return (n * xy - x * y) / (n * xx - x * x);
    }
}
