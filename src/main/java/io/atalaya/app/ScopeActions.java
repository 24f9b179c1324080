package io.atalaya.app;

import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.shell.ShellActions;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.signin.RenewalController;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What a shell asks of the program around it, for one connection in one language. */
final class ScopeActions implements ShellActions {
    private final ConnectionScope scope;
    private final ViewContext context;
    private final ExecutorService background;
    private final Browser browser;
    private final Runnable leave;
    private final Runnable wall;
    private final ConsoleWindow.Around around;
    private @Nullable ShellController shell;
    private @Nullable RenewalController renewal;

    ScopeActions(
            ConnectionScope scope,
            ViewContext context,
            ExecutorService background,
            Browser browser,
            Runnable leave,
            Runnable wall,
            ConsoleWindow.Around around) {
        this.scope = scope;
        this.context = context;
        this.background = background;
        this.browser = browser;
        this.leave = leave;
        this.wall = wall;
        this.around = around;
    }

    /** The shell over which questions are shown. */
    void over(ShellController made) {
        shell = made;
    }

    @Override
    public void leave() {
        if (renewal != null) {
            renewal.giveUp();
        }
        leave.run();
    }

    @Override
    public void renew() {
        var frame = shell;
        if (frame == null || renewal != null) {
            return;
        }
        var asking = new RenewalController(
                scope.session(), background, new FxThread(), context, browser::open, () -> renewed(frame));
        renewal = asking;
        frame.showOverlay(asking.root());
        asking.start();
    }

    private void renewed(ShellController frame) {
        renewal = null;
        frame.closeOverlay();
        scope.renewed();
    }

    @Override
    public void openAnother() {
        around.openAnother();
    }

    @Override
    public void wall() {
        if (renewal != null) {
            renewal.giveUp();
        }
        wall.run();
    }

    @Override
    public void quit() {
        around.quit();
    }

    @Override
    public Optional<Path> saveAs(String name) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        var home = new File(System.getProperty("user.home"));
        if (home.isDirectory()) {
            chooser.setInitialDirectory(home); // not the program's own folder, into which the start script changes
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner())).map(File::toPath);
    }

    @Override
    public List<Path> choose() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("zip", "*.zip"));
        var home = new File(System.getProperty("user.home"));
        if (home.isDirectory()) {
            chooser.setInitialDirectory(home);
        }
        var chosen = chooser.showOpenMultipleDialog(owner());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    private @Nullable Window owner() {
        return shell == null ? null : shell.root().getScene().getWindow();
    }

    @Override
    public void browse(String url) {
        browser.open(url);
    }
}
