package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Volume;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class KitTest extends UiTest {
    private final Contexts world = new Contexts();

    record Row(String id, Seen seen, String zone, double rate) {}

    @Test
    void gallery() throws Exception {
        for (var mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            doOnFx(() -> theme().mode().set(mode));
            show(onFx(() -> board(Locale.ENGLISH)), 1000, 900);
            picture("kit-" + mode.name().toLowerCase(Locale.ROOT));
        }
    }

    private HBox board(Locale locale) {
        var texts = texts(locale, "io.atalaya.ui.common.common");
        var context = world.context(texts);
        var states = new Panel();
        states.setTitle("State = shape + word + colour");
        states.setIcon("fth-activity");
        states.setNote("14, 18, 28 px");
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        grid.getStyleClass().add("panel-body");
        for (var state : State.values()) {
            var label = new StateLabel();
            label.show(Condition.of(state, state.name().toLowerCase(Locale.ROOT)), Freshness.CURRENT);
            var big = new StateShape(StateShape.Size.PX28);
            big.show(state, false);
            var hollow = new StateShape(StateShape.Size.PX28);
            hollow.show(state, true);
            var stale = new StateLabel();
            stale.show(Condition.of(state, state.name().toLowerCase(Locale.ROOT)), Freshness.LAST_KNOWN);
            grid.addRow(grid.getRowCount(), label, big, hollow, stale);
        }
        states.getChildren().add(grid);
        var age = new AgeLabel();
        age.setObserved(Observed.of("x", Contexts.NOW.minusSeconds(2), Duration.ofSeconds(5)));
        age.attach(context);
        states.getRight().add(age);

        var ages = new VBox(8);
        ages.getStyleClass().add("panel-body");
        for (var seconds : List.of(2, 94, 307)) {
            var each = new AgeLabel();
            each.setObserved(Observed.of("x", Contexts.NOW.minusSeconds(seconds), Duration.ofSeconds(60)));
            each.attach(context);
            ages.getChildren().add(each);
        }
        var never = new AgeLabel();
        never.attach(context);
        ages.getChildren().add(never);
        var agePanel = new Panel();
        agePanel.setTitle("Age");
        agePanel.getChildren().add(ages);

        var table = new DataTable<Row>();
        table.setRowKey(Row::id);
        table.getColumns().add(Columns.state("State", 90, Row::seen));
        table.getColumns().add(Columns.name("Target", 110, Row::id));
        table.getColumns().add(Columns.text("Zone", 90, Row::zone));
        table.getColumns().add(Columns.number("Requests", 90, Row::rate, it -> new Units(locale).perSecond(it)));
        table.apply(List.of(
                new Row("AUTOChOp", Seen.current(State.FAILED, "failed"), "us-east-1d", 0),
                new Row("AUTOChOp2", Seen.current(State.HEALTHY, "healthy"), "us-east-1a", 213)));
        table.reveal("AUTOChOp");
        table.setPrefHeight(130);
        var tablePanel = new Panel();
        tablePanel.setTitle("Table");
        tablePanel.getChildren().add(table);

        var spark = new Sparkline();
        spark.show(new double[] {1, 2, 1.5, 3, 2, Double.NaN, 2, 2.2, 5, 5.1, 5}, 6);
        var banner = new Banner();
        banner.show(State.FAILED, "Asking failed", "3 tries, next in 8 s");
        banner.showAction("Ask now", () -> {});
        var warning = new Banner();
        warning.show(State.DEGRADED, "Credentials expire in 4 min", "");
        warning.showAction("Renew now", () -> {});
        var accent = new Button("Acknowledge");
        accent.getStyleClass().add("accent");
        var pills = new Pills<String>();
        pills.add("all", "All");
        pills.add("problems", "Problems only · 7");
        var filter = new FilterField();
        filter.setPromptText("Filter");
        var buttons = new HBox(8, accent, new Button("Take snapshot"), pills, filter);
        var badges = new HBox(
                8,
                new Badge("6", Badge.Tone.NEUTRAL),
                new Badge("2 failed", Badge.Tone.DANGER),
                new Badge("3 degraded", Badge.Tone.WARNING),
                new Badge("start here", Badge.Tone.ACCENT),
                new CopyId("i-0f3d8a6617be2c904", texts));
        var figure = new Label("214");
        figure.getStyleClass().add("figure");

        var left = new VBox(16, states, agePanel, badges, spark, figure);
        var right = new VBox(16, tablePanel, banner, warning, buttons, sights(context));
        left.setPrefWidth(420);
        HBox.setHgrow(right, javafx.scene.layout.Priority.ALWAYS);
        var root = new HBox(16, left, right);
        root.getStyleClass().add("view-body");
        return root;
    }

    private SixSights sights(io.atalaya.ui.ViewContext context) {
        var problem = new Problem(
                Problem.Kind.DENIED,
                "elasticloadbalancing:DescribeTargetHealth",
                "AccessDenied",
                "User is not authorized to perform this action",
                "7f0e9c1a-33d2-4a58-b0f6-51c2",
                "elasticloadbalancing:DescribeTargetHealth",
                Contexts.NOW);
        world.deployment.set(world.deployment
                .get()
                .with(
                        Parts.TARGETS,
                        Observed.<Listing<io.atalaya.deployment.Target>>never(Duration.ofSeconds(5))
                                .failed(problem, Contexts.NOW)));
        var sights = new SixSights();
        sights.setContent(new Label("rows"));
        sights.follow(context, Parts.TARGETS, Set.of("elasticloadbalancing:DescribeTargetHealth"));
        return sights;
    }

    @Test
    void refreshKeepsSelectionAndOrder() throws Exception {
        var table = onFx(() -> {
            var made = new DataTable<Row>();
            made.setRowKey(Row::id);
            made.getColumns().add(Columns.name("Target", 110, Row::id));
            made.getColumns().add(Columns.number("Requests", 90, Row::rate, it -> it + "/s"));
            made.apply(List.of(row("a", 3), row("b", 1), row("c", 2)));
            made.reveal("b");
            return made;
        });
        doOnFx(() -> table.apply(List.of(row("c", 9), row("b", 7), row("d", 1))));

        assertThat(onFx(() -> table.allRows().stream().map(Row::id).toList())).containsExactly("b", "c", "d");
        assertThat(onFx(() -> table.getSelectionModel().getSelectedItem())).isEqualTo(row("b", 7));
    }

    @Test
    void aClickOnAHeaderSorts() throws Exception {
        var table = onFx(() -> {
            var made = new DataTable<Row>();
            made.setRowKey(Row::id);
            made.getColumns().add(Columns.name("Target", 110, Row::id));
            made.getColumns().add(Columns.number("Requests", 90, Row::rate, it -> it + "/s"));
            made.apply(List.of(row("a", 3), row("b", 1), row("c", 2)));
            return made;
        });
        show(onFx(() -> new VBox(table)), 400, 300);
        robot.clickOn("Requests");
        settle();
        assertThat(onFx(() -> table.getItems().stream().map(Row::id).toList())).containsExactly("b", "c", "a");
    }

    @Test
    void slashGoesToTheFilterAndEscEmptiesIt() throws Exception {
        var filter = onFx(FilterField::new);
        show(onFx(() -> new VBox(new Button("other"), filter)), 400, 300);
        robot.clickOn("other");
        robot.write("/web");
        assertThat(onFx(() -> filter.getText())).isEqualTo("web");
        robot.push(javafx.scene.input.KeyCode.ESCAPE);
        assertThat(onFx(() -> filter.getText())).isEmpty();
    }

    @Test
    void everythingGrowsWithTheText() throws Exception {
        doOnFx(() -> theme().setScale(150));
        show(onFx(() -> board(Locale.of("es"))), 1440, 900);
        picture("kit-150");
        doOnFx(() -> theme().setScale(80));
        settle();
        picture("kit-80");
        doOnFx(() -> theme().setScale(100));
    }

    private static Row row(String id, double rate) {
        return new Row(id, Seen.current(State.HEALTHY, "healthy"), "us-east-1a", rate);
    }

    @Test
    void ageTurnsAmberThenLastKnownAsTheTickGoesOn() throws Exception {
        var context = world.context(texts(Locale.ENGLISH, "io.atalaya.ui.common.common"));
        var age = onFx(() -> {
            var made = new AgeLabel();
            made.setObserved(Observed.of("x", Contexts.NOW, Duration.ofSeconds(10)));
            made.attach(context);
            return made;
        });
        assertThat(textAt(age, 5)).isEqualTo("as of 14:03:39 · 5 s");
        assertThat(age.getStyleClass()).contains("age-current");
        assertThat(textAt(age, 15)).isEqualTo("as of 14:03:39 · 15 s");
        assertThat(age.getStyleClass()).contains("age-late").doesNotContain("age-current");
        assertThat(textAt(age, 307)).isEqualTo("last known · 5 min 7 s");
        assertThat(age.getStyleClass()).contains("age-last-known");
    }

    @Test
    void firstPagesAreNeverPresentedAsAll() throws Exception {
        var context = world.context(texts(Locale.ENGLISH, "io.atalaya.ui.common.common"));
        var age = onFx(() -> {
            var made = new AgeLabel();
            made.attach(context);
            return made;
        });
        var cadence = Duration.ofSeconds(15);
        var first = Observed.of(new Listing<>(Collections.nCopies(3_000, "i"), 3, false), Contexts.NOW, cadence);
        onFx(() -> {
            age.setObserved(first);
            return age;
        });
        assertThat(age.getText()).isEqualTo("arriving · 3,000 so far");
        assertThat(age.getStyleClass()).contains("age-arriving").doesNotContain("age-current");

        var all = Observed.of(new Listing<>(Collections.nCopies(9_000, "i"), 9, true), Contexts.NOW, cadence);
        onFx(() -> {
            age.setObserved(all);
            return age;
        });
        assertThat(age.getText()).startsWith("as of ");
        assertThat(age.getStyleClass()).contains("age-current").doesNotContain("age-arriving");
    }

    private String textAt(AgeLabel age, long seconds) throws Exception {
        return onFx(() -> {
            world.now.set(Contexts.NOW.plusSeconds(seconds));
            return age.getText();
        });
    }

    @Test
    void everyStateHasItsOwnShapeAndStaleOnesAreHollow() {
        var seen = new java.util.HashSet<String>();
        for (var state : State.values()) {
            assertThat(seen.add(StateGlyphs.mark(state, false)))
                    .as(state.name())
                    .isTrue();
            if (state != State.UNKNOWN) {
                assertThat(seen.add(StateGlyphs.mark(state, true)))
                        .as(state + " stale")
                        .isTrue();
            }
        }
    }

    @Test
    void sightsAreNeverMistakenForOneAnother() {
        var cadence = Duration.ofSeconds(30);
        var now = Contexts.NOW;
        var never = Observed.<Listing<Volume>>never(cadence);
        var empty = Observed.of(Listing.complete(List.<Volume>of()), now, cadence);

        assertThat(Sight.of(never, now)).isInstanceOf(Sight.Loading.class);
        assertThat(Sight.of(empty, now)).isInstanceOf(Sight.Empty.class);
        assertThat(Sight.of(Observed.of(new Listing<Volume>(List.of(), 1, false), now, cadence), now))
                .as("a page without rows is not yet an answer")
                .isInstanceOf(Sight.Loading.class);
        assertThat(Sight.of(never.failed(problem(Problem.Kind.DENIED, now), now), now))
                .isInstanceOf(Sight.Denied.class);
        assertThat(Sight.of(never.failed(problem(Problem.Kind.NOT_OFFERED, now), now), now))
                .isInstanceOf(Sight.NotOffered.class);
        assertThat(Sight.of(never.failed(problem(Problem.Kind.TIMEOUT, now), now), now))
                .isInstanceOf(Sight.Failed.class);
        assertThat(Sight.of(empty.failed(problem(Problem.Kind.DENIED, now), now), now))
                .as("a failed refresh never blanks a table")
                .isInstanceOf(Sight.Stale.class);
        assertThat(Sight.of(empty, now.plusSeconds(120))).isInstanceOf(Sight.Stale.class);
    }

    private static Problem problem(Problem.Kind kind, Instant at) {
        return new Problem(kind, "ec2:DescribeVolumes", "Code", "message", null, null, at);
    }
}
