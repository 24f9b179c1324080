package io.atalaya.ui.activity;

import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that the journal says of one act. */
final class ActivityDetail extends VBox {
    private static final int ROOM = 44;

    private final Texts texts;

    ActivityDetail(ActivityRow row, Texts texts, Ages ages, Instant now) {
        this.texts = texts;
        getStyleClass().add("activity-detail");
        var intent = row.intent();
        fact("activity.at", mono(ages.exact(row.at())));
        row.took().ifPresent(took -> fact("activity.took", mono(Durations.words(took))));
        if (!row.detail().isEmpty()) {
            fact("activity.awsSays", text(row.detail()));
        }
        if (row.settled()) {
            fact("activity.settled", text(texts.get("activity.settled.why")));
        }
        fact("activity.trail", new TrailDetail(row, texts, ages, now));
        fact("activity.resource", copy(intent.resource()));
        fact("activity.where", mono(ActivityTexts.where(intent)));
        if (!intent.caller().isEmpty()) {
            fact("activity.who", copy(intent.caller()));
        }
        for (var id : row.requestIds()) {
            fact("activity.requestId", copy(id));
        }
        fact("activity.preflight", lines(intent.preflight()));
        fact("activity.action", mono(intent.action()));
        fact("activity.cli", copy(intent.cli()));
        fact(
                "activity.lines",
                mono(row.endNumber() == 0 ? "" + row.intentNumber() : row.intentNumber() + ", " + row.endNumber()));
        fact("activity.operation", copy(row.operation()));
    }

    private void fact(String key, Node value) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("caption");
        var box = new VBox(label, value);
        box.getStyleClass().add("activity-fact");
        getChildren().add(box);
    }

    /** The consequences as they were shown. */
    private Node lines(List<String> said) {
        if (said.isEmpty()) {
            return text(texts.get("activity.preflight.none"));
        }
        var box = new VBox();
        said.forEach(line -> box.getChildren().add(text(line)));
        return box;
    }

    private static Label text(String said) {
        var label = new Label(AwsText.hint(said));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label mono(String said) {
        var label = text(said);
        label.getStyleClass().add("mono");
        return label;
    }

    private CopyId copy(String whole) {
        var id = new CopyId();
        id.show(whole, ROOM, texts);
        id.setMinWidth(0);
        return id;
    }
}
