package io.atalaya.deployment.topology;

import java.util.EnumMap;
import java.util.Map;

/** Where the six columns begin and how many cards stand side by side in each. */
final class Columns {
    /** Frames of VPC, zone and subnet around the cards of the last two columns. */
    private static final double INSET = 14;

    private static final double ZONE_INSET = 8;

    private final Map<Layer, Double> lefts = new EnumMap<>(Layer.class);
    private final Map<Layer, Integer> counts;
    private final double zoneLeft;
    private final double right;

    Columns(Map<Layer, Integer> counts) {
        this.counts = new EnumMap<>(counts);
        var x = 0.0;
        lefts.put(Layer.DNS, x);
        x += width(Layer.DNS) + Metrics.DNS_GAP + INSET;
        lefts.put(Layer.BALANCERS, x);
        x += width(Layer.BALANCERS) + Metrics.COLUMN_GAP;
        lefts.put(Layer.LISTENERS, x);
        x += width(Layer.LISTENERS) + Metrics.COLUMN_GAP;
        lefts.put(Layer.TARGET_GROUPS, x);
        x += width(Layer.TARGET_GROUPS) + Metrics.COLUMN_GAP;
        zoneLeft = x;
        x += ZONE_INSET + INSET;
        lefts.put(Layer.TARGETS, x);
        x += width(Layer.TARGETS) + Metrics.COLUMN_GAP + INSET;
        lefts.put(Layer.DATA, x);
        x += width(Layer.DATA);
        right = x + INSET + 2 * ZONE_INSET;
    }

    int count(Layer layer) {
        return counts.getOrDefault(layer, 1);
    }

    double x(Layer layer) {
        return lefts.getOrDefault(layer, 0.0);
    }

    double width(Layer layer) {
        var count = count(layer);
        return count * Metrics.width(layer) + (count - 1) * Metrics.GAP;
    }

    double right() {
        return right;
    }

    /** Frame of a VPC from {@code top}. */
    Box vpc(double top, double height) {
        var left = x(Layer.BALANCERS) - INSET;
        return new Box(left, top, right - left, height);
    }

    Box zone(double top, double height) {
        return new Box(zoneLeft, top, right - ZONE_INSET - zoneLeft, height);
    }

    /** Frame of a subnet in the column of targets or data. */
    Box subnet(Layer layer, double top, double height) {
        return new Box(x(layer) - INSET, top, width(layer) + 2 * INSET, height);
    }

    Map<Layer, Box> boxes(double height) {
        var boxes = new EnumMap<Layer, Box>(Layer.class);
        for (var layer : Layer.values()) {
            boxes.put(layer, new Box(x(layer), 0, width(layer), height));
        }
        return boxes;
    }
}
