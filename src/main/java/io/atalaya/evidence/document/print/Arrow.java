package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Drawing.Line;

/** The head of a line: a triangle at its last point, in the direction of its last piece. */
final class Arrow {
    private static final double LENGTH = 6;
    private static final double HALF = 3;

    private Arrow() {}

    /** Three points, x and y in turn; the first is the tip. */
    static double[] of(Line line) {
        int last = line.points().size() - 2;
        double x = line.points().get(last);
        double y = line.points().get(last + 1);
        double dx = x - line.points().get(last - 2);
        double dy = y - line.points().get(last - 1);
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        double ux = dx / length;
        double uy = dy / length;
        return new double[] {
            x,
            y,
            x - ux * LENGTH - uy * HALF,
            y - uy * LENGTH + ux * HALF,
            x - ux * LENGTH + uy * HALF,
            y - uy * LENGTH - ux * HALF
        };
    }
}
