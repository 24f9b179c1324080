package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.store.Sessions;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.ui.logs.LogDesk;
import io.atalaya.ui.logs.OpenLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A connection over the real wire: what it reads, what it never sends, and what is left of it. */
class ConnectionScopeTest {
    @TempDir
    Path home;

    private TestProgram test;

    @BeforeEach
    void open() {
        test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void everyPartOfCheckopIsReadWithoutAProblemAndNothingIsChanged() throws InterruptedException {
        try (var scope = test.connect()) {
            var deployment = TestProgram.readAll(scope);
            assertThat(Parts.all()).allSatisfy(part -> {
                assertThat(observed(deployment.observed(part)).problem())
                        .as(part.id())
                        .isNull();
            });
            assertThat(deployment.items(Parts.INSTANCES)).hasSize(3);
            assertThat(test.sandbox().requests().total())
                    .isGreaterThan(Parts.all().size() - 1L);
            assertThat(test.sandbox().requests().mutating()).isZero();
        }
    }

    @Test
    void aClosedConnectionHasNoReadLeftAndShowsNothingMore() throws InterruptedException {
        var scope = test.connect();
        scope.start();
        scope.asker().watch(Set.<Part<?>>copyOf(Parts.all()));
        scope.close();
        assertThat(scope.ended(Duration.ofSeconds(20))).isTrue();
        var shown = scope.deployment().getValue();
        var asked = test.sandbox().requests().total();
        scope.asker().askNow(Set.of(Parts.INSTANCES));
        assertThat(scope.deployment().getValue()).isSameAs(shown);
        assertThat(test.sandbox().requests().total()).isEqualTo(asked);
    }

    /** A tail that was refused tries again after minutes only, if nobody tells it. */
    @Test
    void renewedCredentialsMakeOpenTailsTryAtOnce() throws Exception {
        try (var scope = test.connect()) {
            var deployment = TestProgram.read(scope, Set.of(Parts.LOG_GROUPS));
            var group = deployment.items(Parts.LOG_GROUPS).getFirst();
            OpenLog log;
            try (var refused = test.sandbox()
                    .faults()
                    .plan(FaultMatch.of(AwsService.LOGS, "StartLiveTail"), new Fault.Denied("*"))) {
                var opened =
                        scope.logs().tail(List.of(TailedGroup.all(group.name(), group.arn())), null, Duration.ZERO);
                log = ((LogDesk.Opened.Log) opened).log();
                await(log, TailStatus.Mode.POLLING);
                assertThat(refused.struck()).isOne();
            }
            scope.renewed();
            await(log, TailStatus.Mode.LIVE_TAIL);
        }
    }

    /** Whoever writes to a log waits for the disk; whoever leaves waits for nobody, and yet all of it is kept. */
    @Test
    void leavingWaitsForNoLogAndTheEndOfTheProgramDoes() throws Exception {
        var scope = test.connect();
        var deployment = TestProgram.read(scope, Set.of(Parts.LOG_GROUPS));
        var group = deployment.items(Parts.LOG_GROUPS).getFirst();
        var opened = scope.logs().tail(List.of(TailedGroup.all(group.name(), group.arn())), null, Duration.ofHours(1));
        var log = (TailedLog) ((LogDesk.Opened.Log) opened).log();
        var writing = new Stuck();
        log.events().listen(writing);
        assertThat(writing.begun.await(60, TimeUnit.SECONDS)).isTrue();
        var left = Thread.ofVirtual().start(scope::close);
        assertThat(left.join(Duration.ofSeconds(20))).as("the screen goes on").isTrue();
        assertThat(scope.ended(Duration.ZERO)).isFalse();
        writing.released.countDown();
        assertThat(scope.ended(Duration.ofSeconds(60))).isTrue();
        assertThat(new Sessions(test.program.machinery().logs(), InstantSource.system()).list())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.events()).isPositive();
                    assertThat(kept.inUse()).isFalse();
                    assertThat(kept.info().ended()).isNotNull();
                });
    }

    @Test
    void patternsAreTestedAndStreamsFoundOverTheWire() throws Exception {
        try (var scope = test.connect()) {
            var deployment = TestProgram.read(scope, Set.of(Parts.LOG_GROUPS));
            var group = deployment.items(Parts.LOG_GROUPS).getFirst();
            var patterns = scope.logs().patterns();
            assertThat(patterns.test("\"pool exhausted\"", List.of("the pool exhausted", "fine")))
                    .isEqualTo(new FilterPatterns.Answer.Valid(List.of("the pool exhausted"), 2));
            assertThat(patterns.test("{ $.level = ", List.of())).isInstanceOf(FilterPatterns.Answer.Invalid.class);
            try (var denied = test.sandbox()
                    .faults()
                    .plan(FaultMatch.of(AwsService.LOGS, "TestMetricFilter"), new Fault.Denied("*"))) {
                assertThat(patterns.test("fine", List.of())).isInstanceOf(FilterPatterns.Answer.Failed.class);
                assertThat(denied.struck()).isOne();
            }
            var all = streams(scope, group, null);
            assertThat(all).isNotEmpty();
            assertThat(streams(scope, group, all.getFirst()))
                    .contains(all.getFirst())
                    .allMatch(it -> it.startsWith(all.getFirst()));
            assertThat(streams(scope, group, "no stream begins like this")).isEmpty();
        }
    }

    private static List<String> streams(ConnectionScope scope, LogGroup group, @Nullable String prefix) {
        var answer = scope.logs().streams().search(TailedGroup.all(group.name(), group.arn()), prefix, null);
        return ((LogStreams.Answer.Page) answer)
                .streams().stream().map(LogStreams.Stream::name).toList();
    }

    private static void await(OpenLog log, TailStatus.Mode mode) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> log.status().groups().stream().allMatch(it -> it.mode() == mode));
    }

    private static Observed<? extends Listing<?>> observed(Observed<? extends Listing<?>> it) {
        return it;
    }
}
