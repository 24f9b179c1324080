package io.atalaya.watch;

import io.atalaya.watch.ApiBucket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all calls of this process to one account and region under a stated share of AWS's quotas ({@link Quotas}): a console
 * must not use up the rate that production lives on. Clicks go before health before background. A quota that AWS throttles is
 * used at half its rate, then more again, a twentieth each second.
 */
public final class ApiBudget implements CallPermits {
    /** A fifth of what AWS publishes. */
    public static final double DEFAULT_SHARE = 0.2;

    /** Longer than any handicap, so that even background calls are served when clicks never end. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final double share;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ApiBucket> buckets = new HashMap<>();
    private final Map<String, CallRate> bucketRates = new HashMap<>();
    private final Map<String, Use> uses = new HashMap<>();
    private final Map<String, Scheduler.Timer> timers = new HashMap<>();

    public ApiBudget(double share, InstantSource clock, Scheduler scheduler) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share of the quota: " + share);
        }
        this.share = share;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @Override
    public void acquire(String api, Priority priority) throws InterruptedException {
        var ticket = ask(api, priority);
        try {
            // the ticket is given up by the scheduler; this is in case the scheduler is gone
            ticket.granted().get(PATIENCE.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            giveUp(ticket);
            throw new PermitTimeoutException(api, PATIENCE);
        } catch (InterruptedException e) {
            giveUp(ticket);
            throw e;
        }
    }

    /** As {@link #acquire}, without waiting for the answer. */
    Ticket ask(String api, Priority priority) {
        lock.lock();
        try {
            var now = clock.instant();
            var quota = Quotas.of(api);
            var bucket = buckets.computeIfAbsent(quota.bucket(), b -> new ApiBucket(quota, share, now));
            var ticket = bucket.enqueue(api, priority, now, PATIENCE);
            serve(bucket);
            return ticket;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void throttled(String api) {
        lock.lock();
        try {
            var now = clock.instant();
            use(api).throttles++;
            var quota = Quotas.of(api);
            buckets.computeIfAbsent(quota.bucket(), b -> new ApiBucket(quota, share, now))
                    .throttled(now);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void answered(String api, Duration latency) {
        lock.lock();
        try {
            use(api).lastLatency = latency;
        } finally {
            lock.unlock();
        }
    }

    /** What was used up to now. */
    public ApiMeter meter() {
        lock.lock();
        try {
            var now = clock.instant();
            var apis = new ArrayList<ApiMeter.ApiUse>();
            uses.forEach((api, use) ->
                    apis.add(use.toApiUse(api, buckets.get(Quotas.of(api).bucket()), now)));
            apis.sort(Comparator.comparingDouble(ApiMeter.ApiUse::callsPerSecond)
                    .thenComparing(ApiMeter.ApiUse::calls)
                    .reversed()
                    .thenComparing(ApiMeter.ApiUse::api));
            var all = apis.stream().mapToDouble(ApiMeter.ApiUse::callsPerSecond).sum();
            var throttles = apis.stream().mapToLong(ApiMeter.ApiUse::throttles).sum();
            return new ApiMeter(all, busiest(now), share, throttles, List.copyOf(apis));
        } finally {
            lock.unlock();
        }
    }

    private double busiest(Instant now) {
        var busiest = 0.0;
        for (var entry : bucketRates.entrySet()) {
            var bucket = buckets.get(entry.getKey());
            if (bucket != null) {
                busiest = Math.max(busiest, entry.getValue().perSecond(now) / bucket.fullRate());
            }
        }
        return Math.min(1, busiest);
    }

    /** Lets go whoever may, gives up whoever waited too long, and comes back when the next can go. Holds the lock. */
    private void serve(ApiBucket bucket) {
        var now = clock.instant();
        for (var granted = bucket.grant(now); granted.isPresent(); granted = bucket.grant(now)) {
            var api = granted.get().api();
            var use = use(api);
            use.calls++;
            use.rate.count(now);
            bucketRates
                    .computeIfAbsent(bucket.quota().bucket(), b -> new CallRate())
                    .count(now);
            granted.get().granted().complete(null);
        }
        for (var late = bucket.expired(now); late.isPresent(); late = bucket.expired(now)) {
            late.get()
                    .granted()
                    .completeExceptionally(new PermitTimeoutException(late.get().api(), PATIENCE));
        }
        var name = bucket.quota().bucket();
        var old = timers.remove(name);
        if (old != null) {
            old.cancel();
        }
        bucket.nextIn(now).ifPresent(delay -> timers.put(name, scheduler.after(delay, () -> serveLater(bucket))));
    }

    private void serveLater(ApiBucket bucket) {
        lock.lock();
        try {
            serve(bucket);
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(Ticket ticket) {
        lock.lock();
        try {
            var bucket = buckets.get(Quotas.of(ticket.api()).bucket());
            if (bucket != null) {
                bucket.remove(ticket);
            }
        } finally {
            lock.unlock();
        }
    }

    private Use use(String api) {
        return uses.computeIfAbsent(api, a -> new Use());
    }

    private static final class Use {
        private final CallRate rate = new CallRate();
        private long calls;
        private long throttles;
        private @Nullable Duration lastLatency;

        private ApiMeter.ApiUse toApiUse(String api, @Nullable ApiBucket bucket, Instant now) {
            var quota = Quotas.of(api);
            return new ApiMeter.ApiUse(
                    api,
                    calls,
                    rate.perSecond(now),
                    bucket == null ? 0 : bucket.rate(),
                    quota.perSecond(),
                    bucket == null ? 0 : bucket.waiting(),
                    throttles,
                    lastLatency);
        }
    }
}
