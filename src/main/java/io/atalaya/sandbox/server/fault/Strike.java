package io.atalaya.sandbox.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What strikes one call. A release of the plan after the call was counted reaches it, even if it does not wait yet. */
public final class Strike {
    /** The longest any call is kept waiting. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final List<Fault> faults;
    private final CountDownLatch released;
    private final CountDownLatch streamEnd;

    Strike(List<Fault> faults, CountDownLatch released, CountDownLatch streamEnd) {
        this.faults = List.copyOf(faults);
        this.released = released;
        this.streamEnd = streamEnd;
    }

    /** The fault that decides how the call ends: the first planned that is no delay. */
    public Optional<Fault> decisive() {
        return faults.stream()
                .filter(fault -> !(fault instanceof Fault.Latency))
                .findFirst();
    }

    /** Keeps the calling thread for all delays together, ten minutes at most, or until the plan lets go. */
    public void delay() throws InterruptedException {
        Duration delay = faults.stream()
                .map(fault -> fault instanceof Fault.Latency latency ? latency.delay() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
        if (!delay.isZero()) {
            keep(delay);
        }
    }

    /** Keeps the calling thread until the plan lets go, ten minutes at most. */
    public void hang() throws InterruptedException {
        keep(LONGEST);
    }

    /** Counted down when the plan ends the streams that were open or about to open. */
    public CountDownLatch streamEnd() {
        return streamEnd;
    }

    @SuppressWarnings("ResultOfMethodCallIgnored") // Late or let go, the call goes on the same way.
    private void keep(Duration time) throws InterruptedException {
        Duration bounded = time.compareTo(LONGEST) < 0 ? time : LONGEST;
        released.await(bounded.toNanos(), TimeUnit.NANOSECONDS);
    }
}
