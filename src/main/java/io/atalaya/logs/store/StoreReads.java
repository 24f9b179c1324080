package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a store tells its readers; the writer changes what the fields hold. */
abstract class StoreReads implements StoredEvents {
    private static final MemorySegment NO_TEXT = MemorySegment.ofArray(new byte[0]);

    final StreamTable streams;
    final SharedOrder order = new SharedOrder(this);
    final List<Listener> listeners = new CopyOnWriteArrayList<>();
    volatile Segments segments = Segments.NONE;
    /** One more than the newest that is published. */
    volatile long next;

    StoreReads(StreamTable streams) {
        this.streams = streams;
    }

    @Override
    public long first() {
        var all = segments;
        return all.count() == 0 ? next : all.oldest().firstId;
    }

    @Override
    public long next() {
        return next;
    }

    @Override
    public long timestamp(long id) {
        var segment = segments.of(id);
        return segment == null ? 0 : segment.longOf(id, Layout.TIMESTAMP);
    }

    @Override
    public long ingested(long id) {
        var segment = segments.of(id);
        return segment == null ? 0 : segment.longOf(id, Layout.INGESTED);
    }

    @Override
    public int stream(long id) {
        var segment = segments.of(id);
        return segment == null ? 0 : segment.intOf(id, Layout.STREAM);
    }

    @Override
    public StreamName streamName(int stream) {
        return streams.name(stream);
    }

    @Override
    public int streams() {
        return streams.count();
    }

    @Override
    public Level level(long id) {
        var segment = segments.of(id);
        return segment == null ? Level.UNKNOWN : Layout.level(segment.intOf(id, Layout.FLAGS));
    }

    @Override
    public Origin origin(long id) {
        var segment = segments.of(id);
        return segment == null ? Origin.DELIVERED : Layout.origin(segment.intOf(id, Layout.FLAGS));
    }

    @Override
    public boolean continues(long id) {
        var segment = segments.of(id);
        return segment != null && Layout.continues(segment.intOf(id, Layout.FLAGS));
    }

    @Override
    public boolean withdrawn(long id) {
        var segment = segments.of(id);
        return segment != null && segment.withdrawn(id);
    }

    @Override
    public MemorySegment text(long id) {
        var segment = segments.of(id);
        return segment == null ? NO_TEXT : segment.text(id);
    }

    @Override
    public int texts(long id, int many, byte[] into, int[] starts, int[] ends) {
        var segment = segments.of(id);
        if (segment != null) {
            return segment.texts(id, many, into, starts, ends);
        }
        starts[0] = 0;
        ends[0] = 0;
        return Math.min(many, 1);
    }

    @Override
    public long size() {
        return order.size();
    }

    @Override
    public long idAt(long position) {
        return order.idAt(position);
    }

    @Override
    public long positionOf(long id) {
        return order.positionOf(id);
    }

    @Override
    public long positionAt(long epochMilli) {
        return order.positionAt(epochMilli);
    }

    @Override
    public int ids(long position, long[] into) {
        return order.ids(position, into);
    }

    @Override
    public long[] counts(long from, long to) {
        return order.counts(from, to);
    }

    @Override
    public long nextOf(Level level, long position, int step) {
        return order.nextOf(level, position, step);
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void unlisten(Listener listener) {
        listeners.remove(listener);
    }
}
