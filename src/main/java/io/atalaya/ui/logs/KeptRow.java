package io.atalaya.ui.logs;

import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Units;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A session that is kept: when, of what, how much; it can be opened again, and deleted after a second press. */
final class KeptRow extends HBox {
    private boolean sure;

    KeptRow(LogDesk.Kept kept, ViewContext context, Units units, Consumer<String> open, Consumer<String> delete) {
        var texts = context.texts();
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("log-kept");
        var when = new Label(new Ages(texts, context.zone())
                .time(kept.started(), context.now().getValue()));
        when.getStyleClass().addAll("mono", "log-kept-when");
        when.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Hyperlink(AwsText.line(
                String.join(", ", kept.groups().stream().map(GroupNames::name).toList())));
        what.setMinWidth(0);
        what.setOnAction(it -> {
            what.setVisited(false);
            open.accept(kept.id());
        });
        var size = new Label(texts.get("logs.kept.size", units.count(kept.events()), units.bytes(kept.bytes())));
        size.getStyleClass().add("secondary");
        size.setMinWidth(Region.USE_PREF_SIZE);
        var away = new Button(texts.get("logs.kept.delete"));
        away.getStyleClass().addAll("in-panel", "flat");
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.setDisable(kept.open());
        away.setOnAction(it -> {
            if (sure) {
                delete.accept(kept.id());
            } else {
                sure = true;
                away.setText(texts.get("logs.kept.really"));
                away.getStyleClass().add("danger");
            }
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(when, what, space, size, away);
    }
}
