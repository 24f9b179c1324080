package io.atalaya.operate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data").resolve("journal.jsonl");
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        var journal = new Journal(file);
        journal.append(Entries.intent("1"));
        journal.append(Entries.entry("1", JournalEntry.Kind.OUTCOME, "línea \"uno\"\nline two \u202E \u0000 🔥"));
        new Journal(file).append(Entries.intent("2"));
        var check = JournalCheck.of(file);
        assertThat(check.broken()).isNull();
        assertThat(check.torn()).isEmpty();
        assertThat(check.entries())
                .containsExactly(
                        Entries.intent("1"),
                        Entries.entry("1", JournalEntry.Kind.OUTCOME, "línea \"uno\"\nline two \u202E \u0000 🔥"),
                        Entries.intent("2"));
        assertThat(check.open()).containsExactly(Entries.intent("2"));
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsIt() throws IOException {
        new Journal(file).append(Entries.intent("1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.resolveSibling("journal.jsonl.lock"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anyChangedCharacterIsFoundInItsLine() throws IOException {
        write(6);
        var whole = Files.readString(file);
        var random = new Random(3);
        for (int round = 0; round < 300; round++) {
            var at = random.nextInt(whole.length());
            var put = (char) (' ' + random.nextInt(94));
            if (whole.charAt(at) == '\n' || whole.charAt(at) == put) {
                continue;
            }
            Files.writeString(file, whole.substring(0, at) + put + whole.substring(at + 1));
            var line = whole.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            var check = JournalCheck.of(file);
            if (check.broken() == null) {
                // the end of the last line: as a crash would leave it, and its entry does not count
                assertThat(check.torn()).as("character %d", at).containsExactly(6L);
                assertThat(check.entries()).hasSize(5);
            } else {
                assertThat(check.broken().line()).as("character %d", at).isEqualTo(line);
            }
        }
    }

    @Test
    void linesTakenOutPutInOrMovedAreFound() throws IOException {
        write(6);
        var lines = Files.readAllLines(file);
        var without = new ArrayList<>(lines);
        without.remove(2);
        assertThat(brokenAt(without)).isEqualTo(3);
        var twice = new ArrayList<>(lines);
        twice.add(3, lines.get(2));
        assertThat(brokenAt(twice)).isEqualTo(4);
        var moved = new ArrayList<>(lines);
        Collections.swap(moved, 1, 2);
        assertThat(brokenAt(moved)).isEqualTo(2);
        var beheaded = new ArrayList<>(lines.subList(1, 6));
        assertThat(brokenAt(beheaded)).isEqualTo(1);
        var foreign = new ArrayList<>(lines);
        foreign.add(3, "{}");
        foreign.add(4, "{}");
        assertThat(brokenAt(foreign)).isEqualTo(4);
    }

    @Test
    void linesCutOffTheEndShowInTheHead() throws IOException {
        write(6);
        var head = JournalCheck.of(file).head();
        var lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, 5));
        var check = JournalCheck.of(file);
        assertThat(check.broken()).isNull();
        assertThat(check.head()).isNotEqualTo(head);
    }

    @Test
    void aHalfWrittenLineIsNamedAndTheChainGoesOn() throws IOException {
        write(3);
        var whole = Files.readAllBytes(file);
        var lastBegins = new String(whole, StandardCharsets.UTF_8).lastIndexOf('\n', whole.length - 2) + 1;
        for (int cut = lastBegins + 1; cut < whole.length; cut += 37) {
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            assertThat(JournalCheck.of(file).entries()).hasSizeBetween(2, 3);
            new Journal(file).append(Entries.intent("after"));
            var check = JournalCheck.of(file);
            assertThat(check.broken()).isNull();
            assertThat(check.torn()).containsExactly(3L);
            assertThat(check.entries()).hasSize(3).last().isEqualTo(Entries.intent("after"));
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1)); // only the line end is missing
        new Journal(file).append(Entries.intent("after"));
        var check = JournalCheck.of(file);
        assertThat(check.broken()).isNull();
        assertThat(check.torn()).isEmpty();
        assertThat(check.entries()).hasSize(4);
    }

    @Test
    void aFileThatIsNoJournalIsNotCalledGood() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "garbage\n");
        assertThat(JournalCheck.of(file).broken()).isEqualTo(new JournalCheck.Broken(1, JournalFault.NO_HASH));
        Files.writeString(file, "");
        assertThat(JournalCheck.of(file).broken()).isNull();
        write(1);
        Files.writeString(file, Files.readString(file).substring(0, 120));
        assertThat(JournalCheck.of(file).broken()).isNull();
        assertThat(JournalCheck.of(file).torn()).containsExactly(1L);
    }

    @Test
    void severalHalfWrittenLinesInARowAreNamed() throws IOException {
        write(3);
        var whole = Files.readString(file);
        var lastBegins = whole.lastIndexOf('\n', whole.length() - 2) + 1;
        Files.writeString(
                file, whole.substring(0, lastBegins + 200) + '\n' + whole.substring(lastBegins, lastBegins + 40));
        new Journal(file).append(Entries.intent("after"));
        var check = JournalCheck.of(file);
        assertThat(check.broken()).isNull();
        assertThat(check.torn()).containsExactly(3L, 4L);
        assertThat(check.entries()).hasSize(3).last().isEqualTo(Entries.intent("after"));
        Files.writeString(file, Files.readString(file) + whole.substring(lastBegins, lastBegins + 99) + "\n{}\n");
        assertThat(JournalCheck.of(file).broken()).isEqualTo(new JournalCheck.Broken(6, JournalFault.NO_HASH));
    }

    @Test
    void theLockIsNotOnWhatIsRead() throws IOException {
        write(1);
        try (var reader = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var held = reader.lock()) {
            new Journal(file).append(Entries.intent("2"));
            assertThat(held.isValid()).isTrue();
        }
        assertThat(JournalCheck.of(file).entries()).hasSize(2);
    }

    @Test
    void aLongLineIsFoundAgainFromTheEnd() throws IOException {
        var journal = new Journal(file);
        journal.append(Entries.entry("1", JournalEntry.Kind.OUTCOME, "x".repeat(300_000)));
        journal.append(Entries.intent("2"));
        assertThat(JournalCheck.of(file).broken()).isNull();
        assertThat(JournalCheck.of(file).entries()).hasSize(2);
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var journal = new Journal(file);
            var tasks = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        journal.append(Entries.intent(String.valueOf(i)));
                        return true;
                    })
                    .toList();
            for (var done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        var check = JournalCheck.of(file);
        assertThat(check.broken()).isNull();
        assertThat(check.entries()).hasSize(60);
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be", StandardOpenOption.CREATE);
        assertThatThrownBy(() -> new Journal(file).append(Entries.intent("1"))).isInstanceOf(IOException.class);
    }

    private long brokenAt(java.util.List<String> lines) throws IOException {
        Files.write(file, lines);
        var broken = JournalCheck.of(file).broken();
        return broken == null ? -1 : broken.line();
    }

    private void write(int entries) throws IOException {
        var journal = new Journal(file);
        for (int i = 0; i < entries; i++) {
            journal.append(i % 2 == 0 ? Entries.intent("o" + i / 2) : Entries.outcome("o" + i / 2));
        }
    }
}
