package io.atalaya.logs.tail;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.store.StoredEvents;

/** Where a tail keeps its events. One thread at a time writes. */
public interface EventLog {
    int streamNumber(StreamName name);

    /** @return the event's id */
    long append(int stream, long timestamp, long ingested, Level level, boolean continues, Origin origin, byte[] utf8);

    /** Lets readers see what was appended. */
    void publish();

    /** Shows it no more. */
    void withdraw(long id);

    /** Waits until all is on disk; on any thread. */
    void force();

    StoredEvents events();
}
