package io.atalaya.watch;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * On whose behalf a thread calls AWS. Travels with the thread, not through every signature; threads started meanwhile are
 * given it by {@link FanOut}.
 *
 * @param priority who goes first when calls are scarce
 * @param scouts of many questions, how many are asked before the others: a few of a probe, because the last read of this
 *     source failed; zero of any other read, which asks all at once
 * @param sent how many requests were sent in it; a read that had nothing to ask says nothing about AWS
 */
public record CallContext(Priority priority, int scouts, AtomicInteger sent) {
    private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

    /** Nothing was sent yet. */
    public CallContext(Priority priority, int scouts) {
        this(priority, scouts, new AtomicInteger());
    }

    /** An act that a person confirmed: first in line, and sent once, whatever happens to it. */
    public static CallContext once() {
        return new CallContext(Priority.CLICK, 1);
    }

    /** Whether a call is not worth a retry by the client, because the refresh loop asks again by itself. */
    public boolean probing() {
        return scouts > 0;
    }

    /** The context of the calling thread; a person's click where nothing was said, because every other way says it. */
    public static CallContext current() {
        return CURRENT.isBound() ? CURRENT.get() : new CallContext(Priority.CLICK, 0);
    }

    /** Runs {@code body} on this thread in this context. */
    public <T> T call(Callable<T> body) throws Exception {
        return ScopedValue.where(CURRENT, this).call(body::call);
    }
}
