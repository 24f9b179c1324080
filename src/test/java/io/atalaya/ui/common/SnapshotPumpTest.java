package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SnapshotPumpTest {
    private final Queue<Runnable> screen = new ArrayDeque<>();

    @Test
    void manySnapshotsBetweenTwoTurnsAreOneTaskAndOnlyTheNewestIsShown() {
        var seen = new ArrayList<String>();
        try (var pump = new SnapshotPump<>("first", screen::add)) {
            pump.shown().addListener((it, before, after) -> seen.add(after));
            pump.accept("second");
            pump.accept("third");
            pump.accept("fourth");
            assertThat(screen).hasSize(1);
            screen.remove().run();
            assertThat(seen).containsExactly("fourth");
            pump.accept("fifth");
            assertThat(screen).hasSize(1);
        }
    }

    @Test
    void aClosedPumpShowsNothingThatWasStillOnItsWay() {
        var pump = new SnapshotPump<>("first", screen::add);
        pump.accept("second");
        pump.close();
        screen.remove().run();
        pump.accept("third");
        assertThat(pump.shown().get()).isEqualTo("first");
        assertThat(screen).isEmpty();
    }
}
