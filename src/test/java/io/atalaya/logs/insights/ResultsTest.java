package io.atalaya.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.insights.QueryLint.Finding;
import io.atalaya.logs.insights.QueryLint.Kind;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTest {
    @Test
    void countsByTimeAreLines() {
        var table = ScriptedQueries.table(
                List.of("bin(5m)", "errors", "all"),
                new String[] {"2026-11-22 18:10:00.000", "3", "30"},
                new String[] {"2026-11-22 18:00:00.000", "1", "10"},
                new String[] {"2026-11-22 18:05:00.000", null, "20"},
                new String[] {"2026-11-22 18:20:00.000", "4", "40"});
        var chart = TimeChart.of("stats count(*) by bin(5m)", table).orElseThrow();
        assertThat(chart.step()).isEqualTo(300_000);
        assertThat(chart.times()).hasSize(5);
        assertThat(chart.times().getFirst())
                .isEqualTo(Instant.parse("2026-11-22T18:00:00Z").toEpochMilli());
        assertThat(chart.lines()).extracting(TimeChart.Line::name).containsExactly("errors", "all");
        assertThat(chart.lines().getFirst().values()).containsExactly(1.0, Double.NaN, 3.0, Double.NaN, 4.0);
    }

    @Test
    void groupsAreLinesOfTheirOwnTheLargestFirstWhereThereAreMany() {
        var rows = new String[20][];
        for (int i = 0; i < 20; i++) {
            rows[i] = new String[] {"2026-11-22 18:00:00", "h" + i, String.valueOf(i)};
        }
        var chart = TimeChart.of(
                        "stats count(*) by bin(1m) as t, host", ScriptedQueries.table(List.of("t", "host", "n"), rows))
                .orElseThrow();
        assertThat(chart.lines())
                .extracting(TimeChart.Line::name)
                .startsWith("h19", "h18")
                .hasSize(8);
        assertThat(chart.left()).isEqualTo(12);
    }

    @Test
    void whatIsNotCountedByTimeIsNoChart() {
        var table = ScriptedQueries.table(List.of("@timestamp", "n"), new String[] {"2026-11-22 18:00:00.000", "1"});
        assertThat(TimeChart.of("fields @timestamp", table)).isEmpty();
        assertThat(TimeChart.of("stats count(*) by bin(5m)", ResultTable.EMPTY)).isEmpty();
    }

    @Test
    void aRowLeadsToItsEvent() {
        var arn = "arn:aws:logs:us-east-1:123456789012:log-group:/app/server";
        var other = "arn:aws:logs:us-east-1:999999999999:log-group:/app/server";
        var table = ScriptedQueries.table(
                List.of("@timestamp", "@log", "@logStream"),
                new String[] {"2026-11-22 18:00:00.123", "123456789012:/app/server", "i-1"},
                new String[] {"2026-11-22 18:00:00.123", "111111111111:/else", null});
        assertThat(RawPlace.of(table, table.rows().getFirst(), List.of(other, arn)))
                .contains(new RawPlace(arn, "i-1", Instant.parse("2026-11-22T18:00:00.123Z")));
        assertThat(RawPlace.of(table, table.rows().getLast(), List.of(other, arn)))
                .isEmpty();
        assertThat(RawPlace.of(table, table.rows().getLast(), List.of(arn)))
                .contains(new RawPlace(arn, "", Instant.parse("2026-11-22T18:00:00.123Z")));
    }

    @Test
    void theSamplesAreWithoutFault() {
        assertThat(Samples.all()).hasSize(10).allSatisfy(it -> assertThat(QueryLint.of(it.text()))
                .as(it.key())
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "fields @message | limit 20; -",
                "FIELDS @message | Sort @timestamp desc; -",
                "# a comment | x\\nfields a; -",
                "filter a like /x|y/ | stats count(*) by bin(5m); -",
                "filter a / 2 > 1 and b / 3 > 1 | limit 1; -",
                "parse @message /(?<a>\\d+)\\// | display a; -",
                "parse @message 'x | *' as y | display y; -",
                "filter m not like /a/ and x in [1, 2]; -",
                "''; NOTHING_ASKED",
                "# only words; NOTHING_ASKED",
                "fields a | ; EMPTY_STEP",
                "fields a || limit 1; EMPTY_STEP",
                "feilds a; UNKNOWN_COMMAND",
                "fields a | select b; UNKNOWN_COMMAND",
                "filter a = \"x; UNCLOSED_QUOTE",
                "filter a like /x; UNCLOSED_PATTERN",
                "filter (a = 1; UNBALANCED_BRACKET",
                "filter a = 1); UNBALANCED_BRACKET",
                "filter a == 1; DOUBLE_EQUALS",
                "filter a = '=='; -",
                "fields a | limit many; LIMIT",
                "fields a | limit 10001; LIMIT",
                "fields a | limit; LIMIT",
            })
    void slipsAreSeen(String query, String expected) {
        var found = QueryLint.of(query.replace("\\n", "\n"));
        assertThat(found)
                .extracting(Finding::kind)
                .isEqualTo(expected == null ? List.of() : List.of(Kind.valueOf(expected)));
    }

    @Property(tries = 2000)
    void noQueryIsTooOdd(@ForAll String query) {
        assertThat(QueryLint.of(query)).isNotNull();
        assertThat(TimeChart.time(query)).isEmpty();
    }
}
