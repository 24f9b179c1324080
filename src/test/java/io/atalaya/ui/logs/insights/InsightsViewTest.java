package io.atalaya.ui.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.logs.insights.Insights;
import io.atalaya.logs.insights.InsightsQueries.Phase;
import io.atalaya.logs.insights.QueryHistory;
import io.atalaya.logs.insights.RawPlace;
import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.Samples;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.Theme;
import io.atalaya.watch.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsViewTest extends UiTest {
    private static final String ARN = "arn:aws:logs:us-east-1:123456789012:log-group:";

    @TempDir
    Path folder;

    private final PlayedQueries cloud = new PlayedQueries();
    private final VirtualTime time = new VirtualTime();
    private final Contexts contexts = new Contexts();
    private final List<RawPlace> places = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private InsightsModel model;

    @SuppressWarnings("NullAway.Init")
    private InsightsController view;

    @BeforeEach
    void open() throws Exception {
        open(Locale.ENGLISH, 1240, 860);
    }

    private void open(Locale locale, double width, double height) throws Exception {
        var groups = IntStream.range(0, 12)
                .mapToObj(i -> new LogGroup(
                        i == 0 ? "/chop/wildfly/server" : "/chop/group-" + i,
                        ARN + (i == 0 ? "/chop/wildfly/server" : "/chop/group-" + i),
                        30,
                        1_000_000_000L * (i + 1),
                        Instant.parse("2026-01-01T00:00:00Z")))
                .toList();
        doOnFx(() -> {
            contexts.deployment.set(contexts.deployment
                    .get()
                    .with(
                            Parts.LOG_GROUPS,
                            Observed.of(Listing.complete(groups), Contexts.NOW, Duration.ofMinutes(5))));
            var history = new QueryHistory(folder.resolve("history.json"), Runnable::run);
            var insights = new Insights(cloud, history, "us-east-1", time, time, time);
            var texts = texts(locale, "io.atalaya.ui.common.common", "io.atalaya.ui.logs.insights");
            model = new InsightsModel(insights, time, Runnable::run);
            view = new InsightsController(
                    contexts.context(texts),
                    model,
                    new ResultCopy(name -> Optional.of(folder.resolve(name)), Runnable::run, Runnable::run),
                    places::add);
            view.activate();
        });
        show(view.root(), width, height);
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            view.close();
            theme().mode().set(Theme.Mode.DARK);
        });
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(view.root().lookup("#" + id));
    }

    private void pass(Duration duration) throws Exception {
        doOnFx(() -> time.advance(duration));
        settle();
    }

    private void choose(String... names) throws Exception {
        doOnFx(() -> {
            for (var name : names) {
                model.choose(name, true);
            }
        });
        pass(Duration.ZERO);
    }

    private static ResultTable counts() {
        return PlayedQueries.table(
                List.of("bin(5m)", "errors"),
                IntStream.range(0, 12)
                        .mapToObj(i -> new String[] {
                            "2026-11-24 18:%02d:00.000".formatted(5 * i), String.valueOf(i * i % 37 + 1)
                        })
                        .toList());
    }

    private static ResultTable events() {
        return PlayedQueries.table(
                List.of("@timestamp", "@logStream", "@message", "took"),
                IntStream.range(0, 60)
                        .mapToObj(i -> new String[] {
                            "2026-11-24 18:59:%02d.123".formatted(59 - i),
                            "i-0abc/server.log",
                            "13:59:%02d,123 ERROR [co.checkop.Orders] (default task-%d) \u001b[31mno connection\u001b[0m to %s"
                                    .formatted(59 - i, i, "db".repeat(i % 5 * 30)),
                            i % 7 == 0 ? null : String.valueOf(i * 13.5)
                        })
                        .toList());
    }

    @Test
    void saysWhatAQueryWouldCostBeforeItRuns() throws Exception {
        assertThat(find("insights-run", Button.class).isDisabled()).isTrue();
        choose("/chop/wildfly/server", "/chop/group-3", "/chop/group-4");
        assertThat(find("insights-estimate", Label.class).getText())
                .startsWith("Estimate: about 1.1 GiB of 3 groups, 0.0056 USD.");
        assertThat(cloud.started).isEmpty();
        assertThat(find("insights-run", Button.class).isDisabled()).isFalse();
    }

    @Test
    void runsOnCtrlEnterAndShowsWhatItFound() throws Exception {
        choose("/chop/wildfly/server");
        robot.clickOn("#insights-query");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        cloud.found(Phase.RUNNING, ResultTable.EMPTY);
        pass(Duration.ofSeconds(1));
        assertThat(find("insights-cancel", Button.class).isVisible()).isTrue();
        assertThat(find("insights-statistics", Label.class).getText())
                .isEqualTo("1\u00a0234 matched of 25\u00a0111 read · 12.3 MiB");
        cloud.found(Phase.COMPLETE, counts());
        pass(Duration.ofSeconds(3));
        assertThat(cloud.started).hasSize(1);
        assertThat(cloud.started.getFirst().groups()).containsExactly(ARN + "/chop/wildfly/server");
        assertThat(find("insights-cancel", Button.class).isVisible()).isFalse();
        assertThat(find("insights-table", DataTable.class).getItems()).hasSize(12);
        assertThat(view.root().lookup(".insights-chart")).isNotNull();
        assertThat(view.root().lookup("#insights-state")).isInstanceOf(StateLabel.class);
        picture("insights-chart-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        picture("insights-chart-light");
    }

    @Test
    void stopsInCloudWatchWhatIsStoppedHere() throws Exception {
        choose("/chop/wildfly/server");
        robot.clickOn("#insights-run");
        pass(Duration.ofSeconds(1));
        picture("insights-running-dark");
        robot.clickOn("#insights-cancel");
        pass(Duration.ofSeconds(3));
        assertThat(cloud.stopped).containsExactly("q1");
        assertThat(model.running()).isFalse();
    }

    @Test
    void goesOnOutOfSightAndEndsWithItsWindow() throws Exception {
        choose("/chop/wildfly/server");
        robot.clickOn("#insights-run");
        pass(Duration.ofSeconds(1));
        doOnFx(view::deactivate);
        show(new javafx.scene.layout.StackPane(), 400, 300);
        pass(Duration.ofSeconds(1));
        assertThat(cloud.stopped).isEmpty();
        doOnFx(() -> {
            var own = new javafx.stage.Stage();
            own.setScene(new javafx.scene.Scene(view.root()));
            own.show();
            own.close();
        });
        pass(Duration.ofSeconds(1));
        assertThat(cloud.stopped).containsExactly("q1");
    }

    @Test
    void aRowLeadsToItsPlaceInTheLogAndItsFieldsAreShownWhole() throws Exception {
        choose("/chop/wildfly/server");
        doOnFx(() -> model.textProperty().set(Samples.all().get(1).text()));
        cloud.found(Phase.COMPLETE, events());
        robot.clickOn("#insights-run");
        pass(Duration.ofSeconds(1));
        var table = find("insights-table", DataTable.class);
        doOnFx(() -> table.getSelectionModel().select(3));
        settle();
        assertThat(find("insights-detail", TextArea.class).getText()).contains("␛[31mno connection␛[0m");
        picture("insights-rows-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        picture("insights-rows-light");
        robot.clickOn("#insights-show");
        pass(Duration.ZERO);
        assertThat(places)
                .containsExactly(new RawPlace(
                        ARN + "/chop/wildfly/server", "i-0abc/server.log", Instant.parse("2026-11-24T18:59:56.123Z")));
        robot.clickOn("#insights-save");
        assertThat(Files.readString(folder.resolve("atalaya-insights.csv")))
                .startsWith("@timestamp,@logStream,@message,took\r\n2026-11-24 18:59:59.123,i-0abc/server.log,");
    }

    @Test
    void aSlipIsNotSent() throws Exception {
        choose("/chop/wildfly/server");
        doOnFx(() -> model.textProperty().set("fields @message\n| feilter x == 1"));
        settle();
        assertThat(find("insights-finding", Label.class).getText())
                .isEqualTo("Line 2: feilter is no command of the query language");
        assertThat(find("insights-run", Button.class).isDisabled()).isTrue();
    }

    @Test
    void takesARangeThatIsTyped() throws Exception {
        choose("/chop/wildfly/server");
        doOnFx(() -> model.rangeProperty()
                .set(new QueryRange.Between(
                        Instant.parse("2026-11-24T18:00:00Z"), Instant.parse("2026-11-24T19:00:00Z"))));
        settle();
        var from = find("insights-from", TextField.class);
        assertThat(from.getText()).isEqualTo("2026-11-24 13:00:00");
        doOnFx(() -> from.setText("2026-11-24 12:30"));
        assertThat(model.rangeProperty().get().from(time.instant())).isEqualTo(Instant.parse("2026-11-24T17:30:00Z"));
        doOnFx(() -> from.setText("yesterday"));
        assertThat(model.rangeProperty().get().from(time.instant())).isEqualTo(Instant.parse("2026-11-24T17:30:00Z"));
    }

    @Test
    void nothingIsAFormulaInASpreadsheet() {
        assertThat(ResultCopy.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(ResultCopy.cell("-12.5")).isEqualTo("-12.5");
        assertThat(ResultCopy.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
        assertThat(ResultCopy.cell(null)).isEmpty();
    }

    @Test
    void fitsInSpanish() throws Exception {
        doOnFx(view::close);
        open(Locale.of("es"), 1000, 700);
        choose("/chop/wildfly/server", "/chop/group-1");
        picture("insights-es-dark");
        assertThat(find("insights-estimate", Label.class).getText()).startsWith("Estimación: cerca de");
    }
}
