package io.atalaya.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the shell asks of the program around it. Called on the JavaFX thread; returns at once, but for {@link #saveAs}. */
public interface ShellActions {
    /** Back to the choice of profiles: this connection is closed. */
    void leave();

    /** Another deployment in a window of its own; this one stays. */
    void openAnother();

    /** The wall instead of this, full screen, until F11 or Esc. */
    void wall();

    /** Closes every window; they come back with the next start. */
    void quit();

    /** The credentials end and a person must help: sign in again in place. */
    void renew();

    /**
     * Asks the person where to save something; returns when the question was answered.
     *
     * @param name that is offered
     * @return empty when the person thought better of it
     */
    Optional<Path> saveAs(String name);

    /** Asks the person for files to open; returns when the question was answered, with none when they thought better of it. */
    default List<Path> choose() {
        return List.of();
    }

    /** Opens a page in the system's browser. */
    void browse(String url);
}
