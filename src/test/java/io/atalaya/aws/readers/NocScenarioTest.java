package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people practise raises the items that it is about, and they offer what helps; when it is over they are as before. */
class NocScenarioTest {
    private static final int LONGEST_MINUTES = 15;

    @Test
    void aDatabaseThatFillsRaisesDisks() {
        try (var wire = NocReadTest.wire("checkop")) {
            assertThat(disks(wire)).isEmpty();
            wire.sandbox.scenarios().start("storage-full");

            assertThat(minutesUntil(wire, Level.WARNING)).isBetween(1, LONGEST_MINUTES);
            assertThat(minutesUntil(wire, Level.CRITICAL)).isBetween(1, LONGEST_MINUTES);
            assertThat(NocReadTest.board(wire).item("disks").orElseThrow()).satisfies(tile -> {
                assertThat(tile.worst().place().kind()).isEqualTo(PlaceKind.DATABASE);
                assertThat(tile.item().acts()).contains("ModifyAllocatedStorage");
                assertThat(tile.worst().threshold().critical()).isNotNull();
            });

            wire.sandbox.scenarios().stop();
            wire.time.advance(Duration.ofMinutes(4));
            assertThat(disks(wire)).isEmpty();
        }
    }

    @Test
    void whatIsNotBadIsNotRaised() {
        try (var wire = NocReadTest.wire("citsmart")) {
            for (int i = 0; i < 3; i++) {
                wire.time.advance(Duration.ofMinutes(3));
                var board = NocReadTest.board(wire);
                assertThat(board.counts().failed()).as(NocReadTest.table(board)).isZero();
                assertThat(board.counts().lastKnown())
                        .as(NocReadTest.table(board))
                        .isZero();
                assertThat(board.counts().withoutSource())
                        .as(NocReadTest.table(board))
                        .isZero();
            }
        }
    }

    private static int minutesUntil(Wire wire, Level level) {
        for (int minutes = 0; minutes <= LONGEST_MINUTES; minutes++) {
            if (disks(wire).stream().anyMatch(each -> each.level() == level)) {
                return minutes;
            }
            wire.time.advance(Duration.ofMinutes(1));
        }
        return Integer.MAX_VALUE;
    }

    private static List<Reading> disks(Wire wire) {
        return NocReadTest.board(wire).item("disks").orElseThrow().readings().stream()
                .filter(each -> each.level() == Level.WARNING || each.level() == Level.CRITICAL)
                .toList();
    }
}
