package io.atalaya.ui.logs.insights;

import io.atalaya.logs.insights.TimeChart;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Counts by time: bars where there is one line, lines where there are several, told apart by colour and by dashes. The axis begins
 * at zero; where CloudWatch has nothing, nothing is drawn. Colours come from the style sheet ({@code -insights-ink-0} to
 * {@code -3}, {@code -insights-grid}, {@code -insights-words}), so a change of theme redraws it.
 */
final class InsightsChart extends Region {
    /** Lines of one colour differ by their dashes. */
    static final int INKS = 4;

    private static final int GRID = INKS;
    private static final int WORDS = INKS + 1;
    private static final double LEFT = 64;
    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final double[] DASHES = {6, 3};
    private static final double[] UNBROKEN = {};
    private static final List<CssMetaData<InsightsChart, Paint>> PAINTS = paints();
    private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

    private final List<StyleableObjectProperty<Paint>> inks = new ArrayList<>();
    private final Canvas canvas = new Canvas();
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;
    private final Units units;
    private @Nullable TimeChart chart;

    InsightsChart(ZoneId zone, Locale locale) {
        this.clock = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("d MMM HH:mm", locale).withZone(zone);
        this.units = new Units(locale);
        for (var meta : PAINTS) {
            var ink = new SimpleStyleableObjectProperty<Paint>(meta, this, meta.getProperty(), Color.GRAY);
            ink.addListener(it -> draw());
            inks.add(ink);
        }
        getStyleClass().add("insights-chart");
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
    }

    void show(TimeChart newer) {
        chart = newer;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth()));
        canvas.setHeight(Math.max(0, getHeight()));
        draw();
    }

    private void draw() {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var shown = chart;
        if (shown == null || canvas.getWidth() < LEFT + 40 || canvas.getHeight() < BOTTOM + 30) {
            return;
        }
        double highest = shown.lines().stream()
                .flatMap(line -> line.values().stream())
                .filter(it -> !it.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double top = round(highest);
        axes(pen, shown, top);
        for (int i = 0; i < shown.lines().size(); i++) {
            pen.setFill(inks.get(i % INKS).get());
            pen.setStroke(inks.get(i % INKS).get());
            if (shown.lines().size() == 1) {
                bars(pen, shown, top);
            } else {
                line(pen, shown.lines().get(i), shown.times().size(), top, i >= INKS);
            }
        }
    }

    /** The least of 1, 2, 5, 10, 20 ... that is not below. */
    static double round(double highest) {
        if (!(highest > 0)) {
            return 1;
        }
        double magnitude = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (factor * magnitude >= highest) {
                return factor * magnitude;
            }
        }
        return 10 * magnitude;
    }

    private double x(double index, int count) {
        return LEFT + (canvas.getWidth() - LEFT - 12) * index / Math.max(1, count);
    }

    private double y(double value, double top) {
        double height = canvas.getHeight() - TOP - BOTTOM;
        return TOP + height * (1 - value / top);
    }

    private void axes(GraphicsContext pen, TimeChart shown, double top) {
        pen.setFont(Font.font("JetBrains Mono", 11));
        pen.setFill(inks.get(WORDS).get());
        pen.setStroke(inks.get(GRID).get());
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i <= 2; i++) {
            double at = Math.round(y(top * i / 2, top)) + 0.5;
            pen.strokeLine(LEFT, at, canvas.getWidth() - 12, at);
            pen.fillText(units.number(top * i / 2), LEFT - 8, at);
        }
        int count = shown.times().size();
        boolean days = shown.times().getLast() - shown.times().getFirst() > 20L * 3600 * 1000;
        int labels = (int) Math.max(1, Math.min(8, (canvas.getWidth() - LEFT) / (days ? 110 : 80)));
        int every = Math.max(1, (count + labels - 1) / labels);
        pen.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < count; i += every) {
            var words = (days ? day : clock)
                    .format(Instant.ofEpochMilli(shown.times().get(i)));
            if (x(i, count) + words.length() * 7 < canvas.getWidth()) {
                pen.fillText(words, x(i, count), canvas.getHeight() - BOTTOM / 2);
            }
        }
    }

    private void bars(GraphicsContext pen, TimeChart shown, double top) {
        var values = shown.lines().getFirst().values();
        int count = values.size();
        double wide = Math.max(1, (x(1, count) - x(0, count)) * 0.8);
        for (int i = 0; i < count; i++) {
            double value = values.get(i);
            if (!Double.isNaN(value) && value > 0) {
                double at = y(value, top);
                pen.fillRect(x(i, count), at, wide, Math.max(1, canvas.getHeight() - BOTTOM - at));
            }
        }
    }

    private void line(GraphicsContext pen, TimeChart.Line line, int count, double top, boolean dashed) {
        pen.setLineWidth(1.5);
        pen.setLineDashes(dashed ? DASHES : UNBROKEN);
        boolean drawing = false;
        pen.beginPath();
        for (int i = 0; i < count; i++) {
            double value = line.values().get(i);
            if (Double.isNaN(value)) {
                drawing = false;
                continue;
            }
            double across = x(i + 0.4, count);
            boolean alone =
                    !drawing && (i + 1 == count || Double.isNaN(line.values().get(i + 1)));
            if (alone) {
                pen.fillOval(across - 2, y(value, top) - 2, 4, 4);
            } else if (drawing) {
                pen.lineTo(across, y(value, top));
            } else {
                pen.moveTo(across, y(value, top));
            }
            drawing = true;
        }
        pen.stroke();
        pen.setLineDashes();
    }

    private static List<CssMetaData<InsightsChart, Paint>> paints() {
        var all = new ArrayList<CssMetaData<InsightsChart, Paint>>();
        for (int i = 0; i < INKS; i++) {
            all.add(paint("-insights-ink-" + i, i));
        }
        all.add(paint("-insights-grid", GRID));
        all.add(paint("-insights-words", WORDS));
        return List.copyOf(all);
    }

    private static CssMetaData<InsightsChart, Paint> paint(String name, int index) {
        return new CssMetaData<>(name, PaintConverter.getInstance(), Color.GRAY) {
            @Override
            public boolean isSettable(InsightsChart styleable) {
                return !styleable.inks.get(index).isBound();
            }

            @Override
            public StyleableProperty<Paint> getStyleableProperty(InsightsChart styleable) {
                return styleable.inks.get(index);
            }
        };
    }

    private static List<CssMetaData<? extends Styleable, ?>> meta() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(PAINTS);
        return List.copyOf(all);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }
}
