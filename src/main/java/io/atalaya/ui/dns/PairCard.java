package io.atalaya.ui.dns;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.dns.FailoverPair;
import io.atalaya.deployment.dns.FailoverPair.Answering;
import io.atalaya.deployment.dns.FailoverPair.Side;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A failover pair: both sides with their health, and which one is answered. */
final class PairCard extends VBox {
    private final Texts texts;

    PairCard(FailoverPair pair, boolean stale, Texts texts, Consumer<ResourceRef> open) {
        this.texts = texts;
        getStyleClass().add("pair");
        var name = new Label(AwsText.line(pair.name() + " " + pair.recordType()));
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        getChildren()
                .addAll(
                        name,
                        side("PRIMARY", pair, pair.primary(), stale, open),
                        side("SECONDARY", pair, pair.secondary(), stale, open));
        if (pair.answering() == Answering.UNKNOWN) {
            var unknown = new Label(texts.get("dns.pairs.unknown"));
            unknown.getStyleClass().add("secondary");
            unknown.setWrapText(true);
            unknown.setMinWidth(0);
            getChildren().add(unknown);
        }
    }

    private HBox side(String which, FailoverPair pair, @Nullable Side side, boolean stale, Consumer<ResourceRef> open) {
        var box = new HBox();
        box.getStyleClass().add("pair-side");
        var shape = new StateShape(StateShape.Size.PX14);
        var word = new Label(which);
        word.getStyleClass().add("mono-small");
        word.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().addAll(shape, word);
        if (side == null) {
            shape.show(State.DEGRADED, stale);
            box.getChildren().add(new Label(texts.get("dns.pairs.missing")));
            return box;
        }
        shape.show(
                switch (side.health()) {
                    case HEALTHY -> State.HEALTHY;
                    case UNHEALTHY -> State.FAILED;
                    case UNKNOWN -> State.UNKNOWN;
                },
                stale);
        var health = new Label(texts.get("dns.health." + side.health()));
        health.setMinWidth(Region.USE_PREF_SIZE);
        var id = side.record().setIdentifier();
        var link = new Hyperlink(AwsText.line(id == null ? side.record().name() : id));
        link.setMinWidth(0);
        link.setTooltip(new Tooltip(AwsText.hint(link.getText())));
        link.setOnAction(event -> open.accept(side.record().ref()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.getChildren().addAll(health, link, gap);
        if (pair.answers(side.record())) {
            var lack = pair.answering() == Answering.PRIMARY_FOR_LACK;
            box.getChildren()
                    .add(new Badge(
                            texts.get(lack ? "dns.pairs.lack" : "dns.pairs.answers"),
                            lack
                                    ? Badge.Tone.DANGER
                                    : pair.answering() == Answering.SECONDARY
                                            ? Badge.Tone.WARNING
                                            : Badge.Tone.NEUTRAL));
        }
        return box;
    }
}
