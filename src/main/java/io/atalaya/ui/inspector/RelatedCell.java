package io.atalaya.ui.inspector;

import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.StateShape;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A related resource: state, name, kind and id. */
final class RelatedCell extends ListCell<Report.Neighbour> {
    private static final int ROOM = 30;

    private final ViewContext context;
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label name = new Label();
    private final Label id = new Label();
    private final Label kind = new Label();
    private final HBox line;

    RelatedCell(ViewContext context) {
        this.context = context;
        name.getStyleClass().add("related-name");
        id.getStyleClass().add("related-id");
        kind.getStyleClass().add("related-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(0);
        var words = new VBox(name, id);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        line = new HBox(shape, words, kind);
        line.getStyleClass().add("related-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Report.Neighbour item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var resource = item.resource();
        var condition = item.condition();
        shape.setVisible(condition != null);
        if (condition != null) {
            var now = context.now().getValue();
            shape.show(
                    condition.state(),
                    context.deployment().getValue().observed(item.part()).freshness(now));
        }
        name.setText(AwsText.line(resource.name()));
        var own = resource.id().substring(resource.id().lastIndexOf('/') + 1);
        id.setText(resource.name().equals(resource.id()) ? "" : CopyId.cut(AwsText.line(own), ROOM));
        id.setManaged(!id.getText().isEmpty());
        kind.setText(context.texts().get("inspector.type." + resource.type()));
        setAccessibleText(kind.getText() + " " + name.getText());
        setGraphic(line);
    }
}
