package io.atalaya.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.deployment.text.Csv;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.trail.TrailDifference;
import io.atalaya.operate.trail.TrailEvent;
import io.atalaya.operate.trail.TrailMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T19:03:39Z");

    private static JournalEntry entry(Kind kind, String operation, @Nullable Verdict verdict, String resource) {
        return new JournalEntry(
                NOW,
                kind,
                operation,
                "StopInstance",
                "ec2:StopInstances",
                "111122223333",
                "us-east-1",
                null,
                "arn:aws:iam::111122223333:user/maria",
                resource,
                "aws ec2 stop-instances",
                List.of("danger: the last healthy target"),
                verdict,
                verdict == null ? "" : "stopped",
                verdict == null ? List.of() : List.of("req-1"),
                verdict == null ? null : 1_500L,
                "{}",
                "1@1");
    }

    @Test
    void intentAndOutcomeAreOneRowNewestFirst() {
        var rows = ActivityRows.of(
                List.of(
                        entry(Kind.INTENT, "a", null, "i-1"),
                        entry(Kind.INTENT, "b", null, "i-2"),
                        entry(Kind.OUTCOME, "a", Verdict.DONE, "i-1"),
                        entry(Kind.INTENT, "c", null, "i-3"),
                        entry(Kind.SETTLED, "b", Verdict.UNKNOWN, "i-2"),
                        entry(Kind.INTENT, "d", null, "i-4")),
                Set.of("d"));

        assertThat(rows).extracting(ActivityRow::operation).containsExactly("d", "c", "b", "a");
        assertThat(rows)
                .extracting(ActivityRow::ending)
                .containsExactly(
                        ActivityRow.Ending.UNDER_WAY,
                        ActivityRow.Ending.UNKNOWN,
                        ActivityRow.Ending.UNKNOWN,
                        ActivityRow.Ending.DONE);
        assertThat(rows.get(2).settled()).isTrue();
        assertThat(rows.getLast().requestIds()).containsExactly("req-1");
        assertThat(rows.getLast().endNumber()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1|\"'=1+1\"",
                "+SUM(A1)|\"'+SUM(A1)\"",
                "-1|\"'-1\"",
                "@cmd|\"'@cmd\"",
                "plain|plain",
                "a,b|\"a,b\"",
                "say \"no\"|\"say \"\"no\"\"\"",
            })
    void nothingInACellIsAFormula(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @Test
    void aTabOrABlankBeforeItHidesNoFormula() {
        assertThat(Csv.cell("\t=1")).startsWith("\"'\t");
        assertThat(Csv.cell("  =1")).startsWith("\"'");
        assertThat(Csv.cell("\n@x")).startsWith("\"'");
    }

    @Test
    void theJournalIsNeverWrittenOver(@TempDir Path folder) throws IOException {
        var journal = folder.resolve("journal.jsonl");
        var bytes = "{\"operation\":\"a\"}\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1); // no UTF-8
        Files.write(journal, bytes);
        var rows = ActivityRows.of(List.of(entry(Kind.INTENT, "a", null, "i-1")), Set.of());
        var told = new ArrayList<String>();
        var onto = new ActivitySaver(
                journal,
                name -> Optional.of(folder.resolve(".").resolve("journal.jsonl")),
                Runnable::run,
                Runnable::run);
        onto.csv(rows, (key, argument) -> told.add(key));
        onto.lines(rows, (key, argument) -> told.add(key));
        assertThat(journal).hasBinaryContent(bytes);
        var beside = folder.resolve("copy.jsonl");
        new ActivitySaver(journal, name -> Optional.of(beside), Runnable::run, Runnable::run)
                .lines(rows, (key, argument) -> told.add(key));
        assertThat(told).containsExactly("activity.notSaved", "activity.notSaved", "activity.saved");
        assertThat(beside).hasContent("{\"operation\":\"a\"}\n");
    }

    @Property
    void everyActIsOneRecordWhateverItsTexts(@ForAll String resource) {
        var csv = ActivityExport.csv(ActivityRows.of(List.of(entry(Kind.INTENT, "a", null, resource)), Set.of()));
        assertThat(records(csv)).isEqualTo(2);
    }

    @Test
    void exportsSayWhatCloudTrailSays() throws IOException {
        var event = new TrailEvent(
                "event-1", NOW, "ec2.amazonaws.com", "StopInstances", "us-east-1", "", "req-1", "", null, "");
        var differs = new TrailDifference(TrailDifference.What.PARAMETER, "InstanceIds[0]", "=i-1", "i-2");
        var match = new TrailMatch(
                TrailMatch.Verdict.ALTERED, event, List.of(differs), List.of("force = true"), 1, 1, null, NOW);
        var rows = ActivityRows.of(
                        List.of(entry(Kind.INTENT, "a", null, "i-1"), entry(Kind.OUTCOME, "a", Verdict.DONE, "i-1")),
                        Set.of())
                .stream()
                .map(row -> row.with(match))
                .toList();

        assertThat(ActivityExport.csv(rows))
                .contains(",cloudtrail,cloudtrail_event_id,cloudtrail_asked_at,cloudtrail_differences\r\n")
                .contains(",ALTERED,event-1," + NOW + ",PARAMETER InstanceIds[0]: =i-1 / i-2\r\n");
        var json = JsonMapper.builder().build().readTree(ActivityJson.of(rows));
        assertThat(json.at("/0/cloudTrail/verdict").asText()).isEqualTo("ALTERED");
        assertThat(json.at("/0/cloudTrail/eventId").asText()).isEqualTo("event-1");
        assertThat(json.at("/0/cloudTrail/differences/0/cloudTrail").asText()).isEqualTo("i-2");
        assertThat(json.at("/0/requestIds/0").asText()).isEqualTo("req-1");
        assertThat(rows.getFirst().contradicted()).isTrue();
    }

    /** As RFC 4180 counts them: line ends inside of quotation marks do not end a record. */
    private static int records(String csv) {
        var quoted = false;
        var records = 0;
        for (int i = 0; i < csv.length(); i++) {
            if (csv.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && csv.charAt(i) == '\n') {
                records++;
            }
        }
        return records;
    }
}
