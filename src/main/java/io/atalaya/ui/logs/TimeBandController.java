package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Levels with their exact counts, the histogram and the strip on one axis of time, and how complete it all is in numbers. */
final class TimeBandController {
    /** An axis over less would jump with every event. */
    private static final long SHORTEST = 60_000;

    private static final long FUTURE = 2 * 3_600_000L;
    private static final long OLDEST = 15 * 86_400_000L;

    private final Reader reader;
    private final Texts texts;
    private final Units units;
    private final RowWords words;
    private final Ways ways;
    private final Map<Level, LevelToggle> levels = new EnumMap<>(Level.class);
    private final TimePane time;
    private final Parent root;
    private @Nullable Gap worst;
    private @Nullable Instant looked;

    /**
     * What a person can do here.
     *
     * @param changed the filter is another now
     * @param brush limits rows to a span
     * @param goTo shows a gap
     */
    record Ways(Runnable changed, Consumer<Span> brush, Consumer<Gap> goTo) {}

    @FXML
    private VBox levelBox;

    @FXML
    private HBox axis;

    @FXML
    private Label delivered;

    @FXML
    private Label recovered;

    @FXML
    private Label doubt;

    @FXML
    private Label gaps;

    @FXML
    private Hyperlink goToGap;

    @FXML
    private Label swept;

    @FXML
    private Region recoveredSign;

    @FXML
    private Region doubtSign;

    TimeBandController(Reader reader, Texts texts, Ways ways) {
        this.reader = reader;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.words = new RowWords(texts);
        this.ways = ways;
        this.time = new TimePane(ways.brush());
        this.root = ViewLoader.load(this, texts);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        for (var level : Level.values()) {
            var toggle = new LevelToggle(level, words.level(level), () -> {
                reader.toggle(level);
                ways.changed().run();
            });
            levels.put(level, toggle);
            levelBox.getChildren().add(toggle);
        }
        HBox.setHgrow(time, Priority.ALWAYS);
        axis.getChildren().add(time);
        time.widthProperty().addListener(it -> {
            var now = looked;
            if (now != null) {
                tick(now); // there is room for more bars, or for fewer
            }
        });
        goToGap.setOnAction(it -> {
            goToGap.setVisited(false);
            var gap = worst;
            if (gap != null) {
                ways.goTo().accept(gap);
            }
        });
    }

    /** Looks again. */
    void tick(Instant now) {
        looked = now;
        var counts = reader.counts();
        var shown = reader.filterProperty().get().levels();
        levels.forEach((level, toggle) -> toggle.show(
                units.count(counts[level.ordinal()]), shown.contains(level), texts.get("logs.level.hidden")));
        var unknown = Objects.requireNonNull(levels.get(Level.UNKNOWN));
        var all = counts[Level.UNKNOWN.ordinal()] > 0 || !shown.contains(Level.UNKNOWN);
        unknown.setVisible(all);
        unknown.setManaged(all);
        var status = reader.log().status();
        var span = reader.view().span();
        var live = status.state() != TailStatus.State.ENDED;
        if (span.isEmpty()) {
            time.show(TimeSight.NOTHING);
            numbers(new Summary(0, 0, 0, 0, 0, null), status);
            return;
        }
        // CloudWatch Logs takes events up to two hours from the future and fourteen days old; what lies farther is no
        // axis
        var newest = live ? Math.min(span.get()[1], now.toEpochMilli() + FUTURE) : span.get()[1];
        var from = reader.cleared().orElse(Math.max(span.get()[0], newest - OLDEST));
        var to = Math.max(
                from + SHORTEST, live ? Math.max(newest, Math.min(now.toEpochMilli(), newest + 60_000)) : newest + 1);
        var completeness = reader.log().completeness();
        var summary = Summary.of(completeness, from, to, reader.log().begun().toEpochMilli());
        time.show(new TimeSight(
                from,
                to,
                newest,
                live,
                List.of(reader.view().histogram(from, to, time.bars())),
                TimeSight.parts(completeness.minutes(from, to), completeness.gaps(), completeness.sweptTo(), from, to),
                reader.brushProperty().get(),
                reader.clock(),
                live
                        ? texts.get("logs.time.now", reader.clock().seconds(to))
                        : reader.clock().seconds(to),
                spoken(counts, summary)));
        numbers(summary, status);
    }

    private void numbers(Summary summary, TailStatus status) {
        worst = summary.worst();
        delivered.setText(texts.get("logs.sum.delivered", units.count(summary.delivered())));
        recovered.setText(texts.get("logs.sum.recovered", units.count(summary.recovered())));
        doubt.setText(texts.get("logs.sum.doubt", units.count(summary.doubt())));
        show(recovered, summary.recovered() > 0);
        show(recoveredSign, summary.recovered() > 0);
        show(doubt, summary.doubt() > 0);
        show(doubtSign, summary.doubt() > 0);
        show(gaps, summary.missing() > 0);
        show(goToGap, summary.missing() > 0);
        gaps.setText(texts.get(
                "logs.sum.gaps", summary.missing(), units.number(Math.round(summary.millis() / 100.0) / 10.0) + " s"));
        var until = status.sweptTo();
        var behind = status.behindMillis();
        var sweptWords = until == null
                ? texts.get("logs.sum.unswept")
                : texts.get("logs.sum.swept", reader.clock().seconds(until.toEpochMilli()));
        swept.setText(
                behind == null || status.state() != TailStatus.State.RUNNING
                        ? sweptWords
                        : sweptWords + texts.get("logs.sum.behind", units.number(Math.round(behind / 100.0) / 10.0)));
    }

    private String spoken(long[] counts, Summary summary) {
        return texts.get(
                "logs.time.spoken",
                units.count(counts[Level.ERROR.ordinal()]),
                units.count(counts[Level.WARN.ordinal()]),
                units.count(summary.recovered()),
                units.count(summary.doubt()),
                summary.missing());
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
