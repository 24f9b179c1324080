package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority of RDS (rds:DescribeCertificates): clients trust it, not the server's own certificate.
 *
 * @param id {@code rds-ca-rsa2048-g1}
 */
public record DatabaseAuthority(
        String id, @Nullable Instant validFrom, @Nullable Instant validUntil) {}
