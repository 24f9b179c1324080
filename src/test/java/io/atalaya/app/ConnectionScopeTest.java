package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void everyPartOfCheckopIsReadWithoutAProblem() throws InterruptedException {
        try (var scope = test.connect()) {
            var deployment = TestProgram.readAll(scope);
            assertThat(Parts.all()).allSatisfy(part -> {
                assertThat(observed(deployment.observed(part)).problem())
                        .as(part.id())
                        .isNull();
            });
            assertThat(deployment.items(Parts.INSTANCES)).hasSize(3);
        }
    }

    @Test
    void watchingSendsNothingThatChanges() throws InterruptedException {
        try (var scope = test.connect()) {
            TestProgram.readAll(scope);
            assertThat(test.sandbox().requests().total())
                    .isGreaterThan(Parts.all().size() - 1L);
            assertThat(test.sandbox().requests().mutating()).isZero();
        }
    }

    @Test
    void aClosedConnectionHasNoReadLeftAndShowsNothingMore() throws InterruptedException {
        var scope = test.connect();
        scope.start();
        scope.asker().watch(java.util.Set.<Part<?>>copyOf(Parts.all()));
        scope.close();
        assertThat(scope.ended(Duration.ofSeconds(20))).isTrue();
        var shown = scope.deployment().getValue();
        var asked = test.sandbox().requests().total();
        scope.asker().askNow(java.util.Set.of(Parts.INSTANCES));
        assertThat(scope.deployment().getValue()).isSameAs(shown);
        assertThat(test.sandbox().requests().total()).isEqualTo(asked);
    }

    private static Observed<? extends Listing<?>> observed(Observed<? extends Listing<?>> it) {
        return it;
    }
}
