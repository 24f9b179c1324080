package io.atalaya.ui.evidence;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Texts;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything about one capsule: its checks, claims, pictures, answers, items, what was left out, what changed since another. */
final class CapsuleSide extends VBox {
    /** More in a menu is no choice. */
    private static final int OTHERS = 20;

    /** What one looks at. */
    enum Tab {
        CHECKS,
        CLAIMS,
        PICTURES,
        ANSWERS,
        ITEMS,
        LEFT_OUT,
        CHANGES
    }

    /** Where its buttons lead. */
    record Ways(Consumer<CapsuleRow> verify, BiConsumer<CapsuleRow, CapsuleRow> compare, Consumer<CapsuleRow> export) {}

    private final Texts texts;
    private final EvidenceTexts words;
    private final CapsuleLines says;
    private final ReplayLines changed;
    private final LibraryModel model;
    private final Ways ways;
    private final Button verify = button("evidence-verify");
    private final Button compareBefore = button("evidence-compare-before");
    private final MenuButton compare = new MenuButton();
    private final Button export = button("evidence-export");
    private final Pills<Tab> tabs = new Pills<>();
    private final ListView<Line> lines = new ListView<>(FXCollections.observableArrayList());
    private final PicturePane pictures;
    private final CopyId auditor = new CopyId();
    private @Nullable CapsuleRow row;
    private @Nullable CapsuleRow previous;
    private LibraryModel.@Nullable Compared compared;
    private boolean comparing;

