package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one Route 53 checker saw.
 *
 * @param status the checker's words, e.g. {@code Success: HTTP Status Code 200, OK}
 */
public record CheckerResult(
        String region, String ip, String status, @Nullable Instant checkedAt, boolean healthy) {}
