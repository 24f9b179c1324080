package io.atalaya.sandbox.server.fault;

import java.util.concurrent.CountDownLatch;

/** Holds whoever came before it opens; who comes after waits for the next opening. */
final class Gate {
    private CountDownLatch next = new CountDownLatch(1);

    /** What is counted down when the gate opens next. */
    synchronized CountDownLatch next() {
        return next;
    }

    synchronized void open() {
        next.countDown();
        next = new CountDownLatch(1);
    }
}
