package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.feed.FeedPlan;
import io.atalaya.sandbox.world.feed.NumberedFeed;
import io.atalaya.sandbox.world.feed.Shape;
import io.atalaya.sandbox.world.logs.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueriesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryCompileError;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StopQueryResponse;

/** Queries answer what the numbered feed holds. */
class LogInsightsTest {
    private final Asker aws = Asker.calm();
    private final Instant start = aws.clock().instant();
    private final NumberedFeed plain = feed("/q/plain", Shape.PLAIN);
    private final NumberedFeed json = feed("/q/json", Shape.JSON);

    private NumberedFeed feed(String name, Shape shape) {
        return NumberedFeed.add(
                aws.world(),
                FeedPlan.steady(1, 4, 50)
                        .named(name)
                        .shaped(shape)
                        .around(start, Duration.ZERO, Duration.ofSeconds(120)));
    }

    @Test
    void withoutFieldsTheNewestComeFirstWithTheirPointers() throws Exception {
        List<Map<String, String>> rows = rows(plain, "limit 5");
        List<LogLine> truth = plain.truth(start, start.plusSeconds(120));
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst().keySet()).containsExactly("@timestamp", "@message", "@ptr");
        assertThat(rows.getFirst()).containsEntry("@message", truth.getLast().message());
        assertThat(rows.getFirst().get("@timestamp")).matches("2026-11-24 19:05:3\\d\\.\\d{3}");

