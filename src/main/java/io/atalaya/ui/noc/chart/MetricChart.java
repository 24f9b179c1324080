package io.atalaya.ui.noc.chart;

import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.FontConverter;
import javafx.css.converter.PaintConverter;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Lines of metrics over time, with values where one points. Dragging chooses a span to look at; a double click or Esc goes
 * back. With the keyboard: arrows move the cross, Shift and arrows choose a span, Enter looks at it. Colours come from the
 * style sheet ({@code -chart-ink-0} to {@code -3} and others), so a change of theme redraws it.
 */
public final class MetricChart extends Region {
    private static final List<String> PAINTS = List.of(
            "-chart-ink-0",
            "-chart-ink-1",
            "-chart-ink-2",
            "-chart-ink-3",
            "-chart-grid",
            "-chart-words",
            "-chart-degraded",
            "-chart-failed",
            "-chart-mark",
            "-chart-selected");
    private static final List<CssMetaData<MetricChart, Paint>> PAINT_META = paintMeta();
    private static final CssMetaData<MetricChart, Font> FONT = fontMeta();
    private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

    private final List<StyleableObjectProperty<Paint>> paints = new ArrayList<>();
    private final StyleableObjectProperty<Font> font =
            new SimpleStyleableObjectProperty<>(FONT, this, "chartFont", Font.getDefault());
    private final Canvas canvas = new Canvas();
    private final Canvas over = new Canvas();
    private final HoverBox box;
    private final ChartPainter painter;
    private final ChartSummary summary;
    private final Texts texts;
    private final ZoneId zone;
    private final Set<Integer> hidden = new HashSet<>();
    private int chosen = -1;
    private ChartPicture picture;
    private @Nullable ChartLayout layout;
    private @Nullable Long cross;
    private @Nullable Long anchor;

    public MetricChart(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.painter = new ChartPainter(zone, texts.getLocale());
        this.summary = new ChartSummary(texts, zone);
        this.box = new HoverBox();
        this.picture = ChartPicture.empty(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));
        for (var meta : PAINT_META) {
            var paint = new SimpleStyleableObjectProperty<Paint>(meta, this, meta.getProperty(), Color.GRAY);
            paint.addListener(it -> requestLayout());
            paints.add(paint);
        }
        font.addListener(it -> requestLayout());
        getStyleClass().add("metric-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // time runs to the right in every language
        canvas.setMouseTransparent(true);
        over.setMouseTransparent(true);
        box.setManaged(false);
        box.setVisible(false);
        getChildren().addAll(canvas, over, box);
    }

    /**
     * @param zoom looks at a span
     * @param back goes back to the span before; false where there is none, so that Esc means something else
     */
    public void onZoom(BiConsumer<Instant, Instant> zoom, BooleanSupplier back) {
        new ChartGestures(this, zoom, back).install();
    }

    public void show(ChartPicture newer) {
        picture = newer;
        setAccessibleText(summary.of(newer));
        paint();
    }

    public ChartPicture picture() {
        return picture;
    }

    /** Whether a line is drawn; all are until hidden. */
    public void setHidden(int number, boolean hide) {
        if (hide ? hidden.add(number) : hidden.remove(number)) {
            paint();
        }
    }

    /** Other lines come: all are drawn again. */
    public void showAll() {
        hidden.clear();
        paint();
    }

    Set<Integer> hidden() {
        return Set.copyOf(hidden);
    }

    boolean isHidden(int number) {
        return hidden.contains(number);
    }

    /** The line that stands out; -1 for none. */
    public void setChosen(int number) {
        if (chosen != number) {
            chosen = number;
            paint();
        }
    }

    @Override
    protected void layoutChildren() {
        for (var each : List.of(canvas, over)) {
            each.setWidth(Math.max(0, getWidth()));
            each.setHeight(Math.max(0, getHeight()));
        }
        paint();
    }

    private void paint() {
        if (canvas.getWidth() < 60 || canvas.getHeight() < 50) {
            return;
        }
        double size = font.get().getSize();
        var room = new ChartLayout.Room(size * 1.45, size * 0.6);
        var laid = ChartLayout.of(picture, hidden, canvas.getWidth(), canvas.getHeight(), room);
        layout = laid;
        painter.paint(canvas.getGraphicsContext2D(), picture, laid, inks(), hidden, chosen, font.get());
        paintOver();
    }

