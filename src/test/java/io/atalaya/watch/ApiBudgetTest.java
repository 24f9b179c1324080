package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.watch.ApiBucket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApiBudgetTest {
    private static final String LOGS = "logs:FilterLogEvents";

    private final VirtualTime time = new VirtualTime();

    /** When each of these asks (milliseconds after the one before) was granted. */
    private List<Instant> grants(ApiBudget budget, List<Integer> gaps) {
        var granted = new ArrayList<Instant>();
        for (var gap : gaps) {
            time.advance(Duration.ofMillis(gap));
            budget.ask(LOGS, Priority.HEALTH).granted().whenComplete((nothing, refused) -> {
                if (refused == null) {
                    granted.add(time.instant());
                }
            });
        }
        time.advance(ApiBudget.PATIENCE.plusSeconds(1));
        return granted;
    }

    @Property(tries = 200)
    void neverMoreThanTheBurstAndTheRate(
            @ForAll @Size(max = 60) List<@IntRange(max = 3000) Integer> gaps,
            @ForAll @IntRange(min = 5, max = 100) int percent) {
        var share = percent / 100.0;
        var granted = grants(new ApiBudget(share, time, time), gaps);

        var rate = 5 * share;
        var burst = Math.max(3, rate);
        for (var from = 0; from < granted.size(); from++) {
            for (var to = from; to < granted.size(); to++) {
                var seconds =
                        Duration.between(granted.get(from), granted.get(to)).toNanos() / 1e9;
                assertThat(to - from + 1).isLessThanOrEqualTo((int) Math.floor(burst + rate * seconds + 1e-6));
            }
        }
    }

    @Property(tries = 100)
    void everyAskIsAnswered(@ForAll @Size(max = 80) List<@IntRange(max = 500) Integer> gaps) {
        var budget = new ApiBudget(0.2, time, time);
        var tickets = new ArrayList<Ticket>();
        for (var gap : gaps) {
            time.advance(Duration.ofMillis(gap));
            tickets.add(budget.ask(LOGS, Priority.values()[gap % 3]));
        }

        time.advance(ApiBudget.PATIENCE.plusSeconds(1));

        assertThat(tickets).allMatch(t -> t.granted().isDone());
        assertThat(time.pending()).isZero();
    }

    @Property(tries = 100)
    void whoIsMoreUrgentGoesFirst(@ForAll @Size(min = 2, max = 12) List<Priority> asked) {
        var budget = new ApiBudget(0.2, time, time);
        exhaust(budget);
        var order = new ArrayList<Priority>();
        asked.forEach(p -> budget.ask(LOGS, p).granted().whenComplete((nothing, refused) -> order.add(p)));

        time.advance(Duration.ofSeconds(15));

        assertThat(order).isSorted();
    }

    @Test
    void backgroundIsServedHoweverManyClicksCome() {
        var budget = new ApiBudget(0.2, time, time);
        exhaust(budget);
        var background = budget.ask(LOGS, Priority.BACKGROUND);

        for (var second = 0; second < 30; second++) {
            budget.ask(LOGS, Priority.CLICK);
            budget.ask(LOGS, Priority.CLICK);
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(background.granted()).isDone();
        assertThat(background.granted().isCompletedExceptionally()).isFalse();
    }

    @Test
    void oneApiDoesNotWaitForAnother() {
        var budget = new ApiBudget(0.2, time, time);
        exhaust(budget);

        assertThat(budget.ask(LOGS, Priority.CLICK).granted()).isNotDone();
        assertThat(budget.ask("ec2:DescribeInstances", Priority.BACKGROUND).granted())
                .isDone();
    }

    @Test
    void apisOfOneQuotaShareIt() {
        var budget = new ApiBudget(0.2, time, time);
        for (var i = 0; i < 3; i++) {
            assertThat(budget.ask("route53:ListHostedZones", Priority.CLICK).granted())
                    .isDone();
        }

        assertThat(budget.ask("route53:ListHealthChecks", Priority.CLICK).granted())
                .isNotDone();
    }

    @Test
    void givesUpInTheEnd() {
        var budget = new ApiBudget(0.2, time, time);
        for (var i = 0; i < 30; i++) {
            budget.ask(LOGS, Priority.CLICK);
        }
        var last = budget.ask(LOGS, Priority.CLICK);

        time.advance(ApiBudget.PATIENCE);

        assertThat(last.granted()).isCompletedExceptionally();
        assertThat(budget.meter().apis().getFirst().waiting()).isZero();
    }

    @Test
    void halvesTheRateWhenThrottledAndRecovers() {
        var budget = new ApiBudget(1, time, time);
        exhaust(budget);
        assertThat(allowed(budget)).isEqualTo(5);

        budget.throttled(LOGS);
        budget.throttled(LOGS); // sent at the same rate
        assertThat(allowed(budget)).isEqualTo(2.5);

        time.advance(Duration.ofSeconds(2));
        budget.throttled(LOGS);
        assertThat(allowed(budget)).isLessThan(2);

        for (var i = 0; i < 10; i++) {
            time.advance(Duration.ofSeconds(2));
            budget.throttled(LOGS);
        }
        assertThat(allowed(budget)).isGreaterThanOrEqualTo(5 * 0.125);

        time.advance(Duration.ofSeconds(20));
        budget.ask(LOGS, Priority.CLICK);
        assertThat(allowed(budget)).isEqualTo(5);
        assertThat(budget.meter().throttles()).isEqualTo(13);
    }

    @Test
    void theMeterTellsWhatWasUsed() {
        var budget = new ApiBudget(0.2, time, time);
        for (var i = 0; i < 5; i++) {
            budget.ask("ec2:DescribeInstances", Priority.HEALTH);
            time.advance(Duration.ofSeconds(1));
        }
        budget.answered("ec2:DescribeInstances", Duration.ofMillis(120));

        var meter = budget.meter();

        assertThat(meter.callsPerSecond()).isEqualTo(0.5);
        assertThat(meter.shareUsed()).isEqualTo(0.25);
        var use = meter.apis().getFirst();
        assertThat(use.api()).isEqualTo("ec2:DescribeInstances");
        assertThat(use.calls()).isEqualTo(5);
        assertThat(use.allowedPerSecond()).isEqualTo(2);
        assertThat(use.publishedPerSecond()).isEqualTo(10);
        assertThat(use.lastLatency()).isEqualTo(Duration.ofMillis(120));

        time.advance(Duration.ofSeconds(11));
        assertThat(budget.meter().callsPerSecond()).isZero();
    }

    @Test
    void settingTheComputersClockBackGivesNoTokens() {
        var budget = new ApiBudget(0.2, time, time);
        exhaust(budget);

        time.skip(Duration.ofHours(-1));

        assertThat(budget.ask(LOGS, Priority.CLICK).granted()).isNotDone();
    }

    @Test
    void anInterruptedWaiterGivesUpItsPlace() throws Exception {
        var budget = new ApiBudget(0.2, time, time);
        exhaust(budget);
        var waiting = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            waiting.countDown();
            try {
                budget.acquire(LOGS, Priority.CLICK);
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(budget.meter().apis().getFirst().waiting()).isZero();
    }

    @Test
    void aShareIsAShare() {
        assertThatThrownBy(() -> new ApiBudget(0, time, time)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ApiBudget(1.1, time, time)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Takes the tokens that a rested quota of five a second has at this share, and no more. */
    private static void exhaust(ApiBudget budget) {
        var burst = budget.meter().share() < 1 ? 3 : 5;
        for (var i = 0; i < burst; i++) {
            assertThat(budget.ask(LOGS, Priority.CLICK).granted()).isDone();
        }
    }

    private static double allowed(ApiBudget budget) {
        return budget.meter().apis().getFirst().allowedPerSecond();
    }
}
