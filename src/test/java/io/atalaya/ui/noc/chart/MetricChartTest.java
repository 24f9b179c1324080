package io.atalaya.ui.noc.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricChartTest extends UiTest {
    private static final Instant NOW = Lines.FROM.plus(Duration.ofHours(1));
    private final Contexts world = new Contexts();
    private final List<ChartReads.Query> queries = new ArrayList<>();
    private final ChartModel model = new ChartModel(this::read, Runnable::run);

    @TempDir
    Path folder;

    private void read(ChartReads.Query query, java.util.function.Consumer<ChartReads.Answer> answer) {
        queries.add(query);
        var series = new ArrayList<MetricSeries>();
        for (int n = 0; n < query.ids().size(); n++) {
            int each = n;
            var day = Duration.between(query.from(), Lines.FROM).toDays();
            var points = Lines.measured(
                            "x",
                            n == 2 ? 40 : 60,
                            i -> (each < 2 ? 30 : 120)
                                    + 8 * Math.sin(i / 5.0 + each + day)
                                    + (i > 44 && each == 0 ? 36 : 0),
                            i -> each == 1 && i > 20 && i < 27)
                    .points()
                    .stream()
                    .map(it -> new io.atalaya.deployment.MetricPoint(it.at().minus(Duration.ofDays(day)), it.value()))
                    .toList();
            series.add(new MetricSeries(query.ids().get(n), 60, points, n == 1));
        }
        answer.accept(new ChartReads.Answer.Series(series));
    }

    private static ChartQuestion question() {
        var happened = new Meanwhile() {
            @Override
            public List<ChartPicture.Band> bands(Instant from, Instant to) {
                return List.of(new ChartPicture.Band(
                        NOW.minusSeconds(900), NOW.minusSeconds(300), State.DEGRADED, "alarm cpu-1a: 71 % for 3 min"));
            }

            @Override
            public List<ChartPicture.Mark> marks(Instant from, Instant to) {
                return List.of(
                        new ChartPicture.Mark(
                                NOW.minusSeconds(1100), ChartPicture.Mark.Kind.CHANGE, "rule of chop-efs removed"),
                        new ChartPicture.Mark(NOW.minusSeconds(400), ChartPicture.Mark.Kind.ACT, "RebootInstance 1a"));
            }
        };
        return new ChartQuestion(
                "CPU",
                List.of(
                        new ChartQuestion.Line("AUTOChOp us-east-1a", "%", 1, Lines.id("i-1")),
                        new ChartQuestion.Line("AUTOChOp us-east-1d", "%", 1, Lines.id("i-2")),
                        new ChartQuestion.Line("dbprogressus", "ms", 1, Lines.id("db"))),
                List.of(
                        new ChartPicture.Limit(70, "%", State.DEGRADED, true, "> 70 %"),
                        new ChartPicture.Limit(90, "%", State.FAILED, true, "> 90 %")),
                happened);
    }

    private ChartController open(Locale locale) throws Exception {
        var controller = onFx(() -> {
            world.now.set(NOW);
            var texts = texts(locale, "io.atalaya.ui.common.common", "io.atalaya.ui.noc.chart.chart");
            var saver = new ChartSaver(name -> Optional.of(folder.resolve(name)), Runnable::run, Runnable::run);
            return new ChartController(world.context(texts), model, saver);
        });
        doOnFx(() -> model.ask(question(), Duration.ofHours(1), NOW));
        show(new StackPane(controller.root()), 1000, 520);
        return controller;
    }

    @Test
    void pictures() throws Exception {
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        var chart = open(Locale.ENGLISH).chart();
        doOnFx(() -> model.compare(ChartModel.Compare.DAY));
        robot.moveTo(chart);
        picture("chart-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        open(Locale.of("es"));
        picture("chart-light-es");
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
    }

    /** Where one points: which line, how high in its own unit, above what is or below; told in CloudWatch's unit. */
    @Test
    void anAlarmIsMadeOfWhereOnePoints() throws Exception {
        var wishes = new ArrayList<Acts.AlarmWish>();
        world.acts = new Acts() {
            @Override
            public List<Offer> on(ResourceRef resource) {
                return List.of();
            }

            @Override
            public List<Offer> alarms(AlarmWish wish) {
                wishes.add(wish);
                return List.of(new Offer("operate.act.PutMetricAlarm", "Create alarm…", node -> {}));
            }

            @Override
            public ObservableValue<Boolean> armed() {
                return new SimpleBooleanProperty(true);
            }
        };
        var chart = open(Locale.ENGLISH).chart();
        var layout = Objects.requireNonNull(onFx(chart::laidOut));
        var line = chart.picture().series().getFirst();
        var scale = layout.scale(line).orElseThrow();
        long time = NOW.minusSeconds(900).toEpochMilli();
        double high = line.value(line.at(time).orElseThrow());
        var origin = onFx(() -> chart.localToScreen(0, 0));
        DoubleConsumer point = value -> {
            double x = layout.time().x(time);
            double y = scale.y(value) - 1;
            var inScene = chart.localToScene(x, y);
            chart.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    inScene.getX(),
                    inScene.getY(),
                    origin.getX() + x,
                    origin.getY() + y,
                    false,
                    null));
        };
        doOnFx(() -> point.accept(high));
        assertThat(wishes).singleElement().satisfies(wish -> {
            assertThat(wish.metric()).isEqualTo(Lines.id("i-1"));
            assertThat(wish.threshold()).isCloseTo(high, org.assertj.core.data.Offset.offset(1.0));
            assertThat(wish.periodSeconds()).isEqualTo(60);
            assertThat(wish.name()).isEqualTo("CPU AUTOChOp us-east-1a");
        });
        picture("chart-alarm-menu");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        wishes.clear();
        doOnFx(() -> point.accept(25));
        assertThat(wishes.getFirst().above())
                .as("its bounds say which way is bad, though it is beyond already")
                .isTrue();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        wishes.clear();
        robot.clickOn("#chart-alarm");
        assertThat(wishes).hasSize(3);
        assertThat(wishes.getFirst().threshold()).as("the bound that is drawn").isEqualTo(90);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    @Test
    void aDragLooksCloserAndEscGoesBack() throws Exception {
        var chart = open(Locale.ENGLISH).chart();
        var layout = Objects.requireNonNull(onFx(chart::laidOut));
        var origin = onFx(() -> chart.localToScreen(0, 0));
        double from = layout.time().x(NOW.minusSeconds(1800).toEpochMilli());
        double to = layout.time().x(NOW.minusSeconds(900).toEpochMilli());

        robot.drag(origin.getX() + from, origin.getY() + 100, javafx.scene.input.MouseButton.PRIMARY)
                .dropTo(origin.getX() + to, origin.getY() + 100);

        assertThat(queries).hasSize(2);
        assertThat(Duration.between(queries.get(1).from(), NOW.minusSeconds(1800))
                        .abs())
                .isLessThan(Duration.ofMinutes(2));
        assertThat(chart.picture().to()).isBefore(NOW.minusSeconds(700));

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(chart.picture().to()).isEqualTo(NOW);
    }

    @Test
    void theKeyboardChoosesASpan() throws Exception {
        var chart = open(Locale.ENGLISH).chart();
        doOnFx(chart::requestFocus);
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.SHIFT);
        for (int i = 0; i < 20; i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        robot.release(KeyCode.SHIFT);
        assertThat(onFx(chart::getAccessibleText)).contains("AUTOChOp us-east-1a");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(chart.picture().to()).isEqualTo(Lines.FROM.plusSeconds(720));
    }

    @Test
    void theSummarySaysTheLinesAndTheirEnds() throws Exception {
        var chart = open(Locale.ENGLISH).chart();
        assertThat(onFx(chart::getAccessibleText))
                .contains("Chart of 3 lines")
                .contains("AUTOChOp us-east-1a: now")
                .contains("last known · 20 min")
                .contains("> 70 %");
    }

    @Test
    void aHiddenLineLeavesItsAxis() throws Exception {
        var chart = open(Locale.ENGLISH).chart();
        assertThat(Objects.requireNonNull(onFx(chart::laidOut)).scales().keySet())
                .containsExactly("%", "ms");
        var box = robot.lookup(".check-box").<CheckBox>queryAll().stream()
                .filter(it -> it.getAccessibleText().equals("Draw dbprogressus"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(box);
        assertThat(Objects.requireNonNull(onFx(chart::laidOut)).scales().keySet())
                .containsExactly("%");
    }

    @Test
    void isSavedAsTableAndPicture() throws Exception {
        open(Locale.ENGLISH);
        robot.clickOn("#chart-csv");
        robot.clickOn("#chart-png");
        assertThat(Files.readString(folder.resolve("atalaya-cpu.csv"))).startsWith("time,AUTOChOp us-east-1a (%),");
        assertThat(Files.size(folder.resolve("atalaya-cpu.png"))).isGreaterThan(5_000);
    }
}
