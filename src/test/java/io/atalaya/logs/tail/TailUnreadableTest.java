package io.atalaya.logs.tail;

import static io.atalaya.logs.tail.VirtualTail.APP;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be read is narrowed down, left, and said; the rest goes on. */
class TailUnreadableTest extends VirtualTailTest {
    /** Whoever reads JSON as it is defined can read no page in which one byte is no UTF-8. */
    @Test
    void whatCannotBeReadIsNarrowedDownAndLeftAndTheRestConfirmed() {
        var start = tail.now();
        tail.session.start();
        writeFor(30);
        var broken = tail.now() + 500;
        logs.reads =
                query -> query.from() <= broken && broken < query.to() ? problem(Problem.Kind.MALFORMED, tail) : null;
        writeFor(50);
        logs.told = event -> 0;
        writeFor(40);
        tail.pass(300);

        assertThat(tail.shown()).containsExactlyInAnyOrderElementsOf(logs.written);
        assertThat(gaps(Cause.UNREADABLE)).singleElement().satisfies(gap -> {
            assertThat(gap.state()).isEqualTo(Gap.State.LEFT);
            assertThat(gap.from()).isLessThanOrEqualTo(broken);
            assertThat(gap.to()).isGreaterThan(broken);
            assertThat(gap.to() - gap.from()).isLessThanOrEqualTo(100);
            assertThat(gap.detail()).contains("MALFORMED");
        });
        assertThat(tail.ledger.minutes(start, tail.now() - 180_000))
                .extracting(Minute::state)
                .startsWith(Minute.State.IN_DOUBT, Minute.State.CONFIRMED, Minute.State.CONFIRMED)
                .containsOnlyOnce(Minute.State.IN_DOUBT);
        tail.pass(600);
        assertThat(logs.asked)
                .filteredOn(query -> query.from() <= broken && broken < query.to())
                .as("once it was found it is not asked for again")
                .filteredOn(query -> query.to() - query.from() <= 100)
                .hasSize(1);
        tail.session.completeness().askAgain(gaps(Cause.UNREADABLE).getFirst().id());
        logs.reads = query -> null;
        tail.pass(30);
        assertThat(tail.minute(APP, start).state())
                .as("unless a person wants it")
                .isEqualTo(Minute.State.CONFIRMED);
    }

    @Test
    void pollingGoesOnBehindWhatCannotBeRead() {
        try (var polled = new VirtualTail(new TailPlan(List.of(APP), null, null, false))) {
            polled.session.start();
            polled.pass(30);
            var broken = polled.now() + 500;
            polled.logs.reads = query ->
                    query.from() <= broken && broken < query.to() ? problem(Problem.Kind.MALFORMED, polled) : null;
            polled.pass(60);
            assertThat(polled.status(APP).mode()).isEqualTo(TailStatus.Mode.POLLING);
            polled.logs.write(APP, "s", polled.now(), 500, "after");
            polled.pass(20);
            assertThat(polled.shown()).hasSize(1);
            polled.pass(300);
            assertThat(polled.ledger.gaps())
                    .filteredOn(gap -> gap.cause() == Cause.UNREADABLE)
                    .hasSize(1);
        }
    }

    @Test
    void anAnswerThatWasCutOffOnItsWayIsNoReasonToNarrow() {
        tail.session.start();
        writeFor(30);
        var failures = new ArrayList<Long>();
        logs.reads = query -> {
            if (failures.isEmpty()) {
                failures.add(query.from());
                return problem(Problem.Kind.MALFORMED, tail);
            }
            return null;
        };
        writeFor(60);
        tail.pass(200);
        assertThat(tail.ledger.gaps()).isEmpty();
        assertThat(logs.asked).noneMatch(query -> query.to() - query.from() < 1_000);
    }

    /** A proxy that answers with a page of its own, or a group of nothing but pictures. */
    @Test
    void whereNothingCanBeReadMoreAndMoreIsLeftAtOnce() {
        tail.session.start();
        logs.reads = query -> problem(Problem.Kind.MALFORMED, tail);
        writeFor(300);
        assertThat(logs.asked.size()).isLessThan(200);
        assertThat(gaps(Cause.UNREADABLE)).singleElement().satisfies(gap -> assertThat(gap.to() - gap.from())
                .isGreaterThan(100_000));
    }
}
