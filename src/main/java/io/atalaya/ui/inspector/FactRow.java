package io.atalaya.ui.inspector;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.facts.Fact;
import io.atalaya.deployment.facts.FactValue;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One fact: what it is called, what it says, and its age where that is not the age of the whole. */
final class FactRow extends HBox {
    private static final int ROOM = 26;

    private final ViewContext context;
    private @Nullable Label moment;
    private @Nullable Instant at;

    FactRow(Fact fact, boolean aged, ViewContext context, Set<ResourceRef> known, Consumer<ResourceRef> follow) {
        this.context = context;
        getStyleClass().add("fact");
        setAlignment(Pos.TOP_LEFT);
        var label = new Label(context.texts().get(fact.label()));
        label.getStyleClass().add("fact-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var value = value(fact, known, follow);
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().addAll(label, value);
        if (aged) {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var age = new AgeLabel();
            age.setForm(AgeLabel.Form.BRIEF);
            age.follow(context, List.of(fact.source()));
            getChildren().addAll(space, age);
        }
    }

    private Node value(Fact fact, Set<ResourceRef> known, Consumer<ResourceRef> follow) {
        return switch (fact.value()) {
            case FactValue.Text it -> fact.copyable() ? copy(it.text()) : text(it.text(), fact.mono());
            case FactValue.Words it ->
                text(context.texts().get(it.key(), it.arguments().toArray()), false);
            case FactValue.Moment it -> {
                var shown = text("", true);
                moment = shown;
                at = it.at();
                shown.setTooltip(new Tooltip(new Ages(context.texts(), context.zone()).exact(it.at())));
                tick(context.now().getValue());
                yield shown;
            }
            case FactValue.Link it -> known.contains(it.to()) ? link(it, follow) : copy(it.text());
        };
    }

    private static Hyperlink link(FactValue.Link link, Consumer<ResourceRef> follow) {
        var shown = new Hyperlink(AwsText.line(link.text()));
        shown.setTooltip(new Tooltip(AwsText.hint(link.text())));
        shown.getStyleClass().add("fact-link");
        shown.setOnAction(it -> follow.accept(link.to()));
        shown.setMinWidth(0);
        return shown;
    }

    private CopyId copy(String text) {
        var shown = new CopyId();
        shown.show(text, ROOM, context.texts());
        shown.setMinWidth(0);
        return shown;
    }

    private static Label text(String text, boolean mono) {
        var shown = new Label(AwsText.line(text));
        shown.getStyleClass().add(mono ? "fact-mono" : "fact-text");
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        return shown;
    }

    void tick(Instant now) {
        if (moment != null && at != null) {
            var ages = new Ages(context.texts(), context.zone());
            // A moment in the future, such as the end of a certificate, has no age.
            moment.setText(at.isAfter(now) ? ages.time(at, now) : ages.time(at, now) + " · " + ages.ago(at, now));
        }
    }
}
