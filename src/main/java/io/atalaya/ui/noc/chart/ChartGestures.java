package io.atalaya.ui.noc.chart;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** What mouse and keyboard do on a chart. */
final class ChartGestures {
    /** A drag of less is a click. */
    private static final double LEAST_DRAG = 5;
    /** With the keyboard: a hundredth of the span, or a tenth with Ctrl. */
    private static final int STEPS = 100;
    /** Closer than three minutes there is nothing to see: CloudWatch has one point a minute. */
    private static final long LEAST_SPAN = 3 * 60_000L;

    private final MetricChart chart;
    private final BiConsumer<Instant, Instant> zoom;
    private final BooleanSupplier back;
    private double pressedAt;

    ChartGestures(MetricChart chart, BiConsumer<Instant, Instant> zoom, BooleanSupplier back) {
        this.chart = chart;
        this.zoom = zoom;
        this.back = back;
    }

    void install() {
        chart.setOnMouseMoved(event -> chart.setCross(time(event)));
        chart.setOnMouseExited(event -> {
            if (chart.anchor() == null) {
                chart.setCross(null);
            }
        });
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chart.setCross(time(event));
            }
        });
        chart.setOnMouseReleased(this::released);
        chart.setOnKeyPressed(this::key);
        chart.focusedProperty().subscribe(focused -> {
            if (!focused) {
                chart.setAnchor(null);
                chart.setCross(null);
            }
        });
    }

    /** Back by one zoom; where there is none, nothing happens. */
    private void wider() {
        var unused = back.getAsBoolean();
    }

    private @Nullable Long time(MouseEvent event) {
        var layout = chart.laidOut();
        return layout == null ? null : Long.valueOf(layout.time().time(event.getX()));
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressedAt = event.getX();
            chart.setAnchor(time(event));
            chart.setCross(time(event));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            chart.setAnchor(null);
            wider();
        } else if (Math.abs(event.getX() - pressedAt) < LEAST_DRAG) {
            chart.setAnchor(null);
        } else {
            take();
        }
        event.consume();
    }

    private void take() {
        var from = chart.anchor();
        var to = chart.cross();
        chart.setAnchor(null);
        if (from != null && to != null) {
            look(Math.min(from, to), Math.max(from, to));
        }
    }

    private void look(long from, long to) {
        long missing = Math.max(0, LEAST_SPAN - (to - from));
        zoom.accept(Instant.ofEpochMilli(from - missing / 2), Instant.ofEpochMilli(to + missing / 2));
    }

    private void key(KeyEvent event) {
        var layout = chart.laidOut();
        if (layout == null || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        var time = layout.time();
        long step = Math.max(1, (time.to() - time.from()) / (event.isControlDown() ? STEPS / 10 : STEPS));
        switch (event.getCode()) {
            case LEFT -> move(time, -step, event.isShiftDown());
            case RIGHT -> move(time, step, event.isShiftDown());
            case HOME -> chart.setCross(time.from());
            case END -> chart.setCross(time.to());
            case ENTER -> {
                if (chart.anchor() == null) {
                    return;
                }
                take();
            }
            case PLUS, EQUALS, ADD -> closer(time, 4);
            case MINUS, SUBTRACT, BACK_SPACE -> wider();
            case ESCAPE -> {
                if (!escape()) {
                    return;
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(TimeScale time, long by, boolean choosing) {
        var at = chart.cross();
        long from = at == null ? time.to() : at;
        if (choosing && chart.anchor() == null) {
            chart.setAnchor(from);
        } else if (!choosing) {
            chart.setAnchor(null);
        }
        chart.setCross(Math.clamp(from + by, time.from(), time.to()));
    }

    /** Half of the span, around the cross. */
    private void closer(TimeScale time, int part) {
        var at = chart.cross();
        long middle = at == null ? (time.from() + time.to()) / 2 : at;
        long half = (time.to() - time.from()) / part;
        look(Math.max(time.from(), middle - half), Math.min(time.to(), middle + half));
    }

    /** Lets go of the span, or goes back; whether there was something. */
    private boolean escape() {
        if (chart.anchor() != null) {
            chart.setAnchor(null);
            return true;
        }
        return back.getAsBoolean();
    }
}
