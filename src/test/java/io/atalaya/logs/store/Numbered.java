package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import java.util.Random;

/** An event that follows from its id, so that whoever reads it can tell whether it is right. */
record Numbered(
        StreamName stream, long timestamp, long ingested, Level level, boolean continues, Origin origin, byte[] text) {
    private static final int JITTER = 500;

    static Numbered of(long id) {
        var random = new Random(id * 7919);
        var text = new byte[random.nextInt(20) == 0 ? random.nextInt(3000) : random.nextInt(120)];
        random.nextBytes(text);
        var at = 1_700_000_000_000L + id * 10 + random.nextInt(JITTER);
        return new Numbered(
                new StreamName("group", "stream " + random.nextInt(1 + (int) Math.min(id, 50))),
                at,
                at + random.nextInt(3),
                Level.values()[random.nextInt(5)],
                random.nextInt(4) == 0,
                Origin.values()[random.nextInt(2)],
                text);
    }

    static long append(LogStore store, long id) {
        var event = of(id);
        return store.append(
                store.streamNumber(event.stream),
                event.timestamp,
                event.ingested,
                event.level,
                event.continues,
                event.origin,
                event.text);
    }
}
