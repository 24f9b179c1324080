package io.atalaya.noc.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * From where on a value is bad. There is no memory in it: the same value is judged the same, whatever it was before.
 *
 * @param direction which way is bad
 * @param warning from here on it is a warning; null for none
 * @param critical from here on it is critical; null for none
 */
public record Threshold(
        Direction direction,
        @Nullable Double warning,
        @Nullable Double critical) {
    /** Nothing is bad: there is a value or there is none. */
    public static final Threshold NONE = new Threshold(Direction.HIGH_IS_BAD, null, null);

    /** Which way is bad. */
    public enum Direction {
        HIGH_IS_BAD,
        LOW_IS_BAD
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

    private boolean beyond(double value, double bound) {
        return direction == Direction.HIGH_IS_BAD ? value >= bound : value <= bound;
    }
}
