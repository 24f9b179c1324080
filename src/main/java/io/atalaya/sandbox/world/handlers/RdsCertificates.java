package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.rds.model.Certificate;
import software.amazon.awssdk.services.rds.model.DescribeCertificatesRequest;
import software.amazon.awssdk.services.rds.model.DescribeCertificatesResponse;

/** The certificate authorities of RDS, with the names and years that the RDS guide gives them. */
final class RdsCertificates {
    private record Authority(String id, String from, String till) {}

    private static final List<Authority> AUTHORITIES = List.of(
            new Authority("rds-ca-ecc384-g1", "2021-05-25T22:41:55Z", "2121-05-25T23:41:55Z"),
            new Authority("rds-ca-rsa2048-g1", "2021-05-25T22:34:57Z", "2061-05-25T23:34:57Z"),
            new Authority("rds-ca-rsa4096-g1", "2021-05-25T22:38:35Z", "2121-05-25T23:38:35Z"));

    private RdsCertificates() {}

    static void register(Operations rds) {
        rds.on(
                "DescribeCertificates",
                DescribeCertificatesRequest.class,
                DescribeCertificatesResponse.class,
                RdsCertificates::describe);
    }

    private static DescribeCertificatesResponse describe(World world, DescribeCertificatesRequest r, Call call) {
        List<Certificate> chosen = AUTHORITIES.stream()
                .filter(a -> r.certificateIdentifier() == null || a.id().equals(r.certificateIdentifier()))
                .map(a -> certificate(world, a))
                .toList();
        if (r.certificateIdentifier() != null && chosen.isEmpty()) {
            throw new WireFault(404, "CertificateNotFound", "Certificate not found: " + r.certificateIdentifier());
        }
        Page<Certificate> page = Rds.page(chosen, r.maxRecords(), r.marker());
        return DescribeCertificatesResponse.builder()
                .certificates(page.items())
                .marker(page.token())
                .defaultCertificateForNewLaunches("rds-ca-rsa2048-g1")
                .build();
    }

    private static Certificate certificate(World world, Authority authority) {
        return Certificate.builder()
                .certificateIdentifier(authority.id())
                .certificateType("CA")
                .certificateArn("arn:aws:rds:" + world.account().region() + "::cert:" + authority.id())
                .validFrom(Instant.parse(authority.from()))
                .validTill(Instant.parse(authority.till()))
                .customerOverride(false)
                .build();
    }
}
