package io.atalaya.app;

import io.atalaya.noc.desk.Severity;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/**
 * A notice in the corner of a window, until somebody comes back and closes it. On the JavaFX thread.
 *
 * @param dark whether windows are dark now
 */
record WindowNotices(BooleanSupplier dark) implements Consumer<Notice> {
    /** More are folded into one. */
    private static final int SIDE_BY_SIDE = 3;

    /** Whether somebody looks at a window of this program. */
    static boolean watching() {
        return windows().anyMatch(Window::isFocused);
    }

    private static Stream<Window> windows() {
        return Window.getWindows().stream().filter(Window::isShowing);
    }

    @Override
    public void accept(Notice notice) {
        windows().filter(Stage.class::isInstance).findFirst().ifPresent(window -> {
            var shown = Notifications.create()
                    .owner(window)
                    .title(notice.title())
                    .text(notice.text())
                    .position(Pos.BOTTOM_RIGHT)
                    .hideAfter(Duration.INDEFINITE)
                    .threshold(SIDE_BY_SIDE, Notifications.create().title(notice.title()));
            if (dark.getAsBoolean()) {
                shown.darkStyle();
            }
            if (notice.severity() == Severity.CRITICAL) {
                shown.showError();
            } else {
                shown.showWarning();
            }
        });
    }
}
