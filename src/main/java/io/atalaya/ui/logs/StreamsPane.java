package io.atalaya.ui.logs;

import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which streams of a group are read: those that are ticked, else those whose names begin as typed, else all. */
final class StreamsPane extends VBox {
    /** CloudWatch takes no more names. */
    static final int MOST = 100;

    /** Typing is over after so long. */
    private static final Duration CALM = Duration.ofMillis(300);

    private final Texts texts;
    private final LogPorts ports;
    private final Consumer<TailedGroup> chosen;
    private final Label title = new Label();
    private final TextField prefix = new TextField();
    private final ListView<String> list = new ListView<>();
    private final Label reads = new Label();
    private final Label said = new Label();
    private final Set<String> ticked = new LinkedHashSet<>();
    private @Nullable TailedGroup group;
    private boolean showing;
    private long asked;

    /** @param chosen takes the group whenever other streams of it are wanted */
    StreamsPane(Texts texts, LogPorts ports, Consumer<TailedGroup> chosen) {
        this.texts = texts;
        this.ports = ports;
        this.chosen = chosen;
        setId("logs-streams");
        getStyleClass().add("log-streams");
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        prefix.setId("logs-streams-prefix");
        prefix.setPromptText(texts.get("logs.streams.prefix"));
        prefix.setAccessibleText(texts.get("logs.streams.prefix"));
        prefix.textProperty().subscribe(it -> typed());
        list.setId("logs-streams-list");
        list.getStyleClass().add("log-group-list");
        list.setAccessibleText(texts.get("logs.streams.list"));
        list.setCellFactory(it -> new StreamCell());
        list.setOnKeyPressed(event -> {
            var at = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && at != null) {
                tick(at);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        said.getStyleClass().add("secondary");
        said.setWrapText(true);
        reads.setId("logs-streams-reads");
        var close = new Button(texts.get("logs.streams.close"));
        close.setId("logs-streams-close");
        close.setOnAction(it -> hide());
        getChildren().addAll(title, prefix, list, said, reads, close);
        hide();
    }

    /** One stream, to be ticked. */
    private final class StreamCell extends ListCell<String> {
        private final CheckBox box = new CheckBox();

        StreamCell() {
            box.getStyleClass().add("mono");
            box.setMnemonicParsing(false);
            box.setMinWidth(0);
            box.setFocusTraversable(false); // the list is one stop of Tab; Space ticks
            box.setOnAction(it -> {
                if (getItem() != null) {
                    tick(getItem());
                }
            });
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            if (name == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            box.setText(LogText.line(name));
            box.setSelected(ticked.contains(name));
            setAccessibleText(LogText.line(name));
            setGraphic(box);
        }
    }

    /** Offers the streams of a group, with what is chosen of them. */
    void show(TailedGroup wanted) {
        group = wanted;
        ticked.clear();
        ticked.addAll(wanted.streams());
        list.getItems().setAll(ticked);
        showing = true;
        prefix.setText(wanted.prefix() == null ? "" : wanted.prefix());
        showing = false;
        title.setText(texts.get("logs.streams.of", LogText.line(wanted.name())));
        reads.setText(words(wanted, texts));
        setVisible(true);
        setManaged(true);
        ask(++asked);
    }

    void hide() {
        asked++;
        group = null;
        setVisible(false);
        setManaged(false);
    }

    /** The group whose streams are offered; null while none is. */
    @Nullable
    TailedGroup group() {
        return group;
    }

    /** {@code all streams}, {@code streams web-…}, {@code 2 streams}. */
    static String words(TailedGroup group, Texts texts) {
        var begin = group.prefix();
        return group.streams().isEmpty()
                ? begin == null ? texts.get("logs.streams.all") : texts.get("logs.streams.begin", LogText.line(begin))
                : texts.get("logs.streams.some", group.streams().size());
    }

    private void typed() {
        if (showing || group == null) {
            return;
        }
        choose();
        var number = ++asked;
        ports.scheduler().after(CALM, () -> ports.screen().execute(() -> ask(number)));
    }

    private void tick(String name) {
        if (!ticked.remove(name)) {
            if (ticked.size() >= MOST) {
                said.setText(texts.get("logs.streams.most", MOST));
            } else {
                ticked.add(name);
            }
        }
        list.refresh();
        choose();
    }

    private void choose() {
        var of = group;
        if (of != null) {
            var begin = prefix.getText();
            var wanted = new TailedGroup(
                    of.name(), of.arn(), List.copyOf(ticked), begin.isEmpty() || !ticked.isEmpty() ? null : begin);
            group = wanted;
            reads.setText(words(wanted, texts));
            chosen.accept(wanted);
        }
    }

    private void ask(long number) {
        var of = group;
        if (number != asked || of == null) {
            return;
        }
        said.setText(texts.get("logs.streams.asking"));
        var begin = prefix.getText();
        try {
            ports.background().execute(() -> {
                var answer = ports.streams().search(of, begin, null);
                ports.screen().execute(() -> {
                    if (number == asked) {
                        found(answer);
                    }
                });
            });
        } catch (RejectedExecutionException closing) {
            said.setText("");
        }
    }

    private void found(LogStreams.Answer answer) {
        switch (answer) {
            case LogStreams.Answer.Page page -> {
                var names = new LinkedHashSet<>(ticked);
                page.streams().forEach(it -> names.add(it.name()));
                list.getItems().setAll(names);
                said.setText(
                        page.next() != null
                                ? texts.get("logs.streams.more")
                                : page.streams().isEmpty() ? texts.get("logs.streams.none") : "");
            }
            case LogStreams.Answer.Failed it ->
                said.setText(new ProblemTexts(texts).what(it.problem()) + ": "
                        + LogText.line(it.problem().message()));
        }
    }
}
