package io.atalaya.ui.activity;

import io.atalaya.deployment.facts.CliText;
import io.atalaya.operate.trail.TrailEvent;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What CloudTrail says of one act: the verdict, what differs, the event and how to get it. */
final class TrailDetail extends VBox {
    private static final int ROOM = 44;

    private final Texts texts;
    private final Ages ages;

    TrailDetail(ActivityRow row, Texts texts, Ages ages, Instant now) {
        this.texts = texts;
        this.ages = ages;
        getStyleClass().add("activity-trail");
        setId("activity-trail");
        var words = new TrailTexts(texts);
        var label = new StateLabel();
        label.show(words.seen(row));
        getChildren().add(label);
        line(words.sentence(row));
        var match = row.trail();
        if (match == null) {
            return;
        }
        words.differences(match).forEach(it -> line(it).getStyleClass().add("trail-differs"));
        words.outcome(row).ifPresent(this::line);
        if (match.event() != null) {
            event(match.event());
            if (match.sent() > 0) {
                line(words.compared(match));
            }
            match.also().forEach(it -> line(texts.get("activity.trail.also", it)));
        }
        var asked = match.askedAt();
        if (asked != null) {
            line(texts.get("activity.trail.askedAt", ages.time(asked, now)))
                    .getStyleClass()
                    .add("secondary");
        }
    }

    private void event(TrailEvent event) {
        copy(event.eventId());
        line(ages.exact(event.at())).getStyleClass().add("mono");
        copy("aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventId,AttributeValue="
                + CliText.quote(event.eventId()) + " --region " + CliText.quote(event.region()));
    }

    private Label line(String said) {
        var label = new Label(AwsText.hint(said));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
        return label;
    }

    private void copy(String whole) {
        var id = new CopyId();
        id.show(whole, ROOM, texts);
        id.setMinWidth(0);
        getChildren().add(id);
    }
}
