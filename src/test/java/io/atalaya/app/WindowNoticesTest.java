package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.desk.Severity;
import io.atalaya.ui.UiTest;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** A notice in the window, where the desktop has none. */
class WindowNoticesTest extends UiTest {
    @Test
    void standsInACornerOfTheWindow() throws Exception {
        show(new StackPane(new Label("the desk")), 900, 500);
        doOnFx(() -> new WindowNotices(() -> true)
                .accept(new Notice(
                        Severity.CRITICAL, "Atalaya · Critical · checkop-prod", "ChOp-web has no healthy target")));
        settle();
        var words = onFx(() -> Window.getWindows().stream()
                .filter(each -> each.getScene() != null)
                .flatMap(each -> each.getScene().getRoot().lookupAll(".notification-bar .label").stream())
                .filter(Label.class::isInstance)
                .map(each -> ((Label) each).getText())
                .toList());
        assertThat(words).contains("Atalaya · Critical · checkop-prod", "ChOp-web has no healthy target");
    }
}
