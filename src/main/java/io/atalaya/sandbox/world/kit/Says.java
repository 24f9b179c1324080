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

    private Says() {}

    public static Voice at(Dice dice, String name, Rate rate, Words words) {
        return (second, mouth) -> {
            double expected = rate.at(second);
            int count = (int) expected + (dice.unit(name + "#", second) < expected - (int) expected ? 1 : 0);
            for (int i = 0; i < count; i++) {
                long n = second * 64 + i;
                mouth.say(dice.below(name + "ms", n, 1000), words.of(second, n));
            }
        };
    }
}
