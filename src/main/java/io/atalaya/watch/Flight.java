package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One read under way. It runs on a thread of its own and reports to the loop, which knows by identity whether it still wants
 * to hear: a read that was given up is a different flight than the one after it.
 */
final class Flight<T> implements Runnable {
    /** How long a read may be silent. */
    static final Duration SILENCE = Duration.ofSeconds(30);
    /** How long it may take in all. */
    static final Duration LONGEST = Duration.ofMinutes(5);
    /** At most ten partial lists a second. */
    private static final Duration PAGE_PAUSE = Duration.ofMillis(100);

    /** Who is told. Called on the reading thread. */
    interface Tower {
        <T> void page(Flight<T> flight, List<T> items);

        <T> void landed(Flight<T> flight);

        <T> void crashed(Flight<T> flight, Throwable thrown);
    }

    private final Slot<T> slot;
    private final Deployment known;
    private final Instant startedAt;
    private final CallContext context;
    private final Tower tower;
    private final List<T> items = new ArrayList<>();
    private int pages;
    private Instant lastPageAt;
    private @Nullable Instant shownAt;
    private @Nullable Thread thread;
    private boolean cancelled;
    /** Gives it up when it is silent for too long. */
    Scheduler.@Nullable Timer watchdog;

    Flight(Slot<T> slot, Deployment known, Instant startedAt, CallContext context, Tower tower) {
        this.slot = slot;
        this.known = known;
        this.startedAt = startedAt;
        this.lastPageAt = startedAt;
        this.context = context;
        this.tower = tower;
    }

    @Override
    public void run() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            thread = Thread.currentThread();
        }
        try {
            context.call(() -> {
                slot.source.reader().read(known, page -> tower.page(this, page));
                return this;
            });
            tower.landed(this);
        } catch (Throwable thrown) { // a reader's bug is a problem of its part, not the end of the loop
            tower.crashed(this, thrown);
        } finally {
            synchronized (this) {
                thread = null;
            }
        }
    }

    /** Interrupts the read, or keeps it from beginning. */
    synchronized void cancel() {
        cancelled = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    Slot<T> slot() {
        return slot;
    }

    /** How many requests it has sent. */
    int sent() {
        return context.sent().get();
    }

    Instant startedAt() {
        return startedAt;
    }

    // From here on guarded by the loop's lock.

    void add(List<T> page, Instant now) {
        items.addAll(page);
        pages++;
        lastPageAt = now;
    }

    int pages() {
        return pages;
    }

    Instant lastPageAt() {
        return lastPageAt;
    }

    /** When it will have been silent, or under way, for too long. */
    Instant limit() {
        var silent = lastPageAt.plus(patience());
        var end = startedAt.plus(LONGEST);
        return silent.isBefore(end) ? silent : end;
    }

    /** A probe says within its cadence whether the trouble is over; a read that has begun to answer has time. */
    private Duration patience() {
        var cadence = slot.source.cadence();
        return context.probing() && pages == 0 && cadence.compareTo(SILENCE) < 0 ? cadence : SILENCE;
    }

    /** Whether it is asked again beside this one, which may still answer: nothing has come, and nothing says it will not. */
    boolean mayStillAnswer() {
        return pages == 0 && patience().compareTo(SILENCE) < 0;
    }

    /**
     * Whether to show the pages that are here. They are shown as they come until the list was complete once: from then on half
     * a list would be less than is known.
     */
    boolean showsPages(@Nullable Listing<T> known, Instant now) {
        var better = known == null || (!known.complete() && known.items().size() <= items.size());
        return better && (shownAt == null || !now.isBefore(shownAt.plus(PAGE_PAUSE)));
    }

    /** The pages that are here. */
    Observed<Listing<T>> soFar(Instant now) {
        shownAt = now;
        return observed(new Listing<>(items, pages, false), startedAt);
    }

    /**
     * All pages. What has not changed stays the same object, so that nobody has to compare it again.
     *
     * @param pace how old it can get before the next answer, which is the cadence unless reading takes long
     */
    Observed<Listing<T>> complete(@Nullable Listing<T> known, Duration pace) {
        var fresh = new Listing<>(items, Math.max(1, pages), true);
        return Observed.of(known != null && known.equals(fresh) ? known : fresh, startedAt, pace);
    }

    /** What was answered of a read that failed in part, as old as its oldest item. */
    Observed<Listing<T>> kept(PartialReadException partial, Observed<Listing<T>> before) {
        var items = partial.items().stream().map(slot.part().itemType()::cast).toList();
        var old = partial.old() && before.askedAt() != null ? before.askedAt() : startedAt;
        return observed(new Listing<>(items, Math.max(1, pages), false), old);
    }

    private Observed<Listing<T>> observed(Listing<T> listing, Instant askedAt) {
        return new Observed<>(listing, askedAt, slot.source.cadence(), null, startedAt);
    }
}
