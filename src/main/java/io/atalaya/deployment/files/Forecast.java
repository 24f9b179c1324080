package io.atalaya.deployment.files;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a file system reaches the size that was planned for it, if it goes on as it did.
 *
 * @param left until then; null unless it {@link Kind#REACHES} the plan
 * @param bytes how much there is above the plan where it is {@link Kind#ABOVE}, else how much there is still to go; 0 without plan
 */
public record Forecast(Kind kind, @Nullable Duration left, double bytes) {
    /** What can be said. */
    public enum Kind {
        /** No tag names a planned size. */
        NO_PLAN,
        /** It is larger than planned. */
        ABOVE,
        /** It reaches the plan within ten years. */
        REACHES,
        /** It does not grow, or so slowly that ten years are not enough. */
        STAYS_BELOW,
        /** It is below, and how it grows is not known. */
        UNKNOWN
    }

    private static final Duration FAR = Duration.ofDays(3650);
    private static final double SECONDS_PER_DAY = 86_400;

    /**
     * @param planned bytes; null for no plan
     * @param growth null where it is not known
     */
    public static Forecast of(double size, @Nullable Double planned, @Nullable Growth growth) {
        if (planned == null) {
            return new Forecast(Kind.NO_PLAN, null, 0);
        }
        if (size > planned) {
            return new Forecast(Kind.ABOVE, null, size - planned);
        }
        var room = planned - size;
        if (growth == null) {
            return new Forecast(Kind.UNKNOWN, null, room);
        }
        var seconds =
                growth.bytesPerDay() <= 0 ? Double.POSITIVE_INFINITY : room / growth.bytesPerDay() * SECONDS_PER_DAY;
        return seconds > FAR.toSeconds()
                ? new Forecast(Kind.STAYS_BELOW, null, room)
                : new Forecast(Kind.REACHES, Duration.ofSeconds(Math.round(seconds)), room);
    }
}
