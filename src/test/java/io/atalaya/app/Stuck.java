package io.atalaya.app;

import io.atalaya.logs.store.StoredEvents;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps who writes to a log where it is, with every lock that it has, until it is released. */
final class Stuck implements StoredEvents.Listener {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    /** Stays here. */
    void stay() {
        begun.countDown();
        try {
            if (!released.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void appended(long from, long to) {
        stay();
    }

    @Override
    public void withdrawn(long id) {}

    @Override
    public void dropped(long below, long newest) {}
}
