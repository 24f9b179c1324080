package io.atalaya.ui.topology;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.topology.Line;
import io.atalaya.deployment.topology.Metrics;
import io.atalaya.deployment.topology.Node;
import io.atalaya.deployment.topology.NodeKind;
import io.atalaya.deployment.topology.Placed;
import io.atalaya.deployment.topology.Row;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A node of the topology as a control. Used again for another node when this one leaves the screen. */
final class NodeCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    /** Characters of an address, the longest text at the right of a line that is never cut. */
    private static final int LONGEST_FIGURE = 15;

    /** Characters of a word that says what stands at its right, such as "check": it stays, the other gives way. */
    private static final int KEY = 8;

    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label title = new Label();
    private final HBox head = new HBox(shape, title);
    private final VBox lines = new VBox();
    private final VBox rows = new VBox();
    private final Tooltip hint = new Tooltip();
    private final Texts texts;
    private final Consumer<ResourceRef> onRow;
    private @Nullable Placed placed;
    private @Nullable Freshness freshness;
    private @Nullable ResourceRef selected;

    /** @param onRow a row was clicked, or {@code null} never: the card itself is told by its own mouse event */
    NodeCard(Texts texts, Consumer<ResourceRef> onRow) {
        this.texts = texts;
        this.onRow = onRow;
        getStyleClass().add("node-card");
        head.getStyleClass().add("node-head");
        head.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("node-title");
        // Names of one deployment begin alike: what tells them apart is at their end.
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        rows.getStyleClass().add("node-rows");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setManaged(false);
        getChildren().addAll(head, lines, rows);
        Tooltip.install(this, hint);
    }

    @Nullable
    Placed placed() {
        return placed;
    }

    /** Shows a card; cheap when nothing of it changed. */
    void show(Placed wanted, Freshness fresh, @Nullable ResourceRef chosen, boolean lit) {
        pseudoClassStateChanged(DIMMED, !lit);
        var same = placed != null && placed.card().equals(wanted.card()) && fresh == freshness;
        var rowsChanged = chosen != selected;
        placed = wanted;
        freshness = fresh;
        selected = chosen;
        var node = wanted.card().node();
        var chosenHere = node != null && node.ref() != null && node.ref().equals(chosen);
        pseudoClassStateChanged(SELECTED, chosenHere);
        resizeRelocate(
                wanted.box().x(),
                wanted.box().y(),
                wanted.box().width(),
                wanted.box().height());
        if (same && !rowsChanged) {
            return;
        }
        lines.getChildren().clear();
        rows.getChildren().clear();
        if (node == null) {
            pile(wanted);
        } else {
            node(node, wanted, fresh);
        }
    }

    private void pile(Placed wanted) {
        shape.show(wanted.card().state(), false);
        StateStyles.apply(this, wanted.card().state(), false);
        getStyleClass().remove("node-ghost");
        title.setText(texts.get("topology.pile", wanted.card().count()));
        var open = new Label(texts.get("topology.pile.open"));
        open.getStyleClass().add("node-quiet");
        lines.getChildren().add(line(open, new Label(AwsText.line(wanted.card().title()))));
        say(title.getText() + ". " + open.getText());
    }

    private void node(Node node, Placed wanted, Freshness fresh) {
        var stale = fresh == Freshness.LAST_KNOWN;
        shape.show(node.state(), fresh);
        StateStyles.apply(this, fresh == Freshness.NEVER_READ ? State.UNKNOWN : node.state(), stale);
        var ghost = node.kind() == NodeKind.STANDBY;
        getStyleClass().remove("node-ghost");
        if (ghost) {
            getStyleClass().add("node-ghost");
        }
        shape.setVisible(!ghost);
        shape.setManaged(!ghost);
        title.setText(AwsText.line(node.title()));
        if (wanted.card().compact()) {
            // Two lines: the name and what is wrong, else the id.
            node.lines().stream()
                    .filter(line -> line.state() != null)
                    .findFirst()
                    .or(() -> node.lines().stream().findFirst())
                    .ifPresent(line -> lines.getChildren().add(line(line, node)));
        } else {
            node.lines().forEach(line -> lines.getChildren().add(line(line, node)));
            wanted.card().rows().forEach(row -> rows.getChildren().add(row(row, node)));
            if (wanted.card().hidden() > 0) {
                rows.getChildren().add(more(wanted.card().hidden()));
            }
        }
        var word = node.condition().word();
        var why = node.condition().detail();
        say(AwsText.line(node.title()) + " · " + word + (why == null ? "" : " · " + why));
    }

    private void say(String text) {
        hint.setText(AwsText.hint(text));
        setAccessibleText(AwsText.line(text));
    }

    private HBox line(Line line, Node node) {
        var left = new Label(line.keyed() ? texts.get(line.left()) : AwsText.line(line.left()));
        left.getStyleClass().add(line.mono() ? "node-mono" : "node-text");
        var right = new Label(
                node.kind() == NodeKind.ZONE ? texts.get("topology.sets", line.right()) : AwsText.word(line.right()));
        right.getStyleClass().add("node-mono");
        if (line.state() != null) {
            StateStyles.apply(left, line.state(), freshness == Freshness.LAST_KNOWN);
            StateStyles.apply(right, line.state(), freshness == Freshness.LAST_KNOWN);
        }
        return line(left, right);
    }

    private static HBox line(Label left, Label right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var rightGives =
                right.getText().length() > LONGEST_FIGURE || left.getText().length() < KEY;
        right.setMinWidth(rightGives ? 0 : Region.USE_PREF_SIZE);
        left.setMinWidth(rightGives ? Region.USE_PREF_SIZE : 0);
        var box = new HBox(left, gap, right);
        box.getStyleClass().add("node-line");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox row(Row row, Node node) {
        var text = new Label(AwsText.line(row.text()));
        text.getStyleClass().add("node-row-text");
        var box = new HBox();
        box.getStyleClass().add("node-row");
        box.setAlignment(Pos.CENTER_LEFT);
        if (node.kind() == NodeKind.ZONE) {
            var small = new StateShape(StateShape.Size.PX12);
            small.show(row.condition().state(), freshness == Freshness.LAST_KNOWN);
            box.getChildren().add(small);
        }
        box.getChildren().add(text);
        if (row.condition().state() == State.FAILED) {
            StateStyles.apply(text, State.FAILED, false);
        }
        box.pseudoClassStateChanged(
                SELECTED, row.ref().equals(selected) && !row.ref().equals(node.ref()));
        box.setOnMouseClicked(event -> {
            if (event.isStillSincePress()) {
                onRow.accept(row.ref());
                event.consume();
            }
        });
        return box;
    }

    private HBox more(int hidden) {
        var text = new Label(texts.get("topology.more", hidden));
        text.getStyleClass().add("node-quiet");
        var box = new HBox(text);
        box.getStyleClass().addAll("node-row", "node-more");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Whether a click at this height of the card is on "n more". */
    boolean onMore(double y) {
        return placed != null
                && placed.card().node() != null
                && placed.card().hidden() > 0
                && y
                        >= Metrics.rowCenter(
                                        placed.card().node(),
                                        placed.card().rows().size())
                                - Metrics.ROW / 2;
    }
}
