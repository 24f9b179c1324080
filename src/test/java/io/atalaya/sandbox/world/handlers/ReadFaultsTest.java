package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.feed.FeedPlan;
import io.atalaya.sandbox.world.feed.NumberedFeed;
import io.atalaya.sandbox.world.logs.LogLine;
import io.atalaya.sandbox.world.logs.ReadBehaviour;
import io.atalaya.sandbox.world.logs.ReadFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** Whatever FilterLogEvents does to its pages, together they hold the truth. */
class ReadFaultsTest {
    private final Asker aws = Asker.calm();
    private final Instant start = aws.clock().instant();
    private final NumberedFeed feed = NumberedFeed.add(
            aws.world(), FeedPlan.nasty(1, 8, 100).grid(250).around(start, Duration.ZERO, Duration.ofSeconds(10)));
    private final ReadFaults faults = aws.world().logs().faults();
    private final List<LogLine> truth = feed.truth(start, start.plusSeconds(600));

    @BeforeEach
    void settle() {
        aws.clock().advance(Duration.ofSeconds(300));
    }

    @Test
    void shortAndEmptyPagesGoOn() {
        faults.set(ReadBehaviour.AWS.shortPages(90).emptyPages(3));
        List<FilterLogEventsResponse> pages = pages();
        assertThat(pages).anyMatch(p -> p.events().isEmpty() && p.nextToken() != null);
        assertThat(ids(pages)).containsExactlyElementsOf(truthIds());
    }

    @Test
    void repeatedEventsKeepTheirIds() {
        faults.set(ReadBehaviour.AWS.shortPages(50).repeating(3));
        List<String> ids = ids(pages());
        assertThat(ids).hasSizeGreaterThan(truth.size());
        assertThat(ids.stream().distinct().toList()).containsExactlyElementsOf(truthIds());
    }

    @Test
    void repeatingEndsEvenWithPagesOfOne() {
        faults.set(ReadBehaviour.AWS.shortPages(1).repeating(5));
        assertThat(ids(pages())).containsExactlyElementsOf(truthIds());
    }

    @Test
    void unsortedPagesHoldTheSame() {
        faults.set(ReadBehaviour.AWS.unsorted());
        List<String> ids = ids(pages());
        assertThat(ids).containsExactlyInAnyOrderElementsOf(truthIds()).isNotEqualTo(truthIds());
    }

    @Test
    void tokensExpire() {
        faults.set(ReadBehaviour.AWS.shortPages(10).tokensLive(Duration.ofSeconds(30)));
        String token = page(null).nextToken();
        aws.clock().advance(Duration.ofSeconds(29));
        String second = page(token).nextToken();
        aws.clock().advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> page(second)).isInstanceOfSatisfying(WireFault.class, e -> assertThat(e.code())
                .isEqualTo("InvalidParameterException"));
    }

    @Test
    void justIngestedEventsAreNotFoundYet() {
        var more = NumberedFeed.add(aws.world(), FeedPlan.steady(1, 2, 10).named("/feed/more"));
        Instant begin = aws.clock().instant();
        aws.clock().advance(Duration.ofSeconds(20));
        faults.set(ReadBehaviour.AWS.visibleAfter(Duration.ofSeconds(7)));
        Instant visible = aws.clock().instant().minusSeconds(7);
        List<String> ids = page(more.groups().getFirst(), null).events().stream()
                .map(FilteredLogEvent::eventId)
                .toList();
        assertThat(ids)
                .containsExactlyElementsOf(more.truth(begin.minusSeconds(5), begin.plusSeconds(60), visible).stream()
                        .map(LogLine::id)
                        .toList());
    }

    @Test
    void theSixthCallInASecondIsThrottled() {
        faults.set(ReadBehaviour.AWS.allowing(ReadBehaviour.QUOTA));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 200; i++) {
                        page(null);
                    }
                })
                .isInstanceOfSatisfying(
                        WireFault.class, e -> assertThat(e.code()).isEqualTo("ThrottlingException"));
        long[] now = {0};
        var counted = new ReadFaults(() -> now[0]);
        counted.set(ReadBehaviour.AWS.allowing(2));
        assertThat(List.of(counted.admits(), counted.admits(), counted.admits()))
                .containsExactly(true, true, false);
        now[0] = 1_000_000_000L;
        assertThat(counted.admits()).isTrue();
    }

    private List<FilterLogEventsResponse> pages() {
        List<FilterLogEventsResponse> pages = new ArrayList<>();
        String token = null;
        do {
            FilterLogEventsResponse page = page(token);
            pages.add(page);
            token = page.nextToken();
        } while (token != null);
        return pages;
    }

    private FilterLogEventsResponse page(@Nullable String token) {
        return page(feed.groups().getFirst(), token);
    }

    private FilterLogEventsResponse page(String group, @Nullable String token) {
        return aws.ask(
                FilterLogEventsRequest.builder()
                        .logGroupName(group)
                        .startTime(start.toEpochMilli())
                        .endTime(start.plusSeconds(600).toEpochMilli())
                        .nextToken(token)
                        .build(),
                FilterLogEventsResponse.class);
    }

    private static List<String> ids(List<FilterLogEventsResponse> pages) {
        return pages.stream()
                .flatMap(p -> p.events().stream())
                .map(FilteredLogEvent::eventId)
                .toList();
    }

    private List<String> truthIds() {
        return truth.stream().map(LogLine::id).toList();
    }
}
