package io.atalaya.sandbox.world.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.logs.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/** What is read of a numbered feed, by whatever way, is its truth. */
class NumberedFeedTest {
    private static final Pattern NUMBER = Pattern.compile("#(\\d+)/(\\d+)");

    private final Asker aws = Asker.calm();
    private final Instant start = aws.clock().instant();

    @Test
    void filteredPagesAreTheTruthOnceSettled() {
        var feed = NumberedFeed.add(
                aws.world(), FeedPlan.nasty(3, 7, 90).around(start, Duration.ZERO, Duration.ofSeconds(60)));
        Instant end = start.plusSeconds(60);
        aws.clock().advance(Duration.between(start, feed.settled(end)));

        List<LogLine> read = new ArrayList<>();
        for (String group : feed.groups()) {
            read.addAll(filtered(group, start, start.plusSeconds(400), 211));
        }

        List<LogLine> truth = feed.truth(start, start.plusSeconds(400));
        assertThat(read).containsExactlyElementsOf(truth).hasSizeGreaterThan(60 * 90);
        assertThat(truth).extracting(LogLine::id).doesNotHaveDuplicates();
    }

    @Test
    void everyNumberIsThereOnceAndTwinsTwice() {
        var feed = NumberedFeed.add(
                aws.world(), FeedPlan.nasty(2, 5, 100).around(start, Duration.ZERO, Duration.ofSeconds(50)));
        var seen = new int[2][2_500];
        for (LogLine line : feed.truth(start, start.plusSeconds(400))) {
            Matcher m = NUMBER.matcher(line.message());
            assertThat(m.find()).isTrue();
            seen[Integer.parseInt(m.group(1))][Integer.parseInt(m.group(2))]++;
        }
        for (int[] group : seen) {
            for (int n = 0; n < group.length; n++) {
                assertThat(group[n]).as("number %s", n).isEqualTo(n % 37 == 36 ? 2 : 1);
            }
        }
    }

    @Test
    void whatIsIngestedTickByTickIsTheTruthByThatMoment() {
        var feed = NumberedFeed.add(
                aws.world(), FeedPlan.nasty(1, 4, 40).around(start, Duration.ZERO, Duration.ofSeconds(90)));
        var group = aws.world().logs().find(feed.groups().getFirst()).orElseThrow();
        List<LogLine> told = new ArrayList<>();
        long at = start.toEpochMilli() - 1;
        Instant by = start.plusSeconds(130);
        for (long to = at + 330; at < by.toEpochMilli(); to = Math.min(at + 330, by.toEpochMilli())) {
            told.addAll(aws.world().logs().ingested(group, name -> true, at, to));
            at = to;
        }
        assertThat(told).extracting(LogLine::ingested).isSorted();
        assertThat(told).containsExactlyInAnyOrderElementsOf(feed.truth(start, start.plusSeconds(900), by));
        assertThat(told).anyMatch(line -> line.ingested() - line.millis() > 30_000);
        assertThat(told).anyMatch(line -> line.ingested() < line.millis() - 30_000);
    }

    @Test
    void lateArrivalsBetweenPagesNeitherRepeatNorHideEvents() {
        var feed = NumberedFeed.add(
                aws.world(),
                FeedPlan.nasty(1, 4, 200).grid(1_000).around(start, Duration.ZERO, Duration.ofSeconds(20)));
        aws.clock().advance(Duration.ofSeconds(21));
        Instant asked = aws.clock().instant();
        List<LogLine> read = new ArrayList<>();
        String token = null;
        do {
            FilterLogEventsResponse page = page(feed.groups().getFirst(), start, start.plusSeconds(400), 97, token);
            read.addAll(lines(feed.groups().getFirst(), page));
            token = page.nextToken();
            aws.clock().advance(Duration.ofSeconds(3));
        } while (token != null);
        assertThat(read).doesNotHaveDuplicates().containsAll(feed.truth(start, start.plusSeconds(400), asked));
        assertThat(feed.truth(start, start.plusSeconds(400))).containsAll(read);
    }

    @Test
    void streamsAreSelected() {
        var feed = NumberedFeed.add(
                aws.world(), FeedPlan.steady(1, 6, 50).around(start, Duration.ZERO, Duration.ofSeconds(10)));
        aws.clock().advance(Duration.ofSeconds(30));
        FilterLogEventsResponse page = aws.ask(
                FilterLogEventsRequest.builder()
                        .logGroupName(feed.groups().getFirst())
                        .logStreamNames("writer-002", "writer-004")
                        .startTime(start.toEpochMilli())
                        .build(),
                FilterLogEventsResponse.class);
        assertThat(lines(feed.groups().getFirst(), page))
                .isNotEmpty()
                .containsExactlyElementsOf(feed.truth(start, start.plusSeconds(10)).stream()
                        .filter(l ->
                                l.stream().equals("writer-002") || l.stream().equals("writer-004"))
                        .toList());
    }

    private List<LogLine> filtered(String group, Instant from, Instant to, int limit) {
        List<LogLine> read = new ArrayList<>();
        String token = null;
        do {
            FilterLogEventsResponse page = page(group, from, to, limit, token);
            read.addAll(lines(group, page));
            token = page.nextToken();
        } while (token != null);
        return read;
    }

    private FilterLogEventsResponse page(String group, Instant from, Instant to, int limit, @Nullable String token) {
        return aws.ask(
                FilterLogEventsRequest.builder()
                        .logGroupName(group)
                        .startTime(from.toEpochMilli())
                        .endTime(to.toEpochMilli())
                        .limit(limit)
                        .nextToken(token)
                        .build(),
                FilterLogEventsResponse.class);
    }

    private static List<LogLine> lines(String group, FilterLogEventsResponse page) {
        return page.events().stream()
                .map(e -> new LogLine(
                        group, e.logStreamName(), e.timestamp(), e.ingestionTime(), e.eventId(), e.message()))
                .toList();
    }
}
