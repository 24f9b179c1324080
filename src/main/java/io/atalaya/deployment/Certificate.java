package io.atalaya.deployment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that Certificate Manager keeps for balancers (acm:ListCertificates).
 *
 * @param domain the first of the names it is for
 * @param status {@code PENDING_VALIDATION ISSUED INACTIVE EXPIRED VALIDATION_TIMED_OUT REVOKED FAILED}
 * @param certificateType {@code AMAZON_ISSUED IMPORTED PRIVATE}; only what ACM issued can renew itself
 * @param renews whether ACM says that it will renew it by itself
 * @param notAfter null while it is not issued
 */
public record Certificate(
        String arn,
        String domain,
        String status,
        String certificateType,
        boolean renews,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter) {
    /** From when on its end is called out: a renewal that waits for a person takes days. */
    public static final Duration SOON = Duration.ofDays(30);
}
