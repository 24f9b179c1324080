package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.topology.Box;
import io.atalaya.deployment.topology.Flow;
import io.atalaya.deployment.topology.FrameBox;
import io.atalaya.deployment.topology.Layer;
import io.atalaya.deployment.topology.Layout;
import io.atalaya.deployment.topology.Metrics;
import io.atalaya.deployment.topology.Placed;
import io.atalaya.deployment.topology.Placement;
import io.atalaya.deployment.topology.Route;
import io.atalaya.deployment.topology.Topology;
import io.atalaya.deployment.topology.ViewOptions;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Drawing;
import io.atalaya.evidence.document.Drawing.Anchor;
import io.atalaya.evidence.document.Drawing.Face;
import io.atalaya.evidence.document.Drawing.Ink;
import io.atalaya.evidence.document.Drawing.Label;
import io.atalaya.evidence.document.Drawing.Rect;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The way of a request, from names to data: the topology of the screen, on paper. */
public final class BackendFigure {
    /** More machines than this are piles of healthy ones, and the others. */
    private static final int FEW = 24;

    private static final double HEAD = 22;
    private static final double TITLE_BASE = 14;

    private final Sheet sheet = new Sheet();

    private BackendFigure() {}

    public static Drawing of(Deployment deployment) {
        var topology = Topology.of(deployment.index());
        if (topology.nodes().isEmpty()) {
            return new Sheet().drawn(Cell.words("figure.empty"));
        }
        var many = deployment.items(Parts.INSTANCES).size() > FEW;
        var placement = Layout.place(topology, new ViewOptions(many, false, Set.of(), Set.of()), null);
        return new BackendFigure().draw(placement);
    }

    private Drawing draw(Placement placement) {
        for (var layer : Layer.values()) {
            var column = placement.column(layer);
            sheet.plain(
                    column.x(),
                    12,
                    11,
                    Ink.MUTED,
                    Cell.words("layer." + layer.name().toLowerCase(Locale.ROOT)),
                    column.width());
        }
        placement.frames().forEach(this::frame);
        placement.routes().forEach(this::route);
        placement.frames().forEach(this::name);
        placement.cards().forEach(this::card);
        return sheet.drawn(Cell.words("figure.empty"));
    }

    private void frame(FrameBox frame) {
        var box = down(frame.box());
        var dashed = frame.kind() == FrameBox.Kind.GROUP;
        var fill = frame.kind() == FrameBox.Kind.SUBNET ? Ink.SUBTLE : null;
        sheet.rect(new Rect(box.x(), box.y(), box.width(), box.height(), fill, Ink.BORDER, dashed, 1));
    }

    /** After the ways, which may pass below it. */
    private void name(FrameBox frame) {
        var box = down(frame.box());
        var name = frame.name();
        if (!name.isEmpty()) {
            var half = frame.detail().isEmpty() ? 1 : 0.5;
            sheet.strong(box.x() + 8, box.y() + 17, 11, Cell.text(name), (box.width() - 16) * half);
        } else if (frame.kind() == FrameBox.Kind.OUTSIDE) {
            sheet.plain(box.x() + 8, box.y() + 17, 11, Ink.MUTED, Cell.words("outside"), box.width() - 16);
        }
        if (!frame.detail().isEmpty()) {
            sheet.label(new Label(
                    box.right() - 8,
                    box.y() + 17,
                    10,
                    Face.MONO,
                    Anchor.END,
                    Ink.MUTED,
                    Cell.text(frame.detail()),
                    (box.width() - 16) / 2));
        }
    }

    private void route(Route route) {
        var flow = route.edge().flow();
        var ink =
                switch (flow) {
                    case PASSES -> Ink.LINE;
                    case CHANGING -> Ink.ACCENT;
                    case UNKNOWN -> Ink.MUTED;
                    case STOPPED -> Ink.BAD;
                };
        var dashed = flow == Flow.UNKNOWN || flow == Flow.CHANGING;
        var y1 = route.y1() + HEAD;
        var y2 = route.y2() + HEAD;
        if (route.upright() || Math.abs(y1 - y2) < 1) {
            sheet.line(ink, dashed, true, route.x1(), y1, route.x2(), y2);
            return;
        }
        var middle = route.x2() - 14;
        sheet.line(ink, dashed, true, route.x1(), y1, middle, y1, middle, y2, route.x2(), y2);
    }

    private void card(Placed placed) {
        var card = placed.card();
        var box = down(placed.box());
        var quiet = card.state() == State.HEALTHY;
        sheet.rect(new Rect(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                Ink.PAPER,
                quiet ? Ink.LINE : Sheet.ink(card.state()),
                card.state() == State.UNKNOWN,
                quiet ? 1 : 1.6));
        var room = box.width() - 2 * Metrics.PAD;
        var x = box.x() + Metrics.PAD;
        var y = box.y() + Metrics.PAD + TITLE_BASE;
        sheet.strong(x, y, 12, Cell.text(card.title()), room);
        if (card.pile()) {
            sheet.plain(
                    x,
                    y + Metrics.LINE,
                    11,
                    Ink.MUTED,
                    new Cell.Words(String.valueOf(card.count()), "pile", List.of(card.count())),
                    room);
            return;
        }
        var node = Objects.requireNonNull(card.node());
        y += Metrics.TITLE - TITLE_BASE + 12;
        for (var line : card.compact()
                ? node.lines().subList(0, Math.min(1, node.lines().size()))
                : node.lines()) {
            line(line, x, y, room);
            y += Metrics.LINE;
        }
        if (card.compact()) {
            return;
        }
        for (int i = 0; i < card.rows().size(); i++) {
            var row = card.rows().get(i);
            var base = box.y() + Metrics.rowCenter(node, i) + 4;
            var bad = row.condition().state() != State.HEALTHY;
            sheet.plain(
                    x, base, 11, bad ? Sheet.ink(row.condition().state()) : Ink.TEXT, Cell.text(row.text()), room - 40);
            end(x + room, base, Ink.MUTED, Cell.text(row.detail()), 38);
        }
        if (card.hidden() > 0) {
            var base = box.y() + Metrics.rowCenter(node, card.rows().size()) + 4;
            sheet.plain(x, base, 11, Ink.MUTED, new Cell.Words("", "more", List.of(card.hidden())), room);
        }
    }

    private void line(io.atalaya.deployment.topology.Line line, double x, double y, double room) {
        var state = line.state();
        var ink = state == null ? Ink.MUTED : state == State.HEALTHY ? Ink.GOOD : Sheet.ink(state);
        var words = line.keyed()
                ? Cell.words("line." + line.left().substring(line.left().lastIndexOf('.') + 1))
                : Cell.text(line.left());
        // what is at the right is mono of 10: every letter is 6 wide
        var left = line.right().isEmpty()
                ? room
                : Math.max(room * 0.3, room - line.right().length() * 6.1 - 6);
        if (line.mono()) {
            sheet.mono(x, y, 10, ink, words, left);
        } else {
            sheet.plain(x, y, 11, ink, words, left);
        }
        end(x + room, y, ink, Cell.text(line.right()), room - left - 4);
    }

    private void end(double x, double y, Ink ink, Cell words, double room) {
        if (words != Cell.NONE) {
            sheet.label(new Label(x, y, 10, Face.MONO, Anchor.END, ink, words, room));
        }
    }

    private static Box down(Box box) {
        return new Box(box.x(), box.y() + HEAD, box.width(), box.height());
    }
}
