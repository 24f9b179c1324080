package io.atalaya.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux desktops: {@code notify-send} of libnotify, which hands a notice to whatever daemon the desktop has. Everything is an
 * argument of its own, nothing passes a shell.
 */
record NotifySend(Path command, Duration patience) implements DesktopNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySend.class);
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final int MOST_LETTERS = 300;

    /** That of the search path; none on other systems, and where there is no screen. */
    static DesktopNotifier of(Map<String, String> environment, String system, boolean headless) {
        if (headless || !system.toLowerCase(Locale.ROOT).contains("linux")) {
            return NONE;
        }
        return find(environment.getOrDefault("PATH", ""))
                .<DesktopNotifier>map(each -> new NotifySend(each, USUAL))
                .orElse(NONE);
    }

    private static Optional<Path> find(String path) {
        return Stream.of(path.split(":"))
                .filter(each -> each.startsWith("/"))
                .map(each -> Path.of(each, "notify-send"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public boolean show(Notice notice) {
        Process process = null;
        try {
            process = new ProcessBuilder(List.of(
                            command.toString(),
                            "--app-name=Atalaya",
                            "--urgency=" + urgency(notice),
                            "--",
                            cut(notice.title()),
                            markup(cut(notice.text()))))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} did not end within {}", command, patience);
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            LOG.info("{} cannot be run: {}", command, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private static String urgency(Notice notice) {
        return switch (notice.severity()) {
            case CRITICAL -> "critical";
            case WARNING -> "normal";
            case UNKNOWN -> "low";
        };
    }

    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }

    /** Daemons read the text as markup: names that AWS gives are text. */
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
