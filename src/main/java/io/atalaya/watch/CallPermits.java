package io.atalaya.watch;

import java.time.Duration;

/** Leave to send one request to one API, so that all windows together stay below a share of what AWS allows the account. */
public interface CallPermits {
    /**
     * Waits until an attempt may be sent.
     *
     * @param api as IAM names it, {@code ec2:DescribeInstances}
     */
    void acquire(String api, Priority priority) throws InterruptedException;

    /** AWS said it was too much. */
    void throttled(String api);

    /** AWS answered. */
    void answered(String api, Duration latency);
}
