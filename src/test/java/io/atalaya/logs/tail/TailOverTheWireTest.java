package io.atalaya.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A tail of the sandbox's own deployment: what is shown is what FilterLogEvents has afterwards. */
class TailOverTheWireTest {
    private static final String ARN = "arn:aws:logs:us-east-1:111122223333:log-group:";
    private static final List<TailedGroup> GROUPS = List.of(
            TailedGroup.all("/checkop/app", ARN + "/checkop/app"),
            TailedGroup.all("/checkop/nginx", ARN + "/checkop/nginx"));

    private static Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private WiredTail tail(TailPlan plan) {
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), key.sessionToken()));
        return new WiredTail(
                sandbox.endpoint(), credentials, "111122223333", folder.resolve("s"), plan, WiredTail.fast());
    }

    @Test
    void whatIsShownIsWhatThereIs() throws Exception {
        try (var tail = tail(TailPlan.of(GROUPS))) {
            tail.session.start();
            var start = System.currentTimeMillis();
            tail.await("live", Duration.ofSeconds(20), () -> tail.session.status().groups().stream()
                    .allMatch(group -> group.mode() == TailStatus.Mode.LIVE_TAIL));
            var to = System.currentTimeMillis() + 2_000;
            tail.await(
                    "swept",
                    Duration.ofSeconds(30),
                    () -> tail.ledger.sweptTo() > to
                            && GROUPS.stream()
                                    .allMatch(group ->
                                            tail.ledger.marks(group.arn()).sureTo() > to));
            var truth = new ArrayList<LogEvent>();
            GROUPS.forEach(group -> truth.addAll(tail.truth(group, start, to)));
            assertThat(truth).isNotEmpty();
            assertThat(tail.shown())
                    .filteredOn(event -> event.timestamp() >= start && event.timestamp() < to)
                    .containsExactlyInAnyOrderElementsOf(truth);
        }
    }
}
