package io.atalaya.watch;

import java.util.concurrent.Callable;

/**
 * On whose behalf a thread calls AWS. Travels with the thread, not through every signature; threads started meanwhile are
 * given it by {@link FanOut}.
 *
 * @param priority who goes first when calls are scarce
 * @param probing whether the last read of this source failed: such a call is a probe and is not worth a retry by the client,
 *     because the refresh loop asks again by itself
 */
public record CallContext(Priority priority, boolean probing) {
    private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();
    private static final CallContext PERSON = new CallContext(Priority.CLICK, false);

    /** The context of the calling thread; a person's click where nothing was said, because every other way says it. */
    public static CallContext current() {
        return CURRENT.orElse(PERSON);
    }

    /** Runs {@code body} on this thread in this context. */
    public <T> T call(Callable<T> body) throws Exception {
        return ScopedValue.where(CURRENT, this).call(body::call);
    }
}
