package io.atalaya.ui.topology;

import io.atalaya.deployment.State;
import io.atalaya.deployment.topology.Box;
import io.atalaya.deployment.topology.FrameBox;
import io.atalaya.ui.common.Inks;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** All of the plane in a corner, with what is on screen framed. Appears when not everything is. */
final class Minimap extends Region {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 116;
    private static final double PAD = 5;
    private static final double MARGIN = 12;

    /** Told where on the plane somebody pointed. */
    interface Pointing {
        void at(double planeX, double planeY);
    }

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Region frame = new Region();
    private final Inks<Ink> inks;
    private @Nullable Box bounds;
    private @Nullable Picture picture;
    private double scale = 1;

    Minimap(Inks<Ink> inks, Pointing pointing) {
        this.inks = inks;
        getStyleClass().add("topology-minimap");
        frame.getStyleClass().add("topology-minimap-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        canvas.setManaged(false);
        getChildren().addAll(canvas, frame);
        setVisible(false);
        addEventHandler(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                pointing.at(event.getX() / scale - PAD / scale, event.getY() / scale - PAD / scale);
            }
            event.consume();
        });
    }

    void show(Picture wanted) {
        picture = wanted;
        bounds = null;
    }

    /** Frames what is on screen; paints all cards only when they changed. */
    void look(Viewport view, double paneWidth, double paneHeight) {
        var now = picture;
        if (now == null) {
            return;
        }
        var all = now.placement().bounds();
        var seen = view.seen();
        var whole = seen.x() <= all.x() + 40
                && seen.y() <= all.y() + 40
                && seen.right() >= all.right() - 40
                && seen.bottom() >= all.bottom() - 40;
        setVisible(!whole && paneWidth > 480 && paneHeight > 320);
        if (!isVisible()) {
            return;
        }
        resizeRelocate(paneWidth - WIDTH - MARGIN, paneHeight - HEIGHT - MARGIN - 40, WIDTH, HEIGHT);
        if (bounds == null) {
            bounds = all;
            scale = Math.min((WIDTH - 2 * PAD) / all.width(), (HEIGHT - 2 * PAD) / all.height());
            paint(now);
        }
        var x = Math.clamp(PAD + seen.x() * scale, 1, WIDTH - 4);
        var y = Math.clamp(PAD + seen.y() * scale, 1, HEIGHT - 4);
        frame.resizeRelocate(
                x,
                y,
                Math.clamp(PAD + seen.right() * scale - x, 3, WIDTH - 1 - x),
                Math.clamp(PAD + seen.bottom() * scale - y, 3, HEIGHT - 1 - y));
    }

    private void paint(Picture now) {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        pen.setStroke(inks.get(Ink.FRAME));
        for (var each : now.placement().frames()) {
            if (each.kind() == FrameBox.Kind.VPC) {
                pen.strokeRect(
                        PAD + each.box().x() * scale,
                        PAD + each.box().y() * scale,
                        each.box().width() * scale,
                        each.box().height() * scale);
            }
        }
        for (var loud : new boolean[] {false, true}) {
            for (var card : now.placement().cards()) {
                var node = card.card().node();
                var state = node == null ? card.card().state() : node.worst();
                if ((state == State.FAILED || state == State.DEGRADED) != loud) {
                    continue;
                }
                pen.setFill(inks.get(loud ? Ink.of(state) : Ink.WAY));
                pen.fillRect(
                        PAD + card.box().x() * scale,
                        PAD + card.box().y() * scale,
                        Math.max(loud ? 2 : 1, card.box().width() * scale),
                        Math.max(loud ? 2 : 1, card.box().height() * scale));
            }
        }
    }
}
