package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Reading;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The items of the seed over the wire, in the deployments of both documents. */
class NocReadTest {
    @ParameterizedTest
    @ValueSource(strings = {"citsmart", "checkop"})
    void everyItemHasANumberOrAReason(String deployment, TestReporter reporter) {
        try (var wire = wire(deployment)) {
            var board = board(wire);

            assertThat(board.items()).hasSize(31);
            assertThat(board.items()).allSatisfy(tile -> assertThat(tile.readings())
                    .as(table(board))
                    .isNotEmpty()
                    .allSatisfy(NocReadTest::hasNumberOrReason));
            reporter.publishEntry(deployment, table(board));
        }
    }

    static Wire wire(String deployment) {
        var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), deployment, CatalogueFile.shipped());
        wire.readAll();
        wire.time.advance(Duration.ofSeconds(130));
        return wire;
    }

    static Board board(Wire wire) {
        return Board.of(wire.deployment(), CatalogueFile.shipped(), wire.time.instant());
    }

    static void hasNumberOrReason(Reading reading) {
        switch (reading.level()) {
            case OK, WARNING, CRITICAL, STALE -> assertThat(reading.hasValue()).isTrue();
            case NO_DATA, UNKNOWN ->
                assertThat(reading.hasValue() || !reading.looked().isEmpty()).isTrue();
            case NOT_PART -> assertThat(reading.hasValue()).isFalse();
        }
    }

    static String table(Board board) {
        var counts = board.counts();
        return "%d items: %d failed, %d degraded, %d last known, %d without source; %d metrics, %s USD a refresh, %s USD a day, %d shared%n"
                        .formatted(
                                counts.items(),
                                counts.failed(),
                                counts.degraded(),
                                counts.lastKnown(),
                                counts.withoutSource(),
                                board.plan().ids().size(),
                                board.plan().usdPerRefresh(),
                                board.plan().usdPerDay(Duration.ofMinutes(1)),
                                board.plan().shared())
                + board.items().stream().map(NocReadTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(ItemTile tile) {
        var worst = tile.worst();
        var value =
                worst.value() == null ? String.valueOf(worst.text()) : "%.2f %s".formatted(worst.value(), worst.unit());
        var reason = worst.looked().stream()
                .map(each -> each.why() + ": " + each.where()
                        + (each.problem() == null ? "" : " " + each.problem().code()))
                .collect(Collectors.joining("; "));
        return "%-27s %-8s %-28s %3d places, %2d points  %s %s %s"
                .formatted(
                        tile.item().id(),
                        tile.level(),
                        value,
                        tile.readings().size(),
                        worst.line().size(),
                        worst.place().key(),
                        worst.detail() == null ? "" : worst.detail(),
                        reason);
    }
}
