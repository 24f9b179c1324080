package io.atalaya;

import io.atalaya.app.AppDirectories;
import io.atalaya.app.ConsoleCommand;
import io.atalaya.app.ConsoleStarter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program's entry: not a JavaFX Application, so that it starts from the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        var environment = System.getenv();
        // read by logback.xml when the first logger is made
        System.setProperty(
                "atalaya.log.file", AppDirectories.of(environment).log().toString());
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(ConsoleCommand.run(new ConsoleStarter(environment, out), args));
    }
}
