package io.atalaya.app;

import io.atalaya.ui.shell.MainWindow;
import io.atalaya.ui.wall.WallController;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** The wall in a window of its own size, until somebody presses F11 or Esc. */
final class OnWall implements MainWindow.Content {
    private final WallController wall;
    private final Runnable takeDown;
    private final EventHandler<KeyEvent> keys = this::key;

    OnWall(WallController wall, Runnable takeDown) {
        this.wall = wall;
        this.takeDown = takeDown;
        wall.root().sceneProperty().subscribe(this::move);
    }

    /** Nothing on a wall has the focus: the scene listens. */
    private void move(Scene before, Scene after) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        if (after != null) {
            after.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case F11, ESCAPE -> {
                event.consume();
                takeDown.run();
            }
            default -> {}
        }
    }

    @Override
    public Parent root() {
        return wall.root();
    }

    @Override
    public void start() {
        wall.activate();
    }

    @Override
    public void close() {
        wall.deactivate();
    }
}
