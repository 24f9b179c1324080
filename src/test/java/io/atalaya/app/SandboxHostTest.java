package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SandboxHostTest {
    /** What was done before is not in its trail, and not missing there. */
    @Test
    void knowsWhenASandboxBegan() {
        var began = Instant.parse("2026-11-22T15:00:00Z");
        var clock = new ManualClock(began);
        var deployment = SandboxOptions.defaults().deployment();
        try (var host = new SandboxHost(clock, UnaryOperator.identity())) {
            host.start(deployment);
            clock.advance(Duration.ofHours(1));
            host.start(deployment);

            assertThat(host.practice(deployment))
                    .hasValueSatisfying(it -> assertThat(it.since()).isEqualTo(began));
        }
    }
}
