package io.atalaya.ui.logs.insights;

import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Pills;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The time of a query: the last so long, or from here to there. */
final class RangeChoice extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<Duration> LAST = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7));

    private final InsightsModel model;
    private final ViewContext context;
    private final Pills<Optional<Duration>> last = new Pills<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final HBox between = new HBox(from, new Label("–"), to);
    private boolean following;

    RangeChoice(InsightsModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        getStyleClass().add("insights-range");
        setAlignment(Pos.CENTER_LEFT);
        between.setAlignment(Pos.CENTER_LEFT);
        between.getStyleClass().add("insights-range");
        last.setId("insights-range");
        from.setId("insights-from");
        to.setId("insights-to");
        from.setAccessibleText(context.texts().get("insights.from"));
        to.setAccessibleText(context.texts().get("insights.to"));
        LAST.forEach(it -> last.add(Optional.of(it), words(it)));
        last.add(Optional.empty(), context.texts().get("insights.between"));
        last.valueProperty().addListener(it -> chosen());
        from.textProperty().addListener(it -> typed());
        to.textProperty().addListener(it -> typed());
        getChildren().addAll(last, between);
        model.rangeProperty().subscribe(this::follow);
    }

    private static String words(Duration duration) {
        return duration.toHours() < 1
                ? duration.toMinutes() + " min"
                : duration.toDays() < 1 ? duration.toHours() + " h" : duration.toDays() + " d";
    }

    private void follow(QueryRange range) {
        following = true;
        switch (range) {
            case QueryRange.Last it -> last.valueProperty().set(Optional.of(it.duration()));
            case QueryRange.Between it -> {
                last.valueProperty().set(Optional.empty());
                if (!from.isFocused() && !to.isFocused()) {
                    from.setText(TypedTime.shown(it.begin(), context.zone()));
                    to.setText(TypedTime.shown(it.end(), context.zone()));
                }
            }
        }
        following = false;
        see();
    }

    private void see() {
        var wanted = last.valueProperty().get();
        var custom = wanted != null && wanted.isEmpty();
        between.setVisible(custom);
        between.setManaged(custom);
    }

    private void chosen() {
        see();
        var wanted = last.valueProperty().get();
        if (following || wanted == null) {
            return;
        }
        if (wanted.isPresent()) {
            model.rangeProperty().set(new QueryRange.Last(wanted.get()));
        } else {
            var now = context.now().getValue();
            var range = model.rangeProperty().get();
            model.rangeProperty().set(new QueryRange.Between(range.from(now), range.to(now)));
        }
    }

    private void typed() {
        var begin = TypedTime.read(from.getText(), context.zone());
        var end = TypedTime.read(to.getText(), context.zone());
        from.pseudoClassStateChanged(WRONG, begin.isEmpty());
        boolean ordered = begin.isPresent() && end.isPresent() && begin.get().isBefore(end.get());
        to.pseudoClassStateChanged(WRONG, end.isEmpty() || begin.isPresent() && !ordered);
        if (ordered && !following) {
            model.rangeProperty().set(new QueryRange.Between(begin.get(), end.get()));
        }
    }
}
