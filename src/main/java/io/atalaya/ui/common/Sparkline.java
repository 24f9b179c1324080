package io.atalaya.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.css.converter.SizeConverter;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * A line of measured values without axes: where it bent matters, not how high it is. A gap is a gap: no line is drawn over
 * minutes AWS has no value for. The last point is marked, a threshold is dashed. Colours come from the style sheet
 * ({@code -spark-line}, {@code -spark-point}, {@code -spark-threshold}, {@code -spark-width}), so a change of theme redraws it.
 */
public final class Sparkline extends Region {
    private static final CssMetaData<Sparkline, Paint> LINE = paint("-spark-line", it -> it.line);
    private static final CssMetaData<Sparkline, Paint> POINT = paint("-spark-point", it -> it.point);
    private static final CssMetaData<Sparkline, Paint> THRESHOLD = paint("-spark-threshold", it -> it.threshold);
    private static final double WIDTH = 1.3;
    private static final CssMetaData<Sparkline, Number> STROKE =
            new CssMetaData<>("-spark-width", SizeConverter.getInstance(), WIDTH) {
                @Override
                public boolean isSettable(Sparkline styleable) {
                    return !styleable.stroke.isBound();
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(Sparkline styleable) {
                    return styleable.stroke;
                }
            };
    private static final List<CssMetaData<? extends Styleable, ?>> META = meta();
    /** Radius of the last point for a line of the usual width. */
    private static final double DOT = 2.2;

    private final StyleableObjectProperty<Paint> line = redrawing(LINE, "line");
    private final StyleableObjectProperty<Paint> point = redrawing(POINT, "point");
    private final StyleableObjectProperty<Paint> threshold = redrawing(THRESHOLD, "threshold");
    private final SimpleStyleableDoubleProperty stroke =
            new SimpleStyleableDoubleProperty(STROKE, this, "stroke", WIDTH);
    private final Canvas canvas = new Canvas();
    private double[] values = {};
    private double limit = Double.NaN;

    public Sparkline() {
        getStyleClass().add("sparkline");
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        stroke.addListener(it -> draw());
        widthProperty().addListener(it -> requestLayout());
        heightProperty().addListener(it -> requestLayout());
    }

    /**
     * @param series at even distances in time, oldest first; NaN where there is none
     * @param limitOrNaN drawn dashed when the series comes near it
     */
    public void show(double[] series, double limitOrNaN) {
        values = series.clone();
        limit = limitOrNaN;
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
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (width < 8 || height < 6 || high < low) {
            return;
        }
        boolean near = !Double.isNaN(limit) && limit > 0 && high > limit / 2;
        high = near ? Math.max(high, limit) : high;
        double dot = dot();
        var plot = new Plot(dot, width - 2 * dot - 2, height - 2 * dot - 2, low, high, Math.max(1, values.length - 1));
        if (near) {
            pen.setStroke(threshold.get());
            pen.setLineWidth(Math.max(1, stroke.get() / 2));
            pen.setLineDashes(3, 3);
            double y = Math.round(plot.y(limit)) + 0.5;
            pen.strokeLine(dot, y, width - dot, y);
            pen.setLineDashes();
        }
        drawLine(plot);
    }

    private void drawLine(Plot plot) {
        var pen = canvas.getGraphicsContext2D();
        pen.setStroke(line.get());
        pen.setLineWidth(stroke.get());
        boolean drawing = false;
        int last = -1;
        pen.beginPath();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                drawing = false;
                continue;
            }
            if (drawing) {
                pen.lineTo(plot.x(i), plot.y(values[i]));
            } else {
                pen.moveTo(plot.x(i), plot.y(values[i]));
            }
            drawing = true;
            last = i;
        }
        pen.stroke();
        pen.setFill(point.get());
        double dot = dot();
        pen.fillOval(plot.x(last) - dot, plot.y(values[last]) - dot, 2 * dot, 2 * dot);
    }

    private double dot() {
        return DOT * stroke.get() / WIDTH;
    }

    private record Plot(double dot, double width, double height, double low, double high, int steps) {
        double x(int index) {
            return dot + 1 + width * index / steps;
        }

        double y(double value) {
            double span = high - low;
            return dot + 1 + (span <= 0 ? height / 2 : height * (high - value) / span);
        }
    }

    private StyleableObjectProperty<Paint> redrawing(CssMetaData<Sparkline, Paint> meta, String name) {
        var property = new SimpleStyleableObjectProperty<Paint>(meta, this, name, Color.GRAY);
        property.addListener(it -> draw());
        return property;
    }

    private static CssMetaData<Sparkline, Paint> paint(
            String name, Function<Sparkline, StyleableObjectProperty<Paint>> of) {
        return new CssMetaData<>(name, PaintConverter.getInstance(), Color.GRAY) {
            @Override
            public boolean isSettable(Sparkline styleable) {
                return !of.apply(styleable).isBound();
            }

            @Override
            public StyleableProperty<Paint> getStyleableProperty(Sparkline styleable) {
                return of.apply(styleable);
            }
        };
    }

    private static List<CssMetaData<? extends Styleable, ?>> meta() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(List.of(LINE, POINT, THRESHOLD));
        all.add(STROKE);
        return List.copyOf(all);
    }

    /** What the style sheet may set. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return META;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