        Map<String, String> record = aws.ask(
                        GetLogRecordRequest.builder()
                                .logRecordPointer(rows.getFirst().get("@ptr"))
                                .build(),
                        GetLogRecordResponse.class)
                .logRecord();
        assertThat(record)
                .containsEntry("@message", truth.getLast().message())
                .containsEntry("@timestamp", Long.toString(truth.getLast().millis()));
    }

    @Test
    void countsByBinAndLevelAreTheTruth() throws Exception {
        List<Map<String, String>> rows = rows(
                plain,
                "# levels a minute\nparse @message /^(?<level>\\w+) /\n| stats count(*) as n by bin(1m), level | sort n desc");
        List<LogLine> truth = plain.truth(start, start.plusSeconds(120));
        assertThat(rows.stream().mapToLong(r -> Long.parseLong(r.get("n"))).sum())
                .isEqualTo(truth.size());
        assertThat(rows.getFirst().keySet()).containsExactly("bin(1m)", "level", "n");
        assertThat(rows).extracting(r -> Long.parseLong(r.get("n"))).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(rows.stream()
                        .filter(r -> "ERROR".equals(r.get("level")))
                        .mapToLong(r -> Long.parseLong(r.get("n")))
                        .sum())
                .isEqualTo(truth.stream()
                        .filter(l -> l.message().startsWith("ERROR"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "filter @message like 'WARN'; 5",
                "filter @message like /(?i)warn|error/; 7",
                "filter @message not like /INFO/; 7",
                "filter @message =~ \"ERROR\" or @message like \"WARN\"; 7",
                "filter level = 'ERROR'; 0"
            })
    void filtersByTextAndPattern(String query, int percent) throws Exception {
        assertThat(rows(plain, query + " | stats count(*) as n").stream()
                        .mapToLong(r -> Long.parseLong(r.get("n")))
                        .sum())
                .isBetween(6_000L * percent / 100 - 60, 6_000L * percent / 100 + 60);
    }

    @Test
    void fieldsOfJsonAreDiscoveredAndComputedWith() throws Exception {
        assertThat(
                        rows(
                                json,
                                "filter level in ['ERROR', 'WARN'] and ms >= 50 and not orden < 10000"
                                        + " | fields ms * 2 as twice, upper(`técnico`), level | display twice, level | limit 3"))
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.keySet()).containsExactly("twice", "level", "@ptr");
                    assertThat(Double.parseDouble(row.get("twice"))).isGreaterThanOrEqualTo(100);
                });
    }

    @Test
    void statisticsOfNumbers() throws Exception {
        Map<String, String> row = rows(
                        json,
                        "stats count(*), avg(ms), min(ms), max(ms), pct(ms, 50), sum(ms) as all, count_distinct(@logStream) as streams")
                .getFirst();
        assertThat(row)
                .containsEntry("count(*)", "6000")
                .containsEntry("min(ms)", "3")
                .containsEntry("max(ms)", "99")
                .containsEntry("streams", "4");
        assertThat(Double.parseDouble(row.get("avg(ms)"))).isBetween(49.0, 53.0);
        assertThat(Double.parseDouble(row.get("pct(ms, 50)"))).isBetween(49.0, 53.0);
    }

    @Test
    void globsParseAndDedupKeepsTheFirstOfEach() throws Exception {
        List<Map<String, String>> rows = rows(
                plain,
                "parse @message 'pedido * listo en * ms' as pedido, ms | sort @timestamp asc | dedup @logStream | limit 9");
        assertThat(rows).hasSize(4);
        assertThat(rows(
                        plain,
                        "parse @message 'pedido * listo en * ms' as pedido, ms | filter ms = 3 | fields pedido, ms"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r).containsEntry("ms", "3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "fildes @message; 0; 6; unexpected symbol found fildes at line 1 and position 1",
                "fields @message | sort; 22; 22; unexpected symbol found <EOF> at line 1 and position 23",
                "fields @message | dedup x | sort y; 28; 32; unexpected symbol found sort at line 1 and position 29",
                "filter @message like 7; 21; 22; unexpected symbol found 7 at line 1 and position 22",
                "stats nonsense(*); 6; 14; Invalid aggregation function nonsense",
                "fields nonsense(@message); 7; 15; Invalid function name nonsense"
            })
    void malformedQueriesTellWhere(String query, int from, int to, String message) {
        assertThatThrownBy(() -> start(plain, query)).isInstanceOfSatisfying(WireFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("MalformedQueryException");
            var error =
                    (QueryCompileError) Objects.requireNonNull(fault.details().get("queryCompileError"));
            assertThat(error.message()).isEqualTo(message);
            assertThat(error.location().startCharOffset()).isEqualTo(from);
            assertThat(error.location().endCharOffset()).isEqualTo(to);
        });
    }

    @Test
    void takesItsTimeAndTellsHowFarItIs() throws Exception {
        aws.clock().advance(Duration.ofSeconds(300));
        aws.world().queries().speed(50_000);
        String id = start(plain, "fields @message | limit 1000");
        assertThat(results(id).status()).isEqualTo(QueryStatus.SCHEDULED);
        assertThat(aws.world().queries().find(id).orElseThrow().awaitScan(Duration.ofSeconds(30)))
                .isTrue();
        aws.clock().advance(Duration.ofSeconds(3));
        GetQueryResultsResponse part = results(id);
        assertThat(part.status()).isEqualTo(QueryStatus.RUNNING);
        assertThat(part.statistics().recordsScanned()).isBetween(1.0, 5_999.0);
        assertThat(part.results()).hasSizeBetween(1, 999);
        aws.clock().advance(Duration.ofSeconds(30));
        GetQueryResultsResponse whole = results(id);
        assertThat(whole.status()).isEqualTo(QueryStatus.COMPLETE);
        assertThat(whole.statistics().recordsScanned()).isEqualTo(6_000.0);
        assertThat(whole.statistics().recordsMatched()).isEqualTo(6_000.0);
        assertThat(whole.statistics().bytesScanned()).isGreaterThan(6_000 * 40.0);
        assertThat(whole.results()).hasSize(1_000);
        assertThatThrownBy(() -> stop(id)).isInstanceOf(WireFault.class);
    }

    @Test
    void stopsAndListsAndLimits() {
        aws.world().queries().limit(2);
        String first = start(plain, "limit 1");
        start(json, "limit 1");
        assertThatThrownBy(() -> start(plain, "limit 1"))
                .isInstanceOfSatisfying(
                        WireFault.class, f -> assertThat(f.code()).isEqualTo("LimitExceededException"));
        assertThat(stop(first).success()).isTrue();
        assertThat(results(first).status()).isEqualTo(QueryStatus.CANCELLED);
        start(plain, "limit 2");
        var all = aws.ask(DescribeQueriesRequest.builder().build(), DescribeQueriesResponse.class)
                .queries();
        assertThat(all).extracting(q -> q.queryString()).containsExactly("limit 2", "limit 1", "limit 1");
        assertThat(aws.ask(
                                DescribeQueriesRequest.builder()
                                        .status(QueryStatus.CANCELLED)
                                        .build(),
                                DescribeQueriesResponse.class)
                        .queries())
                .singleElement()
                .satisfies(q -> assertThat(q.queryId()).isEqualTo(first));
    }

    private List<Map<String, String>> rows(NumberedFeed feed, String query) throws InterruptedException {
        aws.clock().advance(Duration.ofSeconds(300));
        String id = start(feed, query);
        assertThat(aws.world().queries().find(id).orElseThrow().awaitScan(Duration.ofSeconds(30)))
                .isTrue();
        aws.clock().advance(Duration.ofSeconds(60));
        GetQueryResultsResponse answer = results(id);
        assertThat(answer.status()).isEqualTo(QueryStatus.COMPLETE);
        return answer.results().stream()
                .map(fields -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    fields.forEach(f -> row.put(f.field(), f.value()));
                    return row;
                })
                .toList();
    }

    private String start(NumberedFeed feed, String query) {
        return aws.ask(
                        StartQueryRequest.builder()
                                .logGroupNames(feed.groups())
                                .startTime(start.getEpochSecond())
                                .endTime(start.getEpochSecond() + 3_600)
                                .queryString(query)
                                .build(),
                        StartQueryResponse.class)
                .queryId();
    }

    private GetQueryResultsResponse results(String id) {
        return aws.ask(GetQueryResultsRequest.builder().queryId(id).build(), GetQueryResultsResponse.class);
    }

    private StopQueryResponse stop(String id) {
        return aws.ask(StopQueryRequest.builder().queryId(id).build(), StopQueryResponse.class);
    }
}
