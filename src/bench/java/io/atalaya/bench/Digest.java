package io.atalaya.bench;

/** Tells whether two heaps of log events are the same, twins counted, in whatever order they come. */
public final class Digest {
    private long count;
    private long sum;

    public void add(String stream, long timestamp, String message) {
        count++;
        sum += mixed(mixed(stream.hashCode()) + 31 * mixed(timestamp) + 17 * mixed(longHash(message)));
    }

    private static long longHash(String text) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private static long mixed(long value) {
        long x = value * 0x9E3779B97F4A7C15L;
        return (x ^ x >>> 29) * 0xBF58476D1CE4E5B9L;
    }

    /** How many and their sum. */
    @Override
    public String toString() {
        return count + " " + Long.toHexString(sum);
    }
}
