package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.watch.DeploymentHistory;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What watching costs does not grow with windows, nor with time. */
class WatchingCostTest {
    @Test
    void fiveWindowsAskWhatOneAsks() {
        assertThat(callsOfThreeMinutes(5)).isEqualTo(callsOfThreeMinutes(1));
    }

    @Test
    void nothingPilesUpWhileNothingChanges() {
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            var history = new DeploymentHistory(wire.time);
            wire.time.advance(Duration.ofMinutes(5));
            history.observe(wire.deployment());
            var waiting = wire.time.pending();
            var instances = wire.observed(Parts.INSTANCES).value();
            var before = history.changes().size();

            for (var minute = 0; minute < 30; minute++) {
                wire.time.advance(Duration.ofMinutes(1));
                history.observe(wire.deployment());
            }

            assertThat(wire.time.pending()).isBetween(waiting - 3, waiting + 3);
            assertThat(wire.observed(Parts.INSTANCES).value()).isSameAs(instances);
            assertThat(history.changes().size() - before).isLessThan(40);
        }
    }

    private static long callsOfThreeMinutes(int windows) {
        try (var wire = new Wire(PageSize.LARGEST).readAll()) {
            for (var i = 1; i < windows; i++) {
                wire.loop().watch(Set.copyOf(Parts.all()));
            }
            wire.time.advance(Duration.ofSeconds(5));
            var before = wire.sandbox.requests().total();
            wire.time.advance(Duration.ofMinutes(3));
            return wire.sandbox.requests().total() - before;
        }
    }
}
