package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.atalaya.watch.CallContext;
import io.atalaya.watch.Priority;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final String EMPTY =
            "<DescribeInstancesResponse><requestId>r-9</requestId><reservationSet/></DescribeInstancesResponse>";
    private static final RawServer.Answer OK = RawServer.Answer.xml(200, EMPTY).with("x-amzn-RequestId", "r-9");
    private static final RawServer.Answer THROTTLED = RawServer.Answer.xml(
            503,
            "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>slow</Message></Error></Errors></Response>");

    @Test
    void everyAttemptTakesAPermitAndTellsHowItWent() throws Exception {
        run(List.of(THROTTLED, OK), clients -> {
            new CallContext(Priority.HEALTH, 0).call(() -> clients.factory.ec2().describeInstances());

            assertThat(clients.recorded.acquired)
                    .containsExactly("ec2:DescribeInstances HEALTH", "ec2:DescribeInstances HEALTH");
            assertThat(clients.recorded.throttled).containsExactly("ec2:DescribeInstances");
            assertThat(clients.recorded.answered).hasSize(2);
        });
    }

    @Test
    void probeIsNotRetried() throws Exception {
        run(List.of(THROTTLED, OK), clients -> {
            var thrown = catchThrowable(() -> new CallContext(Priority.BACKGROUND, 1)
                    .call(() -> clients.factory.ec2().describeInstances()));

            assertThat(thrown).hasMessageContaining("slow");
            assertThat(clients.recorded.acquired).hasSize(1);
            assertThat(clients.recorded.throttled).hasSize(1);
        });
    }

    @Test
    void callIsRecordedWithoutWhatWasSaid() throws Exception {
        run(List.of(RawServer.Answer.hangUp(), OK), clients -> {
            clients.factory.ec2().describeInstances(b -> b.instanceIds("i-0secret"));

            assertThat(clients.log.calls()).singleElement().satisfies(call -> {
                assertThat(call.call()).isEqualTo("ec2:DescribeInstances");
                assertThat(call.attempts()).isEqualTo(2);
                assertThat(call.answered()).isEqualTo(1);
                assertThat(call.status()).isEqualTo(200);
                assertThat(call.requestId()).isEqualTo("r-9");
                assertThat(call.error()).isNull();
                assertThat(call.duration()).isPositive();
                assertThat(call.toString()).doesNotContain("i-0secret");
            });
            var quality = clients.log.quality();
            assertThat(quality.attempts()).isEqualTo(2);
            assertThat(quality.lost()).isEqualTo(1);
            assertThat(quality.latency()).isPositive();
            assertThat(quality.clockDifference()).isBetween(Duration.ofSeconds(-2), Duration.ofSeconds(2));
        });
    }

    @Test
    void failureIsRecordedWithItsCode() throws Exception {
        run(
                List.of(RawServer.Answer.xml(
                        403,
                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors>"
                                + "<RequestID>r-1</RequestID></Response>")),
                clients -> {
                    assertThat(catchThrowable(() -> clients.factory.ec2().describeInstances()))
                            .isNotNull();

                    assertThat(clients.log.calls()).singleElement().satisfies(call -> assertThat(call.error())
                            .isEqualTo("UnauthorizedOperation"));
                    assertThat(clients.log.quality().lost()).isZero();
                });
    }

    @Test
    void qualityForgetsAfterFiveMinutes() {
        var now = new Instant[] {Instant.parse("2026-11-22T14:00:00Z")};
        var log = new CallLog(() -> now[0]);
        log.add(new CallLog.Attempt("ec2", now[0], Duration.ofMillis(70), Duration.ofMillis(400)));
        log.add(new CallLog.Attempt("ec2", now[0], null, null));
        assertThat(log.quality().lost()).isEqualTo(1);
        assertThat(log.quality().clockDifference()).isEqualTo(Duration.ofMillis(400));

        now[0] = now[0].plus(CallLog.PERIOD);
        assertThat(log.quality()).isEqualTo(io.atalaya.connect.ConnectionQuality.NONE);
    }

    /** A test with clients and a server that gives these answers in turn. */
    private interface Body {
        void run(TestClients clients) throws Exception;
    }

    private static void run(List<RawServer.Answer> answers, Body body) throws Exception {
        var queue = new ArrayDeque<>(answers);
        try (var server = new RawServer((exchange, request) -> next(queue));
                var clients = new TestClients(server.endpoint(), InstantSource.system())) {
            body.run(clients);
        }
    }

    private static synchronized RawServer.Answer next(ArrayDeque<RawServer.Answer> queue) throws IOException {
        return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
    }
}
