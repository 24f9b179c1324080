package io.atalaya.ui.topology;

import io.atalaya.deployment.topology.Box;

/**
 * Which part of the plane is on screen, immutable: screen = plane * scale + offset.
 *
 * @param scale pixels on screen for one on the plane
 * @param head height at the top that belongs to the column heads
 */
record Viewport(double scale, double offsetX, double offsetY, double width, double height, double head) {
    static final double SMALLEST = 0.015;
    static final double GREATEST = 2.5;
    private static final double MARGIN = 16;

    static Viewport start(double head) {
        return new Viewport(1, MARGIN, head + MARGIN, 0, 0, head);
    }

    double x(double planeX) {
        return planeX * scale + offsetX;
    }

    double y(double planeY) {
        return planeY * scale + offsetY;
    }

    double planeX(double x) {
        return (x - offsetX) / scale;
    }

    double planeY(double y) {
        return (y - offsetY) / scale;
    }

    /** The part of the plane that is seen. */
    Box seen() {
        return new Box(planeX(0), planeY(0), width / scale, height / scale);
    }

    Viewport resized(double newWidth, double newHeight) {
        return new Viewport(scale, offsetX, offsetY, newWidth, newHeight, head);
    }

    Viewport panned(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy, width, height, head);
    }

    /** Zooms so that what is under the pointer stays there. */
    Viewport zoomed(double factor, double x, double y) {
        var to = Math.clamp(scale * factor, SMALLEST, GREATEST);
        var ratio = to / scale;
        return new Viewport(to, x - (x - offsetX) * ratio, y - (y - offsetY) * ratio, width, height, head);
    }

    /** All of it, never larger than {@code most}; centred where there is room, else from the top. */
    Viewport fitted(Box bounds, double most) {
        var roomX = Math.max(1, width - 2 * MARGIN);
        var roomY = Math.max(1, height - head - MARGIN - 4);
        var to = Math.clamp(
                Math.min(roomX / Math.max(1, bounds.width()), roomY / Math.max(1, bounds.height())), SMALLEST, most);
        var x = MARGIN + Math.max(0, (roomX - bounds.width() * to) / 2) - bounds.x() * to;
        return new Viewport(to, x, head + 4 - bounds.y() * to, width, height, head);
    }

    /** At least a hand's breadth of the content stays on screen. */
    Viewport kept(Box bounds) {
        var edge = Math.min(120, width / 3);
        var x = Math.clamp(
                offsetX, Math.min(edge - bounds.right() * scale, width - edge), Math.max(width - edge, edge));
        var y = Math.clamp(
                offsetY, Math.min(edge + head - bounds.bottom() * scale, height - edge), Math.max(height - edge, edge));
        return new Viewport(scale, x, y, width, height, head);
    }

    /** Moves as little as possible so that the box is seen, zooming in where cards would be too small to read. */
    Viewport showing(Box box, double readable) {
        var at = this;
        if (scale < readable - 1e-9) {
            var zoomed = new Viewport(readable, 0, 0, width, height, head);
            return zoomed.panned(width / 2 - box.centerX() * readable, (height + head) / 2 - box.centerY() * readable);
        }
        var dx = shift(at.x(box.x()), at.x(box.right()), MARGIN, width - MARGIN);
        var dy = shift(at.y(box.y()), at.y(box.bottom()), head + MARGIN, height - MARGIN);
        return at.panned(dx, dy);
    }

    private static double shift(double low, double high, double from, double to) {
        if (low < from) {
            return from - low;
        }
        return high > to ? Math.max(to - high, from - low) : 0;
    }
}
