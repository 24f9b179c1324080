package io.atalaya.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.CertificateDetails;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The certificate a database shows to its clients: valid for a year and renewed by RDS halfway, without a restart where the
 * engine can do that. Its authority is valid for decades.
 */
final class ServerCertificates {
    private static final Duration VALID = Duration.ofDays(365);
    private static final Duration RENEWED = Duration.ofDays(182);

    private ServerCertificates() {}

    static @Nullable CertificateDetails of(DBInstance instance, Instant now) {
        if (instance.caCertificateIdentifier() == null || instance.instanceCreateTime() == null) {
            return instance.certificateDetails();
        }
        Duration age = Duration.between(instance.instanceCreateTime(), now);
        Instant issued = instance.instanceCreateTime().plus(RENEWED.multipliedBy(Math.max(0, age.dividedBy(RENEWED))));
        return CertificateDetails.builder()
                .caIdentifier(instance.caCertificateIdentifier())
                .validTill(issued.plus(VALID))
                .build();
    }
}
