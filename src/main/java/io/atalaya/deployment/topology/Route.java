package io.atalaya.deployment.topology;

/**
 * An edge with its ends on the plane.
 *
 * @param upright whether it joins cards one above the other, by their lower and upper sides
 */
public record Route(Edge edge, double x1, double y1, double x2, double y2, boolean upright) {}
