package io.atalaya.app;

import io.atalaya.ui.shell.ShellActions;
import java.nio.file.Path;
import java.util.Optional;

/** The program around a picture: there is none. */
final class NoActions implements ShellActions {
    @Override
    public void leave() {
        // a picture cannot be left
    }

    @Override
    public void renew() {
        // nobody is there to help
    }

    @Override
    public void openAnother() {
        // one picture at a time
    }

    @Override
    public void wall() {
        // a picture hangs on a wall already
    }

    @Override
    public void quit() {
        // nothing to end
    }

    @Override
    public Optional<Path> saveAs(String name) {
        return Optional.empty();
    }

    @Override
    public void browse(String url) {
        // no browser
    }
}
