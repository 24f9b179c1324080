package io.atalaya.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.foreign.MotoAccount;
import io.atalaya.foreign.MotoServer;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** An endpoint that somebody else wrote and that has no Live Tail: the tail polls by itself, and loses nothing. */
@Timeout(120)
class ForeignTailTest {
    private static final int BATCHES = 8;
    private static final int BATCH = 25;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostWhereThereIsNoLiveTail() throws Exception {
        var binary = MotoServer.find();
        Assumptions.assumeTrue(binary.isPresent(), "moto_server is not installed");
        try (var moto = MotoServer.start(binary.get());
                var account = new MotoAccount(moto.endpoint())) {
            account.logs.createLogGroup(it -> it.logGroupName("/numbered"));
            account.logs.createLogStream(it -> it.logGroupName("/numbered").logStreamName("one"));
            account.logs.createLogStream(it -> it.logGroupName("/numbered").logStreamName("two"));
            var arn = account.logs
                    .describeLogGroups()
                    .logGroups()
                    .getFirst()
                    .arn()
                    .replace(":*", "");
            var group = TailedGroup.all("/numbered", arn);
            var credentials =
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(MotoAccount.KEY, MotoAccount.KEY));
            try (var tail = new WiredTail(
                    moto.endpoint(),
                    credentials,
                    arn.split(":")[4],
                    folder.resolve("s"),
                    TailPlan.of(List.of(group)),
                    WiredTail.fast())) {
                tail.session.start();
                for (int batch = 0; batch < BATCHES; batch++) {
                    put(account, batch);
                    var shown = (batch + 1) * BATCH;
                    tail.await(
                            "shown " + shown,
                            Duration.ofSeconds(20),
                            () -> tail.shown().size() >= shown);
                }
                assertThat(tail.session.status().groups().getFirst().mode()).isEqualTo(TailStatus.Mode.POLLING);
                var why = tail.session.status().groups().getFirst().why();
                assertThat(why == null ? "" : why.call()).isEqualTo("logs:StartLiveTail");
                var end = System.currentTimeMillis();
                tail.await(
                        "swept",
                        Duration.ofSeconds(20),
                        () -> tail.ledger.marks(arn).sureTo() > end);
                assertThat(tail.shown())
                        .extracting(LogEvent::message)
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, BATCHES * BATCH)
                                .mapToObj(n -> "number " + n)
                                .toList());
                assertThat(tail.ledger.minutes(0, end)).allMatch(minute -> minute.doubt() == 0);
            }
        }
    }

    private static void put(MotoAccount account, int batch) {
        var now = System.currentTimeMillis();
        account.logs.putLogEvents(it -> it.logGroupName("/numbered")
                .logStreamName(batch % 2 == 0 ? "one" : "two")
                .logEvents(IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                        .mapToObj(n -> InputLogEvent.builder()
                                .timestamp(now)
                                .message("number " + n)
                                .build())
                        .toList()));
    }
}
