package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.sim.Dice;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How much people ask for over a day: a peak before and one after lunch, a little in the evening, less on Saturdays, hardly
 * anything on Sundays.
 *
 * @param offset where they live; South America's big cities have no summer time any more
 * @param night requests a second that never sleep
 * @param day requests a second on top of them at the busiest time
 * @param dice makes it unsteady, always in the same way
 */
public record WorkingDay(ZoneOffset offset, double night, double day, Dice dice) {
    private static final double SATURDAY = 0.42;
    private static final double SUNDAY = 0.18;

    /** Requests a second. */
    public double requests(long second) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, offset);
        double hour = local.getHour() + local.getMinute() / 60.0;
        double busy = bump(hour, 10.2, 2.1) + 0.98 * bump(hour, 14.8, 2.3) + 0.22 * bump(hour, 19.5, 1.8);
        double slow = 1 + 0.05 * dice.noise("load-slow", second, 1800);
        double quick = 1 + 0.05 * dice.noise("load-quick", second, 180);
        return (night + day * Math.min(1.06, busy) * week(local.getDayOfWeek())) * slow * quick;
    }

    private static double week(DayOfWeek day) {
        return switch (day) {
            case SUNDAY -> SUNDAY;
            case SATURDAY -> SATURDAY;
            default -> 1;
        };
    }

    private static double bump(double hour, double at, double width) {
        double x = (hour - at) / width;
        return Math.exp(-x * x / 2);
    }
}
