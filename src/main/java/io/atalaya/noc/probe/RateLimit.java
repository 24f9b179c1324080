package io.atalaya.noc.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often hosts are asked, whatever makes us ask: so many at once, and then one each so often; for each host, and for all
 * together. Regular probes never come near it.
 */
public final class RateLimit {
    private static final int PER_HOST = 12;
    private static final double HOST_SECONDS = 3;
    private static final int IN_ALL = 120;
    private static final double ALL_SECONDS = 0.2;
    private static final int MOST_HOSTS = 10_000;

    private final LongSupplier nanos;
    private final Map<Host, Bucket> hosts = new HashMap<>();
    private final Bucket all;

    private static final class Bucket {
        private final int size;
        private final double seconds;
        private double tokens;
        private long at;

        Bucket(int size, double seconds, long at) {
            this.size = size;
            this.seconds = seconds;
            this.tokens = size;
            this.at = at;
        }

        void fill(long now) {
            tokens = Math.min(size, tokens + (now - at) / 1e9 / seconds);
            at = now;
        }
    }

    /** @param nanos a clock that only runs forward, in ns */
    public RateLimit(LongSupplier nanos) {
        this.nanos = nanos;
        this.all = new Bucket(IN_ALL, ALL_SECONDS, nanos.getAsLong());
    }

    /** Whether that host may be asked now; counts it when it may. */
    public synchronized boolean permits(Host host) {
        var now = nanos.getAsLong();
        all.fill(now);
        hosts.values().forEach(each -> each.fill(now));
        hosts.values().removeIf(each -> each.tokens >= each.size);
        var own = hosts.get(host);
        if (all.tokens < 1 || own != null && own.tokens < 1 || own == null && hosts.size() >= MOST_HOSTS) {
            return false;
        }
        if (own == null) {
            own = new Bucket(PER_HOST, HOST_SECONDS, now);
            hosts.put(host, own);
        }
        all.tokens--;
        own.tokens--;
        return true;
    }
}
