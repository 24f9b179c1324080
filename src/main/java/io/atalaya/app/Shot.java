package io.atalaya.app;

import io.atalaya.ui.shell.ShellController;
import java.util.List;
import java.util.function.Consumer;

/**
 * One picture of the program.
 *
 * @param name of the file
 * @param view the view at hand
 * @param prepare what a person would do before looking
 */
record Shot(String name, String view, Consumer<ShellController> prepare) {
    static final List<Shot> ALL = List.of(
            new Shot("overview", "overview", shell -> {}),
            new Shot("topology", "topology", shell -> {}),
            new Shot("compute", "compute", shell -> {}));
}
