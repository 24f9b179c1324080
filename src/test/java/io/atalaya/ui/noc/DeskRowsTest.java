package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.State;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.MuteRule;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeskRowsTest {
    static final List<String> BUNDLES = List.of(
            "io.atalaya.ui.common.common",
            "io.atalaya.ui.overview.overview",
            "io.atalaya.noc.noc",
            "io.atalaya.ui.noc.chart.chart",
            "io.atalaya.ui.noc.noc");
    private static final Instant NOW = Contexts.NOW;
    private static final Instant BEFORE = NOW.minus(Duration.ofMinutes(4));

    private final Desk desk = new Desk("me");
    private final DeskRows rows = new DeskRows(new Texts(Locale.ENGLISH, BUNDLES), ZoneId.of("America/Bogota"));
    private DeskState state = DeskState.EMPTY;

    private void look(Instant at, Signal... signals) {
        state = desk.look(state, Troubles.all(signals), at).state();
    }

    private void act(PersonAct act) {
        state = desk.act(state, act, NOW).state();
    }

    private List<DeskRow> open() {
        return rows.of(state, DeskRows.Page.OPEN, NOW);
    }

    @Test
    void onlyTheWorstOfTheNewHasTheFilledButton() {
        look(BEFORE, Troubles.cpu(BEFORE), Troubles.targets(BEFORE), Troubles.certificate(BEFORE));
        assertThat(open())
                .hasSize(3)
                .filteredOn(DeskRow::newest)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(row.offers().getFirst()).isEqualTo(DeskRow.Offer.ACKNOWLEDGE);
                    assertThat(row.lasted()).isEqualTo("4 min");
                    assertThat(row.owner()).isEqualTo("no owner");
                });
    }

    @Test
    void anItemSaysItsValueAndItsBound() {
        look(BEFORE, Troubles.cpu(BEFORE));
        var row = open().getFirst();
        assertThat(row.what()).isEqualTo("CPU 71 %");
        assertThat(row.detail()).isEqualTo("Threshold 70 %");
        assertThat(row.state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void whatIsAcknowledgedStaysQuietAndSaysByWhom() {
        look(BEFORE, Troubles.cpu(BEFORE), Troubles.targets(BEFORE));
        act(new PersonAct.Acknowledge("TARGET i-1d", "m.rojas", Severity.CRITICAL));
        act(new PersonAct.Note("TARGET i-1d", "m.rojas", "Calling d.parra."));
        assertThat(open().getFirst().calling())
                .as("what asks for attention is first")
                .isTrue();
        var row = open().getLast();
        assertThat(row.owner()).startsWith("m.rojas acknowledged 14:03");
        assertThat(row.note()).isEqualTo("Calling d.parra.");
        assertThat(row.offers().getFirst()).isEqualTo(DeskRow.Offer.NOTE);
    }

    @Test
    void whatRecoveredUnseenIsHeldAndCanBeMarkedAsSeen() {
        look(BEFORE, Troubles.cpu(BEFORE));
        look(BEFORE.plusSeconds(60));
        var row = open().getFirst();
        assertThat(row.held()).isTrue();
        assertThat(row.lasted()).isEqualTo("held");
        assertThat(row.times()).isEqualTo("13:59:39 to 14:00:39");
        assertThat(row.offers().getFirst()).isEqualTo(DeskRow.Offer.MARK_SEEN);
        assertThat(row.calling()).isFalse();
    }

    @Test
    void mutedAndPutAsideHaveTheirOwnPages() {
        look(BEFORE, Troubles.cpu(BEFORE), Troubles.targets(BEFORE));
        act(new PersonAct.Mute("r", "me", MuteRule.Scope.ENTRY, "TARGET i-1d", NOW.plusSeconds(900), ""));
        act(new PersonAct.Snooze("item cpu instance i-0f3d8a66", "me", NOW.plusSeconds(900)));
        assertThat(open()).isEmpty();
        assertThat(rows.of(state, DeskRows.Page.MUTED, NOW)).singleElement().satisfies(row -> {
            assertThat(row.offers().getFirst()).isEqualTo(DeskRow.Offer.UNMUTE);
            assertThat(row.owner()).contains("muted until 14:18:39");
        });
        assertThat(rows.of(state, DeskRows.Page.SNOOZED, NOW))
                .singleElement()
                .satisfies(row -> assertThat(row.offers().getFirst()).isEqualTo(DeskRow.Offer.UNSNOOZE));
    }

    @Test
    void aSourceThatCannotSeeIsToldAndDrawnHollow() {
        look(BEFORE, Troubles.cpu(BEFORE).blind());
        assertThat(open().getFirst().blind()).isTrue();
        assertThat(open().getFirst().owner()).contains("not seen for 4 min");
    }

    @Test
    void theDayStripHasWhatLastedAndWhatIsOver() {
        look(BEFORE, Troubles.targets(NOW.minus(Duration.ofHours(6))));
        var pieces = DayStrip.pieces(state, NOW);
        assertThat(pieces).singleElement().satisfies(piece -> {
            assertThat(piece.from()).isEqualTo(0.75);
            assertThat(piece.to()).isEqualTo(1);
        });
    }
}
