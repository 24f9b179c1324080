package io.atalaya.app;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.claim.Finding;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.evidence.schedule.Job;
import io.atalaya.evidence.schedule.Schedule;
import io.atalaya.evidence.schedule.SystemdUnits;
import io.atalaya.evidence.schedule.WindowsTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evidence --recipe NAME --out FILE}: makes a capsule without a display. */
@Command(name = "evidence", resourceBundle = "io.atalaya.app.evidence", sortOptions = false)
final class EvidenceCommand implements Callable<Integer> {
    private static final int NOT_MADE = 1;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*([kKmMgG]?[bB]?)");

    private final ConsoleCommand.Starter starter;
    private final Supplier<ConnectRequest> connection;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--recipe", paramLabel = "NAME", defaultValue = "all", descriptionKey = "evidence.recipe")
    private String recipe = "all";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "evidence.out")
    private @Nullable Path out;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "evidence.passphrase")
    private @Nullable Path passphrase;

    @Option(names = "--tsa-url", paramLabel = "URL", descriptionKey = "evidence.tsaUrl")
    private @Nullable URI authority;

    @Option(names = "--mask", paramLabel = "NAME", descriptionKey = "evidence.mask")
    private List<String> masks = List.of();

    @Option(names = "--max-file", paramLabel = "SIZE", defaultValue = "100MB", descriptionKey = "evidence.maxFile")
    private String maxFile = "100MB";

    @Option(names = "--schedule", paramLabel = "WHEN", descriptionKey = "evidence.schedule")
    private @Nullable String schedule;

    @Option(names = "--print", paramLabel = "SYSTEM", descriptionKey = "evidence.print")
    private @Nullable String print;

    @Option(names = "--list", descriptionKey = "evidence.list")
    private boolean list;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "evidence.help")
    private boolean help;

    /** @param connection what the options before and after this command name */
    EvidenceCommand(ConsoleCommand.Starter starter, Supplier<ConnectRequest> connection) {
        this.starter = starter;
        this.connection = connection;
    }

    @Override
    public Integer call() throws InterruptedException {
        var recipes = starter.recipes();
        if (list) {
            return list(recipes);
        }
        var chosen = recipe(recipes);
        return schedule == null && print == null ? make(chosen) : print();
    }

    private int list(Recipes recipes) {
        for (var name : recipes.names()) {
            try {
                say("%-20s %s".formatted(name, recipes.named(name).title()));
            } catch (IOException bad) {
                say("%-20s %s".formatted(name, bad.getMessage()));
            }
        }
        return ExitCode.OK;
    }

    private Recipe recipe(Recipes recipes) {
        try {
            return recipes.named(recipe);
        } catch (NoSuchFileException none) {
            throw wrong("error.noRecipe", recipe, String.join(", ", recipes.names()), recipes.folder());
        } catch (IOException bad) {
            throw wrong("error.badRecipe", String.valueOf(bad.getMessage()));
        }
    }

    /** What makes this very capsule at fixed times, as a text for the computer's own timer; nothing is made now. */
    private int print() {
        var when = Schedule.named(schedule == null ? "daily" : schedule)
                .orElseThrow(() -> wrong("error.schedule", String.valueOf(schedule)));
        var folder = out;
        if (folder == null || !Files.isDirectory(starter.find(folder))) {
            throw wrong("error.scheduleOut");
        }
        var here = starter.find(Path.of("")).toAbsolutePath().toString();
        var typed = spec.root().commandLine().getParseResult().originalArgs();
        var job = new Job(recipe, when, ProgramFile.again(typed), here);
        var text =
                switch (print == null ? "systemd" : print) {
                    case "systemd" -> SystemdUnits.of(job);
                    case "windows" -> WindowsTask.of(job);
                    default -> throw wrong("error.print", String.valueOf(print));
                };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** A folder gets a file of its own each time. */
    private Path file(Path typed) {
        var found = starter.find(typed);
        var name = "evidence-" + recipe + "-" + NAME.format(Instant.now()) + ".zip";
        return Files.isDirectory(found) ? found.resolve(name) : found;
    }

    private int make(Recipe chosen) throws InterruptedException {
        var file = out;
        if (file == null) {
            throw wrong("error.noOut");
        }
        var scheme = authority == null ? "http" : authority.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw wrong("error.tsaUrl", String.valueOf(authority));
        }
        var wish = new EvidenceWish(
                recipe, file(file), passphrase == null ? null : starter.find(passphrase), authority, masks, maxBytes());
        long begun = System.nanoTime();
        try {
            var made = starter.evidence(connection.get(), chosen, wish);
            tell(made, Duration.ofNanos(System.nanoTime() - begun));
            return ExitCode.OK;
        } catch (EvidenceException why) {
            spec.commandLine().getErr().println("atalaya: " + EvidenceWords.of(why, spec.resourceBundle()));
            return NOT_MADE;
        } catch (IOException why) {
            spec.commandLine()
                    .getErr()
                    .println("atalaya: " + text("error.unread").formatted(why));
            return NOT_MADE;
        }
    }

    /** In decimal units, as disks and AWS Audit Manager count. */
    private long maxBytes() {
        var found = SIZE.matcher(maxFile.strip());
        if (found.matches()) {
            long unit =
                    switch (found.group(2).toUpperCase(Locale.ROOT)) {
                        case "GB" -> 1_000_000_000;
                        case "MB" -> 1_000_000;
                        case "KB" -> 1_000;
                        default -> 1;
                    };
            long bytes = Long.parseLong(found.group(1)) * unit;
            if (bytes >= CapsuleWriter.LEAST && bytes <= CapsuleWriter.MOST) {
                return bytes;
            }
        }
        throw wrong("error.maxFile", maxFile);
    }

    private void tell(EvidenceRun.Made made, Duration took) {
        say(text("evidence.made")
                .formatted(
                        made.files().stream().map(Path::toString).collect(Collectors.joining(", ")),
                        made.link().capsule(),
                        made.link().number(),
                        made.key(),
                        made.items(),
                        made.pictures(),
                        made.bytes() / 1e6,
                        took.toMillis() / 1000.0));
        for (var finding : made.findings()) {
            say("  %-12s %s"
                    .formatted(
                            text("evidence.verdict." + finding.verdict().name()),
                            finding.claim().id()));
            finding.points().stream()
                    .filter(it -> !Boolean.TRUE.equals(it.holds()))
                    .limit(finding.verdict() == Finding.Verdict.PASS ? 0 : 5)
                    .forEach(it -> say("               %s %s %s".formatted(it.resource(), it.fact(), it.value())));
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(io.atalaya.ui.common.AwsText.line(line));
    }

    private String text(String key) {
        return spec.resourceBundle().getString(key);
    }

    private ParameterException wrong(String key, Object... about) {
        return new ParameterException(spec.commandLine(), text(key).formatted(about));
    }
}
