package io.atalaya.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The loop on real threads: interruption, and that none is left. */
class RefreshLoopThreadsTest {
    private static final Part<String> PART = new Part<>("part", String.class);

    private final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final Executor reads = read -> threads.add(Thread.ofVirtual().start(read));

    @Test
    void closeInterruptsWhatIsUnderWayAndLeavesNoThread() throws Exception {
        var reading = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        Reader<String> hangs = (known, page) -> {
            reading.countDown();
            try {
                new CountDownLatch(1).await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        var timers = new ConcurrentLinkedQueue<Thread>();
        var scheduler = new ExecutorScheduler(task -> {
            var thread = Thread.ofPlatform().daemon().unstarted(task);
            timers.add(thread);
            return thread;
        });
        var loop = loop(hangs, scheduler);
        loop.start();
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

        loop.close();
        scheduler.close();

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        for (var thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
        for (var thread : timers) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void theContextOfACallGoesWithItsQuestions() throws Exception {
        var contexts = new ConcurrentLinkedQueue<CallContext>();
        var asked = new CountDownLatch(1);
        var fanOut = new FanOut(Thread.ofVirtual().factory(), 2);
        Reader<String> reader = (known, page) -> {
            fanOut.<Integer, Boolean>ask(List.of(1, 2, 3), key -> contexts.add(CallContext.current()), answer -> {});
            asked.countDown();
        };
        try (var scheduler = new ExecutorScheduler(Thread.ofPlatform().daemon().factory());
                var loop = loop(reader, scheduler)) {
            loop.start();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(contexts).hasSize(3).allMatch(c -> c.priority() == Priority.HEALTH && !c.probing());
    }

    private RefreshLoop loop(Reader<String> reader, Scheduler scheduler) {
        var source =
                new Source<>(PART, Set.of("ec2:DescribeX"), Duration.ofSeconds(10), Set.of(), Set.of(), true, reader);
        var machine = new Machine(InstantSource.system(), scheduler, reads, new Random(1));
        ProblemMapper problems = (call, thrown) -> new Problem(
                Problem.Kind.FAULT,
                call,
                "",
                String.valueOf(thrown),
                null,
                null,
                InstantSource.system().instant());
        return new RefreshLoop(Deployment.empty("us-east-1", null), List.of(source), problems, machine, d -> {});
    }
}
