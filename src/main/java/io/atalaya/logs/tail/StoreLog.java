package io.atalaya.logs.tail;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.store.LogStore;
import io.atalaya.logs.store.StoredEvents;

/** A tail's log on disk. */
public final class StoreLog implements EventLog {
    private final LogStore store;

    public StoreLog(LogStore store) {
        this.store = store;
    }

    @Override
    public int streamNumber(StreamName name) {
        return store.streamNumber(name);
    }

    @Override
    public long append(
            int stream, long timestamp, long ingested, Level level, boolean continues, Origin origin, byte[] utf8) {
        return store.append(stream, timestamp, ingested, level, continues, origin, utf8);
    }

    @Override
    public void publish() {
        store.publish();
    }

    @Override
    public void withdraw(long id) {
        store.withdraw(id);
    }

    @Override
    public void force() {
        store.force();
    }

    @Override
    public StoredEvents events() {
        return store;
    }
}
