package io.atalaya.noc.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * From where on a value is bad. There is no memory in it: the same value is judged the same, whatever it was before.
 *
 * @param direction which way is bad
 * @param warning from here on it is a warning; null for none
 * @param critical from here on it is critical; null for none
 * @param shareOf the item of whose value at the same place {@code warning} and {@code critical} are percent: an old generation of
 *     the heap; null where they are of the value's own unit
 */
public record Threshold(
        Direction direction,
        @Nullable Double warning,
        @Nullable Double critical,
        @Nullable String shareOf) {
    /** Nothing is bad: there is a value or there is none. */
    public static final Threshold NONE = new Threshold(Direction.HIGH_IS_BAD, null, null, null);

    /** Which way is bad. */
    public enum Direction {
        HIGH_IS_BAD,
        LOW_IS_BAD
    }

    public static Threshold high(double warning, double critical) {
        return new Threshold(Direction.HIGH_IS_BAD, warning, critical, null);
    }

    public static Threshold low(double warning, double critical) {
        return new Threshold(Direction.LOW_IS_BAD, warning, critical, null);
    }

    /** Whether it judges at all. */
    public boolean judges() {
        return warning != null || critical != null;
    }

    /** The bound itself is bad already. */
    public boolean isWarning(double value) {
        return warning != null && beyond(value, warning);
    }

    public boolean isCritical(double value) {
        return critical != null && beyond(value, critical);
    }

    /** In the value's own unit, when the item it is a share of measures so much: what a chart draws as lines. */
    public Threshold against(double whole) {
        return new Threshold(direction, part(warning, whole), part(critical, whole), null);
    }

    private static @Nullable Double part(@Nullable Double percent, double whole) {
        return percent == null ? null : percent * whole / 100;
    }

    private boolean beyond(double value, double bound) {
        return direction == Direction.HIGH_IS_BAD ? value >= bound : value <= bound;
    }
}
