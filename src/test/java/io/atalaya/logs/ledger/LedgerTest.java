package io.atalaya.logs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.Origin;
import io.atalaya.watch.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger says of minutes and gaps, and that another start of the program is told the same. */
class LedgerTest {
    private static final String GROUP = "arn:app";

    private final VirtualTime time = new VirtualTime();
    private final List<byte[]> records = new ArrayList<>();
    private final Ledger ledger = new Ledger(time, records::add);
    private final long start = time.millis();

    {
        ledger.begin(GROUP, start);
    }

    private void pass(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    private Minute minute(long at) {
        return ledger.minutes(at, at + 1).getFirst();
    }

    private Gap gap() {
        assertThat(ledger.gaps()).hasSize(1);
        return ledger.gaps().getFirst();
    }

    @Test
    void aMinuteIsConfirmedWhenAllOfItWasReadForTheLastTime() {
        pass(200);
        ledger.delivered(GROUP, start + 10);
        assertThat(minute(start).state()).isEqualTo(Minute.State.DELIVERED);
        ledger.passed(GROUP, new Span(start, start + 60_000), false);
        assertThat(minute(start).state()).isEqualTo(Minute.State.DELIVERED);
        ledger.passed(GROUP, new Span(start, start + 50_000), true);
        assertThat(minute(start).state()).isEqualTo(Minute.State.DELIVERED);
        ledger.passed(GROUP, new Span(start + 50_000, start + 60_000), true);
        assertThat(minute(start)).isEqualTo(new Minute(GROUP, start, 1, 0, 0, Minute.State.CONFIRMED, null));
        assertThat(ledger.marks(GROUP)).isEqualTo(new Ledger.Marks(start + 60_000, start + 60_000));
        assertThat(ledger.sweptTo()).isEqualTo(start + 60_000);
    }

    @Test
    void whatIsDoubtfulIsNotConfirmedByAnotherStart() {
        pass(200);
        ledger.delivered(GROUP, start + 10);
        ledger.doubt(GROUP, 1, start + 10);
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        ledger.markDoubts(GROUP, new Span(start, start + 60_000));
        assertThat(minute(start).state()).isEqualTo(Minute.State.IN_DOUBT);
        // looked for once more, and not found again
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        assertThat(again().minutes(start, start + 1).getFirst().state()).isEqualTo(Minute.State.GAP);
        ledger.found(1);
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        assertThat(again().minutes(start, start + 1).getFirst().state()).isEqualTo(Minute.State.CONFIRMED);
    }

    /** Another start of the program with the same records. */
    private Ledger again() {
        var other = new Ledger(time, record -> {});
        records.forEach(other::replay);
        return other;
    }

    private Ledger started(LedgerJournal journal) {
        var next = new Ledger(time, journal);
        List.copyOf(records).forEach(next::replay);
        next.takeUp();
        return next;
    }

    private Minute.State afterPowerCut(long minute) {
        return started(entry -> {}).minutes(minute, minute + 1).getFirst().state();
    }

    /** What is found is shown first and written down as complete then; a power cut may take the one and leave the other. */
    @Test
    void whatWasReadButPerhapsNotBroughtToDiskIsReadAgain() {
        var first = new Span(start, start + 60_000);
        var second = new Span(start + 60_000, start + 120_000);
        ledger.forced(ledger.mark());
        pass(300);
        ledger.passed(GROUP, first, true);
        assertThat(minute(start).state()).isEqualTo(Minute.State.CONFIRMED);
        assertThat(afterPowerCut(start)).isEqualTo(Minute.State.DELIVERED);
        assertThat(started(entry -> {}).todo(GROUP)).contains(first);
        var mark = ledger.mark();
        ledger.passed(GROUP, second, true);
        assertThat(afterPowerCut(start)).as("not on disk yet").isEqualTo(Minute.State.DELIVERED);
        ledger.forced(mark);
        assertThat(afterPowerCut(start)).isEqualTo(Minute.State.CONFIRMED);
        assertThat(afterPowerCut(start + 60_000)).as("came after the mark").isEqualTo(Minute.State.DELIVERED);

        var next = started(records::add);
        next.forced(next.mark());
        next.passed(GROUP, new Span(start + 120_000, start + 180_000), true);
        next.forced(next.mark());
        assertThat(afterPowerCut(start + 60_000)).as("nobody read it again").isEqualTo(Minute.State.DELIVERED);
        assertThat(afterPowerCut(start + 120_000)).isEqualTo(Minute.State.CONFIRMED);
    }

    /** A full disk took the mark: what it would have said cannot be said by what follows. */
    @Test
    void aMarkThatCouldNotBeWrittenIsNotReliedUpon() {
        ledger.forced(ledger.mark());
        pass(300);
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        var mark = ledger.mark();
        records.removeLast();
        ledger.forced(mark);
        assertThat(afterPowerCut(start)).isEqualTo(Minute.State.DELIVERED);
    }

    @Test
    void moreDoubtsThanAreKnownOneByOneAreCounted() {
        pass(200);
        for (int i = 0; i < 50_001; i++) {
            ledger.doubt(GROUP, i, start + 10);
        }
        ledger.doubt(GROUP, 0, start + 10);
        assertThat(minute(start).doubt()).isEqualTo(50_001);
    }

    @Test
    void aGapOfACauseOfANewerVersionIsAGap() {
        ledger.missing(GROUP, start, start + 1_000, Cause.DENIED, null);
        var newer = new String(records.removeLast(), StandardCharsets.ISO_8859_1)
                .replace("DENIED", "BROKEN")
                .getBytes(StandardCharsets.ISO_8859_1);
        records.add(newer);
        assertThat(again().gaps()).hasSize(1);
    }

    @Test
    void quietMinutesAreToldToo() {
        pass(200);
        assertThat(ledger.minutes(start, start + 1_000_000)).hasSize(4);
        assertThat(ledger.minutes(0, Long.MAX_VALUE / 2)).hasSize(4);
        ledger.delivered(GROUP, start - 86_400_000);
        ledger.delivered(GROUP, start + 7_200_000);
        assertThat(ledger.minutes(0, Long.MAX_VALUE / 2))
                .extracting(Minute::delivered)
                .contains(1L)
                .hasSize(6);
    }

    @Test
    void aGapIsOpenThenWaitsThenIsClosed() {
        pass(5);
        var id = ledger.open(GROUP, start + 1_000, Cause.DISCONNECTED, false, "reset");
        pass(5);
        assertThat(gap())
                .isEqualTo(new Gap(
                        id,
                        GROUP,
                        start + 1_000,
                        start + 10_000,
                        Cause.DISCONNECTED,
                        0,
                        null,
                        Gap.State.OPEN,
                        "reset"));
        assertThat(minute(start).state()).isEqualTo(Minute.State.GAP);
        ledger.end(id, start + 10_000);
        assertThat(gap().state()).isEqualTo(Gap.State.WAITING);
        ledger.recovered(GROUP, start + 2_000);
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        assertThat(gap().state()).isEqualTo(Gap.State.CLOSED);
        assertThat(gap().recovered()).isEqualTo(1);
        assertThat(minute(start))
                .isEqualTo(new Minute(GROUP, start, 0, 1, 0, Minute.State.CONFIRMED, Cause.DISCONNECTED));
    }

    @Test
    void aLateEventOpensItsSecondAgain() {
        pass(300);
        ledger.passed(GROUP, new Span(start, start + 120_000), false);
        ledger.passed(GROUP, new Span(start, start + 120_000), true);
        ledger.delivered(GROUP, start + 30_500);
        ledger.late(GROUP, start + 30_500, 15_000);
        assertThat(minute(start).state()).isEqualTo(Minute.State.DELIVERED);
        assertThat(ledger.todo(GROUP)).isEmpty();
        pass(16);
        assertThat(ledger.todo(GROUP)).hasValue(new Span(start + 30_000, start + 31_000));
        ledger.passed(GROUP, new Span(start + 30_000, start + 31_000), true);
        assertThat(ledger.todo(GROUP)).isEmpty();
        assertThat(minute(start).state()).isEqualTo(Minute.State.CONFIRMED);
    }

    @Test
    void doubtMakesAMinuteDoubtfulUntilItIsFound() {
        pass(300);
        ledger.delivered(GROUP, start + 500);
        ledger.doubt(GROUP, 7, start + 500);
        ledger.doubt(GROUP, 7, start + 500);
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        assertThat(ledger.markDoubts(GROUP, new Span(start, start + 60_000))).isTrue();
        assertThat(ledger.markDoubts(GROUP, new Span(start, start + 60_000)))
                .as("again")
                .isFalse();
        assertThat(gap().state()).isEqualTo(Gap.State.IN_DOUBT);
        assertThat(gap().doubt()).isEqualTo(1);
        assertThat(minute(start).doubt()).isEqualTo(1);
        assertThat(minute(start).state()).isEqualTo(Minute.State.IN_DOUBT);
        ledger.found(7);
        assertThat(gap().state()).isEqualTo(Gap.State.CLOSED);
        assertThat(minute(start).state()).isEqualTo(Minute.State.CONFIRMED);
    }

    @Test
    void gapsOfOneCauseThatAreNearAreOne() {
        pass(100);
        for (int i = 0; i < 5_000; i++) {
            ledger.missing(GROUP, start + i, start + i + 1, Cause.SLOW_CLIENT, null);
        }
        ledger.missing(GROUP, start + 30_000, start + 31_000, Cause.SLOW_CLIENT, null);
        ledger.missing(GROUP, start + 500, start + 600, Cause.SAMPLED, null);
        assertThat(ledger.gaps()).hasSize(3);
        assertThat(records).as("written down").hasSizeLessThan(10);
    }

    @Test
    void memoryIsBounded() {
        pass(100);
        for (int i = 0; i < 5_000; i++) {
            ledger.missing(GROUP, start + i * 10_000L, start + i * 10_000L + 1, Cause.SAMPLED, null);
            ledger.delivered(GROUP, start + i * 600_000L);
        }
        for (int i = 0; i < 20_000; i++) {
            ledger.delivered(GROUP, start + i * 60_000L);
        }
        assertThat(ledger.gaps()).hasSize(GroupLedger.MOST_GAPS);
        assertThat(ledger.gaps().getFirst().from()).as("none is forgotten").isEqualTo(start);
        assertThat(ledger.minutes(0, Long.MAX_VALUE / 2)).hasSizeLessThanOrEqualTo(GroupLedger.MOST_MINUTES + 2);
    }

    @Test
    void anotherStartIsToldTheSame() {
        pass(400);
        ledger.alive();
        ledger.passed(GROUP, new Span(start, start + 120_000), false);
        ledger.passed(GROUP, new Span(start, start + 60_000), true);
        ledger.missing(GROUP, start + 70_000, start + 80_000, Cause.SAMPLED, "so");
        ledger.open(GROUP, start + 390_000, Cause.THROTTLED, true, null);
        ledger.again(GROUP, new Span(start + 5_000, start + 6_000), 0);
        ledger.leave(GROUP, new Span(start + 20_000, start + 25_000), Cause.THROTTLED, null);

        var next = new Ledger(time, record -> {});
        records.forEach(next::replay);
        next.kept(GROUP, start + 10, Origin.DELIVERED);
        assertThat(next.gaps()).isEqualTo(ledger.gaps());
        assertThat(next.marks(GROUP)).isEqualTo(ledger.marks(GROUP));
        assertThat(next.todo(GROUP)).isEqualTo(ledger.todo(GROUP));
        assertThat(next.lastAlive()).hasValue(start + 400_000);
        assertThat(next.endedProperly()).isFalse();
        next.takeUp();
        assertThat(next.gaps()).noneMatch(gap -> gap.state() == Gap.State.OPEN);

        ledger.ended();
        var last = new Ledger(time, record -> {});
        records.forEach(last::replay);
        assertThat(last.endedProperly()).isTrue();
    }
}
