package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Live Tail session, from its opening to its end. */
final class LiveConnection implements LiveTails.Listener {
    /** What becomes of what it tells; on a thread of the client, or the one that opened it. */
    interface Owner {
        void updated(LiveConnection connection, List<LogEvent> events, boolean sampled);

        void ended(LiveConnection connection, @Nullable Problem problem);
    }

    final int feed;
    final long openedNanos;
    final long openedMillis;
    private final TailTools tools;
    private final Owner owner;
    private LiveTails.@Nullable Session session;
    private boolean closed;
    private volatile long heardNanos;
    private volatile long heardMillis;
    private volatile int updates;
    private volatile boolean over;
    private volatile @Nullable Problem why;

    LiveConnection(int feed, TailTools tools, Owner owner) {
        this.feed = feed;
        this.tools = tools;
        this.owner = owner;
        this.openedNanos = tools.nanos();
        this.openedMillis = tools.now();
        this.heardNanos = openedNanos;
        this.heardMillis = openedMillis;
    }

    void opened(LiveTails.Session opened) {
        synchronized (this) {
            session = opened;
            if (!closed) {
                return;
            }
        }
        opened.close(); // it ended while it was opened
    }

    @Override
    public void started(String sessionId) {
        heard();
    }

    @Override
    public void update(List<LogEvent> events, boolean sampled) {
        heard();
        updates++;
        owner.updated(this, events, sampled);
    }

    @Override
    public void ended(@Nullable Problem problem) {
        why = problem;
        over = true;
        owner.ended(this, problem);
    }

    private void heard() {
        heardNanos = tools.nanos();
        heardMillis = tools.now();
    }

    /** How long it has been silent. */
    long silentNanos() {
        return tools.nanos() - heardNanos;
    }

    long ageNanos() {
        return tools.nanos() - openedNanos;
    }

    /** When it told anything for the last time, milliseconds since the epoch. */
    long heardMillis() {
        return heardMillis;
    }

    /** Whether it has ended, perhaps before anybody knew it. */
    boolean isOver() {
        return over;
    }

    @Nullable
    Problem why() {
        return why;
    }

    int updates() {
        return updates;
    }

    void close() {
        LiveTails.Session toClose;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            toClose = session;
        }
        if (toClose != null) {
            toClose.close();
        }
    }
}
