package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.practice.Drill;
import io.atalaya.practice.GameDay;
import io.atalaya.practice.Happened;
import io.atalaya.practice.Line;
import io.atalaya.practice.Outcome;
import io.atalaya.practice.Report;
import io.atalaya.sandbox.scenario.Lack;
import io.atalaya.sandbox.scenario.Scenarios;
import io.atalaya.sandbox.scenario.What;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole game day over the real wire in virtual time: begun, ended, healed, told. */
class GameDayTest {
    private static GameDay over(Drill drill) {
        var gameDay = new GameDay(
                new SandboxPractice(drill.sandbox.scenarios(), Instant.EPOCH), List::of, drill.time, Runnable::run);
        drill.onSnapshot(gameDay::observe);
        return gameDay;
    }

    @ParameterizedTest
    @CsvSource({
        "checkop, zone-outage, 150, 5, ZONE_LOST CHECKS_FAIL TARGET_OUT ZONE_BACK TARGET_BACK CHECKS_PASS",
        "checkop, target-hangs, 60, 3, APPLICATION_HANGS TARGET_OUT APPLICATION_MENDED TARGET_BACK",
        "citsmart, database-failover, 120, 1, FAILOVER_BEGAN FAILOVER_DONE",
    })
    void endsWithWhatHappenedBesideWhatWasSaid(
            String deployment, String scenario, int seconds, int healing, String truths) {
        try (var drill = new Drill(deployment)) {
            var gameDay = over(drill);
            drill.looking().time.advance(Duration.ofSeconds(70));
            assertThat(gameDay.start(scenario)).isEqualTo(new Outcome.Started());
            assertThat(gameDay.start("error-storm")).isEqualTo(new Outcome.Busy(scenario));
            drill.time.advance(Duration.ofSeconds(seconds));
            assertThat(gameDay.board().report()).as("the truth would spoil it").isNull();
            gameDay.stop();
            drill.time.advance(Duration.ofMinutes(healing));

            var report = Objects.requireNonNull(gameDay.board().report());
            assertThat(report.run().healedAt()).isNotNull();
            assertThat(report.lines().stream()
                            .map(Line::happened)
                            .filter(Objects::nonNull)
                            .map(Happened::what))
                    .contains(truths.split(" "));
            assertThat(report.lines()).isSortedAccordingTo(java.util.Comparator.comparing(Line::at));
            assertThat(report.count(Line.Verdict.SAID)).isPositive();
            assertThat(report.count(Line.Verdict.TAKEN_BACK)).isPositive();
            assertThat(report.first().orElseThrow()).isLessThan(Duration.ofSeconds(45));
            assertThat(missed(report)).isEmpty();
        }
    }

    private static List<String> missed(Report report) {
        return report.missed().stream()
                .map(each -> each.verdict() + " "
                        + Objects.requireNonNull(each.happened()).what())
                .toList();
    }

    @Test
    void everythingThatCanHappenHasWordsInEveryLanguage() {
        for (var language : List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("pt", "BR"))) {
            var texts = new Texts(language, Wiring.BUNDLES);
            for (var what : What.values()) {
                assertThat(texts.get("practice.what." + what)).isNotBlank();
            }
            for (var lack : Lack.values()) {
                assertThat(texts.get("practice.lack." + lack)).isNotBlank();
            }
            for (var id : Scenarios.ids()) {
                for (var part : List.of(".name", ".brief", ".task", ".repair")) {
                    assertThat(texts.get("practice.exercise." + id + part)).isNotBlank();
                }
            }
        }
    }
}
