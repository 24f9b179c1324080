package io.atalaya.connect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that was made. Holds no parameters and no answer.
 *
 * @param call as IAM names it, {@code ec2:DescribeInstances}
 * @param host the endpoint that was asked; null when none was reached
 * @param duration with all attempts and the waits between them
 * @param attempts how often it was sent
 * @param answered how many of these got any answer
 * @param requestId AWS's; null when no answer arrived
 * @param status of the last answer; 0 when none arrived
 * @param error AWS's error code or the exception's simple name; null when it succeeded
 */
public record CallRecord(
        String call,
        @Nullable String host,
        Instant startedAt,
        Duration duration,
        int attempts,
        int answered,
        @Nullable String requestId,
        int status,
        @Nullable String error) {}
