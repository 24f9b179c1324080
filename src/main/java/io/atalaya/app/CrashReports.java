package io.atalaya.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file for each kind of fault of this program, named by a code that is the same whenever the same place fails in the same way,
 * so that two people can tell whether they mean the same fault. It holds where it happened and on what, and none of the data: what
 * an exception says is kept only as far as it cannot be a secret.
 */
public final class CrashReports implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);
    private static final int MOST = 20;
    private static final int LONGEST_MESSAGE = 200;

    /** Keys of AWS, what is named like a secret, what is as long as one. */
    private static final Pattern SECRET = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{12,}\\b"
            + "|(?i:secret|token|password|passwd|authorization|credential|signature)[\\w-]*[\"']?\\s*[=:]\\s*\\S+"
            + "|[A-Za-z0-9+/=_-]{32,}");

    private final Path folder;
    private final InstantSource clock;

    /** @param folder of the reports; made when there is one */
    public CrashReports(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LOG.error("a fault in {}", thread.getName(), fault);
        report(fault);
    }

    /** Writes it down; returns the file, or nothing where it cannot be written, which is told in the log. */
    public Optional<Path> report(Throwable fault) {
        var code = code(fault);
        var file = folder.resolve("crash-" + code + ".txt");
        try {
            TextFile.replace(file, text(code, fault));
            tidy();
            return Optional.of(file);
        } catch (IOException e) {
            LOG.warn("the report of fault {} cannot be written: {}", code, e.toString());
            return Optional.empty();
        }
    }

    /** Such as {@code 4F0A-91C3}: of the kinds of the exceptions and the places in this program, without lines and messages. */
    static String code(Throwable fault) {
        var text = new StringBuilder();
        for (var each : chain(fault)) {
            text.append(each.getClass().getName()).append('\n');
            for (var frame : each.getStackTrace()) {
                if (frame.getClassName().startsWith("io.atalaya.")) {
                    text.append(frame.getClassName().replaceAll("\\$\\$.*", ""))
                            .append('.')
                            .append(frame.getMethodName().replaceAll("lambda\\$(.*)\\$\\d+", "$1"))
                            .append('\n');
                }
            }
        }
        try {
            var sum =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            var digits = HexFormat.of().withUpperCase().formatHex(sum, 0, 4);
            return digits.substring(0, 4) + "-" + digits.substring(4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What an exception says, without what may be a secret. */
    static String harmless(String message) {
        var masked = masked(message.replaceAll("\\p{Cntrl}+", " "));
        return masked.length() > LONGEST_MESSAGE ? masked.substring(0, LONGEST_MESSAGE) + "..." : masked;
    }

    /** Without what may be a secret. */
    static String masked(String text) {
        return SECRET.matcher(text).replaceAll("***");
    }

    private String text(String code, Throwable fault) {
        var text = new StringBuilder();
        text.append("Atalaya ")
                .append(new ProgramVersion().text())
                .append(", fault ")
                .append(code)
                .append('\n');
        text.append("at ")
                .append(clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .append('\n');
        text.append("Java ").append(System.getProperty("java.vm.version"));
        text.append(", JavaFX ").append(System.getProperty("javafx.runtime.version", "not started"));
        text.append(", ").append(System.getProperty("os.name"));
        text.append(' ').append(System.getProperty("os.version"));
        text.append(' ').append(System.getProperty("os.arch")).append("\n\n");
        for (var each : chain(fault)) {
            text.append(each.getClass().getName());
            if (each.getMessage() != null) {
                text.append(": ").append(harmless(each.getMessage()));
            }
            text.append('\n');
            for (var frame : each.getStackTrace()) {
                text.append("    at ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Throwable> chain(Throwable fault) {
        var all = new ArrayList<Throwable>();
        for (var each = fault; each != null && !all.contains(each); each = each.getCause()) {
            all.add(each);
        }
        return all;
    }

    /** The oldest go. */
    private void tidy() throws IOException {
        try (var files = Files.list(folder)) {
            var reports = files.filter(it -> it.getFileName().toString().startsWith("crash-"))
                    .sorted(Comparator.comparing(CrashReports::written).reversed())
                    .toList();
            for (var old : reports.subList(Math.min(MOST, reports.size()), reports.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
