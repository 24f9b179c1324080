package io.atalaya.ui.logs;

import io.atalaya.logs.view.Export;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line that tells of an export: how far it has come, the way to call it off, where it went. Takes no room else. */
final class ExportLine extends HBox {
    private final Texts texts;
    private final Units units;
    private final Function<String, Optional<Path>> saveAs;
    private final Executor background;
    private final Executor screen;
    private final Label said = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Hyperlink cancel = new Hyperlink();
    private final AtomicBoolean coming = new AtomicBoolean();
    private AtomicBoolean cancelled = new AtomicBoolean();

    /** @param saveAs asks where it goes; empty when the person thought better of it */
    ExportLine(Texts texts, Function<String, Optional<Path>> saveAs, Executor background, Executor screen) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.saveAs = saveAs;
        this.background = background;
        this.screen = screen;
        setAlignment(Pos.CENTER_LEFT);
        setId("logs-export-line");
        getStyleClass().add("log-export");
        said.setMinWidth(0);
        cancel.setText(texts.get("logs.export.cancel"));
        cancel.setOnAction(it -> cancelled.set(true));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        var away = new Button("", new Icon(Feather.X));
        away.getStyleClass().setAll("icon-button", "log-chip-away");
        away.setAccessibleText(texts.get("logs.export.close"));
        away.setOnAction(it -> show(false));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(said, progress, cancel, space, away);
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /** Asks where, and writes in the background. */
    void begin(Export export, Export.Format format, Export.What what, String name) {
        saveAs.apply(name).ifPresent(file -> {
            var off = new AtomicBoolean();
            cancelled = off;
            show(true);
            running(true);
            said.setText(texts.get("logs.export.begun"));
            background.execute(() -> write(export, format, what, file, off));
        });
    }

    private void write(Export export, Export.Format format, Export.What what, Path file, AtomicBoolean off) {
        try {
            var done = export.write(file, format, what, (written, of) -> {
                if (!coming.getAndSet(true)) {
                    screen.execute(() -> {
                        coming.set(false);
                        progress(written, of);
                    });
                }
                return !off.get();
            });
            var words = done.cancelled()
                    ? texts.get("logs.export.cancelled")
                    : texts.get(
                            "logs.export.done", file.toString(), units.count(done.events()), units.bytes(done.bytes()));
            screen.execute(() -> ended(words));
        } catch (IOException e) {
            screen.execute(() -> ended(texts.get("logs.export.failed", AwsText.line(e.toString()))));
        }
    }

    private void progress(long done, long of) {
        progress.setProgress(Math.min(1, done / (double) Math.max(1, of)));
        said.setText(texts.get("logs.export.progress", units.count(done), units.count(of)));
    }

    private void running(boolean on) {
        progress.setVisible(on);
        progress.setManaged(on);
        cancel.setVisible(on);
        cancel.setManaged(on);
    }

    private void ended(String words) {
        running(false);
        said.setText(words);
    }

    /** Has every format in a menu; what is exported is what the reader shows then. */
    void offer(MenuButton menu, Reader reader) {
        for (var format : Export.Format.values()) {
            var item = new MenuItem(texts.get("logs.export." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(it -> {
                reader.rows().refresh();
                begin(
                        new Export(reader.view(), reader.log().completeness()),
                        format,
                        reader.rows().range(),
                        name(reader.log().id(), format));
            });
            menu.getItems().add(item);
        }
    }

    /** What the file is called unless somebody wants it otherwise. */
    private static String name(String session, Export.Format format) {
        return "atalaya-logs-" + session
                + switch (format) {
                    case TEXT -> ".log";
                    case JSON_LINES -> ".jsonl";
                    case CSV -> ".csv";
                };
    }
}
