package io.atalaya.ui.perimeter;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One step of a path. A button: it shows its rules. */
final class HopCard extends Button {
    private static final PseudoClass DECIDES = PseudoClass.getPseudoClass("decides");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final HopText hop;

    HopCard(HopText hop, Consumer<HopText> choose) {
        this.hop = hop;
        getStyleClass().setAll("hop-card");
        var place = label(hop.place(), "caption");
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(hop.state(), false);
        var title = label(hop.title(), "strong");
        var head = new HBox(shape, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("hop-head");
        var body = new VBox(place, head);
        body.getStyleClass().add("hop-body");
        hop.lines().forEach(line -> body.getChildren().add(label(line, "mono-small")));
        var word = label(hop.word(), hop.decides() ? "hop-decides" : "secondary");
        if (hop.decides()) {
            StateStyles.apply(word, hop.state(), false);
            StateStyles.apply(this, hop.state(), false);
        }
        body.getChildren().add(word);
        setGraphic(body);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.TOP_LEFT);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        pseudoClassStateChanged(DECIDES, hop.decides());
        setAccessibleText(hop.spoken());
        setTooltip(new Tooltip(hop.spoken()));
        setOnAction(it -> choose.accept(hop));
    }

    HopText hop() {
        return hop;
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    private static Label label(String text, String style) {
        var label = new Label(AwsText.line(text));
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        label.setMouseTransparent(true);
        return label;
    }
}
