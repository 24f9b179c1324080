package io.atalaya.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ShownCertificate.Trouble;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.items.Board;
import io.atalaya.sandbox.world.Ailment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this console's own probes tell of a sandbox, over real connections to its simulated site. */
class ProbesSeeTest {
    private static ProbeResult of(Drill drill, String target) {
        return drill.newest().items(Parts.PROBES).stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElseThrow(() -> new AssertionError(target + " is not among " + targets(drill)));
    }

    private static List<String> targets(Drill drill) {
        return drill.newest().items(Parts.PROBES).stream()
                .map(ProbeResult::target)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkop", "citsmart"})
    void aCalmDeploymentAnswersAtAllItsNames(String deployment) {
        try (var drill = new Drill(deployment, true).looking()) {
            drill.time.advance(Duration.ofSeconds(40));
            var seen = drill.newest().items(Parts.PROBES);
            assertThat(seen).isNotEmpty().allSatisfy(each -> {
                assertThat(each.failure()).as(each.target()).isNull();
                assertThat(each.about()).isNotNull();
                assertThat(each.address()).isEqualTo("127.0.0.1");
            });
            assertThat(seen.stream().map(ProbeResult::kind)).contains(ProbeResult.Kind.HTTP, ProbeResult.Kind.HTTPS);
        }
    }

    @Test
    void namesAreAskedByHttpAndHttpsAndByPing() {
        try (var drill = new Drill("checkop", true).looking()) {
            drill.time.advance(Duration.ofSeconds(40));
            assertThat(targets(drill))
                    .containsExactlyInAnyOrder(
                            "http://checkop.co/",
                            "http://app.checkop.co/",
                            "http://www.checkop.co/",
                            "https://checkop.co/",
                            "https://app.checkop.co/",
                            "https://www.checkop.co/",
                            "tcp://checkop.co:443",
                            "tcp://app.checkop.co:443",
                            "tcp://www.checkop.co:443");
            var ping = Board.of(drill.newest(), CatalogueFile.shipped(), drill.time.instant())
                    .item("ping")
                    .orElseThrow();
            assertThat(ping.readings())
                    .filteredOn(each -> each.place().name().startsWith("tcp://"))
                    .as("without an agent, in milliseconds, beside what AWS says of machines")
                    .hasSize(3)
                    .allMatch(each -> each.value() != null && each.unit() == Unit.MILLISECONDS);
            var http = of(drill, "http://app.checkop.co/");
            assertThat(http.status()).isEqualTo(301);
            assertThat(http.location()).isEqualTo("https://app.checkop.co:443/");
            var https = of(drill, "https://app.checkop.co/");
            assertThat(https.status()).isEqualTo(200);
            assertThat(https.certificateNotAfter())
                    .isEqualTo(
                            drill.newest().items(Parts.CERTIFICATES).getFirst().notAfter());
        }
    }

    @Test
    void withoutAHealthyTargetTheSiteDoesNotAnswer() {
        try (var drill = new Drill("checkop", true).looking()) {
            var world = drill.sandbox.world();
            world.change(() -> drill.newest().items(Parts.INSTANCES).forEach(each -> world.targets()
                    .strike(each.id(), Ailment.TIMEOUT)));
            drill.time.advance(Duration.ofSeconds(90));
            assertThat(of(drill, "https://app.checkop.co/").failure()).isEqualTo("HTTP 504");
            assertThat(of(drill, "http://app.checkop.co/").good())
                    .as("the balancer itself redirects")
                    .isTrue();
            world.change(() -> drill.newest().items(Parts.INSTANCES).forEach(each -> world.targets()
                    .spare(each.id())));
            drill.time.advance(Duration.ofSeconds(90));
            assertThat(of(drill, "https://app.checkop.co/").good()).isTrue();
        }
    }

    @Test
    void aCertificateThatEndsIsSeenWithinACadenceAndSoIsTheNextOne() {
        try (var drill = new Drill("checkop", true).looking()) {
            drill.sandbox.scenarios().start("certificate-expired");
            drill.time.advance(Duration.ofSeconds(60));
            var seen = of(drill, "https://app.checkop.co/");
            assertThat(seen.failure()).isEqualTo("certificate expired");
            assertThat(Objects.requireNonNull(seen.certificate()).troubles()).containsExactly(Trouble.EXPIRED);
            drill.sandbox.scenarios().stop();
            drill.time.advance(Duration.ofSeconds(60));
            assertThat(of(drill, "https://app.checkop.co/").good()).isTrue();
        }
    }
}
