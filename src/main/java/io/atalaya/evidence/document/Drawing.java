package io.atalaya.evidence.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagram as shapes on paper, painted in order; whoever prints it knows lines, boxes and texts and nothing of a deployment.
 * Pixels at 96 to the inch; y grows downwards.
 */
public record Drawing(double width, double height, List<Shape> shapes) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /** What is drawn. */
    public sealed interface Shape {}

    /** With what it is drawn: the roles of DESIGN.md on light paper. */
    public enum Ink {
        TEXT("#24292f"),
        MUTED("#57606a"),
        LINE("#8c959f"),
        BORDER("#d0d7de"),
        ACCENT("#0969da"),
        GOOD("#1a7f37"),
        WARNING("#9a6700"),
        BAD("#cf222e"),
        PAPER("#ffffff"),
        SUBTLE("#f6f8fa"),
        TINT("#ddf4ff");

        private final String colour;

        Ink(String colour) {
            this.colour = colour;
        }

        /** {@code #rrggbb}. */
        public String colour() {
            return colour;
        }
    }

    /** A box with slightly round corners; no fill for null. */
    public record Rect(
            double x,
            double y,
            double width,
            double height,
            @Nullable Ink fill,
            Ink border,
            boolean dashed,
            double stroke)
            implements Shape {}

    /**
     * A line through points, x and y in turn.
     *
     * @param arrow whether its end has a head
     */
    public record Line(List<Double> points, Ink ink, boolean dashed, boolean arrow) implements Shape {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One line of text.
     *
     * @param y of its base line
     * @param size in pixels
     * @param words of ours, or AWS's text as {@link Cell.Text}: whoever prints fills it in and cuts it
     * @param room it may take, in pixels; it is cut beyond
     */
    public record Label(double x, double y, double size, Face face, Anchor anchor, Ink ink, Cell words, double room)
            implements Shape {}

    /** The four faces of the console, of which three are needed. */
    public enum Face {
        PLAIN,
        STRONG,
        MONO
    }

    /** Which end of a text stands at x. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }
}
