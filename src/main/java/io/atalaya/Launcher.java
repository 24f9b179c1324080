package io.atalaya;

import io.atalaya.app.ConsoleCommand;
import io.atalaya.app.StartOptions;
import java.nio.file.Path;

/** The program's entry: not a JavaFX Application, so that it starts from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(ConsoleCommand.run(
                new ConsoleCommand.Starter() {
                    @Override
                    public int open(StartOptions options) {
                        return 0;
                    }

                    @Override
                    public int screens(StartOptions options, Path out) {
                        System.out.println(options + " " + out);
                        return 0;
                    }
                },
                args));
    }
}
