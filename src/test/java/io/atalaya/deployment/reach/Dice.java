package io.atalaya.deployment.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Throws for one random network, the same again for the same seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> List<T> some(List<T> of, int most) {
        var some = new ArrayList<T>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            some.add(one(of));
        }
        return some;
    }

    void shuffle(List<?> list) {
        java.util.Collections.shuffle(list, random);
    }
}
