package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.CertificateType;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.RenewalEligibility;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;

/**
 * The certificates of a region, as Certificate Manager tells of them. What a listener names and nobody has put here is made
 * up when it is asked for: an imported certificate with most of its year before it.
 */
public final class Certificates {
    private static final Duration YEAR = Duration.ofDays(365);

    private final World world;
    private final Table<CertificateSummary> all = new Table<>(CertificateSummary::certificateArn);

    Certificates(World world) {
        this.world = world;
    }

    /** Adds one that somebody imported: it does not renew itself. Importing again keeps the ARN. */
    public void importedFor(String arn, String domain, Instant notAfter) {
        all.put(CertificateSummary.builder()
                .certificateArn(arn)
                .domainName(domain)
                .subjectAlternativeNameSummaries(domain)
                .hasAdditionalSubjectAlternativeNames(false)
                .type(CertificateType.IMPORTED)
                .keyAlgorithm(KeyAlgorithm.RSA_2048)
                .renewalEligibility(RenewalEligibility.INELIGIBLE)
                .notBefore(notAfter.minus(YEAR))
                .notAfter(notAfter)
                .createdAt(notAfter.minus(YEAR))
                .importedAt(notAfter.minus(YEAR))
                .build());
    }

    /** All of them at that moment: a certificate expires by itself. */
    public List<CertificateSummary> describe(Instant now) {
        Set<String> used = used();
        used.stream().filter(arn -> !all.contains(arn)).forEach(this::invent);
        return all.stream()
                .map(c -> c.toBuilder()
                        .status(c.notAfter().isAfter(now) ? CertificateStatus.ISSUED : CertificateStatus.EXPIRED)
                        .inUse(used.contains(c.certificateArn()))
                        .build())
                .toList();
    }

    private void invent(String arn) {
        importedFor(
                arn,
                domain(),
                world.start().plus(Duration.ofDays(90 + world.dice().below(arn, 0, 200))));
    }

    private String domain() {
        return world.dns().zones().stream()
                .findFirst()
                .map(z -> "*." + z.name().replaceAll("\\.$", ""))
                .orElse("*.example.com");
    }

    private Set<String> used() {
        return world.balancing().listeners().stream()
                .flatMap(l -> l.certificates().stream())
                .map(Certificate::certificateArn)
                .filter(arn -> arn.contains(":acm:"))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
