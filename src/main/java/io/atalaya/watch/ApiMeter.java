package io.atalaya.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this console costs the account, at one moment; shown on screen.
 *
 * @param callsPerSecond all calls of the last ten seconds, averaged
 * @param shareUsed of the allowance this console gave itself, by its busiest quota: 0 to 1
 * @param share of the published quotas this console allows itself: 0.2
 * @param throttles how often AWS refused a call for its rate since the connection was opened
 * @param apis every API called so far, the busiest first
 */
public record ApiMeter(double callsPerSecond, double shareUsed, double share, long throttles, List<ApiUse> apis) {
    public ApiMeter {
        apis = List.copyOf(apis);
    }

    /**
     * One API.
     *
     * @param api as IAM names it
     * @param allowedPerSecond the share of its quota, less while AWS throttles it
     * @param publishedPerSecond AWS's quota
     * @param waiting calls held back now
     * @param lastLatency of the last answer; null before the first
     */
    public record ApiUse(
            String api,
            long calls,
            double callsPerSecond,
            double allowedPerSecond,
            double publishedPerSecond,
            int waiting,
            long throttles,
            @Nullable Duration lastLatency) {}
}
