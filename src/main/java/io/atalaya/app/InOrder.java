package io.atalaya.app;

import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.EvidenceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes items on all processors and adds them in the order they were asked for, a few ahead at most: pictures are large. */
final class InOrder implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private record Item(String name, Future<byte[]> content) {}

    private final CapsuleWriter capsule;
    private final int ahead;
    private final ExecutorService makers;
    private final Deque<Item> items = new ArrayDeque<>();

    InOrder(CapsuleWriter capsule) {
        this.capsule = capsule;
        int processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        this.ahead = processors + 1;
        this.makers = Executors.newFixedThreadPool(
                processors,
                Thread.ofPlatform().name("atalaya-pictures-", 0).daemon().factory());
    }

    void add(String name, Callable<byte[]> making) throws InterruptedException, EvidenceException {
        items.add(new Item(name, makers.submit(making)));
        if (items.size() > ahead) {
            addFirst();
        }
    }

    void finish() throws InterruptedException, EvidenceException {
        while (!items.isEmpty()) {
            addFirst();
        }
    }

    private void addFirst() throws InterruptedException, EvidenceException {
        var item = items.remove();
        try {
            capsule.add(item.name, item.content.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new IllegalStateException(item.name, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(item.name + " was not drawn within two minutes", e);
        }
    }

    /** What was not added is not made any more. */
    @Override
    public void close() {
        makers.shutdownNow();
    }
}
