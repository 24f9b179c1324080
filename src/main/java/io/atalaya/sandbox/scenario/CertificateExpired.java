package io.atalaya.sandbox.scenario;

import io.atalaya.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.acm.model.CertificateSummary;

/**
 * The imported certificate of a listener ends, because ACM renews only what it issued itself. Targets stay healthy; browsers
 * turn away. Importing the next one under the same ARN heals it.
 */
final class CertificateExpired implements Scenario {
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration YEAR = Duration.ofDays(365);
    /** Who still comes: programs that do not look, and those who press "continue anyway". */
    private static final double STILL_COMING = 0.15;

    @Override
    public String id() {
        return "certificate-expired";
    }

    @Override
    public Duration length() {
        return LENGTH;
    }

    @Override
    public Optional<Lack> lack(World world) {
        return victim(world).isPresent() ? Optional.empty() : Optional.of(Lack.NO_CERTIFICATE);
    }

    @Override
    public void begin(Play play) {
        World world = play.world();
        CertificateSummary certificate = victim(world).orElseThrow();
        String arn = certificate.certificateArn();
        String domain = certificate.domainName();
        List<String> about = about(world, arn);
        Instant end = world.now().plus(SOON).truncatedTo(ChronoUnit.SECONDS);
        world.certificates().importedFor(arn, domain, end);
        play.after(Duration.between(world.now(), end), () -> play.tell(What.CERTIFICATE_ENDED, about, domain));
        play.bend(
                key -> key.name().equals("DaysToExpiry")
                        && arn.equals(key.dimensions().get("CertificateArn")),
                (t, usual) -> 0);
        List<String> balancers = world.balancing().listeners().stream()
                .filter(l -> about.contains(l.listenerArn()))
                .map(l -> l.loadBalancerArn())
                .toList();
        play.bend(
                key -> key.name().equals("RequestCount")
                        && balancers.stream()
                                .anyMatch(b -> b.endsWith(key.dimensions().getOrDefault("LoadBalancer", "-"))),
                (t, usual) -> usual * STILL_COMING);
        play.atEnd(() -> {
            world.certificates().importedFor(arn, domain, world.now().plus(YEAR).truncatedTo(ChronoUnit.SECONDS));
            play.tell(What.CERTIFICATE_RENEWED, about, domain);
        });
    }

    private static Optional<CertificateSummary> victim(World world) {
        return world.certificates().describe(world.now()).stream()
                .filter(c -> c.inUse() && c.notAfter().isAfter(world.now()))
                .findFirst();
    }

    private static List<String> about(World world, String arn) {
        return world.balancing().listeners().stream()
                .filter(l -> l.certificates().stream()
                        .anyMatch(c -> c.certificateArn().equals(arn)))
                .map(l -> l.listenerArn())
                .toList();
    }
}
