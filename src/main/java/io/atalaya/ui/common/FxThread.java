package io.atalaya.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one way to the JavaFX thread. Never used per event: see {@link SnapshotPump}. */
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
