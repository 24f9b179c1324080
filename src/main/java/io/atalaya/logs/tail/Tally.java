package io.atalaya.logs.tail;

/** How much comes of one group. Guarded by its owner. */
final class Tally {
    private static final int SECONDS = 10;

    private final long[] counts = new long[SECONDS];
    private final long[] seconds = new long[SECONDS];
    private long shown;

    /** Counts events that arrived; not those the sweep found. */
    void arrived(int events, long nowMillis) {
        var second = Math.floorDiv(nowMillis, 1_000);
        var slot = (int) Math.floorMod(second, (long) SECONDS);
        if (seconds[slot] != second) {
            seconds[slot] = second;
            counts[slot] = 0;
        }
        counts[slot] += events;
        shown += events;
    }

    void more(int events) {
        shown += events;
    }

    /** Events a second over the last ten. */
    double perSecond(long nowMillis) {
        var second = Math.floorDiv(nowMillis, 1_000);
        var sum = 0L;
        for (int i = 0; i < SECONDS; i++) {
            if (second - seconds[i] < SECONDS && seconds[i] <= second) {
                sum += counts[i];
            }
        }
        return sum / (double) SECONDS;
    }

    long shown() {
        return shown;
    }
}