    CapsuleSide(
            Texts texts, EvidenceTexts words, CapsuleLines says, ReplayLines changed, LibraryModel model, Ways ways) {
        this.texts = texts;
        this.words = words;
        this.says = says;
        this.changed = changed;
        this.model = model;
        this.ways = ways;
        this.pictures = new PicturePane(texts, this::load);
        verify.setText(texts.get("evidence.verify"));
        verify.setOnAction(it -> act(ways.verify()));
        compareBefore.setText(texts.get("evidence.compare.before"));
        compareBefore.setOnAction(it -> {
            var with = previous;
            if (with != null) {
                act(now -> begin(with, now));
            }
        });
        compare.setText(texts.get("evidence.compare"));
        compare.setId("evidence-compare");
        compare.getStyleClass().add("in-panel");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        export.setText(texts.get("evidence.export"));
        export.setOnAction(it -> act(ways.export()));
        for (var tab : Tab.values()) {
            tabs.add(tab, texts.get("evidence.tab." + EvidenceTexts.key(tab)));
        }
        tabs.setId("evidence-tabs");
        tabs.valueProperty().subscribe(it -> draw());
        lines.setId("evidence-lines");
        lines.getStyleClass().add("evidence-lines");
        lines.setCellFactory(it -> new LineCell());
        lines.setMinHeight(0);
        lines.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var chosen = lines.getSelectionModel().getSelectedItem();
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && chosen != null) {
                CopyId.copy(chosen.words());
                event.consume();
            }
        });
        var stack = new StackPane(lines, pictures);
        VBox.setVgrow(stack, Priority.ALWAYS);
        stack.setMinHeight(0);
        var bar = new FlowPane(verify, compareBefore, compare, export);
        bar.getStyleClass().add("evidence-bar");
        var tabBar = new FlowPane(tabs);
        tabBar.getStyleClass().add("evidence-bar");
        var hint = new Label(texts.get("evidence.auditor"));
        hint.getStyleClass().add("caption");
        hint.setMinWidth(0);
        var foot = new HBox(hint, auditor);
        foot.getStyleClass().add("evidence-auditor");
        auditor.setId("evidence-auditor");
        auditor.setMinWidth(0);
        getChildren().addAll(bar, tabBar, stack, foot);
        VBox.setVgrow(this, Priority.ALWAYS);
        setMinHeight(0);
    }

    private static Button button(String id) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add("in-panel");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void act(Consumer<CapsuleRow> how) {
        if (row != null) {
            how.accept(row);
        }
    }

    private void begin(CapsuleRow then, CapsuleRow now) {
        comparing = true;
        compared = null;
        tabs.valueProperty().set(Tab.CHANGES);
        draw();
        ways.compare().accept(then, now);
    }

    /** A comparison that was asked for. */
    void show(LibraryModel.Compared found) {
        comparing = false;
        compared = found;
        draw();
    }

    /** From now on this one; the same as it is now where it is the same. */
    void show(CapsuleRow wanted, List<CapsuleRow> all) {
        var before = row;
        var other = before == null || !before.id().equals(wanted.id());
        row = wanted;
        if (other) {
            compared = null;
            comparing = false;
            if (tabs.valueProperty().get() == Tab.CHANGES) {
                tabs.valueProperty().set(Tab.CHECKS);
            }
        }
        previous = Library.before(wanted, all);
        var readable = wanted.manifest() != null;
        verify.setDisable(wanted.file() == null || wanted.checking());
        export.setDisable(!readable);
        compareBefore.setDisable(previous == null || !readable);
        compare.setDisable(!readable);
        compare.getItems()
                .setAll(all.stream()
                        .filter(it -> it.file() != null
                                && it.manifest() != null
                                && !it.id().equals(wanted.id()))
                        .limit(OTHERS)
                        .map(it -> item(it))
                        .toList());
        var manifest = wanted.manifest();
        var file = wanted.file();
        auditor.setVisible(file != null);
        if (file != null) {
            auditor.show(
                    "./run verify" + (manifest == null ? "" : " --key " + manifest.key()) + " " + shell(file),
                    44,
                    texts);
        }
        if (other || !Objects.equals(before, wanted)) {
            draw();
        }
    }

    private MenuItem item(CapsuleRow other) {
        var item = new MenuItem(AwsText.line(other.recipe() + "  " + other.at() + "  " + EvidenceTexts.place(other)));
        item.setMnemonicParsing(false);
        item.setOnAction(it -> act(now -> begin(other, now)));
        return item;
    }

    private static String shell(Path file) {
        return "'" + file.toString().replace("'", "'\\''") + "'";
    }

    private void draw() {
        var now = row;
        var tab = tabs.valueProperty().get();
        pictures.setVisible(tab == Tab.PICTURES);
        lines.setVisible(tab != Tab.PICTURES);
        if (now == null || tab == null) {
            return;
        }
        switch (tab) {
            case CHECKS -> lines.getItems().setAll(says.checks(now));
            case CLAIMS -> read(now, tab, capsule -> says.claims(now, capsule));
            case ANSWERS -> read(now, tab, capsule -> says.answers(now, capsule));
            case ITEMS -> read(now, tab, capsule -> says.items(now, capsule));
            case LEFT_OUT -> read(now, tab, capsule -> says.leftOut(now, capsule));
            case CHANGES -> changes();
            case PICTURES -> {
                if (now.file() == null || now.manifest() == null) {
                    pictures.follow(List.of());
                } else {
                    pictures.follow(now.manifest().items().stream()
                            .map(it -> it.name())
                            .filter(it -> it.endsWith(".png"))
                            .sorted(java.util.Comparator.comparing(it -> !it.startsWith("pictures/")))
                            .toList());
                }
            }
        }
    }

    private void changes() {
        var found = compared;
        lines.getItems()
                .setAll(
                        found != null
                                ? changed.of(found)
                                : List.of(Line.plain(
                                        texts.get(comparing ? "evidence.changes.comparing" : "evidence.changes.choose"),
                                        "")));
    }

    private void read(CapsuleRow wanted, Tab tab, LibraryModel.Reading<List<Line>> reading) {
        var file = wanted.file();
        if (file == null || wanted.manifest() == null) {
            lines.getItems().setAll(Line.plain(words.explained(wanted), ""));
            return;
        }
        lines.getItems().setAll(Line.plain(texts.get("evidence.reading"), ""));
        model.read(
                file,
                reading,
                found -> {
                    if (wanted.equals(row) && tab == tabs.valueProperty().get()) {
                        lines.getItems().setAll(found);
                    }
                },
                why -> {
                    if (wanted.equals(row) && tab == tabs.valueProperty().get()) {
                        lines.getItems()
                                .setAll(
                                        Line.item(
                                                io.atalaya.deployment.State.FAILED,
                                                texts.get("evidence.unreadable"),
                                                ""),
                                        Line.sub(why));
                    }
                });
    }

    private void load(String name) {
        var now = row;
        if (now == null || now.file() == null) {
            return;
        }
        model.read(
                now.file(),
                capsule -> new Image(new ByteArrayInputStream(capsule.item(name))),
                image -> pictures.show(name, image),
                why -> pictures.fail(name, why));
    }
}
