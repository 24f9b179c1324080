package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Script;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.SoundPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeskBellTest {
    private static final Instant NOW = Script.MIDNIGHT;

    private final List<Severity> heard = new ArrayList<>();
    private final AtomicBoolean on = new AtomicBoolean(true);
    private final DeskBell bell = new DeskBell(SoundPlan.USUAL, on::get, heard::add);
    private final Desk desk = new Desk("here");

    private DeskState with(Severity... severities) {
        var signals = new ArrayList<io.atalaya.noc.desk.Signal>();
        for (var each : severities) {
            signals.add(Script.signal(each.name(), each, NOW, null, true));
        }
        return desk.look(DeskState.EMPTY, Signals.of(signals, Set.of("alarms")), NOW)
                .state();
    }

    @Test
    void soundsForTheWorstAgainAndAgainUntilItIsAcknowledged() {
        var state = with(Severity.CRITICAL, Severity.WARNING);
        for (var second = 0; second <= 20; second++) {
            bell.look(state, NOW.plusSeconds(second));
        }
        assertThat(heard).containsExactly(Severity.CRITICAL, Severity.CRITICAL, Severity.CRITICAL);
        heard.clear();

        var known = desk.act(
                        state, new PersonAct.Acknowledge("CRITICAL", "ana", Severity.CRITICAL), NOW.plusSeconds(21))
                .state();
        for (var second = 21; second <= 60; second++) {
            bell.look(known, NOW.plusSeconds(second));
        }
        assertThat(heard).containsExactly(Severity.WARNING);
    }

    @Test
    void isSilentWhenItIsOffAndWhenNothingIsWrong() {
        bell.look(DeskState.EMPTY, NOW);
        on.set(false);
        bell.look(with(Severity.CRITICAL), NOW);
        assertThat(heard).isEmpty();
    }

    @Test
    void theTonesAreShortAndNeitherLoudNorSilent() {
        for (var severity : Severity.values()) {
            var samples = Tones.samples(severity);
            assertThat(samples.length / 2.0 / 22_050).isBetween(0.2, 1.0);
            var loudest = 0;
            for (var i = 0; i < samples.length; i += 2) {
                loudest = Math.max(loudest, Math.abs((samples[i + 1] << 8) | (samples[i] & 0xFF)));
            }
            assertThat(loudest).isBetween(8_000, 12_000);
        }
    }
}
