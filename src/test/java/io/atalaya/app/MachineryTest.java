package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of the program waits for what acts still have to write, and for no longer than it says. */
class MachineryTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService acting = Executors.newThreadPerTaskExecutor(Machinery.threads("test-act-"));

    @Test
    void whatIsBeingWrittenIsWaitedFor() throws Exception {
        var begun = new CountDownLatch(1);
        acting.execute(() -> {
            begun.countDown();
            done.add("written");
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Machinery.end(acting, LONG, LONG);
        assertThat(done).containsExactly("written");
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> acting.execute(() -> {}));
    }

    @Test
    void whatIsBeingSentIsCutOffAndThenWrittenDown() throws Exception {
        var sending = new CountDownLatch(1);
        acting.execute(() -> {
            sending.countDown();
            try {
                done.add(String.valueOf(never.await(60, TimeUnit.SECONDS)));
            } catch (InterruptedException cutOff) {
                done.add("written as unknown");
            }
        });
        assertThat(sending.await(20, TimeUnit.SECONDS)).isTrue();
        Machinery.end(acting, Duration.ofMillis(1), LONG);
        assertThat(done).containsExactly("written as unknown");
    }

    @Test
    void whatDoesNotStopIsNotWaitedForAnyLonger() throws Exception {
        var stuck = new CountDownLatch(1);
        var cutOff = new CountDownLatch(1);
        acting.execute(() -> {
            stuck.countDown();
            while (never.getCount() > 0) {
                try {
                    done.add(String.valueOf(never.await(60, TimeUnit.SECONDS)));
                } catch (InterruptedException ignored) {
                    cutOff.countDown(); // goes on all the same
                }
            }
        });
        assertThat(stuck.await(20, TimeUnit.SECONDS)).isTrue();
        var end = Thread.ofVirtual().start(() -> Machinery.end(acting, Duration.ofMillis(1), Duration.ofMillis(1)));
        try {
            assertThat(end.join(LONG)).as("the end came").isTrue();
            assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(done).as("though it still runs").isEmpty();
        } finally {
            never.countDown();
        }
    }
}
