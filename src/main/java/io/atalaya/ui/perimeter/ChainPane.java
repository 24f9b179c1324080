package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A request's way on, leg by leg; each leg with a question of its own can be asked with one click. */
final class ChainPane extends VBox {
    /** px of a name that stay where there is little room. */
    private static final double LEAST = 92;

    private static final double LETTER = 7;

    private final Texts texts;
    private final Consumer<Asked> ask;
    private List<ChainLink> shown = List.of();

    ChainPane(Texts texts, Consumer<Asked> ask) {
        this.texts = texts;
        this.ask = ask;
        getStyleClass().add("chain");
    }

    /** @param chainPanel around it: hidden where there is nothing to show */
    void show(AskModel.Made made, Panel chainPanel) {
        var asked = Objects.requireNonNull(made.asked());
        chainPanel.setVisible(!made.chain().isEmpty());
        chainPanel.setManaged(!made.chain().isEmpty());
        var to = asked.to().resource();
        var onTheWay = made.chain().stream().anyMatch(each -> each.verdict() == null)
                || to != null && to.type() == ResourceType.LOAD_BALANCER;
        chainPanel.setTitle(texts.get(onTheWay ? "perimeter.chain.title" : "perimeter.chain.who"));
        chainPanel.setNote(
                onTheWay ? texts.get("perimeter.chain.note") : asked.traffic().text());
        show(made.chain());
    }

    private void show(List<ChainLink> links) {
        if (!links.equals(shown)) {
            shown = List.copyOf(links);
            getChildren().setAll(links.stream().map(this::row).toList());
        }
    }

    private Button row(ChainLink link) {
        var shape = new StateShape(StateShape.Size.PX14);
        var word = new Label();
        if (link.verdict() == null) {
            shape.show(State.HEALTHY, false);
            shape.setVisible(false);
            word.setText(link.traffic());
            word.getStyleClass().add("secondary");
        } else {
            var state = AnswerTexts.state(link.verdict());
            shape.show(state, false);
            word.setText(
                    link.members() > 1
                            ? texts.get("perimeter.chain.of", link.reached(), link.members())
                            : texts.get("perimeter.verdict." + link.verdict()));
            StateStyles.apply(word, state, false);
        }
        word.setMinWidth(Region.USE_PREF_SIZE);
        var from = new Label(AwsText.line(link.from()));
        from.setMinWidth(Math.min(LEAST, from.getText().length() * LETTER));
        var arrow = new Icon(Feather.ARROW_RIGHT);
        var to = new Label(AwsText.line(link.to()));
        to.getStyleClass().add("strong");
        to.setMinWidth(0);
        var traffic = new Label(link.verdict() == null ? "" : link.traffic());
        traffic.getStyleClass().add("mono-small");
        traffic.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(shape, from, arrow, to, space, traffic, word);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("chain-line");
        var button = new Button();
        button.getStyleClass().setAll("chain-link");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(button.widthProperty().subtract(2));
        button.setAccessibleText(
                AwsText.line(link.from() + " → " + link.to() + " " + link.traffic() + ": " + word.getText()));
        button.setDisable(false);
        button.setFocusTraversable(link.asked() != null);
        button.setOnAction(it -> {
            if (link.asked() != null) {
                ask.accept(link.asked());
            }
        });
        return button;
    }
}
