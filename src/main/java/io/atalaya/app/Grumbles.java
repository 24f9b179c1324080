package io.atalaya.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong where nobody is told: exceptions that end a thread or a pulse, and what JavaFX writes to its log, which is
 * how a style sheet or a flag of the JVM that is missing shows.
 */
final class Grumbles implements AutoCloseable {
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Logger javafx = Logger.getLogger("javafx");
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue() && isHeard(record)) {
                heard.add(record.getLoggerName() + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Grumbles() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> heard.add(thread.getName() + ": " + first(fault)));
        javafx.addHandler(ear);
    }

    /** What was heard since the last time. */
    List<String> take() {
        var all = new java.util.ArrayList<String>();
        heard.drainTo(all);
        return List.copyOf(all);
    }

    private boolean isHeard(LogRecord record) {
        var filter = javafx.getFilter();
        return filter == null || filter.isLoggable(record);
    }

    /** The cause behind it, in one line. */
    static String first(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        javafx.removeHandler(ear);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
