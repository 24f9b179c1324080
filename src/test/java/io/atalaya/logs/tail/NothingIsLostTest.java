package io.atalaya.logs.tail;

import static io.atalaya.logs.tail.VirtualTail.APP;
import static io.atalaya.logs.tail.VirtualTail.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever goes wrong at the live edge and behind it: in the end everything is shown as often as it is, and until then marked. */
class NothingIsLostTest {
    private static final int WRITING_SECONDS = 150;
    private static final List<Problem.Kind> TROUBLES = List.of(
            Problem.Kind.EXPIRED,
            Problem.Kind.THROTTLED,
            Problem.Kind.SERVICE,
            Problem.Kind.NO_NETWORK,
            Problem.Kind.TIMEOUT,
            Problem.Kind.DENIED);

    @Property(tries = 12)
    void whatIsShownBecomesWhatThereIs(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int lostPercent,
            @ForAll @IntRange(max = 30) int twicePercent,
            @ForAll @IntRange(max = 40) int latePercent,
            @ForAll @IntRange(max = 10) int endsPercent,
            @ForAll @IntRange(max = 50) int failsPercent,
            @ForAll boolean neverLive) {
        try (var tail = new VirtualTail(TailPlan.of(List.of(APP, WEB)))) {
            var world = new Trouble(tail, seed);
            world.plan(lostPercent, twicePercent, latePercent, failsPercent, neverLive);
            tail.session.start();
            tail.pass(2);
            for (int second = 0; second < WRITING_SECONDS; second++) {
                world.write();
                world.end(endsPercent);
                tail.pass(1);
                if (second % 5 == 0) {
                    everyLossIsMarked(tail);
                }
            }
            world.calm();
            for (int minute = 0; minute < 20; minute++) {
                tail.pass(60);
                everyLossIsMarked(tail);
            }

            assertThat(counted(tail.shown())).isEqualTo(counted(tail.logs.written));
            assertThat(tail.ledger.gaps()).extracting(Gap::state).containsOnly(closed(tail));
            var end = tail.now() - 600_000;
            assertThat(tail.ledger.minutes(tail.now() - 1_800_000, end))
                    .extracting(Minute::state)
                    .containsOnly(Minute.State.CONFIRMED);
            var counted = tail.ledger.minutes(0, tail.now()).stream()
                    .mapToLong(minute -> minute.delivered() + minute.recovered())
                    .sum();
            assertThat(counted).isEqualTo(tail.logs.written.size());
        }
    }

    private static Gap.State[] closed(VirtualTail tail) {
        return tail.ledger.gaps().isEmpty() ? new Gap.State[0] : new Gap.State[] {Gap.State.CLOSED};
    }

    private static Map<LogEvent, Long> counted(List<LogEvent> events) {
        return events.stream().collect(Collectors.groupingBy(event -> event, Collectors.counting()));
    }

    /** No minute is called complete of which an event is not shown. */
    private static void everyLossIsMarked(VirtualTail tail) {
        var now = tail.now();
        var missing = counted(tail.logs.written.stream()
                .filter(event -> event.ingested() <= now)
                .toList());
        counted(tail.shown()).forEach((event, count) -> missing.merge(event, -count, Long::sum));
        var confirmed = tail.ledger.minutes(now - 3_600_000, now).stream()
                .filter(minute -> minute.state() == Minute.State.CONFIRMED)
                .map(minute -> minute.group() + minute.start())
                .collect(Collectors.toUnmodifiableSet());
        missing.forEach((event, count) -> {
            if (count > 0) {
                assertThat(confirmed)
                        .as("%s is not shown", event)
                        .doesNotContain(event.group() + Math.floorDiv(event.timestamp(), 60_000L) * 60_000);
            }
        });
    }

    /** What goes wrong, by chance. */
    private static final class Trouble {
        private final VirtualTail tail;
        private final Random random;
        private boolean over;

        private Trouble(VirtualTail tail, long seed) {
            this.tail = tail;
            this.random = new Random(seed);
        }

        private boolean happens(int percent) {
            return !over && random.nextInt(100) < percent;
        }

        private void plan(int lost, int twice, int late, int fails, boolean neverLive) {
            var fate = new HashMap<Integer, Integer>();
            var logs = tail.logs;
            logs.told = event -> happens(lost) ? 0 : happens(twice) ? 2 : 1;
            logs.delay = event -> Duration.ofSeconds(
                    fate.computeIfAbsent(System.identityHashCode(event), e -> happens(late) ? random.nextInt(90) : 0));
            var trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
            logs.reads = query -> happens(fails) ? ScriptedLogs.problem(trouble, tail.time) : null;
            logs.opens = groups -> neverLive
                    ? ScriptedLogs.problem(Problem.Kind.NOT_OFFERED, tail.time)
                    : happens(fails) ? ScriptedLogs.problem(trouble, tail.time) : null;
        }

        private void write() {
            for (int i = random.nextInt(4); i > 0; i--) {
                var group = random.nextBoolean() ? APP : WEB;
                var late = random.nextInt(10) == 0 ? random.nextInt(100_000) : 300 + random.nextInt(1_500);
                var text = "line " + random.nextInt(5); // twins
                var event =
                        tail.logs.write(group, "s" + random.nextInt(2), tail.now() - random.nextInt(900), late, text);
                for (int twins = random.nextInt(12) == 0 ? 2 : 0; twins > 0; twins--) {
                    tail.logs.written.add(
                            new LogEvent(group.arn(), event.stream(), event.timestamp(), event.ingested(), text));
                }
            }
        }

        private void end(int percent) {
            tail.logs.silent = happens(5) != tail.logs.silent && !over;
            if (happens(percent)) {
                new ArrayList<>(tail.logs.tails)
                        .forEach(each -> each.end(ScriptedLogs.problem(Problem.Kind.SERVICE, tail.time)));
            }
        }

        private void calm() {
            over = true;
            tail.logs.silent = false;
        }
    }
}
