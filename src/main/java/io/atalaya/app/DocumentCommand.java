package io.atalaya.app;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.drift.BaselineException;
import io.atalaya.evidence.document.make.DocumentRun;
import io.atalaya.evidence.document.make.DocumentWish;
import io.atalaya.evidence.document.print.Format;
import io.atalaya.evidence.document.print.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code document --out DIR}: writes the architecture document of what is connected to, and what differs. */
@Command(name = "document", resourceBundle = "io.atalaya.app.document", sortOptions = false)
final class DocumentCommand implements Callable<Integer> {
    private static final int DIFFERS = 1;
    private static final int NOT_MADE = 3;

    private final ConsoleCommand.Starter starter;
    private final Supplier<ConnectRequest> connection;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "document.out")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "html,pdf,md", split = ",", descriptionKey = "document.format")
    private List<String> formats = List.of("html", "pdf", "md");

    @Option(names = "--language", paramLabel = "en|es|pt-BR", descriptionKey = "document.language")
    private @Nullable String language;

    @Option(names = "--compare", paramLabel = "FILE", descriptionKey = "document.compare")
    private @Nullable Path baseline;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "document.help")
    private boolean help;

    /** @param connection what the options before and after this command name */
    DocumentCommand(ConsoleCommand.Starter starter, Supplier<ConnectRequest> connection) {
        this.starter = starter;
        this.connection = connection;
    }

    @Override
    public Integer call() throws InterruptedException {
        var wish = wish();
        long begun = System.nanoTime();
        try {
            var result = starter.document(connection.get(), wish);
            if (result.made().isEmpty()) {
                error("error.signIn", result.failure());
                return NOT_MADE;
            }
            return tell(result.made().get(), wish, Duration.ofNanos(System.nanoTime() - begun));
        } catch (BaselineException why) {
            error("document.baseline." + why.reason(), why.details().toArray());
            return ExitCode.USAGE;
        } catch (IOException why) {
            error("error.unwritten", why);
            return NOT_MADE;
        }
    }

    private DocumentWish wish() {
        if (out == null) {
            throw wrong("error.noOut");
        }
        var chosen = new ArrayList<Format>();
        for (var word : formats) {
            chosen.add(Format.of(word.strip()).orElseThrow(() -> wrong("error.format", word)));
        }
        var compared = baseline == null ? null : starter.find(baseline);
        if (compared != null && !Files.isReadable(compared)) {
            throw wrong("error.noBaseline", String.valueOf(baseline));
        }
        return new DocumentWish(starter.find(out), chosen, locale(), Program.zone(), compared);
    }

    private Locale locale() {
        var typed = language;
        if (typed == null) {
            return Locale.getDefault();
        }
        var wish = Locale.forLanguageTag(typed.replace('_', '-'));
        if (DocumentWords.LANGUAGES.stream().noneMatch(it -> it.getLanguage().equals(wish.getLanguage()))) {
            throw wrong("error.language", typed);
        }
        return wish;
    }

    private int tell(DocumentRun.Made made, DocumentWish wish, Duration took) {
        made.files().forEach(it -> say(it.toString()));
        var tables = made.document().tables();
        var whole = tables.stream().filter(it -> it.tellsAbsence()).count();
        say(text("document.made").formatted(whole, tables.size(), took.toMillis() / 1000.0));
        var drift = made.drift();
        if (drift == null) {
            return ExitCode.OK;
        }
        var sentences = new Sentences(new DocumentWords(wish.language(), wish.zone()));
        say(sentences.compared(drift));
        sentences.differences(drift).forEach(it -> say("  " + it));
        var untold = sentences.untold(drift);
        if (!untold.isEmpty()) {
            say(text("document.untold").formatted(String.join(", ", untold)));
        }
        say(text("document.differences").formatted(drift.differences().size()));
        return drift.differences().isEmpty() ? ExitCode.OK : DIFFERS;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void error(String key, Object... about) {
        spec.commandLine().getErr().println("atalaya: " + text(key).formatted(about));
    }

    private String text(String key) {
        return spec.resourceBundle().getString(key);
    }

    private ParameterException wrong(String key, Object... about) {
        return new ParameterException(spec.commandLine(), text(key).formatted(about));
    }
}
