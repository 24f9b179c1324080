package io.atalaya.sandbox.server;

import io.atalaya.sandbox.server.route.AwsService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Every request the server received, refused ones included, so that tests can say "this sent nothing that changes anything".
 * Keeps the last 100,000 and counts all.
 */
public final class RequestLog {
    private static final int KEPT = 100_000;

    /**
     * One request.
     *
     * @param operation the wire name; empty when the request named none
     * @param accessKeyId who signed; empty for unsigned calls
     * @param time when it arrived, by the server's wall clock
     * @param mutating whether the operation changes anything, by the log's own rule
     */
    public record Received(AwsService service, String operation, String accessKeyId, Instant time, boolean mutating) {}

    private final BiPredicate<AwsService, String> mutates;
    private final Deque<Received> kept = new ArrayDeque<>();
    private long total;
    private long mutating;

    /** @param mutates whether an operation, by its wire name, changes anything */
    public RequestLog(BiPredicate<AwsService, String> mutates) {
        this.mutates = mutates;
    }

    /** A log that takes every operation whose name does not begin as AWS's reads do for one that changes something. */
    public static RequestLog byName() {
        return new RequestLog((service, operation) -> !ReadNames.isRead(service, operation));
    }

    synchronized void add(AwsService service, String operation, String accessKeyId, Instant time) {
        boolean changes = mutates.test(service, operation);
        kept.addLast(new Received(service, operation, accessKeyId, time, changes));
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        total++;
        mutating += changes ? 1 : 0;
        notifyAll();
    }

    /** Drops the requests that are kept, as a measurement of memory over hours needs it; what was counted stays. */
    public synchronized void forget() {
        kept.clear();
    }

    /** How many requests came, ever. */
    public synchronized long total() {
        return total;
    }

    /** How many of them were of operations that change something. */
    public synchronized long mutating() {
        return mutating;
    }

    /** The last requests, oldest first. */
    public synchronized List<Received> received() {
        return List.copyOf(kept);
    }

    /** How many of the last requests were of this operation. */
    public long count(AwsService service, String operation) {
        return count(
                request -> request.service() == service && request.operation().equals(operation));
    }

    /** How many of the last requests are such. */
    public synchronized long count(Predicate<Received> such) {
        return kept.stream().filter(such).count();
    }

    /**
     * Waits until so many of the last requests are such.
     *
     * @return false when the time ran out first
     */
    public synchronized boolean await(Predicate<Received> such, long count, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (kept.stream().filter(such).count() < count) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }
}
