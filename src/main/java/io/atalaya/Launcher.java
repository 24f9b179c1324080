package io.atalaya;

import io.atalaya.app.AppDirectories;
import io.atalaya.app.ConsoleCommand;
import io.atalaya.app.ConsoleStarter;
import io.atalaya.app.CrashReports;
import io.atalaya.app.Display;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Logger;

/** The program's entry: not a JavaFX Application, so that it starts from the class path. */
public final class Launcher {
    /** Kept here: the logging of the JDK forgets what nobody holds. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] args) {
        var environment = System.getenv();
        // read by logback.xml when the first logger is made
        System.setProperty(
                "atalaya.log.file", AppDirectories.of(environment).log().toString());
        Thread.setDefaultUncaughtExceptionHandler(
                new CrashReports(AppDirectories.of(environment).crashes(), InstantSource.system()));
        Display.choose(environment, System.getProperty("os.name"), List.of(args));
        // JavaFX warns of starting from the class path, which is meant; a person at the terminal can do nothing with it
        JAVAFX.setFilter(it -> !String.valueOf(it.getMessage()).startsWith("Unsupported JavaFX configuration"));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(ConsoleCommand.run(new ConsoleStarter(environment, out), args));
    }
}
