package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.store.StoredEvents;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stored events in lists, as plain as can be. */
public final class MemoryEvents implements StoredEvents {
    /** One event as it was appended. */
    public record Stored(int stream, long timestamp, long ingested, Level level, boolean continues, byte[] text) {}

    private final List<Stored> all = new ArrayList<>();
    private final List<StreamName> streams = new ArrayList<>();
    private final TreeSet<Long> withdrawn = new TreeSet<>();
    private final List<Long> order = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private long first;

    public synchronized int stream(String group, String stream) {
        var name = new StreamName(group, stream);
        if (!streams.contains(name)) {
            streams.add(name);
        }
        return streams.indexOf(name);
    }

    /** Appends and tells it. */
    public long append(int stream, long timestamp, Level level, boolean continues, String text) {
        return append(List.of(
                new Stored(stream, timestamp, timestamp, level, continues, text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Appends together and tells it once; the first id. */
    public long append(List<Stored> events) {
        long from;
        synchronized (this) {
            from = all.size();
            for (var each : events) {
                all.add(each);
                long id = all.size() - 1;
                order.add(Math.toIntExact(-1 - positionOf(id)), id);
            }
        }
        long to = from + events.size();
        listeners.forEach(each -> each.appended(from, to));
        return from;
    }

    public void withdraw(long id) {
        synchronized (this) {
            withdrawn.add(id);
            order.remove(id);
        }
        listeners.forEach(each -> each.withdrawn(id));
    }

    public void drop(long below) {
        var newest = Long.MIN_VALUE;
        synchronized (this) {
            for (var id = first; id < below; id++) {
                newest = Math.max(newest, Math.min(timestamp(id), ingested(id)));
            }
            first = Math.max(first, below);
            order.removeIf(id -> id < first);
        }
        var gone = newest;
        listeners.forEach(each -> each.dropped(below, gone));
    }

    public synchronized List<Long> order() {
        return List.copyOf(order);
    }

    @Override
    public synchronized long first() {
        return first;
    }

    @Override
    public synchronized long next() {
        return all.size();
    }

    private synchronized Stored at(long id) {
        return all.get(Math.toIntExact(id));
    }

    @Override
    public long timestamp(long id) {
        return at(id).timestamp();
    }

    @Override
    public long ingested(long id) {
        return at(id).ingested();
    }

    @Override
    public int stream(long id) {
        return at(id).stream();
    }

    @Override
    public synchronized StreamName streamName(int stream) {
        return streams.get(stream);
    }

    @Override
    public synchronized int streams() {
        return streams.size();
    }

    @Override
    public Level level(long id) {
        return at(id).level();
    }

    @Override
    public Origin origin(long id) {
        return Origin.DELIVERED;
    }

    @Override
    public boolean continues(long id) {
        return at(id).continues();
    }

    @Override
    public synchronized boolean withdrawn(long id) {
        return withdrawn.contains(id);
    }

    @Override
    public MemorySegment text(long id) {
        return MemorySegment.ofArray(at(id).text());
    }

    @Override
    public synchronized long size() {
        return order.size();
    }

    @Override
    public synchronized long idAt(long position) {
        return position < 0 || position >= order.size() ? -1 : order.get((int) position);
    }

    @Override
    public synchronized long positionOf(long id) {
        int low = 0;
        int high = order.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(order.get(middle), id)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < order.size() && order.get(low) == id ? low : -1 - low;
    }

    private boolean isBefore(long one, long other) {
        if (timestamp(one) != timestamp(other)) {
            return timestamp(one) < timestamp(other);
        }
        return ingested(one) != ingested(other) ? ingested(one) < ingested(other) : one < other;
    }

    @Override
    public synchronized long positionAt(long epochMilli) {
        int at = 0;
        while (at < order.size() && timestamp(order.get(at)) < epochMilli) {
            at++;
        }
        return at;
    }

    @Override
    public synchronized int ids(long position, long[] into) {
        int many = Math.clamp(order.size() - position, 0, into.length);
        for (int i = 0; i < many; i++) {
            into[i] = order.get((int) position + i);
        }
        return many;
    }

    @Override
    public synchronized long[] counts(long from, long to) {
        var counts = new long[Level.values().length];
        for (long at = Math.max(0, from); at < Math.min(to, order.size()); at++) {
            counts[level(order.get((int) at)).ordinal()]++;
        }
        return counts;
    }

    @Override
    public synchronized long nextOf(Level level, long position, int step) {
        for (long at = Math.clamp(position, -1, (long) order.size()) + step; at >= 0 && at < order.size(); at += step) {
            if (level(order.get((int) at)) == level) {
                return at;
            }
        }
        return -1;
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
