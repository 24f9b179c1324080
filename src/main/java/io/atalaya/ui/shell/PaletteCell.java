package io.atalaya.ui.shell;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.StateShape;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One thing found: state, what it is called, what tells it apart, what it is. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Icon icon = new Icon(Feather.CORNER_DOWN_RIGHT);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label kind = new Label();
    private final HBox line;

    PaletteCell() {
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("mono", "muted");
        kind.getStyleClass().add("caption");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var sign = new StackPane(shape, icon);
        sign.getStyleClass().add("palette-sign");
        line = new HBox(sign, title, detail, space, kind);
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        // The line is as wide as the list, so that long details are cut instead of scrolling.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        var seen = entry.seen();
        shape.setVisible(seen != null);
        icon.setVisible(seen == null);
        if (seen != null) {
            shape.show(seen.condition().state(), seen.freshness());
        }
        icon.setLiteral(
                switch (entry.goal()) {
                    case PaletteEntry.Goal.Reveal it -> "fth-disc";
                    case PaletteEntry.Goal.Operate it -> "fth-zap";
                    default -> "fth-corner-down-right";
                });
        title.setText(AwsText.line(entry.title()));
        detail.setText(AwsText.line(entry.detail()));
        kind.setText(entry.kind());
        setGraphic(line);
        setAccessibleText(entry.kind() + " " + title.getText() + " " + detail.getText());
    }
}
