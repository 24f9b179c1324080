package io.atalaya.watch;

import java.time.Duration;

/**
 * Asked before every call that leaves the console, so that all windows together stay under their share of AWS's quotas. The
 * client's interceptor in {@code aws} calls it once for each attempt, retries included.
 */
public interface CallPermits {
    /**
     * Waits for the right to send one call; the wait is bounded.
     *
     * @param api as IAM names it, {@code ec2:DescribeInstances}
     * @param priority who goes first; see {@link CallContext#current()}
     * @throws InterruptedException when whoever asked has gone
     * @throws PermitTimeoutException when no call was free in time
     */
    void acquire(String api, Priority priority) throws InterruptedException;

    /** AWS refused the call for its rate. */
    void throttled(String api);

    /** AWS answered, whatever it said, {@code latency} after the request was sent. */
    void answered(String api, Duration latency);
}
