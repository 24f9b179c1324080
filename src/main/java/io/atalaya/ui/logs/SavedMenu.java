package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.find.SavedFilters;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Filters that were saved: choosing one shows with it; the one at hand is saved under what it says. */
public final class SavedMenu extends MenuButton {
    private static final int MOST_NAME = 60;

    private @Nullable Ports ports;

    /**
     * What it works with.
     *
     * @param background reads and writes the file
     */
    record Ports(
            Reader reader, SavedFilters filters, Texts texts, Executor background, Executor screen, Runnable changed) {}

    public SavedMenu() {
        getStyleClass().addAll("flat", "log-how");
        setGraphic(new Icon(Feather.STAR));
        setMinWidth(Region.USE_PREF_SIZE);
        setOnShowing(it -> look());
    }

    void follow(Ports given) {
        ports = given;
        setAccessibleText(given.texts().get("logs.saved"));
        setTooltip(new javafx.scene.control.Tooltip(given.texts().get("logs.saved")));
        fill(given, Map.of());
        look();
    }

    private void look() {
        var given = ports;
        if (given != null) {
            given.background().execute(() -> read(given));
        }
    }

    private void read(Ports given) {
        try {
            var all = given.filters().all();
            given.screen().execute(() -> fill(given, all));
        } catch (IOException e) {
            given.screen().execute(() -> say(given, e));
        }
    }

    private void say(Ports given, IOException e) {
        var item = new MenuItem(given.texts().get("logs.saved.broken", AwsText.line(String.valueOf(e.getMessage()))));
        item.setDisable(true);
        getItems().setAll(item);
    }

    private void fill(Ports given, Map<String, Filter> all) {
        getItems().clear();
        all.forEach((name, filter) -> getItems().add(item(name, () -> {
            given.reader().show(filter);
            given.changed().run();
        })));
        if (!all.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems().add(item(given.texts().get("logs.saved.save"), () -> save(given)));
        if (!all.isEmpty()) {
            var away = new Menu(given.texts().get("logs.saved.forget"));
            all.keySet().forEach(name -> away.getItems()
                    .add(item(name, () -> change(given, () -> given.filters().remove(name)))));
            getItems().add(away);
        }
    }

    private static MenuItem item(String words, Runnable act) {
        var item = new MenuItem(AwsText.line(words));
        item.setMnemonicParsing(false);
        item.setOnAction(it -> act.run());
        return item;
    }

    /** What may fail for the disk's sake. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private void save(Ports given) {
        var filter = given.reader().filterProperty().get();
        if (!filter.equals(Filter.ALL)) {
            change(given, () -> given.filters().save(name(filter, given.texts()), filter));
        }
    }

    private void change(Ports given, Change change) {
        given.background().execute(() -> {
            try {
                change.make();
                read(given);
            } catch (IOException e) {
                given.screen().execute(() -> say(given, e));
            }
        });
    }

    private static String name(Filter filter, Texts texts) {
        var clauses = filter.clauses().stream()
                .map(it -> ClauseChip.sign(it.kind()) + shown(it))
                .collect(Collectors.joining(" "));
        var levels = filter.levels().equals(Filter.ALL.levels())
                ? ""
                : filter.levels().stream()
                        .sorted()
                        .map(new RowWords(texts)::level)
                        .collect(Collectors.joining(" ", "[", "]"));
        var name = (clauses + " " + levels).strip();
        return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME);
    }

    private static String shown(Clause clause) {
        return clause.mode() == Clause.Mode.REGEX ? "/" + clause.text() + "/" : clause.text();
    }
}
