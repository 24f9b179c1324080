package io.atalaya.logs.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.logs.Level;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final long AT = 1_772_373_819_000L; // 2026-03-01T14:03:39Z

    private final MemoryEvents events = new MemoryEvents();
    private final NoGaps ledger =
            new NoGaps(List.of(new Gap(1, "g", AT + 1_500, AT + 1_900, Cause.SLEPT, 2, 9L, Gap.State.IN_DOUBT, null)));
    private final StoredView view;

    @TempDir
    Path folder;

    ExportTest() {
        int stream = events.stream("g", "s");
        events.append(stream, AT, Level.INFO, false, "=1+1");
        events.append(stream, AT + 1_000, Level.ERROR, false, "boom");
        events.append(stream, AT + 1_001, Level.UNKNOWN, true, "\tat a.B");
        events.append(stream, AT + 2_000, Level.WARN, false, "x".repeat(5_000));
        view = new StoredView(events, ledger, Runnable::run);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private String export(Export.Format format, Export.What what) throws IOException {
        var file = folder.resolve("out");
        var done = new Export(view, ledger).write(file, format, what, (written, of) -> true);
        assertThat(done.bytes()).isEqualTo(Files.size(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
        return Files.readString(file);
    }

    @Test
    void writesTextWithGapsAndWhatIsFolded() throws IOException {
        assertThat(export(Export.Format.TEXT, new Export.What.All()).lines().toList())
                .containsExactly(
                        "# 2026-03-01T14:03:39.000Z to 2026-03-01T14:03:41.001Z: 0 events, 0 recovered, 0 in doubt,"
                                + " gaps: 2026-03-01T14:03:40.500Z to 2026-03-01T14:03:40.900Z of g (SLEPT, IN_DOUBT,"
                                + " recovered 2, in doubt 9)",
                        "# 4 rows",
                        "2026-03-01T14:03:39.000Z INFO g s =1+1",
                        "2026-03-01T14:03:40.000Z ERROR g s boom",
                        "\tat a.B",
                        "--- gap 2026-03-01T14:03:40.500Z to 2026-03-01T14:03:40.900Z of g (SLEPT, IN_DOUBT, recovered"
                                + " 2, in doubt 9)",
                        "2026-03-01T14:03:41.000Z WARN g s " + "x".repeat(5_000));
    }

    @Test
    void writesValuesNoSpreadsheetTakesForFormulas() throws IOException {
        var lines = export(Export.Format.CSV, new Export.What.Range(0, 1)).split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[2]).endsWith(",INFO,DELIVERED,false,false,\"'=1+1\"");
        assertThat(lines[3]).endsWith("\"boom\n\tat a.B\"");
    }

    @Test
    void writesAJsonObjectALine() throws IOException {
        var kinds = new ArrayList<String>();
        for (var line :
                export(Export.Format.JSON_LINES, new Export.What.All()).lines().toList()) {
            kinds.add(new JsonMapper().readTree(line).path("kind").asText());
        }
        assertThat(kinds).containsExactly("about", "event", "event", "gap", "event");
    }

    @Test
    void writesChosenEvents() throws IOException {
        assertThat(export(Export.Format.TEXT, new Export.What.Ids(List.of(1L, 99L)))
                        .lines())
                .contains("2026-03-01T14:03:40.000Z ERROR g s boom")
                .noneMatch(line -> line.contains("=1+1") || line.startsWith("---"));
    }

    @Test
    void writesEachRowOnceWhileOthersCome() throws IOException {
        int stream = events.stream("g", "s");
        for (int i = 0; i < 2_000; i++) {
            events.append(stream, AT + 5_000 + i / 10, Level.INFO, false, "line " + i);
        }
        var file = folder.resolve("out");
        long[] asked = {0};
        var done = new Export(view, ledger).write(file, Export.Format.TEXT, new Export.What.All(), (written, of) -> {
            events.append(stream, AT + 10, Level.INFO, false, "late " + asked[0]++); // moves every number
            events.append(stream, AT + 9_000, Level.INFO, false, "after the end");
            return true;
        });
        assertThat(done.events()).isEqualTo(2_003);
        var lines = Files.readAllLines(file).stream()
                .filter(line -> line.contains(" line "))
                .toList();
        assertThat(lines).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void leavesNothingWhenCancelledOrImpossible() throws IOException {
        var file = folder.resolve("out");
        Files.writeString(file, "before");
        var done =
                new Export(view, ledger).write(file, Export.Format.TEXT, new Export.What.All(), (written, of) -> false);
        assertThat(done.cancelled()).isTrue();
        assertThat(file).hasContent("before");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
        assertThatThrownBy(() -> new Export(view, ledger)
                        .write(
                                folder.resolve("no/such"),
                                Export.Format.TEXT,
                                new Export.What.All(),
                                (written, of) -> true))
                .isInstanceOf(IOException.class);
    }
}
