package io.atalaya.ui.filesystems;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.files.Credits;
import io.atalaya.deployment.files.FileSystemFacts;
import io.atalaya.deployment.files.Gauge;
import io.atalaya.deployment.files.Remark;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.EvenPoints;
import io.atalaya.ui.common.PointAges;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.ValueTile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws what is known of one file system into the nodes of the view. */
final class FileDetail {
    /** The nodes of the FXML that it fills. */
    record Nodes(
            VBox remarks,
            Label mode,
            Label size,
            Label measured,
            VBox barHolder,
            Label classes,
            Label growth,
            VBox growthHolder,
            Label forecast,
            HBox tiles,
            Label lifecycle,
            Label backup,
            Label encryption) {}

    private static final String CLIENTS = "clients";

    private final ViewContext context;
    private final Texts texts;
    private final FileTexts words;
    private final Nodes nodes;
    private final SizeBar bar = new SizeBar();
    private final Sparkline line = new Sparkline();
    private final Map<String, ValueTile> tiles = new HashMap<>();

    FileDetail(ViewContext context, FileTexts words, Nodes nodes) {
        this.context = context;
        this.texts = context.texts();
        this.words = words;
        this.nodes = nodes;
        nodes.barHolder().getChildren().add(bar);
        nodes.growthHolder().getChildren().add(line);
        line.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(line, Priority.ALWAYS);
        for (var key : List.of("throughput", "use", "credits", "ioLimit", CLIENTS)) {
            var tile = new ValueTile(context, "gauge-tile");
            HBox.setHgrow(tile, Priority.ALWAYS);
            nodes.tiles().getChildren().add(tile);
            tiles.put(key, tile);
        }
        tile(CLIENTS).getStyleClass().add("last");
    }

    private ValueTile tile(String key) {
        return Objects.requireNonNull(tiles.get(key), key);
    }

    void show(FileSystemFacts facts, Instant now) {
        remarks(facts.remarks());
        size(facts, now);
        tiles(facts);
        policies(facts);
    }

    private void remarks(List<Remark> remarks) {
        var lines = remarks.stream().<Node>map(this::remark).toList();
        nodes.remarks()
                .getChildren()
                .setAll(lines.isEmpty() ? List.of(quiet(texts.get("filesystems.remarks.none"))) : lines);
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("secondary");
        return label;
    }

    private Node remark(Remark remark) {
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(remark.state(), false);
        var text = new Label(words.remark(remark));
        text.setMinWidth(0);
        text.setTooltip(new Tooltip(text.getText()));
        var box = new HBox(shape, text);
        box.getStyleClass().add("remark");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void size(FileSystemFacts facts, Instant now) {
        var files = facts.files();
        var units = words.units();
        nodes.mode()
                .setText(AwsText.line(
                        files.state() + " · " + files.performanceMode() + " · " + FileTexts.throughputMode(files)));
        nodes.size().setText(units.bytes(files.sizeBytes()));
        nodes.measured().setText(words.measured(files, now));
        nodes.measured().setTooltip(new Tooltip(nodes.measured().getText()));
        nodes.classes()
                .setText(texts.get(
                        "filesystems.size.classes",
                        units.bytes(files.standardBytes()),
                        units.bytes(files.infrequentBytes()),
                        units.bytes(files.archiveBytes())));
        bar.show(List.of(files.standardBytes(), files.infrequentBytes(), files.archiveBytes()), facts.plannedBytes());
        bar.setAccessibleText(nodes.classes().getText());
        nodes.growth().setText(words.growth(facts));
        nodes.growth().setTooltip(new Tooltip(nodes.growth().getText()));
        nodes.forecast().setText(words.forecast(facts));
        line.show(EvenPoints.of(facts.sizes()), facts.plannedBytes() == null ? Double.NaN : facts.plannedBytes());
    }

    private void tiles(FileSystemFacts facts) {
        var units = words.units();
        var permitted = facts.permitted();
        show(
                "throughput",
                facts.throughput(),
                value -> units.bytes(value) + "/s",
                permitted == null
                        ? texts.get("filesystems.tile.unpermitted")
                        : texts.get("filesystems.tile.permitted", units.bytes(permitted)));
        show("use", facts.use(), units::percent, AwsText.line(FileTexts.throughputMode(facts.files())));
        credits(facts);
        if (facts.files().performanceMode().equals("maxIO")) {
            none(
                    "ioLimit",
                    texts.get("filesystems.tile.ioLimitNone", facts.files().performanceMode()));
        } else {
            show("ioLimit", facts.ioLimit(), units::percent, texts.get("filesystems.tile.ioLimitOf"));
        }
        show(
                CLIENTS,
                facts.clients(),
                value -> units.count(Math.round(value)),
                texts.get("filesystems.tile.clientsOf"));
    }

    private void credits(FileSystemFacts facts) {
        @Nullable Credits left = facts.credits();
        if (left == null) {
            none(
                    "credits",
                    texts.get("filesystems.tile.creditsMode", facts.files().throughputMode()));
            return;
        }
        show(
                "credits",
                new Gauge(
                        left.balance(),
                        left.points(),
                        left.balance() == null || !left.tellsPace()
                                ? State.UNKNOWN
                                : left.timeToEmpty() != null ? State.DEGRADED : State.HEALTHY),
                words.units()::bytes,
                pace(left));
    }

    private String pace(Credits left) {
        if (!left.tellsPace()) {
            return texts.get("filesystems.tile.creditsShort");
        }
        return left.timeToEmpty() != null
                ? texts.get("filesystems.tile.creditsEmpty", Durations.words(left.timeToEmpty()))
                : texts.get("filesystems.tile.creditsHold");
    }

    /** There is no such value in this mode, which is nothing to worry about. */
    private void none(String key, String why) {
        show(
                key,
                "-",
                why,
                State.HEALTHY,
                List.of(),
                context.deployment().getValue().observed(Parts.METRICS));
    }

    private void show(String key, Gauge gauge, DoubleFunction<String> format, String meaning) {
        var value = gauge.value();
        show(
                key,
                value == null ? "-" : format.apply(value),
                value == null ? texts.get("filesystems.tile.none") : meaning,
                value != null && gauge.state() == State.UNKNOWN ? State.HEALTHY : gauge.state(),
                gauge.points(),
                PointAges.of(context.deployment().getValue().observed(Parts.METRICS), gauge.points()));
    }

    /** @param text number and unit, set apart by a space */
    private void show(
            String key, String text, String meaning, State state, List<MetricPoint> points, Observed<?> basis) {
        var words = text.split(" ", 2);
        tile(key)
                .show(
                        new ValueTile.Words(
                                texts.get("filesystems.tile." + key),
                                "",
                                words[0],
                                words.length > 1 ? words[1] : "",
                                meaning,
                                EvenPoints.of(points),
                                Double.NaN,
                                state),
                        basis);
    }

    private void policies(FileSystemFacts facts) {
        var policies = facts.policies();
        var unread = texts.get("filesystems.policies.unread");
        nodes.lifecycle().setText(policies == null ? unread : AwsText.hint(words.lifecycle(policies)));
        nodes.backup().setText(policies == null ? unread : AwsText.line(words.backup(policies)));
        nodes.encryption().setText(texts.get(facts.files().encrypted() ? "filesystems.yes" : "filesystems.no"));
    }
}
