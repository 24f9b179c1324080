package io.atalaya.ui.topology;

import io.atalaya.deployment.State;
import io.atalaya.deployment.topology.Edge;
import io.atalaya.deployment.topology.FrameBox;
import io.atalaya.deployment.topology.Layer;
import io.atalaya.deployment.topology.Placed;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Inks;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints what is on the plane but is no control: frames, ways, cards too small or too new to be controls, column heads. */
final class ScenePainter {
    private static final double TITLES = 0.33;
    private static final double MOST_FRAMES = 0.12;

    private final GraphicsContext pen;
    private final Inks<Ink> inks;
    private final Texts texts;

    ScenePainter(GraphicsContext pen, Inks<Ink> inks, Texts texts) {
        this.pen = pen;
        this.inks = inks;
        this.texts = texts;
    }

    /** @param drawn cards that are controls and need no picture of themselves */
    void paint(Picture picture, Viewport view, Set<Edge> path, Predicate<String> drawn, Predicate<Placed> stale) {
        pen.setFill(inks.get(Ink.GROUND));
        pen.fillRect(0, 0, view.width(), view.height());
        pen.setTextBaseline(VPos.CENTER);
        frames(picture.placement().frames(), view);
        new EdgePainter(pen, inks, view).paint(picture, path);
        var seen = view.seen();
        for (var card : picture.placement().cards()) {
            if (card.box().overlaps(seen) && !drawn.test(card.key())) {
                card(card, view, TopologyModel.lit(picture, card.key()), stale.test(card));
            }
        }
        labels(picture.placement().frames(), view);
    }

    private void frames(List<FrameBox> frames, Viewport view) {
        for (var frame : frames) {
            if (frame.kind() == FrameBox.Kind.OUTSIDE || !frame.box().overlaps(view.seen())) {
                continue;
            }
            if (view.scale() < MOST_FRAMES && frame.kind() != FrameBox.Kind.VPC && frame.kind() != FrameBox.Kind.ZONE) {
                continue;
            }
            var dashed = frame.kind() == FrameBox.Kind.ZONE || frame.kind() == FrameBox.Kind.GROUP;
            pen.setStroke(inks.get(
                    frame.kind() == FrameBox.Kind.GROUP
                            ? Ink.WAY
                            : frame.kind() == FrameBox.Kind.SUBNET ? Ink.FRAME_QUIET : Ink.FRAME));
            pen.setLineWidth(1);
            if (dashed) {
                pen.setLineDashes(3, 2);
            } else {
                pen.setLineDashes();
            }
            var x = Math.floor(view.x(frame.box().x())) + 0.5;
            var y = Math.floor(view.y(frame.box().y())) + 0.5;
            pen.strokeRoundRect(
                    x, y, frame.box().width() * view.scale(), frame.box().height() * view.scale(), 6, 6);
        }
        pen.setLineDashes();
    }

    /** Last, with a ground of their own, so that no way runs through a name. */
    private void labels(List<FrameBox> frames, Viewport view) {
        if (view.scale() < 0.2) {
            return;
        }
        var size = Math.clamp(12 * view.scale(), 9, 13);
        var strong = Font.font("Inter SemiBold", size);
        var mono = Font.font("JetBrains Mono", size);
        pen.setTextAlign(TextAlignment.LEFT);
        for (var frame : frames) {
            if (view.scale() < TITLES && frame.kind() == FrameBox.Kind.SUBNET
                    || !frame.box().overlaps(view.seen())) {
                continue;
            }
            var name =
                    frame.kind() == FrameBox.Kind.OUTSIDE ? texts.get("topology.outside") : AwsText.line(frame.name());
            var room = frame.box().width() * view.scale() - 12;
            name = TextRuler.cut(name, strong, room);
            if (name.isEmpty()) {
                continue;
            }
            var inset = frame.kind() == FrameBox.Kind.ZONE || frame.kind() == FrameBox.Kind.VPC ? 8 : 6;
            var x = view.x(frame.box().x()) + inset * view.scale();
            var y = view.y(frame.box().y()) + 13 * view.scale();
            if (frame.kind() == FrameBox.Kind.GROUP) {
                y = view.y(frame.box().y()) + 10 * view.scale();
            }
            var width = TextRuler.width(name, strong);
            pen.setFill(inks.get(Ink.GROUND));
            pen.fillRect(x - 3, y - size * 0.7, Math.min(room, width + 6), size * 1.4);
            pen.setFill(inks.get(frame.kind() == FrameBox.Kind.VPC ? Ink.TEXT : Ink.MUTED));
            pen.setFont(strong);
            pen.fillText(name, x, y);
            var left = room - width - 8;
            if (left > 40 && !frame.detail().isEmpty()) {
                pen.setFont(mono);
                pen.setFill(inks.get(Ink.MUTED));
                var detail = TextRuler.cut(AwsText.line(frame.detail()), mono, left);
                pen.fillText(detail, x + width + 7, y);
            }
        }
    }

