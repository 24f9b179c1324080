package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;

/** Helps voices to speak at a rate: so many events a second on average, each at its own millisecond. */
public final class Says {
    /** Makes the message of one event. */
    @FunctionalInterface
    public interface Words {
        /** @param n a number of its own for every event, to throw dice with */
        String of(long second, long n);
    }

    /** How many events a second at a moment. */
    @FunctionalInterface
    public interface Rate {
        double at(long second);
    }

    /** Makes the message of one event that tells its own time. */
    @FunctionalInterface
    public interface TimedWords {
        /**
         * @param millis since the epoch
         * @param n a number of its own for every event, to throw dice with
         */
        String of(long millis, long n);
    }

    private Says() {}

    /** A voice whose messages carry no time. */
    public static Voice at(Dice dice, String name, Rate rate, Words words) {
        return timed(dice, name, rate, (millis, n) -> words.of(Math.floorDiv(millis, 1_000L), n));
    }

    /** A voice whose messages begin with the time of their event, as most programs write it. */
    public static Voice timed(Dice dice, String name, Rate rate, TimedWords words) {
        return (second, mouth) -> {
            double expected = rate.at(second);
            int count = (int) expected + (dice.unit(name + "#", second) < expected - (int) expected ? 1 : 0);
            for (int i = 0; i < count; i++) {
                long n = second * 64 + i;
                int into = dice.below(name + "ms", n, 1000);
                mouth.say(into, words.of(second * 1_000 + into, n));
            }
        };
    }
}
