package io.atalaya.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The token bucket of one quota: pure arithmetic over the times it is given, guarded by {@link ApiBudget}.
 *
 * <p>Who waits is served by the time of asking plus a handicap of its priority. So a click passes all who came up to
 * {@value #BACKGROUND_HANDICAP_S} s before it, and yet nobody waits for ever: a click that comes later than that goes behind.
 */
final class ApiBucket {
    private static final int HEALTH_HANDICAP_S = 2;
    private static final int BACKGROUND_HANDICAP_S = 5;
    /** A throttled bucket is back at its full share after 20 s without another. */
    private static final double RECOVERED_PER_SECOND = 0.05;

    /** A view that opens asks a few things at once, even of Route 53, which has five calls a second for everybody. */
    private static final double LEAST_BURST = 3;

    private static final double FLOOR = 0.125;

    private final Quota quota;
    private final double perSecond;
    private final double burst;
    private final PriorityQueue<Ticket> waiting =
            new PriorityQueue<>(Comparator.comparing(Ticket::rank).thenComparing(Ticket::number));
    private double factor = 1;
    private double tokens;
    private Instant filledAt;
    private Instant throttledAt = Instant.MIN;
    private long tickets;

    /** A full bucket with {@code share} of the quota. */
    ApiBucket(Quota quota, double share, Instant now) {
        this.quota = quota;
        this.perSecond = quota.perSecond() * share;
        this.burst = Math.max(Math.min(LEAST_BURST, quota.burst()), quota.burst() * share);
        this.tokens = burst;
        this.filledAt = now;
    }

    /**
     * A call that waits for its turn.
     *
     * @param rank by which it is served
     * @param expiresAt when it is given up
     * @param granted completed with null when it may go, exceptionally when it was given up
     */
    record Ticket(String api, Instant rank, long number, Instant expiresAt, CompletableFuture<Void> granted) {}

    Ticket enqueue(String api, Priority priority, Instant now, Duration patience) {
        var handicap = Duration.ofSeconds(
                switch (priority) {
                    case CLICK -> 0;
                    case HEALTH -> HEALTH_HANDICAP_S;
                    case BACKGROUND -> BACKGROUND_HANDICAP_S;
                });
        var ticket = new Ticket(api, now.plus(handicap), tickets++, now.plus(patience), new CompletableFuture<>());
        waiting.add(ticket);
        return ticket;
    }

    void remove(Ticket ticket) {
        waiting.remove(ticket);
    }

    /** The next ticket that may go now, its token taken; empty when nobody waits or no token is there. */
    Optional<Ticket> grant(Instant now) {
        fill(now);
        if (waiting.isEmpty() || tokens < 1) {
            return Optional.empty();
        }
        tokens -= 1;
        return Optional.of(waiting.remove());
    }

    /** Takes out a ticket whose patience has ended. */
    Optional<Ticket> expired(Instant now) {
        var found = waiting.stream().filter(t -> !t.expiresAt().isAfter(now)).findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }

    /** How long until a ticket can be granted or given up; empty when nobody waits. */
    Optional<Duration> nextIn(Instant now) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        fill(now);
        // rounded up: a timer that fires a nanosecond early would have to be set again
        var token = Duration.ofNanos((long) Math.ceil(Math.max(0, 1 - tokens) / rate() * 1e9) + 1);
        var end = waiting.stream().map(Ticket::expiresAt).min(Comparator.naturalOrder());
        var patience = end.map(e -> Duration.between(now, e)).orElse(token);
        var next = token.compareTo(patience) < 0 ? token : patience;
        return Optional.of(next.isNegative() ? Duration.ZERO : next);
    }

    /** Halves the rate; several refusals within a second are one, they were sent at the same rate. */
    void throttled(Instant now) {
        fill(now);
        tokens = Math.min(tokens, 0);
        if (throttledAt.equals(Instant.MIN) || throttledAt.plusSeconds(1).isBefore(now)) {
            throttledAt = now;
            factor = Math.max(FLOOR, factor / 2);
        }
    }

    /** Calls a second this console allows itself at the moment. */
    double rate() {
        return perSecond * factor;
    }

    /** The same when nothing is throttled. */
    double fullRate() {
        return perSecond;
    }

    Quota quota() {
        return quota;
    }

    int waiting() {
        return waiting.size();
    }

    private void fill(Instant now) {
        var seconds = Duration.between(filledAt, now).toNanos() / 1e9;
        if (seconds <= 0) {
            filledAt = now; // the computer's clock was set back: no tokens for that
            return;
        }
        tokens = Math.min(Math.max(1, burst * factor), tokens + rate() * seconds);
        factor = Math.min(1, factor + seconds * RECOVERED_PER_SECOND);
        filledAt = now;
    }
}