    private ChartInks inks() {
        return new ChartInks(
                paints.stream()
                        .limit(ChartInks.INKS)
                        .map(StyleableObjectProperty::get)
                        .toList(),
                paints.get(4).get(),
                paints.get(5).get(),
                paints.get(6).get(),
                paints.get(7).get(),
                paints.get(8).get(),
                paints.get(9).get());
    }

    // ---- the cross and the chosen span ----

    @Nullable
    ChartLayout laidOut() {
        return layout;
    }

    @Nullable
    Long cross() {
        return cross;
    }

    @Nullable
    Long anchor() {
        return anchor;
    }

    /** Points at a time; null for none. */
    void setCross(@Nullable Long time) {
        cross = time;
        paintOver();
        if (time != null && isFocused()) {
            setAccessibleText(hover(time).spoken());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Where a span begins that is being chosen; null for none. */
    void setAnchor(@Nullable Long time) {
        anchor = time;
        paintOver();
    }

    Hover hover(long time) {
        var laid = layout;
        long near = laid == null
                ? 0
                : (laid.time().to() - laid.time().from())
                        / Math.max(1, (long) laid.time().width())
                        * 5;
        return Hover.at(time, near, picture, hidden, texts, zone);
    }

    private void paintOver() {
        var pen = over.getGraphicsContext2D();
        pen.clearRect(0, 0, over.getWidth(), over.getHeight());
        var laid = layout;
        var at = cross;
        if (laid == null || at == null) {
            box.setVisible(false);
            return;
        }
        var inks = inks();
        double x = Math.round(laid.time().x(at)) + 0.5;
        var begun = anchor;
        if (begun != null) {
            double other = laid.time().x(begun);
            pen.setFill(inks.selected());
            pen.setGlobalAlpha(0.25);
            pen.fillRect(Math.min(x, other), laid.top(), Math.abs(x - other), laid.bottom() - laid.top());
            pen.setGlobalAlpha(1);
        }
        pen.setStroke(inks.words());
        pen.setLineWidth(1);
        pen.strokeLine(x, laid.top(), x, laid.bottom());
        for (int i = 0; i < picture.series().size(); i++) {
            var series = picture.series().get(i);
            var scale = laid.scale(series);
            var found = series.at(at);
            if (!hidden.contains(i) && scale.isPresent() && found.isPresent()) {
                pen.setFill(inks.line(i));
                pen.fillOval(x - 3, scale.get().y(series.value(found.getAsInt())) - 3, 6, 6);
            }
        }
        box.show(hover(at));
        box.place(x, laid.top(), getWidth(), getHeight());
    }

    // ---- what the style sheet may set ----

    private static List<CssMetaData<MetricChart, Paint>> paintMeta() {
        var all = new ArrayList<CssMetaData<MetricChart, Paint>>();
        for (int i = 0; i < PAINTS.size(); i++) {
            int index = i;
            all.add(new CssMetaData<>(PAINTS.get(i), PaintConverter.getInstance(), Color.GRAY) {
                @Override
                public boolean isSettable(MetricChart chart) {
                    return !chart.paints.get(index).isBound();
                }

                @Override
                public StyleableProperty<Paint> getStyleableProperty(MetricChart chart) {
                    return chart.paints.get(index);
                }
            });
        }
        return List.copyOf(all);
    }

    private static CssMetaData<MetricChart, Font> fontMeta() {
        return new CssMetaData<>("-fx-font", FontConverter.getInstance(), Font.getDefault(), true) {
            @Override
            public boolean isSettable(MetricChart chart) {
                return !chart.font.isBound();
            }

            @Override
            public StyleableProperty<Font> getStyleableProperty(MetricChart chart) {
                return chart.font;
            }
        };
    }

    private static List<CssMetaData<? extends Styleable, ?>> meta() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(PAINT_META);
        all.add(FONT);
        return List.copyOf(all);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }
}
