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
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session of the tail engine as the Logs view reads it. What the screen asks is answered by what was looked at last, in the
 * background; what it wants done is done there, in the order in which it was asked.
 */
final class TailedLog implements OpenLog {
    /** Which threads work for it. */
    record Threads(Executor background, Executor storing, InstantSource clock) {}

    private final OpenTail tail;
    private final Notes notes;
    private final Executor background;
    private final InTurn commands;
    private final PinnedNotes pins;
    private final ToldCompleteness completeness;
    private final List<LogView> views = new CopyOnWriteArrayList<>();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();
    private final AtomicLong wishes = new AtomicLong();
    private final Object looking = new Object();
    private final Runnable onTell = this::lookSoon;
    private volatile TailStatus status;

    /** What a person wants it to be and it is not yet. */
    private record Asked(TailStatus.State state, long number) {}

    /**
     * Waits for the engine: not for the screen's thread.
     *
     * @param notes of the session; closed with it
     * @param threads in the background filters, searches and looks; storing what must be done to its end
     */
    TailedLog(OpenTail tail, Notes notes, Threads threads) {
        this.tail = tail;
        this.notes = notes;
        this.background = threads.background;
        this.commands = new InTurn(threads.storing);
        this.pins = new PinnedNotes(notes, commands, threads.clock);
        this.completeness = new ToldCompleteness(tail.completeness(), commands);
        this.status = now(tail);
        completeness.look();
        tail.events().listen(new Errors());
        tail.tail().ifPresent(it -> it.listen(onTell));
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

    private void lookSoon() {
        if (due.compareAndSet(false, true)) {
            try {
                background.execute(this::look);
            } catch (RejectedExecutionException closing) {
                due.set(false);
            }
        }
    }

    private void look() {
        due.set(false);
        synchronized (looking) {
            status = now(tail);
            completeness.look();
        }
    }

    private static TailStatus now(OpenTail tail) {
        return tail.tail().map(TailSession::status).orElseGet(() -> over(tail));
    }

    private static TailStatus over(OpenTail tail) {
        var swept = tail.completeness().sweptTo();
        return new TailStatus(
                tail.info().groups().stream()
                        .map(it -> new TailStatus.Group(it.arn(), TailStatus.Mode.STARTING, null, 0, 0))
                        .toList(),
                TailStatus.State.ENDED,
                0,
                0,
                null,
                swept > 0 ? Instant.ofEpochMilli(swept) : null);
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
        var view = new StoredView(tail.events(), completeness, background, views::remove);
        views.add(view);
        return view;
    }

    /** For tests: what is kept. */
    StoredEvents events() {
        return tail.events();
    }

    /** For tests: how many views are open. */
    int views() {
        return views.size();
    }

    @Override
    public Completeness completeness() {
        return completeness;
    }

    @Override
    public TailStatus status() {
        var now = status;
        if (now.state() == TailStatus.State.PAUSED) {
            lookSoon(); // nobody ticks, and the gap grows
        }
        var wish = asked.get();
        return wish == null || now.state() == TailStatus.State.ENDED ? now : now.in(wish.state);
    }

    @Override
    public PinStore pins() {
        return pins;
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
        ask(TailStatus.State.PAUSED, TailSession::pause);
    }

    @Override
    public void resume() {
        ask(TailStatus.State.RUNNING, TailSession::resume);
    }

    private void ask(TailStatus.State state, Consumer<TailSession> how) {
        var wish = new Asked(state, wishes.incrementAndGet());
        asked.set(wish);
        commands.execute(() -> {
            try {
                tail.tail().ifPresent(how);
            } finally {
                look();
                asked.compareAndSet(wish, null); // unless another was asked since
            }
        });
    }

    @Override
    public Started started() {
        return new Started(groups(), tail.info().pattern());
    }

    /** Whatever waits after failures is tried at once. */
    void retryNow() {
        commands.execute(() -> tail.tail().ifPresent(TailSession::retryNow));
    }

    /** Ends the tail; its log can still be read. */
    void stop() {
        tail.stop();
    }

    @Override
    public void end() {
        commands.finish();
        tail.tail().ifPresent(it -> it.unlisten(onTell));
        views.forEach(LogView::close); // a window that went may have left its own behind
        try {
            tail.close();
        } finally {
            notes.close();
            look();
        }
    }
}
