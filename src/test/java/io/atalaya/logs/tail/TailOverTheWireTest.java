package io.atalaya.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.monster.MonsterTexts;
import io.atalaya.sandbox.world.kit.LogGroups;
import io.atalaya.sandbox.world.logs.LogStream;
import io.atalaya.sandbox.world.logs.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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
            // what is ingested late is told by Live Tail a moment after FilterLogEvents has it
            tail.await("all of it", Duration.ofSeconds(30), () -> tail.shown().containsAll(truth));
            assertThat(tail.shown()).filteredOn(truth::contains).containsExactlyInAnyOrderElementsOf(truth);
        }
    }

    /** The SDK reads JSON as it is defined: one byte that is no UTF-8 fails the page that it is in. */
    @Test
    void oneByteThatIsNoTextLeavesATenthOfASecondAndNoMore() throws Exception {
        var second = System.currentTimeMillis() / 1_000 - 40;
        var broken = second * 1_000 + 500;
        Voice voice = (now, mouth) -> {
            mouth.say(0, "an ordinary line, second " + now);
            if (now == second) {
                mouth.say(500, MonsterTexts.broken().getFirst());
            }
        };
        var group = TailedGroup.all("/test/broken", ARN + "/test/broken");
        sandbox.world()
                .change(() -> LogGroups.add(
                        sandbox.world(),
                        group.name(),
                        30,
                        1_000,
                        List.of(new LogStream("s", Instant.now().minusSeconds(3_600), voice))));
        var from = (second - 30) * 1_000;
        try (var tail = tail(new TailPlan(List.of(group), null, from, false))) {
            tail.session.start();
            var to = System.currentTimeMillis();
            tail.await(
                    "swept",
                    Duration.ofSeconds(120),
                    () -> tail.ledger.marks(group.arn()).sureTo() > to && tail.ledger.sweptTo() > to);
            assertThat(tail.ledger.gaps())
                    .filteredOn(gap -> gap.cause() == Cause.UNREADABLE)
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.state()).isEqualTo(Gap.State.LEFT);
                        assertThat(gap.from()).isBetween(broken - 200, broken);
                        assertThat(gap.to()).isBetween(broken + 1, broken + 200);
                        assertThat(gap.detail()).contains("UTF-8");
                    });
            assertThat(tail.shown())
                    .extracting(LogEvent::message)
                    .containsAll(LongStream.range(second - 30, to / 1_000)
                            .mapToObj(it -> "an ordinary line, second " + it)
                            .toList());
        }
    }
}
