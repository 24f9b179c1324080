package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.State;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Drawing;
import io.atalaya.evidence.document.Drawing.Anchor;
import io.atalaya.evidence.document.Drawing.Face;
import io.atalaya.evidence.document.Drawing.Ink;
import io.atalaya.evidence.document.Drawing.Label;
import io.atalaya.evidence.document.Drawing.Line;
import io.atalaya.evidence.document.Drawing.Rect;
import io.atalaya.evidence.document.Drawing.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A drawing in the making. */
final class Sheet {
    private final List<Shape> shapes = new ArrayList<>();
    private double right;
    private double bottom;

    void box(double x, double y, double width, double height, @Nullable Ink fill, Ink border) {
        rect(new Rect(x, y, width, height, fill, border, false, 1));
    }

    void dashed(double x, double y, double width, double height, @Nullable Ink fill, Ink border) {
        rect(new Rect(x, y, width, height, fill, border, true, 1));
    }

    void rect(Rect rect) {
        shapes.add(rect);
        right = Math.max(right, rect.x() + rect.width());
        bottom = Math.max(bottom, rect.y() + rect.height());
    }

    void line(Ink ink, boolean dashed, boolean arrow, Double... points) {
        shapes.add(new Line(Arrays.asList(points), ink, dashed, arrow));
    }

    void strong(double x, double y, double size, Cell words, double room) {
        shapes.add(new Label(x, y, size, Face.STRONG, Anchor.START, Ink.TEXT, words, room));
    }

    void plain(double x, double y, double size, Ink ink, Cell words, double room) {
        shapes.add(new Label(x, y, size, Face.PLAIN, Anchor.START, ink, words, room));
    }

    void mono(double x, double y, double size, Ink ink, Cell words, double room) {
        shapes.add(new Label(x, y, size, Face.MONO, Anchor.START, ink, words, room));
    }

    void label(Label label) {
        shapes.add(label);
    }

    /** How a state is inked; healthy things are quiet. */
    static Ink ink(State state) {
        return switch (state) {
            case FAILED -> Ink.BAD;
            case DEGRADED -> Ink.WARNING;
            case CHANGING -> Ink.ACCENT;
            case UNKNOWN -> Ink.MUTED;
            case HEALTHY -> Ink.BORDER;
        };
    }

    /** All of it, or one line in place of nothing. */
    Drawing drawn(Cell ifEmpty) {
        if (shapes.isEmpty()) {
            dashed(0, 0, 600, 60, Ink.SUBTLE, Ink.BORDER);
            plain(16, 35, 13, Ink.MUTED, ifEmpty, 570);
        }
        return new Drawing(right + 1, bottom + 1, shapes);
    }
}
