package io.atalaya.app;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds texts that are not shown whole. An id that copies itself is none of them: it loses its middle on purpose. */
final class CutOff {
    private CutOff() {}

    /** What is shown of each text that is cut, and the whole. */
    static Stream<String> in(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Labeled labeled) {
            return labeled.getStyleClass().contains("copy-id") ? Stream.empty() : of(labeled);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(CutOff::in)
                : Stream.empty();
    }

    /** What a label shows is a text of its own, which ends with an ellipsis where there is no room for the label's. */
    private static Stream<String> of(Labeled labeled) {
        return labeled.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(it -> ((Text) it).getText())
                .filter(it -> it.contains(labeled.getEllipsisString())
                        && !labeled.getText().contains(it))
                .map(it -> it + " of " + labeled.getText());
    }
}
