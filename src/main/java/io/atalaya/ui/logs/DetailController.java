package io.atalaya.ui.logs;

import io.atalaya.logs.Origin;
import io.atalaya.logs.understand.Trace;
import io.atalaya.logs.view.Row;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything known of one event: its times, its fields, its trace, its text as it came. */
final class DetailController {
    /** More than this is no reading any more; the rest is copied and exported whole. */
    private static final int MOST_CHARS = 200_000;

    private final Reader reader;
    private final Texts texts;
    private final Units units;
    private final RowWords words;
    private final Ways ways;
    private final DetailParts parts;
    private final Parent root;
    private final Label same = new Label();
    private final AtomicLong counting = new AtomicLong();
    private Row.@Nullable Event shown;

    /**
     * What a person can do here.
     *
     * @param changed the filter or a mark is another now
     * @param closed gives the focus back
     */
    record Ways(Runnable changed, Runnable closed, LogPorts ports) {}

    @FXML
    private Label title;

    @FXML
    private GridPane facts;

    @FXML
    private VBox parsed;

    @FXML
    private TextArea raw;

    @FXML
    private TextField note;

    @FXML
    private Button around;

    DetailController(Reader reader, Texts texts, Ways ways) {
        this.reader = reader;
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.words = new RowWords(texts);
        this.ways = ways;
        this.parts = new DetailParts(texts, clause -> {
            reader.add(clause);
            ways.changed().run();
        });
        this.root = ViewLoader.load(this, texts);
        root.setVisible(false);
        root.setManaged(false);
    }

    Parent root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    @FXML
    private void initialize() {
        same.setId("logs-same-trace");
        same.getStyleClass().add("secondary");
        same.setWrapText(true);
        raw.setEditable(false);
        note.setOnAction(it -> keepNote());
        note.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keepNote();
            }
        });
    }

    /** What is shown; null while closed. */
    Row.@Nullable Event shown() {
        return isOpen() ? shown : null;
    }

    void show(Row.Event event) {
        shown = event;
        root.setVisible(true);
        root.setManaged(true);
        title.setText(reader.clock().time(event.at()) + "  " + words.level(event.level()));
        facts(event);
        var whole = reader.view().text(event.id()).orElse(event.text());
        var cut = whole.length() > MOST_CHARS;
        var text = cut ? whole.substring(0, MOST_CHARS) : whole;
        parsed.getChildren().setAll(parts.of(text));
        forget();
        Trace.of(text).ifPresent(it -> countSame(event, it));
        raw.setText(LogText.block(DetailParts.laidOut(text), 2 * MOST_CHARS)
                + (cut ? "\n" + texts.get("logs.detail.cut", units.count(MOST_CHARS)) : ""));
        raw.setScrollTop(0);
        note.setText(reader.pins().of(event.id()).map(Pins.Pin::note).orElse(""));
    }

    /** Says under the trace how often it came besides. */
    private void countSame(Row.Event event, Trace trace) {
        var number = counting.get();
        same.setText(texts.get("logs.detail.counting"));
        parsed.getChildren().add(1, same);
        try {
            ways.ports().background().execute(() -> {
                var count =
                        SameTrace.count(reader.view(), event.id(), trace.fingerprint(), () -> counting.get() == number);
                ways.ports().screen().execute(() -> {
                    if (counting.get() == number) {
                        same.setText(texts.get("logs.detail.same", count.times(), units.count(count.looked())));
                    }
                });
            });
        } catch (RejectedExecutionException closing) {
            same.setText("");
        }
    }

    /** What is being counted is of no interest any more. */
    void forget() {
        counting.incrementAndGet();
    }

    private void facts(Row.Event event) {
        facts.getChildren().clear();
        fact("logs.detail.time", reader.clock().full(event.at()));
        fact("logs.detail.ingested", reader.clock().full(event.ingested()));
        fact("logs.detail.delay", units.number((event.ingested() - event.at()) / 1000.0) + " s");
        fact("logs.column.group", GroupNames.name(event.group()));
        fact("logs.detail.stream", event.stream());
        fact("logs.detail.size", units.bytes(event.length()));
        fact(
                "logs.detail.came",
                texts.get(
                        reader.isRecovered(event)
                                ? "logs.detail.recovered"
                                : event.origin() == Origin.RECOVERED
                                        ? "logs.detail.earlier"
                                        : "logs.detail.delivered"));
        if (event.doubtful()) {
            fact("logs.detail.doubt", texts.get("logs.detail.doubtful"));
        }
    }

    private void fact(String key, String value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().add("secondary");
        name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), name, new CopyId(value, texts));
    }

    private void keepNote() {
        var event = shown;
        var typed = note.getText().strip();
        if (event == null
                || reader.pins().of(event.id()).map(Pins.Pin::note).orElse("").equals(typed)) {
            return;
        }
        reader.pins().put(event.id(), event.at(), typed);
        ways.changed().run();
    }

    @FXML
    private void copy() {
        var event = shown;
        if (event != null) {
            CopyId.copy(reader.view().text(event.id()).orElse(event.text()));
        }
    }

    @FXML
    private void around() {
        var event = shown;
        if (event != null) {
            reader.linesAround(event);
            ways.changed().run();
        }
    }

    @FXML
    void close() {
        shown = null;
        forget();
        root.setVisible(false);
        root.setManaged(false);
        ways.closed().run();
    }
}
