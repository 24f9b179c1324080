package io.atalaya.bench;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.noc.chart.ChartPicture;
import io.atalaya.ui.noc.chart.ChartSeries;
import io.atalaya.ui.noc.chart.MetricChart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Draws a day of twenty metrics by the minute again and again, and adds up what each drawing cost the JavaFX thread. */
public final class ChartMain {
    private static final int LINES = 20;
    private static final int MINUTES = 24 * 60;
    private static final int DRAWINGS = 200;
    private static final Instant FROM = Instant.parse("2026-11-24T00:00:00Z");

    private ChartMain() {}

    /** Prints {@code chart POINTS MEDIAN P99 PICTURE}: milliseconds. */
    public static void main(String[] args) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            measure();
            done.countDown();
        });
        if (!done.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no drawing");
        }
        Platform.exit();
    }

    private static void measure() {
        var chart = new MetricChart(
                new Texts(Locale.ENGLISH, List.of("io.atalaya.ui.common.common", "io.atalaya.ui.noc.chart.chart")),
                ZoneOffset.UTC);
        var theme = new Theme(Theme.Mode.DARK, 100);
        var scene = new Scene(new StackPane(chart), 1200, 500);
        theme.adopt(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        var pictures = new ArrayList<ChartPicture>();
        for (int i = 0; i < 4; i++) {
            pictures.add(picture(i));
        }
        var times = new ArrayList<Double>();
        for (int i = 0; i < 2 * DRAWINGS; i++) {
            long begun = System.nanoTime();
            chart.show(pictures.get(i % pictures.size()));
            double took = (System.nanoTime() - begun) / 1e6;
            if (i % 20 == 0) {
                chart.snapshot(null, null); // lets the canvas's commands be drawn, so that they do not heap up
            }
            if (i >= DRAWINGS) {
                times.add(took);
            }
        }
        long begun = System.nanoTime();
        chart.show(pictures.getFirst());
        chart.snapshot(null, null);
        double whole = (System.nanoTime() - begun) / 1e6;
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println("chart " + LINES * MINUTES + " " + sorted[sorted.length / 2] + " "
                + sorted[(int) (sorted.length * 0.99)] + " " + whole);
        stage.close();
    }

    private static ChartPicture picture(int shift) {
        var lines = IntStream.range(0, LINES)
                .mapToObj(line -> ChartSeries.of("line " + line, "%", 1, series(line, shift)))
                .toList();
        var to = FROM.plusSeconds(60L * MINUTES);
        return new ChartPicture(FROM, to, to, lines, List.of(), List.of(), List.of(), List.of());
    }

    private static MetricSeries series(int line, int shift) {
        var points = IntStream.range(0, MINUTES)
                .mapToObj(i -> new MetricPoint(
                        FROM.plusSeconds(60L * i),
                        40 + 30 * Math.sin((i + shift) / 37.0 + line) + (i * 7919L * (line + 1) + shift) % 13))
                .toList();
        return new MetricSeries(
                new MetricId("AWS/EC2", "CPUUtilization", Map.of("InstanceId", "i-" + line), "Average"), 60, points, false);
    }
}
