package io.atalaya.ui.activity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes acts into a file that the person chooses. */
public final class ActivitySaver {
    private final Path journal;
    private final Function<String, Optional<Path>> choose;
    private final Executor background;
    private final Executor screen;

    /**
     * @param journal whose lines are copied
     * @param choose asks where, given a name; empty when the person thinks better of it
     */
    public ActivitySaver(Path journal, Function<String, Optional<Path>> choose, Executor background, Executor screen) {
        this.journal = journal;
        this.choose = choose;
        this.background = background;
        this.screen = screen;
    }

    /** @param told key and argument of what has come of it */
    void csv(List<ActivityRow> rows, BiConsumer<String, String> told) {
        save("atalaya-activity.csv", () -> ActivityExport.csv(rows), told);
    }

    /** As CSV, with times and lists as JSON has them, and with what CloudTrail says. */
    void json(List<ActivityRow> rows, BiConsumer<String, String> told) {
        save("atalaya-activity.json", () -> ActivityJson.of(rows), told);
    }

    /** The journal's own lines of these acts, byte by byte: of all of them, a journal that verifies. */
    void lines(List<ActivityRow> rows, BiConsumer<String, String> told) {
        var operations = rows.stream().map(ActivityRow::operation).collect(Collectors.toCollection(HashSet::new));
        save("atalaya-activity.jsonl", () -> own(operations), told);
    }

    private String own(Set<String> operations) throws IOException {
        if (Files.notExists(journal)) {
            return "";
        }
        // readString refuses what is no UTF-8; one bad line must not keep the others from being saved
        return new String(Files.readAllBytes(journal), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> operations.stream().anyMatch(it -> line.contains("\"operation\":\"" + it + "\"")))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private interface Made {
        String text() throws IOException;
    }

    private void save(String name, Made made, BiConsumer<String, String> told) {
        choose.apply(name)
                .ifPresent(file -> background.execute(() -> {
                    try {
                        if (Files.exists(file) && Files.exists(journal) && Files.isSameFile(file, journal)) {
                            throw new FileAlreadyExistsException(file.toString()); // a journal is only added to
                        }
                        Files.writeString(file, made.text(), StandardCharsets.UTF_8);
                        screen.execute(() -> told.accept("activity.saved", file.toString()));
                    } catch (IOException e) {
                        screen.execute(() -> told.accept("activity.notSaved", e.toString()));
                    }
                }));
    }
}
