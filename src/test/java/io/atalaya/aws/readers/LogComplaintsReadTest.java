package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.LogComplaint;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.sandbox.perimeter.Fault;
import io.atalaya.sandbox.perimeter.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The newest complaints are those that count, however CloudWatch cuts its pages. */
class LogComplaintsReadTest {
    private static final Catalogue NONE = new Catalogue(
            List.of(),
            CatalogueFile.shipped().recipes(),
            CatalogueFile.shipped().mostMetrics(),
            List.of());

    private static Fault full() {
        return Faults.all().stream()
                .filter(each -> each.name().equals("disk-full"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shortAndEmptyPagesHideNothingNewAndNothingIsReadTwice() {
        try (var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "checkop", NONE);
                var logs = wire.loop().watch(Set.of(Parts.LOG_COMPLAINTS))) {
            var world = wire.sandbox.cloud().home();
            world.logs()
                    .faults()
                    .set(world.logs().faults().behaviour().shortPages(2).emptyPages(3));
            world.change(() -> full().strike().accept(world));
            wire.time.skip(full().noticed());
            wire.time.skip(Duration.ofMinutes(8));
            wire.readAll();
            wire.loop().askNow(Set.copyOf(Parts.all()));
            wire.time.settle();
            wire.loop().askNow(Set.of(Parts.LOG_COMPLAINTS));
            wire.time.settle();
            var found = wire.items(Parts.LOG_COMPLAINTS);
            assertThat(found).isNotEmpty().doesNotHaveDuplicates();
            assertThat(found).allMatch(each -> each.kind() == LogComplaint.Kind.DISK_FULL);
            assertThat(found.getFirst().at()).isAfter(wire.time.instant().minus(Duration.ofMinutes(1)));

            wire.time.advance(Duration.ofMinutes(3));
            var later = wire.items(Parts.LOG_COMPLAINTS);
            assertThat(later).doesNotHaveDuplicates().contains(found.getFirst());
            assertThat(later.getFirst().at()).isAfter(wire.time.instant().minus(Duration.ofMinutes(2)));
        }
    }
}
