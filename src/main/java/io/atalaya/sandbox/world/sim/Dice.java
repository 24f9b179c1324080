package io.atalaya.sandbox.world.sim;

import java.util.List;

/**
 * Chance without state: the same seed, name and number always give the same answer, so that a metric or a log line of any
 * moment can be computed without having lived through the moments before it.
 */
public record Dice(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A number that depends on the seed, the name and {@code n} only. */
    public long bits(String name, long n) {
        return mix(mix(seed ^ hash(name)) + n * GOLDEN);
    }

    /** Evenly spread in [0, 1). */
    public double unit(String name, long n) {
        return (bits(name, n) >>> 11) * 0x1.0p-53;
    }

    /** Evenly spread in [0, bound). */
    public int below(String name, long n, int bound) {
        return (int) Math.floorMod(bits(name, n), (long) bound);
    }

    /** One of the choices. */
    public <T> T pick(String name, long n, List<T> choices) {
        return choices.get(below(name, n, choices.size()));
    }

    /** Smooth noise in [-1, 1]: the values at whole multiples of {@code step} are dice, the rest is eased between them. */
    public double noise(String name, long t, long step) {
        long cell = Math.floorDiv(t, step);
        double x = (double) Math.floorMod(t, step) / step;
        double eased = x * x * (3 - 2 * x);
        double from = unit(name, cell) * 2 - 1;
        double to = unit(name, cell + 1) * 2 - 1;
        return from + (to - from) * eased;
    }

    /** Lower-case hexadecimal digits, as AWS ids have them. */
    public String hex(String name, long n, int digits) {
        var out = new StringBuilder(digits);
        for (long k = 0; out.length() < digits; k++) {
            out.append(String.format("%016x", bits(name, n * 31 + k)));
        }
        return out.substring(0, digits);
    }

    /** Eight-four-four-four-twelve, as request and activity ids are written. */
    public String uuid(String name, long n) {
        String h = hex(name, n, 32);
        return h.substring(0, 8)
                + '-'
                + h.substring(8, 12)
                + '-'
                + h.substring(12, 16)
                + '-'
                + h.substring(16, 20)
                + '-'
                + h.substring(20);
    }

    /** String's own hash: the platform defines it, and every string remembers it. */
    private static long hash(String name) {
        return name.hashCode() * GOLDEN;
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
