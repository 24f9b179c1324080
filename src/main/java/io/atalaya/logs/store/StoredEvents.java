package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What a store tells readers of its events, on any thread. An event's id is its place in the order of arrival and never changes;
 * positions count in order of time (timestamp, then ingestion, then id) and shift when an event is inserted or dropped. A reader
 * is often a moment behind the writer: an id that is not kept answers with zeros, an unknown level and no text, never an error.
 */
public interface StoredEvents extends IdOrder.Keys {
    /** Changes of a store, told on the thread that writes; must be quick. */
    interface Listener {
        /** These ids are new, in no order of time. */
        void appended(long from, long to);

        /** It is not shown any more: it was delivered twice. */
        void withdrawn(long id);

        /**
         * Ids below are no longer kept.
         *
         * @param newest the latest moment of what went: of each event its timestamp, or its ingestion where that was earlier,
         *     because a timestamp may lie in the future; milliseconds since the epoch
         */
        void dropped(long below, long newest);
    }

    /** The first id that is kept. */
    long first();

    /** One more than the newest id. */
    long next();

    @Override
    long timestamp(long id);

    @Override
    long ingested(long id);

    int stream(long id);

    StreamName streamName(int stream);

    /** How many streams were seen: their numbers are 0 to this. */
    int streams();

    @Override
    Level level(long id);

    Origin origin(long id);

    /** Whether the event continues the one before it in its stream: a stack frame, a cause, an indented line. */
    boolean continues(long id);

    boolean withdrawn(long id);

    /**
     * The message in UTF-8 as it was given, valid or not; a view of the file, not a copy. It stays readable while the event is kept
     * and for two dropped segments more; after that, or when the store is closed, reading it is an {@link IllegalStateException}.
     */
    MemorySegment text(long id);

    /**
     * Copies the texts of up to {@code many} consecutive ids from {@code id} on; of those not kept, nothing.
     *
     * @param into from its beginning, in the order of ids; what lies between two texts is of no meaning
     * @param starts receives where each begins in {@code into}
     * @param ends receives where each ends
     * @return how many were copied, which may be fewer than fit; none only where the first does not fit
     */
    default int texts(long id, int many, byte[] into, int[] starts, int[] ends) {
        int at = 0;
        for (int i = 0; i < many; i++) {
            var text = text(id + i);
            int length = (int) Math.min(text.byteSize(), Integer.MAX_VALUE);
            if (length > into.length - at) {
                return i;
            }
            try {
                MemorySegment.copy(text, ValueLayout.JAVA_BYTE, 0, into, at, length);
            } catch (IllegalStateException dropped) {
                length = 0; // while it was read
            }
            starts[i] = at;
            at += length;
            ends[i] = at;
        }
        return many;
    }

    /** How many are in order of time: kept and not withdrawn. */
    long size();

    /** The id at a position; -1 where there is none (any more). */
    long idAt(long position);

    /** The position of an id; where it is not in the order, -1 - (where it would be). */
    long positionOf(long id);

    /** The first position at or after that moment, milliseconds since the epoch; {@link #size} if there is none. */
    long positionAt(long epochMilli);

    /** Copies ids from a position on; returns how many. Cheaper than one by one. */
    int ids(long position, long[] into);

    /** How many of each level, by its ordinal, stand at positions {@code from} to {@code to}, excluded. Microseconds. */
    long[] counts(long from, long to);

    /** The position of the nearest event of that level after ({@code step} 1) or before (-1) {@code position}; -1 if none. */
    long nextOf(Level level, long position, int step);

    void listen(Listener listener);

    void unlisten(Listener listener);
}
