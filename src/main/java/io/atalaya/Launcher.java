package io.atalaya;

/** The program's entry: not a JavaFX Application, so that it starts from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
