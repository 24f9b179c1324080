package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;

/** Log events: their order, shapes, pages and what the story writes. */
class LogEventsTest {
    private static final Instant NOW = ManualClock.PICTURE;

    private final Asker aws = new Asker(Story.REPEATING, NOW);

    @Test
    void theGroupsOfTheDeployment() {
        assertThat(aws.ask(DescribeLogGroupsRequest.builder().build(), DescribeLogGroupsResponse.class)
                        .logGroups())
                .extracting(g -> g.logGroupName())
                .contains("/checkop/app", "/checkop/system", "/aws/rds/instance/dbprogressus/error");
    }

    @Test
    void eventsAreInOrderWithinTheRangeAndNotYetToCome() {
        List<FilteredLogEvent> events =
                all("/checkop/app", "2026-11-24T18:55:00Z", "2026-11-24T18:57:00Z", null, 10_000);
        assertThat(events.size() / 120.0).as("events a second").isBetween(14.0, 26.0);
        assertThat(events).extracting(FilteredLogEvent::timestamp).isSorted();
        assertThat(events).extracting(FilteredLogEvent::eventId).doesNotHaveDuplicates();
        assertThat(events).allMatch(e -> e.ingestionTime() > e.timestamp());
        assertThat(all("/checkop/app", "2026-11-24T19:03:30Z", "2026-11-24T19:30:00Z", null, 10_000))
                .allMatch(e -> e.ingestionTime() <= NOW.toEpochMilli());
    }

    @Test
    void pagesTogetherAreTheWhole() {
        var whole = all("/checkop/app", "2026-11-24T18:57:00Z", "2026-11-24T18:58:00Z", null, 10_000);
        var paged = all("/checkop/app", "2026-11-24T18:57:00Z", "2026-11-24T18:58:00Z", null, 37);
        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(500);
    }

    @Test
    void theStoryIsWrittenDown() {
        assertThat(all("/checkop/system", "2026-11-24T18:58:00Z", "2026-11-24T18:59:00Z", "nfs", 100))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.message())
                            .isEqualTo("kernel: nfs: server fs-0c41d7a92e58b6f03.efs.us-east-1.amazonaws.com not"
                                    + " responding, timed out");
                    assertThat(Instant.ofEpochMilli(e.timestamp())).isEqualTo("2026-11-24T18:58:40.112Z");
                    assertThat(e.logStreamName()).isEqualTo(Ids.APP_1D);
                });
        assertThat(all("/checkop/app", "2026-11-24T18:58:40Z", "2026-11-24T19:00:00Z", "ZipEvidenceJob failed", 100))
                .isNotEmpty()
                .allSatisfy(e -> {
                    assertThat(e.message().lines().filter(l -> l.startsWith("\tat ")))
                            .hasSize(38);
                    assertThat(e.logStreamName()).isEqualTo(Ids.APP_1D);
                });
    }

    @Test
    void thereAreLevelsJsonAndSpanish() {
        var messages = all("/checkop/app", "2026-11-24T18:30:00Z", "2026-11-24T18:58:00Z", null, 10_000).stream()
                .map(FilteredLogEvent::message)
                .toList();
        assertThat(messages).anyMatch(m -> m.startsWith("DEBUG"));
        assertThat(messages).anyMatch(m -> m.startsWith("INFO"));
        assertThat(messages).anyMatch(m -> m.startsWith("WARN"));
        assertThat(messages).anyMatch(m -> m.startsWith("{\"level\"") && m.endsWith("}"));
        assertThat(messages).anyMatch(m -> m.contains("Importación") && m.contains("Bogotá"));
        assertThat(messages).anyMatch(m -> m.contains("\n\tat co.checkop.imports.PagoParser"));
    }

    @Test
    void patternsSelect() {
        String from = "2026-11-24T18:50:00Z";
        String to = "2026-11-24T18:55:00Z";
        assertThat(all("/checkop/app", from, to, "\"GET /login\" -DEBUG", 10_000))
                .isNotEmpty()
                .allMatch(e -> e.message().contains("GET /login"));
        assertThat(all("/checkop/app", from, to, "?WARN ?ERROR", 10_000))
                .isNotEmpty()
                .allMatch(e -> e.message().contains("WARN") || e.message().contains("ERROR"));
        assertThat(all("/checkop/app", from, to, "{ $.event = \"orden.asignada\" }", 10_000))
                .isNotEmpty()
                .allMatch(e -> e.message().startsWith("{"));
    }

    @Test
    void aStreamIsReadBackwardsAndForwards() {
        var last = aws.ask(
                GetLogEventsRequest.builder()
                        .logGroupName("/checkop/app")
                        .logStreamName(Ids.APP_1A)
                        .limit(20)
                        .build(),
                GetLogEventsResponse.class);
        assertThat(last.events()).hasSize(20).extracting(e -> e.timestamp()).isSorted();
        var before = aws.ask(
                GetLogEventsRequest.builder()
                        .logGroupName("/checkop/app")
                        .logStreamName(Ids.APP_1A)
                        .limit(20)
                        .nextToken(last.nextBackwardToken())
                        .build(),
                GetLogEventsResponse.class);
        assertThat(before.events().getLast().timestamp())
                .isLessThanOrEqualTo(last.events().getFirst().timestamp());
        assertThat(before.events()).doesNotContainAnyElementsOf(last.events());
        aws.clock().advance(Duration.ofSeconds(15));
        var next = aws.ask(
                GetLogEventsRequest.builder()
                        .logGroupName("/checkop/app")
                        .logStreamName(Ids.APP_1A)
                        .nextToken(last.nextForwardToken())
                        .build(),
                GetLogEventsResponse.class);
        assertThat(next.events()).isNotEmpty();
    }

    @Test
    void unknownGroupsAreRefused() {
        assertThatThrownBy(() -> all("/nada", "2026-11-24T18:50:00Z", "2026-11-24T18:55:00Z", null, 10))
                .isInstanceOfSatisfying(
                        WireFault.class, f -> assertThat(f.code()).isEqualTo("ResourceNotFoundException"));
    }

    private List<FilteredLogEvent> all(String group, String from, String to, @Nullable String pattern, int limit) {
        List<FilteredLogEvent> out = new ArrayList<>();
        FilterLogEventsRequest request = FilterLogEventsRequest.builder()
                .logGroupName(group)
                .startTime(Instant.parse(from).toEpochMilli())
                .endTime(Instant.parse(to).toEpochMilli())
                .filterPattern(pattern)
                .limit(limit)
                .build();
        FilterLogEventsResponse page = aws.ask(request, FilterLogEventsResponse.class);
        out.addAll(page.events());
        while (page.nextToken() != null) {
            page = aws.ask(request.toBuilder().nextToken(page.nextToken()).build(), FilterLogEventsResponse.class);
            out.addAll(page.events());
        }
        return out;
    }
}
