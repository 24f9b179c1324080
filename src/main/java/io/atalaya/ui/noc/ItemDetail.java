package io.atalaya.ui.noc;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Reading;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.noc.chart.ChartController;
import io.atalaya.ui.noc.chart.ChartModel;
import io.atalaya.ui.noc.chart.ChartPicture;
import io.atalaya.ui.noc.chart.ChartQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One item closely: the chart of all its places, what to do, and its logs; or why there is no value, and how to get one. */
final class ItemDetail extends VBox {
    /** More lines nobody tells apart: the worst are drawn. */
    static final int MOST_LINES = 20;

    private final ViewContext context;
    private final NocPorts ports;
    private final ItemTexts words;
    private final DeskWords deskWords;
    private final Runnable close;
    private final ChartModel model;
    private final ChartController chart;
    private final HowToPane howTo;
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox steps = new HBox();
    private final Label runbook = new Label();
    private final StackPane body = new StackPane();
    private @Nullable String shownItem;
    private List<String> shownLines = List.of();
    private @Nullable NocRange shownRange;

    ItemDetail(ViewContext context, NocPorts ports, Runnable close) {
        this.context = context;
        this.ports = ports;
        this.words = new ItemTexts(context.texts());
        this.deskWords = new DeskWords(context.texts(), context.zone());
        this.close = close;
        this.model = new ChartModel(ports.reads(), ports.screen());
        this.chart = new ChartController(context, model, ports.saver());
        this.howTo = new HowToPane(context.texts());
        chart.hideTitle();
        getStyleClass().addAll("panel", "noc-detail");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        about.getStyleClass().add("panel-note");
        about.setMinWidth(0);
        steps.getStyleClass().add("noc-steps");
        steps.setMinWidth(Region.USE_PREF_SIZE);
        runbook.getStyleClass().addAll("secondary", "noc-runbook");
        runbook.setWrapText(true);
        runbook.setMinHeight(Region.USE_PREF_SIZE);
        runbook.managedProperty().bind(runbook.textProperty().isNotEmpty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, about, gap, steps);
        head.getStyleClass().add("panel-head");
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head, runbook, body);
    }

    /** The chart, for focus and pictures. */
    ChartController chart() {
        return chart;
    }

    void show(ItemTile tile, Catalogue catalogue, NocRange range) {
        var readings = drawn(tile);
        var lines = readings.stream().map(Reading::key).toList();
        boolean other = !tile.item().id().equals(shownItem);
        head(tile, readings.size());
        if (readings.isEmpty()) {
            if (other || !shownLines.isEmpty()) {
                howTo.show(tile, catalogue);
                body.getChildren().setAll(howTo);
            }
        } else if (other
                || range != shownRange
                || !new java.util.HashSet<>(lines).equals(new java.util.HashSet<>(shownLines))) {
            body.getChildren().setAll(chart.root());
            model.ask(question(tile, readings), range.length(), context.now().getValue());
        }
        shownItem = tile.item().id();
        shownLines = lines;
        shownRange = range;
    }

    /** Nothing is looked at any more: what is chosen next is asked anew. */
    void forget() {
        shownItem = null;
        shownRange = null;
    }

    private void head(ItemTile tile, int drawn) {
        var item = tile.item();
        var worst = TileTexts.reading(tile, null);
        title.setText(words.name(item));
        var places = tile.readings().size();
        var bound = words.threshold(worst.threshold(), worst.unit());
        about.setText(String.join(
                " · ",
                java.util.stream.Stream.of(
                                bound,
                                drawn > 0 && drawn < places
                                        ? context.texts().get("noc.detail.some", drawn, places)
                                        : context.texts().get("noc.detail.places", places))
                        .filter(it -> !it.isEmpty())
                        .toList()));
        runbook.setText(words.runbook(item).orElse(""));
        var wanted = steps(item, worst);
        if (!wanted.stream()
                .map(Node::getUserData)
                .toList()
                .equals(steps.getChildren().stream().map(Node::getUserData).toList())) {
            steps.getChildren().setAll(wanted);
        }
    }

    private List<Node> steps(Item item, Reading worst) {
        var nodes = new ArrayList<Node>();
        var on = worst.place().ref();
        if (on != null) {
            for (var offer : context.acts().on(on)) {
                if (item.acts().stream().anyMatch(it -> offer.key().equals("operate.act." + it))) {
                    var button = step(offer.title(), on.id() + offer.key());
                    button.setOnAction(it -> offer.open().accept(this));
                    nodes.add(button);
                }
            }
            nodes.add(logs(on));
            var open = step(context.texts().get("noc.detail.open", words.shortPlace(worst.place())), "open" + on.id());
            open.setOnAction(it -> context.navigator().reveal(on));
            nodes.add(open);
        }
        var shut = new Button();
        shut.setGraphic(new Icon(Feather.X));
        shut.setId("noc-detail-close");
        shut.setUserData("close");
        shut.getStyleClass().add("icon-button");
        shut.setAccessibleText(context.texts().get("noc.detail.close"));
        shut.setOnAction(it -> close.run());
        nodes.add(shut);
        return nodes;
    }

    private Button logs(ResourceRef on) {
        var logs = step(context.texts().get("noc.detail.logs"), "logs" + on.id());
        logs.setGraphic(new Icon(Feather.ALIGN_LEFT));
        logs.setOnAction(it -> ports.logs().accept(on));
        return logs;
    }

    private static Button step(String text, String key) {
        var button = new Button(text);
        button.setUserData(key);
        button.getStyleClass().add("in-panel");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** The readings that are a metric, the worst first. */
    private static List<Reading> drawn(ItemTile tile) {
        return tile.readings().stream()
                .filter(it -> it.metric() != null && it.text() == null)
                .sorted(Comparator.comparing(Reading::level)
                        .thenComparing(TileTexts::badness)
                        .reversed())
                .limit(MOST_LINES)
                .sorted(Comparator.comparing((Reading it) -> it.place().name()).thenComparing(Reading::key))
                .toList();
    }

    private ChartQuestion question(ItemTile tile, List<Reading> readings) {
        var lines = new ArrayList<ChartQuestion.Line>();
        var limits = new ArrayList<ChartPicture.Limit>();
        for (var reading : readings) {
            var metric = reading.metric();
            if (metric == null) {
                continue;
            }
            var how = Factors.of(tile.item(), metric);
            var place = words.place(reading.place());
            var detail = reading.detail();
            var name = (place.isEmpty() ? words.name(tile.item()) : place) + (detail == null ? "" : " " + detail);
            var unit = ChartUnitsOf.unit(reading.unit());
            lines.add(new ChartQuestion.Line(name, unit, how.factor(), how.perSecond(), metric));
            Optional.ofNullable(reading.threshold().warning())
                    .ifPresent(it -> limits.add(limit(reading, it, unit, State.DEGRADED)));
            Optional.ofNullable(reading.threshold().critical())
                    .ifPresent(it -> limits.add(limit(reading, it, unit, State.FAILED)));
        }
        return new ChartQuestion(
                words.name(tile.item()),
                lines,
                limits.stream().distinct().toList(),
                new ItemMeanwhile(tile.item().id(), ports, deskWords, context.now()::getValue));
    }

    private ChartPicture.Limit limit(Reading reading, double bound, String unit, State level) {
        return new ChartPicture.Limit(
                bound,
                unit,
                level,
                reading.threshold().direction() == Threshold.Direction.HIGH_IS_BAD,
                words.bound(reading.threshold(), bound, reading.unit()));
    }
}
