package io.atalaya.ui.noc;

import io.atalaya.ui.Acts;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One entry of the desk: what, since when, whose it is, and what to do. The selected one says more. */
final class DeskCell extends ListCell<DeskRow> {
    private static final PseudoClass CALLING = PseudoClass.getPseudoClass("calling");
    private static final int ACTS = 3;
    private static final double ROOM_FOR_TWO = 330;

    private final Texts texts;
    private final BiConsumer<DeskRow, DeskRow.Offer> does;
    private final Function<DeskRow, List<Acts.Offer>> acts;
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label what = new Label();
    private final Label lasted = new Label();
    private final Label detail = new Label();
    private final Label times = new Label();
    private final VBox below = new VBox();
    private final Label note = new Label();
    private final Label runbook = new Label();
    private final HBox corrective = new HBox();
    private final Label owner = new Label();
    private final HBox buttons = new HBox();
    private final VBox more;
    private final HBox row;
    private List<DeskRow.Offer> offered = List.of();
    private boolean filled;
    private @Nullable String key;

    DeskCell(Texts texts, BiConsumer<DeskRow, DeskRow.Offer> does, Function<DeskRow, List<Acts.Offer>> acts) {
        this.texts = texts;
        this.does = does;
        this.acts = acts;
        getStyleClass().add("desk-cell");
        what.getStyleClass().add("strong");
        what.setMinWidth(0);
        lasted.getStyleClass().add("mono");
        lasted.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("secondary");
        detail.setMinWidth(0);
        times.getStyleClass().addAll("mono-small", "muted");
        times.setMinWidth(Region.USE_PREF_SIZE);
        below.getStyleClass().add("desk-below");
        note.getStyleClass().add("desk-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        runbook.getStyleClass().add("secondary");
        runbook.setWrapText(true);
        runbook.setMinHeight(Region.USE_PREF_SIZE);
        corrective.getStyleClass().add("desk-acts");
        owner.getStyleClass().add("secondary");
        owner.setGraphic(new Icon(Feather.USER));
        owner.setMinWidth(0);
        buttons.getStyleClass().add("desk-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        more = new VBox(runbook, corrective);
        more.getStyleClass().add("desk-more");
        var words = new VBox(line(what, lasted), line(detail, times), below, note, more, line(owner, buttons));
        words.getStyleClass().add("desk-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(shape, words);
        row.getStyleClass().add("desk-row");
        setPrefWidth(0);
        setText(null);
        selectedProperty().subscribe(selected -> expand());
    }

    private static HBox line(Node left, Node right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(left, gap, right);
        line.getStyleClass().add("desk-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    protected void updateItem(@Nullable DeskRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            key = null;
            pseudoClassStateChanged(CALLING, false);
            StateStyles.clear(this);
            return;
        }
        boolean other = !item.key().equals(key);
        key = item.key();
        shape.show(item.state(), item.blind() || item.held());
        set(what, title(item));
        lasted.setText(item.lasted());
        set(detail, item.detail().isEmpty() ? item.where() : item.detail().replace('\n', ' '));
        times.setText(item.times());
        below.getChildren().setAll(item.below().stream().map(this::below).toList());
        show(below, !item.below().isEmpty());
        note.setText(item.note());
        show(note, !item.note().isEmpty());
        set(owner, item.owner());
        if (other || !item.offers().equals(offered) || filled != item.newest()) {
            offered = item.offers();
            filled = item.newest();
            fill(item);
        }
        if (other) {
            expand();
        }
        pseudoClassStateChanged(CALLING, item.calling());
        if (item.calling()) {
            StateStyles.apply(this, item.state(), item.blind());
        } else {
            StateStyles.clear(this);
        }
        setAccessibleText(texts.get(
                "noc.desk.spoken",
                texts.get("noc.desk.severity." + item.severity()),
                item.what(),
                item.where(),
                item.lasted(),
                item.owner()));
        setGraphic(row);
    }

    private Node below(DeskRow.Below each) {
        var small = new StateShape(StateShape.Size.PX12);
        small.show(each.state(), each.hollow());
        var name = new Label(each.what(), small);
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(each.what()));
        var since = new Label(each.lasted());
        since.getStyleClass().addAll("mono-small", "muted");
        since.setMinWidth(Region.USE_PREF_SIZE);
        return line(name, since);
    }

    /** The place stands in the title where the sentence does not have it. */
    private static String title(DeskRow item) {
        return item.where().isEmpty()
                        || item.what().contains(item.where())
                        || item.detail().isEmpty()
                ? item.what()
                : item.what() + " · " + item.where();
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
    }

    private void expand() {
        var item = getItem();
        boolean wanted = isSelected() && item != null;
        corrective.getChildren().clear();
        if (wanted && item != null) {
            runbook.setText(item.runbook());
            show(runbook, !item.runbook().isEmpty());
            acts.apply(item).stream().limit(ACTS).forEach(offer -> {
                var button = button(offer.title());
                button.setOnAction(it -> offer.open().accept(this));
                corrective.getChildren().add(button);
            });
            show(corrective, !corrective.getChildren().isEmpty());
        }
        show(more, wanted && (runbook.isManaged() || corrective.isManaged()));
    }

    private void fill(DeskRow item) {
        var all = new ArrayList<Node>();
        var second = item.calling() ? DeskRow.Offer.MUTE : item.held() ? DeskRow.Offer.HAND_OVER : null;
        var first = item.offers().getFirst();
        if (second != null && item.offers().contains(second)) {
            var button = offer(second);
            // on a narrow desk it is in the menu, and whose it is stays readable
            button.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_TWO));
            button.managedProperty().bind(button.visibleProperty());
            all.add(button);
        }
        var main = offer(first);
        if (item.newest()) {
            main.getStyleClass().add("accent");
        }
        all.add(main);
        all.add(menu(item));
        buttons.getChildren().setAll(all);
    }

    private Button offer(DeskRow.Offer offer) {
        var button = button(texts.get(offer.key()));
        button.getStyleClass()
                .add("desk-" + offer.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        button.setOnAction(it -> act(offer));
        return button;
    }

    private static Button button(String text) {
        var button = new Button(text);
        button.getStyleClass().add("in-panel");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        return button;
    }

    private void act(DeskRow.Offer offer) {
        var item = getItem();
        if (item != null) {
            getListView().getSelectionModel().select(item);
            does.accept(item, offer);
        }
    }

    private Button menu(DeskRow item) {
        var menu = new ContextMenu();
        for (var offer : item.offers()) {
            var entry = new MenuItem(texts.get(offer.key()));
            entry.setOnAction(it -> act(offer));
            menu.getItems().add(entry);
        }
        var button = new Button();
        button.setGraphic(new Icon(Feather.MORE_HORIZONTAL));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(texts.get("noc.desk.more"));
        button.setFocusTraversable(false);
        button.setOnAction(it -> menu.show(button, Side.BOTTOM, 0, 0));
        return button;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
