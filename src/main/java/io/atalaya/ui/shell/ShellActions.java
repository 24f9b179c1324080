package io.atalaya.ui.shell;

/** What the shell asks of the program around it. Called on the JavaFX thread; must return at once. */
public interface ShellActions {
    /** Back to the choice of profiles: this connection is closed. */
    void leave();

    /** Another deployment in a window of its own; this one stays. */
    void openAnother();

    /** Closes every window; they come back with the next start. */
    void quit();

    /** The credentials end and a person must help: sign in again in place. */
    void renew();

    /** Opens a page in the system's browser. */
    void browse(String url);
}
