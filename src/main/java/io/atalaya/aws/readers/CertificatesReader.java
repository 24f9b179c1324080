package io.atalaya.aws.readers;

import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.RenewalEligibility;

/** Certificates of the region. Those kept in IAM instead are not among them: their expiry stays unread. */
final class CertificatesReader implements Reader<Certificate> {
    private final Clients clients;
    private final PageSize pageSize;

    CertificatesReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<Certificate> source() {
        return new Source<>(
                Parts.CERTIFICATES, Set.of("acm:ListCertificates"), Cadence.MINUTE, Set.of(), Set.of(), true, this);
    }

    /** Without a filter ACM lists certificates with RSA keys of 1024 and 2048 bits only. */
    @Override
    public void read(Deployment known, Consumer<List<Certificate>> page) {
        var pages = clients.acm().listCertificatesPaginator(r -> r.maxItems(pageSize.within(1, 1000))
                .includes(f -> f.keyTypes(KeyAlgorithm.knownValues())));
        for (var answer : pages) {
            page.accept(answer.certificateSummaryList().stream()
                    .map(CertificatesReader::certificate)
                    .toList());
        }
    }

    private static Certificate certificate(CertificateSummary c) {
        return new Certificate(
                Absent.text(c.certificateArn()),
                Absent.text(c.domainName(), Absent.text(c.certificateArn())),
                Absent.text(c.statusAsString()),
                Absent.text(c.typeAsString()),
                c.renewalEligibility() == RenewalEligibility.ELIGIBLE,
                c.notBefore(),
                c.notAfter());
    }
}
