package io.atalaya.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal verify FILE}: whether a journal is what was written. */
@Command(name = "journal")
final class JournalCommand implements Runnable {
    private static final int BAD = 1;

    private final UnaryOperator<Path> folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    /** @param folder makes a typed path one that this process finds */
    JournalCommand(UnaryOperator<Path> folder) {
        this.folder = folder;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), text("error.journal"));
    }

    @Command(name = "verify")
    int verify(
            @Parameters(paramLabel = "FILE", descriptionKey = "journalFile") Path file,
            @Option(names = "--json", descriptionKey = "json") boolean json,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true)
                    boolean usage) {
        JournalCheck check;
        try {
            check = JournalCheck.of(folder.apply(file));
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), unread(file, e), e);
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(json(file, check));
        } else {
            tell(file, check, out);
        }
        return check.broken() == null ? CommandLine.ExitCode.OK : BAD;
    }

    private String unread(Path file, IOException why) {
        return switch (why) {
            case NoSuchFileException none -> text("error.noFile").formatted(file);
            case AccessDeniedException denied -> text("error.notReadable").formatted(file);
            default -> text("error.journalFile").formatted(file, why.getMessage());
        };
    }

    private void tell(Path file, JournalCheck check, PrintWriter out) {
        var broken = check.broken();
        if (broken == null) {
            out.println(text("journal.good").formatted(file, check.entries().size(), check.head()));
        } else {
            var why = text("journal." + broken.fault().name().toLowerCase(Locale.ROOT));
            out.println(text("journal.bad").formatted(file, broken.line(), why));
        }
        if (!check.torn().isEmpty()) {
            var lines = check.torn().stream().map(String::valueOf).collect(Collectors.joining(", "));
            out.println(text("journal.torn").formatted(lines));
        }
        if (!check.open().isEmpty()) {
            out.println(text("journal.open").formatted(check.open().size()));
        }
    }

    private static String json(Path file, JournalCheck check) {
        var node = JsonMapper.builder().build().createObjectNode();
        node.put("file", file.toString());
        node.put("good", check.broken() == null);
        node.put("entries", check.entries().size());
        node.put("head", check.head());
        check.torn().forEach(node.putArray("torn")::add);
        check.open().stream().map(JournalEntry::operation).forEach(node.putArray("open")::add);
        var broken = check.broken();
        if (broken != null) {
            node.putObject("broken")
                    .put("line", broken.line())
                    .put("fault", broken.fault().name());
        }
        return node.toString();
    }

    private String text(String key) {
        return spec.root().resourceBundle().getString(key);
    }
}
