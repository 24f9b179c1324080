package io.atalaya.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody who helps wants to know of an installation, as text in English: versions, places, which faults were written down,
 * the end of the log. No names of profiles, no data of a deployment, nothing that may be a secret.
 */
final class Diagnostics {
    private static final int LINES = 60;
    private static final List<String> VARIABLES = List.of(
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XDG_SESSION_TYPE",
            "GDK_SCALE",
            "LANG",
            "LC_ALL",
            "HTTPS_PROXY",
            "AWS_PROFILE",
            "AWS_CA_BUNDLE",
            "AWS_CONFIG_FILE",
            "ATALAYA_HOME");

    private final Map<String, String> environment;

    /** @param environment of which only it is told whether the variables are set that matter, not to what */
    Diagnostics(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    String text() {
        var text = new StringBuilder();
        line(text, "program", "Atalaya " + new ProgramVersion().text() + ", SHA-256 " + hash());
        line(
                text,
                "Java",
                System.getProperty("java.vm.version") + " (" + System.getProperty("java.vm.info") + "), "
                        + System.getProperty("java.vendor"));
        line(
                text,
                "system",
                "%s %s %s, %d processors, %d MB for Java"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.getRuntime().maxMemory() >> 20));
        line(
                text,
                "language",
                Locale.getDefault().toLanguageTag() + ", " + System.getProperty("native.encoding") + ", "
                        + Program.zone());
        var set = new TreeSet<>(VARIABLES);
        set.retainAll(environment.keySet());
        line(text, "variables set", set.isEmpty() ? "none of those that matter" : String.join(" ", set));
        var places = AppDirectories.of(environment);
        place(text, "config", places.config());
        place(text, "data", places.data());
        place(text, "cache", places.cache());
        for (var crash : names(places.crashes())) {
            line(text, "fault", crash);
        }
        text.append("\nThe end of the log:\n");
        end(places.log()).forEach(it -> text.append(CrashReports.masked(it)).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("%-14s %s%n".formatted(what, value));
    }

    private static String hash() {
        try {
            return ProgramHash.sha256();
        } catch (IOException e) {
            return "not known: " + e;
        }
    }

    /** The home of a user has the user's name in it. */
    private static void place(StringBuilder text, String what, Path folder) {
        var shown = folder.toString().replace(System.getProperty("user.home", "?"), "~");
        var state =
                !Files.exists(folder) ? "not there" : Files.isWritable(folder) ? "can be written" : "CANNOT BE WRITTEN";
        line(text, what, shown + ", " + state);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of("cannot be listed: " + e);
        }
    }

    private static List<String> end(Path log) {
        if (!Files.exists(log)) {
            return List.of("there is none");
        }
        var last = new ArrayDeque<String>();
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                last.add(line);
                if (last.size() > LINES) {
                    last.remove();
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of("cannot be read: " + e);
        }
        return List.copyOf(last);
    }
}
