package io.atalaya.ui.balancing;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.diagnosis.Remedy;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Reach;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Sentences at the left, facts at the right. Made anew only when something else is said. */
final class DetailPane extends HBox {
    private final VBox points = new VBox();
    private final GridPane facts = new GridPane();
    private final ScrollPane left = new ScrollPane(points);
    private final ScrollPane right = new ScrollPane(facts);
    private final String go;
    private final String path;
    private final Consumer<ResourceRef> reveal;
    private final Consumer<Reach> ask;
    private final Acts acts;
    private @Nullable Detail shown;

    /**
     * @param go words of a link to a resource
     * @param path words of a link to the way between two resources
     * @param reveal where a link to a resource leads
     * @param ask where one to a way leads
     * @param acts what can be done, for those that a sentence names
     */
    DetailPane(String go, String path, Consumer<ResourceRef> reveal, Consumer<Reach> ask, Acts acts) {
        this.go = go;
        this.path = path;
        this.reveal = reveal;
        this.ask = ask;
        this.acts = acts;
        getStyleClass().add("balancing-detail");
        points.getStyleClass().add("detail-points");
        facts.getStyleClass().add("detail-facts");
        left.getStyleClass().add("plain");
        right.getStyleClass().addAll("plain", "detail-facts-holder");
        left.setFitToWidth(true);
        right.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    void show(Detail detail) {
        var before = shown;
        if (detail.equals(before)) {
            return;
        }
        shown = detail;
        points.getChildren().setAll(detail.points().stream().map(this::point).toList());
        facts.getChildren().clear();
        int at = 0;
        for (var fact : detail.facts()) {
            var label = new Label(fact.label());
            label.getStyleClass().add("caption");
            label.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label(AwsText.line(fact.value()));
            value.getStyleClass().add("secondary-value");
            value.setWrapText(true);
            GridPane.setValignment(label, VPos.TOP);
            facts.addRow(at++, label, value);
        }
        right.setVisible(!detail.facts().isEmpty());
        right.setManaged(!detail.facts().isEmpty());
        if (before == null || !before.id().equals(detail.id())) {
            left.setVvalue(0);
            right.setVvalue(0);
        }
    }

    private HBox point(Detail.Point point) {
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(point.state(), false);
        var title = new Label(AwsText.line(point.title()));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        var text = new Label(AwsText.hint(point.text()));
        text.getStyleClass().add("secondary");
        text.setWrapText(true);
        var words = new VBox(title, text);
        offer(point.helps()).ifPresent(words.getChildren()::add);
        var way = point.way();
        if (way != null) {
            var link = new Hyperlink(path);
            link.getStyleClass().add("detail-way");
            link.setOnAction(event -> ask.accept(way));
            words.getChildren().add(link);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var line = new HBox(shape, words);
        line.getStyleClass().add("detail-point");
        line.setAlignment(Pos.TOP_LEFT);
        if (!point.measure().isEmpty()) {
            var measure = new Label(point.measure());
            measure.getStyleClass().add("caption");
            measure.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(measure);
        }
        var goal = point.leadsTo();
        if (goal != null) {
            var link = new Hyperlink(go);
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(event -> reveal.accept(goal));
            line.getChildren().add(link);
        }
        return line;
    }

    /** The first act that makes sense now; choosing it opens the confirmation. */
    private Optional<Hyperlink> offer(List<Remedy> helps) {
        return helps.stream()
                .flatMap(remedy -> acts.on(remedy.on()).stream()
                        .filter(offer -> offer.key().endsWith('.' + remedy.act())))
                .findFirst()
                .map(offer -> {
                    var link = new Hyperlink(offer.title());
                    link.getStyleClass().add("detail-remedy");
                    link.setOnAction(event -> offer.open().accept(link));
                    return link;
                });
    }
}
