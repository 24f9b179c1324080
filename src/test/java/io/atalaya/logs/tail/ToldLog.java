package io.atalaya.logs.tail;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.store.StoredEvents;
import java.util.List;

/** A log that tells when it is brought to disk. */
record ToldLog(EventLog log, List<String> disk) implements EventLog {
    @Override
    public int streamNumber(StreamName name) {
        return log.streamNumber(name);
    }

    @Override
    public long append(
            int stream, long timestamp, long ingested, Level level, boolean continues, Origin origin, byte[] utf8) {
        return log.append(stream, timestamp, ingested, level, continues, origin, utf8);
    }

    @Override
    public void publish() {
        log.publish();
    }

    @Override
    public void withdraw(long id) {
        log.withdraw(id);
    }

    @Override
    public void force() {
        log.force();
        disk.add("events");
    }

    @Override
    public StoredEvents events() {
        return log.events();
    }
}
