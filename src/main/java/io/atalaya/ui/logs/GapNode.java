package io.atalaya.ui.logs;

import io.atalaya.logs.ledger.Gap;
import io.atalaya.ui.common.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The row of a gap: from when to when, why, what was recovered, what is in doubt, and the ways to ask again. */
final class GapNode extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

    private final Region sign = new Region();
    private final Label title = new Label();
    private final Label group = new Label();
    private final Label why = new Label();
    private final Label recovered = new Label();
    private final Label standing = new Label();
    private final Hyperlink again = new Hyperlink();
    private final Hyperlink insights = new Hyperlink();
    private @Nullable Gap gap;

    /** @param askInsights of gaps that are too large to be read again */
    GapNode(Consumer<Long> askAgain, Consumer<Gap> askInsights, Texts texts) {
        setManaged(false);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getStyleClass().add("log-gap");
        sign.getStyleClass().add("log-gap-sign");
        title.getStyleClass().add("log-gap-title");
        group.getStyleClass().add("mono");
        why.getStyleClass().add("secondary");
        recovered.getStyleClass().add("log-gap-figure");
        standing.getStyleClass().add("log-gap-figure");
        for (var each : new Region[] {sign, title, group, recovered, standing, insights, again}) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        why.setMinWidth(0);
        link(again, texts.get("logs.gap.askAgain"), shown -> askAgain.accept(shown.id()));
        link(insights, texts.get("logs.gap.insights"), askInsights);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(sign, title, group, why, space, recovered, standing, insights, again);
    }

    private void link(Hyperlink link, String words, Consumer<Gap> action) {
        link.setText(words);
        link.setFocusTraversable(false); // the rows are one stop of Tab; Enter on a gap does the same
        link.setOnAction(it -> {
            link.setVisited(false);
            var shown = gap;
            if (shown != null) {
                action.accept(shown);
            }
        });
    }

    void show(Gap shown, boolean selected, RowNode.Pen pen) {
        gap = shown;
        var words = pen.words();
        title.setText(words.title(shown, pen.reader().clock()));
        group.setText(pen.reader().names().of(shown.group()));
        why.setText(words.why(shown));
        recovered.setText(words.recovered(shown));
        standing.setText(words.standing(shown));
        var doubt = shown.doubt();
        var troubled = shown.state() != Gap.State.CLOSED || doubt != null && doubt > 0;
        pseudoClassStateChanged(TROUBLED, troubled);
        pseudoClassStateChanged(SELECTED, selected);
        again.setVisible(shown.state() != Gap.State.OPEN && troubled);
        again.setManaged(again.isVisible());
        insights.setVisible(shown.state() == Gap.State.LEFT);
        insights.setManaged(insights.isVisible());
        setAccessibleText(words.spoken(
                new io.atalaya.logs.view.Row.Missing(shown),
                pen.reader().clock(),
                pen.reader().names(),
                pen.places()));
    }
}
