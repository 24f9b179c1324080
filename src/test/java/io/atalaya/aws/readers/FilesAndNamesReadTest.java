package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.files.FileSystems;
import io.atalaya.deployment.files.Forecast;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the views of file systems and names need beyond the rest, read over the wire of the sandbox. */
class FilesAndNamesReadTest {
    private static final double GIB = 1024.0 * 1024 * 1024;

    @Test
    void everythingOfChOpTempIsRead() {
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            assertThat(wire.failing()).isEmpty();
            assertThat(wire.items(Parts.ACCESS_POINTS)).singleElement().satisfies(it -> {
                assertThat(it.name()).isEqualTo("evidencias");
                assertThat(it.path()).isEqualTo("/evidencias");
                assertThat(it.uid()).isEqualTo(1001);
            });
            assertThat(wire.items(Parts.FILE_POLICIES)).singleElement().satisfies(it -> {
                assertThat(it.toInfrequent()).isEqualTo("AFTER_30_DAYS");
                assertThat(it.toPrimary()).isEqualTo("AFTER_1_ACCESS");
                assertThat(it.toArchive()).isNull();
                assertThat(it.backsUp()).isTrue();
            });
            var facts = FileSystems.of(wire.deployment()).getFirst();
            assertThat(facts.sizes()).hasSizeBetween(55, 56);
            assertThat(Objects.requireNonNull(facts.growth()).bytesPerDay()).isCloseTo(0.144 * GIB, within(0.02 * GIB));
            assertThat(facts.plannedBytes()).isEqualTo(200 * GIB);
            assertThat(facts.forecast().kind()).isEqualTo(Forecast.Kind.ABOVE);
            assertThat(facts.permitted()).isNotNull();
            assertThat(Objects.requireNonNull(facts.use().value())).isBetween(0.0, 5.0);
            assertThat(Objects.requireNonNull(facts.clients().value())).isGreaterThan(0);
            assertThat(Objects.requireNonNull(facts.credits()).balance()).isNotNull();
        }
    }

    @Test
    void route53SaysWhoAnswersForAZoneAndWhatItAnswers() {
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            assertThat(wire.items(Parts.ZONE_DELEGATIONS)).singleElement().satisfies(it -> assertThat(it.nameServers())
                    .containsExactly(
                            "ns-412.awsdns-51.com",
                            "ns-1284.awsdns-32.org",
                            "ns-877.awsdns-45.net",
                            "ns-1956.awsdns-52.co.uk"));
            assertThat(wire.items(Parts.DNS_ANSWERS)).hasSize(4).allSatisfy(it -> {
                assertThat(it.code()).isEqualTo("NOERROR");
                assertThat(it.data()).isNotEmpty();
            });
            assertThat(wire.items(Parts.DNS_ANSWERS))
                    .filteredOn(it -> it.name().equals("app.checkop.co"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.data()).containsExactly("203.0.113.31", "203.0.113.32"));
        }
    }
}
