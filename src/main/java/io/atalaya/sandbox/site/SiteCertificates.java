package io.atalaya.sandbox.site;

import io.atalaya.sandbox.world.World;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.acm.model.CertificateSummary;

/** What the listener of a world shows: a certificate for the same domain and with the same days as Certificate Manager's. */
final class SiteCertificates {
    private static final Duration FOR_LONG = Duration.ofDays(3650);

    private final World world;
    private final Issuer issuer;
    private @Nullable String shownFor;
    private Issuer.@Nullable Identity shown;

    SiteCertificates(World world) {
        this.world = world;
        this.issuer = new Issuer(
                "Atalaya sandbox, simulated authority",
                world.start().minus(FOR_LONG),
                world.start().plus(FOR_LONG));
    }

    X509Certificate authority() {
        return issuer.certificate();
    }

    /** Of this moment: it ends, and is imported anew, as the one of Certificate Manager does. */
    synchronized Issuer.Identity current() {
        var used = world.ask(() -> world.certificates().describe(world.now()).stream()
                .filter(CertificateSummary::inUse)
                .findFirst());
        var domain = used.map(CertificateSummary::domainName).orElse("localhost");
        var begins =
                used.map(CertificateSummary::notBefore).orElse(world.start().minus(FOR_LONG));
        var ends = used.map(CertificateSummary::notAfter).orElse(world.start().plus(FOR_LONG));
        var key = domain + ' ' + ends;
        var known = shown;
        if (known == null || !key.equals(shownFor)) {
            known = issue(domain, begins, ends);
            shown = known;
            shownFor = key;
        }
        return known;
    }

    private Issuer.Identity issue(String domain, Instant begins, Instant ends) {
        return issuer.issue(
                domain.startsWith("*.") ? List.of(domain, domain.substring(2)) : List.of(domain), begins, ends);
    }
}
