package io.atalaya.logs.tail;

import static io.atalaya.logs.tail.VirtualTail.APP;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever comes between: silence, denial, throttling, sleep. Each is a gap with its cause, and closes where it can. */
class TailTroublesTest extends VirtualTailTest {
    @Test
    void silenceIsADisconnect() {
        tail.session.start();
        writeFor(10);
        logs.silent = true;
        writeFor(8);
        assertThat(gaps(Cause.DISCONNECTED)).extracting(Gap::state).containsOnly(Gap.State.OPEN);
        logs.silent = false;
        tail.pass(30);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.LIVE_TAIL);
        assertThat(gaps(Cause.DISCONNECTED)).extracting(Gap::state).containsOnly(Gap.State.WAITING);
        tail.pass(200);
        assertThat(gaps(Cause.DISCONNECTED)).extracting(Gap::state).containsOnly(Gap.State.CLOSED);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void aSessionIsRenewedWithAnOverlapAndWithoutAGap() {
        tail.session.start();
        tail.pass(169 * 60);
        writeFor(180);
        assertThat(logs.tails).hasSize(2);
        assertThat(logs.open()).isEqualTo(1);
        assertThat(tail.shown()).hasSize(179);
        tail.pass(200);
        assertThat(tail.ledger.gaps()).isEmpty();
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        assertThat(tail.session.status().billedSeconds()).isBetween(172L * 60, 177L * 60);
    }

    @Test
    void whereLiveTailIsDeniedItPollsAndSaysSo() {
        logs.opens = groups -> problem(Problem.Kind.DENIED, tail);
        tail.session.start();
        writeFor(30);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.POLLING);
        assertThat(tail.status(APP).why()).extracting(Problem::kind).isEqualTo(Problem.Kind.DENIED);
        assertThat(tail.shown()).hasSizeGreaterThan(20);
        tail.pass(200);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        assertThat(logs.tails).hasSize(1);

        logs.opens = groups -> null;
        tail.pass(300);
        assertThat(tail.status(APP).mode()).as("tried again").isEqualTo(TailStatus.Mode.LIVE_TAIL);
        assertThat(tail.status(APP).why()).isNull();
    }

    @Test
    void liveTailThatEndsAfterOneUpdateIsNotTrusted() {
        logs.endsAfter = 1;
        tail.session.start();
        writeFor(60);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.POLLING);
        assertThat(logs.tails).hasSize(LiveFeed.ENOUGH);
        tail.pass(200);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void expiredCredentialsAreAGapThatClosesByItself() {
        tail.session.start();
        writeFor(30);
        logs.reads = query -> problem(Problem.Kind.EXPIRED, tail);
        logs.opens = groups -> problem(Problem.Kind.EXPIRED, tail);
        logs.tails.forEach(each -> each.end(problem(Problem.Kind.EXPIRED, tail)));
        var before = logs.asked.size();
        writeFor(600);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.FAILING);
        assertThat(tail.status(APP).why()).extracting(Problem::kind).isEqualTo(Problem.Kind.EXPIRED);
        assertThat(gaps(Cause.EXPIRED)).extracting(Gap::state).contains(Gap.State.OPEN);
        assertThat(logs.asked.size() - before).as("calls in ten minutes").isLessThan(40);

        logs.reads = query -> null;
        logs.opens = groups -> null;
        writeFor(900);
        tail.pass(200);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.LIVE_TAIL);
        assertThat(tail.ledger.gaps()).extracting(Gap::state).containsOnly(Gap.State.CLOSED);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void throttlingMakesItAskLess() {
        tail.session.start();
        writeFor(60);
        logs.reads = query -> problem(Problem.Kind.THROTTLED, tail);
        var before = logs.asked.size();
        writeFor(300);
        assertThat(logs.asked.size() - before).isLessThan(15);
        assertThat(gaps(Cause.THROTTLED)).extracting(Gap::state).containsOnly(Gap.State.OPEN);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.LIVE_TAIL);
        logs.reads = query -> null;
        tail.pass(400);
        assertThat(gaps(Cause.THROTTLED)).extracting(Gap::state).containsOnly(Gap.State.CLOSED);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void whereReadingAgainIsDeniedEverythingIsInDoubt() {
        logs.reads = query -> problem(Problem.Kind.DENIED, tail);
        tail.session.start();
        var start = tail.now();
        writeFor(120);
        assertThat(tail.shown()).hasSizeGreaterThan(115);
        assertThat(gaps(Cause.DENIED)).extracting(Gap::state).containsOnly(Gap.State.IN_DOUBT);
        assertThat(tail.minute(APP, start).state()).isEqualTo(Minute.State.IN_DOUBT);
        assertThat(tail.ledger.gaps()).extracting(Gap::detail).contains("DENIED: as planned");
    }

    @Test
    void sleepIsAGapThatIsReadAgainOldestFirst() {
        tail.session.start();
        writeFor(30);
        for (int i = 0; i < 50; i++) {
            logs.write(APP, "s", tail.now() + i * 60_000, 500, "at night " + i);
        }
        tail.sleep(Duration.ofHours(1));
        logs.tails.forEach(each -> each.closed = true);
        writeFor(60);
        assertThat(tail.status(APP).mode()).isEqualTo(TailStatus.Mode.LIVE_TAIL);
        assertThat(gaps(Cause.SLEPT)).hasSize(1);
        tail.pass(300);
        assertThat(gaps(Cause.SLEPT))
                .extracting(Gap::state, Gap::recovered)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Gap.State.CLOSED, 50L));
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }

    @Test
    void aPauseIsAGapToo() {
        tail.session.start();
        writeFor(30);
        tail.session.pause();
        assertThat(logs.open()).isZero();
        writeFor(60);
        assertThat(tail.shown()).hasSize(29);
        assertThat(gaps(Cause.PAUSED)).extracting(Gap::state).containsOnly(Gap.State.OPEN);
        tail.session.resume();
        writeFor(30);
        tail.pass(250);
        assertThat(gaps(Cause.PAUSED)).extracting(Gap::state).containsOnly(Gap.State.CLOSED);
        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
    }
}
