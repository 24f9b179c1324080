package io.atalaya.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code papers --out DIR}: the man page and what shells complete, from the options themselves. For who makes packages. */
@Command(name = "papers", resourceBundle = "io.atalaya.app.commandline", hidden = true)
final class PapersCommand implements Callable<Integer> {
    private final UnaryOperator<Path> folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "papers.out")
    private @Nullable Path out;

    /** @param folder makes a typed path one that this process finds */
    PapersCommand(UnaryOperator<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Integer call() throws IOException {
        var root = spec.root();
        var into = Files.createDirectories(folder.apply(java.util.Objects.requireNonNull(out, "picocli asks for it")));
        Files.writeString(into.resolve("atalaya.bash"), AutoComplete.bash("atalaya", root.commandLine()));
        Files.writeString(into.resolve("_atalaya"), ShellCompletions.zsh(root));
        Files.writeString(into.resolve("atalaya.fish"), ShellCompletions.fish(root));
        Files.writeString(into.resolve("atalaya.1"), new ManPage(root).text());
        return ExitCode.OK;
    }
}
