package io.atalaya.noc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What two connections with different rights see of one deployment. */
class TwoPairsOfEyesTest {
    private static final Instant NOW = Script.MIDNIGHT;

    private static Signals seeing(String... keys) {
        return Signals.of(
                List.of(keys).stream()
                        .map(key -> Script.signal(key, Severity.WARNING, NOW, null, true))
                        .toList(),
                Set.of("alarms"));
    }

    private static Signals blind(String... keys) {
        return Signals.of(
                List.of(keys).stream()
                        .map(key -> Script.signal(key, Severity.CRITICAL, NOW, null, false))
                        .toList(),
                Set.of());
    }

    @Test
    void oneThatIsDeniedDoesNotDarkenTheOther() {
        for (var both : List.of(
                seeing("cpu").beside(blind("cpu", "over")), blind("cpu", "over").beside(seeing("cpu")))) {
            assertThat(both.all()).singleElement().satisfies(it -> {
                assertThat(it.key()).isEqualTo("cpu");
                assertThat(it.sees()).isTrue();
                assertThat(it.severity()).isEqualTo(Severity.WARNING);
            });
            assertThat(both.canSee("alarms", "over")).isTrue();
        }
    }

    @Test
    void itLastsUntilBothSayThatItIsOver() {
        assertThat(seeing("cpu").beside(seeing()).all()).hasSize(1);
        assertThat(seeing().beside(seeing()).all()).isEmpty();
    }

    @Test
    void aKeyThatNobodyCanJudgeIsJudgedByNobody() {
        var dark = new Signals(List.of(), Set.of("alarms"), Set.of("disk"));
        assertThat(dark.beside(dark).canSee("alarms", "disk")).isFalse();
        assertThat(dark.beside(seeing()).canSee("alarms", "disk")).isTrue();
        assertThat(dark.beside(Signals.NONE).canSee("alarms", "disk")).isFalse();
        assertThat(Signals.NONE.beside(dark).canSee("alarms", "disk")).isFalse();
    }

    /** Looking by turns changes nothing on the desk, whoever looks last. */
    @Test
    void theDeskIsQuietWhileTheyLookByTurns() {
        var desk = new Desk("here");
        var state = desk.look(DeskState.EMPTY, seeing("cpu").beside(blind("cpu")), NOW)
                .state();
        for (int i = 1; i < 20; i++) {
            var both = i % 2 == 0
                    ? seeing("cpu").beside(blind("cpu"))
                    : blind("cpu").beside(seeing("cpu"));
            var step = desk.look(state, both, NOW.plusSeconds(i));
            assertThat(step.events()).isEmpty();
            state = step.state();
        }
    }
}
