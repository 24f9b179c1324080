package io.atalaya.noc.desk.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JournalFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("own").resolve("desk.journal");
    }

    @Test
    void keepsADeskOverARestart() throws IOException {
        var state = Desks.acknowledged(Desks.with("cpu", "disk"), "cpu", "ana", 5);
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            journal.keep(Desks.with("cpu", "disk"));
            journal.keep(state);
        }
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            assertThat(journal.state()).isEqualTo(state);
            assertThat(journal.problems()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aTornLastLineIsDroppedAndADamagedOneKeptAside() throws IOException {
        var state = Desks.with("cpu");
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            journal.keep(state);
        }
        Files.writeString(file(), "01234567 {\"entries\":{\"cp", StandardOpenOption.APPEND);
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            assertThat(journal.state()).isEqualTo(state);
            assertThat(journal.problems()).isEmpty();
        }
        var lines = Files.readString(file(), UTF_8);
        Files.writeString(file(), "00000000 {}\n" + lines, UTF_8);
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            assertThat(journal.state()).isEqualTo(state);
            assertThat(journal.problems()).singleElement().asString().contains("damaged");
        }
        try (var aside = Files.newDirectoryStream(file().getParent(), "*.damaged-*")) {
            assertThat(aside).hasSize(1);
        }
    }

    @Test
    void anotherConsoleIsToldThatItIsInUse() throws IOException {
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            assertThat(journal.state().entries()).isEmpty();
            assertThatThrownBy(() -> JournalFile.open(file(), Desks.NOW))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void compactsWithoutLosingAnything() throws IOException {
        var state = Desks.with("cpu");
        try (var journal = JournalFile.open(file(), Desks.NOW, 4_000)) {
            for (int i = 0; i < 60; i++) {
                state = Desks.acknowledged(state, "cpu", "person" + i, i);
                journal.keep(state);
            }
            assertThat(Files.size(file())).isLessThan(200_000);
        }
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            assertThat(journal.state()).isEqualTo(state);
        }
    }

    @Test
    void thatItWasLookedAtAgainIsNotWrittenEachTime() throws IOException {
        var desk = new io.atalaya.noc.desk.Desk("here");
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            var state = Desks.with("cpu");
            journal.keep(state);
            var size = Files.size(file());
            for (int i = 1; i < 12; i++) {
                var now = Desks.NOW.plusSeconds(5 * i);
                state = desk.look(state, Desks.wrong(now, "cpu"), now).state();
                journal.keep(state);
            }
            assertThat(Files.size(file())).isEqualTo(size);
        }
    }

    /** What was said to be kept is there when the process is killed in the middle of its work. */
    @Test
    void survivesBeingKilled() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var kept = -1;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            while (kept < 40) {
                var line = out.readLine();
                assertThat(line).as("the writer lives").isNotNull();
                kept = Integer.parseInt(line);
            }
            process.toHandle().destroyForcibly(); // leaves what was said to be read
            for (var line = out.readLine(); line != null && line.matches("[0-9]+"); line = out.readLine()) {
                kept = Integer.parseInt(line);
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try (var journal = JournalFile.open(file(), Desks.NOW)) {
            assertThat(journal.problems()).isEmpty();
            assertThat(journal.state().entry("cpu").orElseThrow().attention().acknowledgements())
                    .hasSizeGreaterThanOrEqualTo(kept + 1);
        }
    }

    /** Keeps acknowledgement after acknowledgement and says so after each. */
    static final class KilledWriter {
        public static void main(String[] arguments) throws IOException {
            var state = Desks.with("cpu");
            try (var journal = JournalFile.open(Path.of(arguments[0]), Desks.NOW)) {
                for (int i = 0; i < 100_000; i++) {
                    state = Desks.acknowledged(state, "cpu", "person" + i, i);
                    journal.keep(state);
                    System.out.println(i);
                }
            }
        }
    }
}