    private void card(Placed placed, Viewport view, boolean lit, boolean stale) {
        var x = view.x(placed.box().x());
        var y = view.y(placed.box().y());
        var width = placed.box().width() * view.scale();
        var height = placed.box().height() * view.scale();
        var state = placed.card().node() == null
                ? placed.card().state()
                : placed.card().node().worst();
        pen.setGlobalAlpha(lit ? 1 : 0.35);
        var ink = stale ? Ink.UNKNOWN : Ink.of(state);
        if (view.scale() < 0.12) {
            pen.setFill(inks.get(state == State.HEALTHY ? Ink.FRAME : ink));
            pen.fillRect(x, y, Math.max(1, width), Math.max(1, height));
        } else {
            pen.setFill(inks.get(Ink.RAISED));
            pen.fillRoundRect(x, y, width, height, 4, 4);
            var loud = state == State.FAILED;
            pen.setStroke(inks.get(loud ? ink : Ink.FRAME));
            pen.setLineWidth(loud ? 1.5 : 1);
            pen.strokeRoundRect(Math.floor(x) + 0.5, Math.floor(y) + 0.5, width, height, 4, 4);
            words(placed, view, ink, x, y, width, height);
        }
        pen.setGlobalAlpha(1);
    }

    private void words(Placed placed, Viewport view, Ink ink, double x, double y, double width, double height) {
        var size = 13 * view.scale();
        var glyph = Math.min(14 * view.scale(), height - 2);
        var state = ink == Ink.UNKNOWN ? State.UNKNOWN : placed.card().state();
        EdgePainter.glyph(pen, state, x + 8 * view.scale(), y + 11 * view.scale(), glyph, inks.get(ink));
        if (view.scale() < TITLES) {
            return;
        }
        var font = Font.font("Inter SemiBold", Math.max(6, size));
        pen.setFont(font);
        pen.setFill(inks.get(Ink.TEXT));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(
                TextRuler.cut(title(placed), font, width - 36 * view.scale()),
                x + 28 * view.scale(),
                y + 18 * view.scale());
    }

    private String title(Placed placed) {
        return placed.card().pile()
                ? texts.get("topology.pile", placed.card().count())
                : AwsText.line(placed.card().title());
    }

    /** The names of the columns, over everything: on a pen of their own. */
    static void heads(GraphicsContext pen, Inks<Ink> inks, Texts texts, Picture picture, Viewport view) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(inks.get(Ink.GROUND));
        pen.fillRect(0, 0, view.width(), view.head());
        var font = Font.font("Inter SemiBold", 12);
        pen.setFont(font);
        pen.setFill(inks.get(Ink.MUTED));
        pen.setTextAlign(TextAlignment.LEFT);
        var free = 0.0;
        for (var layer : Layer.values()) {
            var column = picture.placement().column(layer);
            var text = texts.get("topology.column." + layer.name().toLowerCase(java.util.Locale.ROOT));
            var x = Math.max(view.x(column.x()), free);
            if (view.x(column.right()) < 8 || x > view.width() - 12) {
                continue;
            }
            x = Math.max(8, x);
            pen.fillText(text, x, view.head() / 2);
            free = x + TextRuler.width(text, font) + 14;
        }
    }
}
