package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * How a segment lies on disk, all little-endian. Text file: a head of 64 bytes, then {@link Frames} whose body is flags (byte),
 * stream (int), timestamp, ingestion (long), message. Column file: a head of 64 bytes, then a row of 32 bytes for each event:
 * timestamp, ingestion (long), place of the message in the text file, its length, stream, flags (int).
 */
final class Layout {
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final int HEAD = 64;
    /** Of a record before its message, its frame not counted. */
    static final int FIELDS = 1 + 4 + 8 + 8;

    /** Where in the body. */
    static final int STREAM_FIELD = 1;

    static final int TIMESTAMP_FIELD = 5;
    static final int INGESTED_FIELD = 13;

    static final int ROW = 32;
    static final int TIMESTAMP = 0;
    static final int INGESTED = 8;
    static final int PLACE = 16;
    static final int LENGTH = 20;
    static final int STREAM = 24;
    static final int FLAGS = 28;

    /** In the order of the enum, which is part of the format. */
    private static final Level[] LEVELS = Level.values();

    private static final int LEVEL = 7;
    private static final int CONTINUES = 8;
    private static final int RECOVERED = 16;

    private Layout() {}

    static int flags(Level level, boolean continues, Origin origin) {
        return level.ordinal() | (continues ? CONTINUES : 0) | (origin == Origin.RECOVERED ? RECOVERED : 0);
    }

    static Level level(int flags) {
        return LEVELS[Math.min(flags & LEVEL, LEVELS.length - 1)];
    }

    static boolean continues(int flags) {
        return (flags & CONTINUES) != 0;
    }

    static Origin origin(int flags) {
        return (flags & RECOVERED) != 0 ? Origin.RECOVERED : Origin.DELIVERED;
    }
}
