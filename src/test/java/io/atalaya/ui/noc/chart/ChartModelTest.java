package io.atalaya.ui.noc.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChartModelTest {
    private static final Instant NOW = Lines.FROM.plusSeconds(3600);
    private final List<ChartReads.Query> queries = new ArrayList<>();
    private final List<Consumer<ChartReads.Answer>> waiting = new ArrayList<>();
    private final ChartModel model = new ChartModel(
            (query, answer) -> {
                queries.add(query);
                waiting.add(answer);
            },
            Runnable::run);

    private static ChartQuestion question(String... places) {
        var lines = List.of(places).stream()
                .map(it -> new ChartQuestion.Line(it, "ms", 1000, Lines.id(it)))
                .toList();
        return new ChartQuestion("Latency", lines, List.of(), Meanwhile.NOTHING);
    }

    private ChartModel.Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    private void answer(int number, double value) {
        var ids = queries.get(number).ids();
        waiting.get(number)
                .accept(new ChartReads.Answer.Series(ids.stream()
                        .map(it -> Lines.measured("x", 60, i -> value, i -> false))
                        .toList()));
    }

    @Test
    void asksForAllPlacesInOneAndConverts() {
        model.ask(question("1a", "1d"), Duration.ofHours(1), NOW);
        assertThat(queries).hasSize(1);
        assertThat(queries.getFirst().ids()).hasSize(2);
        assertThat(queries.getFirst().periodSeconds()).isEqualTo(60);
        assertThat(shown().loading()).isTrue();

        answer(0, 0.002);

        assertThat(shown().loading()).isFalse();
        assertThat(shown().picture().series()).hasSize(2);
        assertThat(shown().picture().series().getFirst().value(0)).isEqualTo(2);
    }

    @Test
    void anAnswerToWhatNobodyAsksAnyMoreIsDropped() {
        model.ask(question("1a"), Duration.ofHours(1), NOW);
        model.ask(question("1d"), Duration.ofHours(1), NOW);
        answer(1, 0.002);
        answer(0, 0.007);
        assertThat(shown().picture().series().getFirst().name()).isEqualTo("1d");
        assertThat(shown().picture().series().getFirst().value(0)).isEqualTo(2);
    }

    @Test
    void whatWasAWeekBeforeLiesUnderWhatIsNow() {
        model.ask(question("1a"), Duration.ofHours(1), NOW);
        model.compare(ChartModel.Compare.WEEK);
        answer(1, 0.002);
        answer(2, 0.004);
        assertThat(Duration.between(queries.get(2).from(), queries.get(1).from()))
                .isEqualTo(Duration.ofDays(7));
        var before = shown().picture().before().getFirst();
        assertThat(before.value(0)).isEqualTo(4);
        assertThat(Instant.ofEpochMilli(before.time(0))).isEqualTo(Lines.FROM.plus(Duration.ofDays(7)));
    }

    @Test
    void looksCloserAndGoesBack() {
        model.ask(question("1a"), Duration.ofHours(24), NOW);
        answer(0, 1);
        model.zoom(NOW.minusSeconds(600), NOW.minusSeconds(300));
        answer(1, 1);
        assertThat(shown().zoomed()).isTrue();
        assertThat(shown().picture().from()).isEqualTo(NOW.minusSeconds(600));

        model.tick(NOW.plusSeconds(3600));
        assertThat(queries).as("what was looked at closely stands still").hasSize(2);

        assertThat(model.back()).isTrue();
        answer(2, 1);
        assertThat(shown().zoomed()).isFalse();
        assertThat(shown().picture().to()).as("and goes on to now").isEqualTo(NOW.plusSeconds(3600));
        assertThat(model.back()).isFalse();
    }

    @Test
    void readsAnewOnceAPeriodAndNotMoreOften() {
        model.ask(question("1a"), Duration.ofHours(1), NOW);
        answer(0, 1);
        for (int second = 1; second < 60; second++) {
            model.tick(NOW.plusSeconds(second));
        }
        assertThat(queries).hasSize(1);
        model.tick(NOW.plusSeconds(60));
        model.tick(NOW.plusSeconds(61));
        assertThat(queries).as("none while one is under way").hasSize(2);
    }

    @Test
    void aRefusalKeepsWhatWasSeen() {
        model.ask(question("1a"), Duration.ofHours(1), NOW);
        answer(0, 0.002);
        model.again();
        var problem =
                new Problem(Problem.Kind.DENIED, "cloudwatch:GetMetricData", "AccessDenied", "no", null, null, NOW);
        waiting.get(1).accept(new ChartReads.Answer.Failed(problem));
        assertThat(shown().problem()).isEqualTo(problem);
        assertThat(shown().picture().series()).hasSize(1);
        assertThat(shown().askedAt()).isEqualTo(NOW);
    }

    @Test
    void aLineThatEndedIsLastKnown() {
        var ended = Lines.line("a", "%", 40, i -> 1, i -> false);
        assertThat(Staleness.of(ended, Lines.FROM.plusSeconds(42 * 60))).isEmpty();
        assertThat(Staleness.of(ended, Lines.FROM.plusSeconds(60 * 60))).contains(Duration.ofMinutes(20));
    }

    @Test
    void aTableForOtherPrograms() {
        var one = Lines.line("a,b", "%", 2, i -> i + 0.5, i -> false);
        var other = Lines.line("=x", "", 2, i -> i, i -> i == 0);
        assertThat(ChartCsv.of(Lines.picture(2, one, other)))
                .isEqualTo("time,\"a,b (%)\",'=x\r\n2026-11-24T18:03:00Z,0.5,\r\n2026-11-24T18:04:00Z,1.5,1\r\n");
    }
}
