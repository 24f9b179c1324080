package io.atalaya.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a page in the system's browser, by the system's own command. */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private final ExecutorService background;

    Browser(ExecutorService background) {
        this.background = background;
    }

    /** Returns at once. Only http and https addresses; nothing is passed to a shell. */
    void open(String url) {
        var scheme = URI.create(url).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("not a web address: " + url);
        }
        background.execute(() -> start(url));
    }

    private static void start(String url) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                : List.of(system.contains("mac") ? "open" : "xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // the address is on screen and can be copied
            LOG.warn("no browser could be opened: {}", e.toString());
        }
    }
}
