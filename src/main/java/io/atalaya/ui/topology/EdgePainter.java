package io.atalaya.ui.topology;

import io.atalaya.deployment.State;
import io.atalaya.deployment.topology.Box;
import io.atalaya.deployment.topology.Edge;
import io.atalaya.deployment.topology.Flow;
import io.atalaya.deployment.topology.Layer;
import io.atalaya.deployment.topology.Route;
import io.atalaya.ui.common.Inks;
import io.atalaya.ui.common.StateGlyphs;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;

/** Paints the ways of requests: quiet where they pass, red where none does, the way to the selection on top. */
final class EdgePainter {
    /** Beyond this many on screen, ways that work are left out when one is too far away to follow them anyway. */
    private static final int MOST_FAR = 700;

    private static final double FAR = 0.3;
    private static final double ARROW = 6;
    /** Further apart than columns that follow each other, on the plane. */
    private static final double FAR_AWAY = 380;

    private final GraphicsContext pen;
    private final Inks<Ink> inks;
    private final Viewport view;

    EdgePainter(GraphicsContext pen, Inks<Ink> inks, Viewport view) {
        this.pen = pen;
        this.inks = inks;
        this.view = view;
    }

    void paint(Picture picture, Set<Edge> path) {
        var seen = view.seen();
        var routes = picture.placement().routes().stream()
                .filter(route -> crosses(route, seen))
                .toList();
        var crowded = view.scale() < FAR && routes.size() > MOST_FAR;
        pen.setLineCap(StrokeLineCap.BUTT);
        for (var flow : List.of(Flow.PASSES, Flow.UNKNOWN, Flow.CHANGING, Flow.STOPPED)) {
            if (crowded && flow == Flow.PASSES) {
                continue;
            }
            for (var route : routes) {
                if (route.edge().flow() == flow && !path.contains(route.edge())) {
                    way(
                            route,
                            far(route, flow) ? inks.get(Ink.FRAME) : paint(flow),
                            flow == Flow.STOPPED ? 1.4 : 1,
                            flow);
                }
            }
        }
        for (var route : routes) {
            if (path.contains(route.edge())) {
                var flow = route.edge().flow();
                way(route, flow == Flow.STOPPED ? inks.get(Ink.FAILED) : inks.get(Ink.PATH), 1.8, flow);
            }
        }
        pen.setLineDashes();
        if (view.scale() >= FAR) {
            routes.stream().filter(route -> broken(route, picture)).forEach(this::octagon);
        }
    }

    /** A name that leads straight to the data crosses all columns: it is there, and in nobody's way. */
    private static boolean far(Route route, Flow flow) {
        return flow == Flow.PASSES && Math.abs(route.x2() - route.x1()) > FAR_AWAY;
    }

    private static boolean crosses(Route route, Box seen) {
        return Math.min(route.x1(), route.x2()) <= seen.right()
                && Math.max(route.x1(), route.x2()) >= seen.x()
                && Math.min(route.y1(), route.y2()) <= seen.bottom()
                && Math.max(route.y1(), route.y2()) >= seen.y();
    }

    private Paint paint(Flow flow) {
        return inks.get(
                switch (flow) {
                    case PASSES, UNKNOWN -> Ink.WAY;
                    case CHANGING -> Ink.CHANGING;
                    case STOPPED -> Ink.FAILED;
                });
    }

    private void way(Route route, Paint paint, double width, Flow flow) {
        pen.setStroke(paint);
        pen.setFill(paint);
        pen.setLineWidth(width);
        if (flow == Flow.UNKNOWN || flow == Flow.CHANGING) {
            pen.setLineDashes(4, 3);
        } else {
            pen.setLineDashes();
        }
        var x1 = view.x(route.x1());
        var y1 = view.y(route.y1());
        var x2 = view.x(route.x2());
        var y2 = view.y(route.y2());
        if (route.upright()) {
            pen.strokeLine(x1, y1, x2, y2);
            return;
        }
        var arrow = Math.min(ARROW, ARROW * view.scale() + 2) * Math.signum(x2 - x1);
        var most = Math.abs(route.x2() - route.x1()) > FAR_AWAY ? 400 : 90;
        var bend = Math.clamp(Math.abs(x2 - x1) / 2, 12 * view.scale(), most * view.scale()) * Math.signum(x2 - x1);
        pen.beginPath();
        pen.moveTo(x1, y1);
        pen.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
        pen.stroke();
        if (view.scale() >= FAR) {
            pen.setLineDashes();
            pen.beginPath();
            pen.moveTo(x2 - arrow, y2 - Math.abs(arrow) * 0.7);
            pen.lineTo(x2, y2);
            pen.lineTo(x2 - arrow, y2 + Math.abs(arrow) * 0.7);
            pen.stroke();
        }
    }

    /** Where the way itself is broken and not what it leads to. */
    private static boolean broken(Route route, Picture picture) {
        return route.edge().flow() == Flow.STOPPED
                && picture.topology()
                        .node(route.edge().to())
                        .filter(node -> node.layer() == Layer.DATA && node.state() != State.FAILED)
                        .isPresent();
    }

    private void octagon(Route route) {
        var side = 15 * Math.min(1.2, Math.max(0.7, view.scale()));
        var x = view.x((route.x1() + route.x2()) / 2) - side / 2;
        var y = view.y((route.y1() + route.y2()) / 2) - side / 2;
        pen.setFill(inks.get(Ink.GROUND));
        pen.fillOval(x - 2, y - 2, side + 4, side + 4);
        glyph(pen, State.FAILED, x, y, side, inks.get(Ink.FAILED));
    }

    static void glyph(GraphicsContext pen, State state, double x, double y, double side, Paint paint) {
        pen.save();
        pen.translate(x, y);
        pen.scale(side / StateGlyphs.BOX, side / StateGlyphs.BOX);
        pen.setFillRule(FillRule.EVEN_ODD);
        pen.setFill(paint);
        pen.beginPath();
        pen.appendSVGPath(StateGlyphs.mark(state, false));
        pen.fill();
        pen.restore();
    }
}
