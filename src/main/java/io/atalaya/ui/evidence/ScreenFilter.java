package io.atalaya.ui.evidence;

import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Pills;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;

/**
 * Something that a person chose or typed, by which a view shows less than all there is.
 *
 * @param where what the field is for, as it says itself
 * @param chosen what stands in it
 */
public record ScreenFilter(String where, String chosen) {
    /** All of a view that is on screen. On the JavaFX thread. */
    public static List<ScreenFilter> of(Parent view) {
        var found = new ArrayList<ScreenFilter>();
        gather(view, found);
        return List.copyOf(found);
    }

    private static void gather(Node node, List<ScreenFilter> found) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case FilterField field -> {
                if (!field.getText().isBlank()) {
                    found.add(new ScreenFilter(String.valueOf(field.getPromptText()), field.getText()));
                }
            }
            case Pills<?> pills ->
                pills.getChildren().stream()
                        .filter(it -> it instanceof ToggleButton button && button.isSelected())
                        .map(ToggleButton.class::cast)
                        .forEach(it ->
                                found.add(new ScreenFilter(pills.getId() == null ? "" : pills.getId(), it.getText())));
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(it -> gather(it, found));
            default -> {}
        }
    }
}
