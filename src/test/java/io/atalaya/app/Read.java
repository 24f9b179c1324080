package io.atalaya.app;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/** All that can be read within a node. */
final class Read {
    private Read() {}

    /** A text a line, as it stands in front of the person: what is cut off is missing. */
    static String of(Node node) {
        return texts(node).collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Text text) {
            return Stream.of(text.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Read::texts)
                : Stream.empty();
    }
}
