package io.atalaya;

import io.atalaya.app.ConsoleCommand;
import io.atalaya.connect.ConnectRequest;
import java.nio.file.Path;

/** The program's entry: not a JavaFX Application, so that it starts from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(ConsoleCommand.run(
                new ConsoleCommand.Starter() {
                    @Override
                    public int open(ConnectRequest options) {
                        return 0;
                    }

                    @Override
                    public int screens(ConnectRequest options, Path out) {
                        System.out.println(options + " " + out);
                        return 0;
                    }
                },
                args));
    }
}
