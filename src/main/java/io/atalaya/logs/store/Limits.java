package io.atalaya.logs.store;

/**
 * How much a store keeps; of more, the oldest is dropped, a segment (at most a 32nd of this) at a time.
 *
 * @param maxBytes of events as written: the message and 29 bytes each; the index takes 32 bytes an event besides
 * @param maxEvents at most {@link #MOST_EVENTS}
 */
public record Limits(long maxBytes, long maxEvents) {
    /** As many as an index in memory can count. */
    public static final long MOST_EVENTS = 200_000_000;

    /** 2 GB or ten million events. */
    public static final Limits USUAL = new Limits(2_000_000_000L, 10_000_000L);

    private static final int SHARE = 32;

    public Limits {
        if (maxBytes < 1 || maxEvents < 1 || maxEvents > MOST_EVENTS) {
            throw new IllegalArgumentException("limits of a store: " + maxBytes + " bytes, " + maxEvents + " events");
        }
    }

    /** When a text file is full. */
    long segmentBytes() {
        return Math.clamp(maxBytes / SHARE, 4 * 1024, 64 * 1024 * 1024);
    }

    /** When an index file is full. */
    int segmentEvents() {
        return Math.clamp(maxEvents / SHARE, 16, 1 << 20);
    }
}
