package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What shells complete and the man page says is what the command line takes. */
class PapersCommandTest {
    @Command(
            name = "atalaya",
            description = "What it is.%nAnd what it's for.",
            subcommands = PapersCommandTest.Draw.class)
    static final class Root {
        @Option(names = "--profile", paramLabel = "NAME", description = "It's a profile [of yours]")
        String profile = "";

        @Option(names = "--secret-way", hidden = true, description = "no")
        boolean hidden;
    }

    @Command(name = "draw", description = "Draws. And more.")
    static final class Draw {
        @Option(names = "--out", paramLabel = "DIR", description = "-the folder")
        String out = "";
    }

    @TempDir
    Path folder;

    @Test
    void allFourAreWritten() throws Exception {
        var code = new CommandLine(new Root())
                .addSubcommand(new PapersCommand(folder::resolve))
                .execute("papers", "--out", "papers");
        assertThat(code).isZero();
        var made = folder.resolve("papers");
        assertThat(Files.readString(made.resolve("atalaya.bash"))).contains("--profile", "draw");
        assertThat(Files.readString(made.resolve("_atalaya")))
                .startsWith("#compdef atalaya")
                .contains("--profile[It'\\''s a profile (of yours)]:name:", "--out[-the folder]:dir:_files")
                .doesNotContain("secret-way", "papers");
        assertThat(Files.readString(made.resolve("atalaya.fish")))
                .contains("-l profile -r -d 'It\\'s a profile [of yours]'", "-a draw -d 'Draws.'")
                .doesNotContain("secret-way", "papers");
        assertThat(Files.readString(made.resolve("atalaya.1")))
                .contains(".TH ATALAYA 1", "What it is. And what it's for.", ".SS draw", "\\-\\-out=DIR")
                .doesNotContain("secret", "papers");
    }
}
