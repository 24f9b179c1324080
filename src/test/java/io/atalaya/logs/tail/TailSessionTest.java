package io.atalaya.logs.tail;

import static io.atalaya.logs.tail.VirtualTail.APP;
import static io.atalaya.logs.tail.VirtualTail.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.LogEvent;
import io.atalaya.logs.Origin;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import io.atalaya.logs.store.StoredEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One rule after the other, in virtual time. */
class TailSessionTest extends VirtualTailTest {
    @Test
    void whatLiveTailTellsIsShownAndConfirmed() {
        tail.session.start();
        var start = tail.now();
        writeFor(60);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.LIVE_TAIL);
        assertThat(tail.minute(APP, start).state()).isEqualTo(Minute.State.DELIVERED);
        tail.pass(200);

        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        assertThat(tail.ledger.gaps()).isEmpty();
        assertThat(tail.minute(APP, start))
                .isEqualTo(new Minute(APP.arn(), start, 60, 0, 0, Minute.State.CONFIRMED, null));
    }

    /** A power cut must not leave a ledger that says more than the log holds. */
    @Test
    void whatTheLedgerSaysOfEventsComesToDiskAfterThem() {
        tail.session.start();
        writeFor(300);
        var said = tail.disk.stream()
                .filter(it ->
                        List.of("record 9", "events", "record 10", "ledger").contains(it))
                .toList();
        assertThat(said.size()).isGreaterThan(100);
        for (int i = 0; i < said.size(); i++) { // marks only where there is news
            if (said.get(i).equals("ledger")) {
                assertThat(said.subList(0, i)).contains("events");
            }
            if (said.get(i).equals("record 10")) {
                assertThat(said.subList(i - 2, i + 2)).containsExactly("record 9", "events", "record 10", "ledger");
            }
        }
        assertThat(said).last().isEqualTo("ledger");
        assertThat(said.stream().filter("record 10"::equals).count()).isBetween(3L, 40L);
    }

    /** Feeds wait while something is compared: never for hundreds of megabytes. */
    @Test
    void longMessagesAreComparedAFewAtATime() {
        tail.session.start();
        writeFor(5);
        logs.told = event -> 0;
        for (int i = 0; i < 40; i++) {
            logs.write(APP, "s", tail.now() + 10L * i, 500, i + "x".repeat(500_000));
        }
        var most = new AtomicLong();
        tail.session.events().listen(new StoredEvents.Listener() {
            @Override
            public void appended(long from, long to) {
                var bytes = LongStream.range(from, to)
                        .map(id -> tail.session.events().text(id).byteSize())
                        .sum();
                most.accumulateAndGet(bytes, Math::max);
            }

            @Override
            public void withdrawn(long id) {}

            @Override
            public void dropped(long below, long newest) {}
        });
        tail.pass(200);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        assertThat(most.get()).isBetween(500_000L, 5_000_000L);
    }

    @Test
    void whatIsLostWithoutAWordIsFoundAndMarkedAfterwards() {
        tail.session.start();
        var start = tail.now();
        writeFor(20);
        logs.told = event -> 0;
        writeFor(10);
        logs.told = event -> 1;
        writeFor(10);
        tail.pass(200);

        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        var minute = tail.minute(APP, start);
        assertThat(minute.recovered()).isEqualTo(10);
        assertThat(minute.cause()).isEqualTo(Cause.SLOW_CLIENT);
        assertThat(minute.state()).isEqualTo(Minute.State.CONFIRMED);
        assertThat(gaps(Cause.SLOW_CLIENT))
                .extracting(Gap::state, Gap::recovered)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Gap.State.CLOSED, 10L));
        assertThat(IntStream.range(0, (int) tail.session.events().size())
                        .mapToObj(i -> tail.session
                                .events()
                                .origin(tail.session.events().idAt(i)))
                        .filter(origin -> origin == Origin.RECOVERED))
                .hasSize(10);
    }

    @Test
    void samplingIsAGapUntilItWasReadAgain() {
        tail.session.start();
        writeFor(20);
        logs.sampled = true;
        logs.told = event -> 0;
        writeFor(2);
        logs.sampled = false;
        logs.told = event -> 1;
        assertThat(gaps(Cause.SAMPLED)).extracting(Gap::state).containsOnly(Gap.State.WAITING);
        writeFor(20);
        tail.pass(200);

        assertThat(gaps(Cause.SAMPLED)).extracting(Gap::state).containsOnly(Gap.State.CLOSED);
        assertThat(gaps(Cause.SAMPLED)).extracting(Gap::recovered).containsOnly(2L);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void whatIsToldTwiceIsShownOnceInTheEnd() {
        tail.session.start();
        logs.told = event -> 2;
        writeFor(10);
        assertThat(tail.shown()).hasSizeGreaterThan(10);
        tail.pass(200);

        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        assertThat(tail.status(APP).events()).isEqualTo(10);
    }

    @Test
    void twinsAreTwo() {
        tail.session.start();
        tail.pass(5);
        for (int i = 0; i < 3; i++) {
            logs.write(APP, "s", tail.now(), 500, "the same");
        }
        tail.pass(200);
        assertThat(tail.shown()).hasSize(3);
    }

    @Test
    void whatTheSweepBroughtFirstIsNotShownAgain() {
        tail.session.start();
        logs.delay = event -> Duration.ofSeconds(40);
        writeFor(10);
        tail.pass(32);
        assertThat(tail.shown()).as("by the sweep").hasSize(10);
        tail.pass(300);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void whatIsNotFoundAgainIsKeptAndInDoubt() {
        tail.session.start();
        tail.pass(2);
        var start = tail.now();
        writeFor(5);
        var ghost = new LogEvent(APP.arn(), "s", tail.now(), tail.now(), "only told");
        logs.written.add(ghost);
        tail.pass(2);
        logs.written.remove(ghost);
        tail.pass(160);
        assertThat(tail.shown()).contains(ghost);
        assertThat(tail.minute(APP, start).doubt()).isEqualTo(1);
        assertThat(tail.minute(APP, start).state()).isEqualTo(Minute.State.IN_DOUBT);
        var id = tail.session.events().next() - 1;
        assertThat(tail.ledger.doubtful(id)).isTrue();

        logs.written.add(ghost);
        tail.pass(400);
        assertThat(tail.minute(APP, start).state()).isEqualTo(Minute.State.CONFIRMED);
        assertThat(tail.ledger.doubtful(id)).isFalse();
    }

    @Test
    void whatWasWrittenBeforeIsReadWhereAsked() {
        try (var past = new VirtualTail(
                new TailPlan(List.of(APP, WEB), null, new io.atalaya.watch.VirtualTime().millis() - 3_600_000, true))) {
            for (int i = 0; i < 100; i++) {
                past.logs.write(i % 2 == 0 ? APP : WEB, "s", past.now() - i * 30_000, 500, "before " + i);
            }
            past.session.start();
            past.pass(400);
            assertThat(past.shown()).containsExactlyInAnyOrderElementsOf(past.logs.written);
            assertThat(past.ledger.gaps()).isEmpty();
        }
    }

    @Test
    void tooMuchIsLeftToInsights() {
        var settings = TailSettings.defaults().withLimits(Duration.ofMinutes(5), 30, 0.5);
        try (var busy = new VirtualTail(TailPlan.of(List.of(APP)), settings)) {
            busy.session.start();
            busy.pass(60);
            busy.session.pause();
            var from = busy.now();
            for (int i = 0; i < 3_000; i++) {
                busy.logs.write(APP, "s", from + i * 1_000, 500, "much " + i);
            }
            busy.pass(3_000);
            busy.session.resume();
            busy.pass(1_200);
            assertThat(busy.ledger.gaps()).extracting(Gap::state).contains(Gap.State.LEFT);
            assertThat(busy.minute(APP, from + 1_800_000).state()).isEqualTo(Minute.State.IN_DOUBT);
            var left = busy.ledger.gaps().stream()
                    .filter(gap -> gap.state() == Gap.State.LEFT)
                    .findFirst()
                    .orElseThrow();
            busy.ledger.askAgain(left.id());
            busy.pass(3_600);
            assertThat(busy.shown()).containsExactlyInAnyOrderElementsOf(busy.logs.written);
        }
    }

    @Test
    void groupsShareSessionsByTens() {
        var groups = new ArrayList<TailedGroup>();
        for (int i = 0; i < 23; i++) {
            groups.add(TailedGroup.all("g" + i, "arn:" + i));
        }
        groups.add(new TailedGroup("h", "arn:h", List.of("one"), null));
        groups.add(new TailedGroup("i", "arn:i", List.of(), "web-"));
        assertThat(LiveBatches.of(groups)).extracting(List::size).containsExactly(1, 1, 10, 10, 3);
        assertThat(LiveTailCost.of(groups).dollarsPerMinute()).isEqualTo(0.05);
    }

    @Test
    void nothingIsLeftToDoAfterTheEnd() {
        tail.session.start();
        writeFor(10);
        tail.session.close();
        tail.pass(10);
        assertThat(logs.open()).isZero();
        assertThat(tail.time.pending()).isZero();
        assertThat(tail.session.status().state()).isEqualTo(TailStatus.State.ENDED);
    }
}
