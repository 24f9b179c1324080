package io.atalaya.app;

import io.atalaya.logs.Level;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.store.StoredEvents;
import io.atalaya.logs.tail.OpenTail;
import io.atalaya.logs.tail.TailSession;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Notes;
import io.atalaya.logs.view.StoredView;
import io.atalaya.ui.logs.OpenLog;
import io.atalaya.ui.logs.PinStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** A session of the tail engine as the Logs view reads it. */
final class TailedLog implements OpenLog {
    private final OpenTail tail;
    private final Notes notes;
    private final Executor background;
    private final List<LogView> views = new CopyOnWriteArrayList<>();
    private final AtomicLong errors = new AtomicLong();

    /**
     * @param notes of the session; closed with it
     * @param background filters and searches
     */
    TailedLog(OpenTail tail, Notes notes, Executor background) {
        this.tail = tail;
        this.notes = notes;
        this.background = background;
        tail.events().listen(new Errors());
    }

    /** Counts the errors that come. */
    private final class Errors implements StoredEvents.Listener {
        @Override
        public void appended(long from, long to) {
            for (var id = from; id < to; id++) {
                if (tail.events().level(id) == Level.ERROR) {
                    errors.incrementAndGet();
                }
            }
        }

        @Override
        public void withdrawn(long id) {}

        @Override
        public void dropped(long below, long newest) {}
    }

    @Override
    public String id() {
        return tail.id();
    }

    @Override
    public List<TailedGroup> groups() {
        return tail.info().groups();
    }

    @Override
    public LogView newView() {
        var view = new StoredView(tail.events(), tail.completeness(), background);
        views.add(view);
        return view;
    }

    @Override
    public Completeness completeness() {
        return tail.completeness();
    }

    @Override
    public TailStatus status() {
        return tail.tail().map(TailSession::status).orElseGet(this::over);
    }

    private TailStatus over() {
        var swept = tail.completeness().sweptTo();
        return new TailStatus(
                groups().stream()
                        .map(it -> new TailStatus.Group(it.arn(), TailStatus.Mode.STARTING, null, 0, 0))
                        .toList(),
                TailStatus.State.ENDED,
                0,
                0,
                null,
                swept > 0 ? Instant.ofEpochMilli(swept) : null);
    }

    @Override
    public PinStore pins() {
        return new PinStore() {
            @Override
            public List<Notes.Note> all() {
                return notes.all();
            }

            @Override
            public void pin(long id, long at, String text) {
                notes.pin(id, at, text);
            }

            @Override
            public void unpin(long id) {
                notes.unpin(id);
            }
        };
    }

    @Override
    public Instant begun() {
        return tail.info().started();
    }

    @Override
    public long errors() {
        return errors.get();
    }

    @Override
    public void pause() {
        tail.tail().ifPresent(TailSession::pause);
    }

    @Override
    public void resume() {
        tail.tail().ifPresent(TailSession::resume);
    }

    @Override
    public Started started() {
        return new Started(groups(), tail.info().pattern());
    }

    /** Whatever waits after failures is tried at once. */
    void retryNow() {
        tail.tail().ifPresent(TailSession::retryNow);
    }

    @Override
    public void end() {
        views.forEach(LogView::close); // a window that went may have left its own behind
        try {
            tail.close();
        } finally {
            notes.close();
        }
    }
}
