package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Cloud;
import io.atalaya.sandbox.world.World;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.DescribeCertificateRequest;
import software.amazon.awssdk.services.acm.model.DescribeCertificateResponse;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ListCertificatesRequest;
import software.amazon.awssdk.services.acm.model.ListCertificatesResponse;

/** Certificate Manager: what there is and when it ends. */
final class Acm {
    private static final int PAGE = 1000;
    /** What is listed when nobody asks for other keys. */
    private static final Set<KeyAlgorithm> USUAL = Set.of(KeyAlgorithm.RSA_1024, KeyAlgorithm.RSA_2048);

    private Acm() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations.regional(registry, cloud, "acm")
                .on("ListCertificates", ListCertificatesRequest.class, ListCertificatesResponse.class, Acm::list)
                .on(
                        "DescribeCertificate",
                        DescribeCertificateRequest.class,
                        DescribeCertificateResponse.class,
                        Acm::describe);
    }

    private static ListCertificatesResponse list(World world, ListCertificatesRequest r, Call call) {
        boolean any = r.includes() != null && r.includes().hasKeyTypes();
        List<CertificateSummary> found = world.certificates().describe(world.now()).stream()
                .filter(c -> r.certificateStatuses().isEmpty()
                        || r.certificateStatuses().contains(c.status()))
                .filter(c ->
                        any ? r.includes().keyTypes().contains(c.keyAlgorithm()) : USUAL.contains(c.keyAlgorithm()))
                .toList();
        Page<CertificateSummary> page = Page.of(
                found,
                r.maxItems(),
                PAGE,
                r.nextToken(),
                new WireFault(400, "ValidationException", "The NextToken is not valid"));
        return ListCertificatesResponse.builder()
                .certificateSummaryList(page.items())
                .nextToken(page.token())
                .build();
    }

    private static DescribeCertificateResponse describe(World world, DescribeCertificateRequest r, Call call) {
        return world.certificates().describe(world.now()).stream()
                .filter(c -> c.certificateArn().equals(r.certificateArn()))
                .findFirst()
                .map(c -> DescribeCertificateResponse.builder()
                        .certificate(detail(world, c))
                        .build())
                .orElseThrow(() -> new WireFault(
                        400, "ResourceNotFoundException", "Could not find certificate " + r.certificateArn() + "."));
    }

    private static CertificateDetail detail(World world, CertificateSummary c) {
        return CertificateDetail.builder()
                .certificateArn(c.certificateArn())
                .domainName(c.domainName())
                .subjectAlternativeNames(c.subjectAlternativeNameSummaries())
                .status(c.status())
                .type(c.type())
                .keyAlgorithm(c.keyAlgorithm())
                .renewalEligibility(c.renewalEligibility())
                .notBefore(c.notBefore())
                .notAfter(c.notAfter())
                .createdAt(c.createdAt())
                .importedAt(c.importedAt())
                .inUseBy(world.balancing().listeners().stream()
                        .filter(l -> l.certificates().stream()
                                .anyMatch(x -> x.certificateArn().equals(c.certificateArn())))
                        .map(l -> l.loadBalancerArn())
                        .distinct()
                        .toList())
                .build();
    }
}
