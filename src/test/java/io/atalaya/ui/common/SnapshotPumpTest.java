package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import javafx.beans.property.SimpleObjectProperty;
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

    @Test
    void pacedItShowsNewsAtOnceAndWhatConfirmsWithTheNextTick() {
        var clock = new SimpleObjectProperty<>(0);
        try (var pump = new SnapshotPump<>("a0", screen::add, (newer, older) -> newer.charAt(0) == older.charAt(0))) {
            pump.accept("a1");
            assertThat(screen).as("not yet paced").hasSize(1);
            screen.remove().run();
            pump.pace(clock);
            pump.accept("a2");
            assertThat(screen).isEmpty();
            assertThat(pump.shown().get()).isEqualTo("a1");
            clock.set(1);
            assertThat(pump.shown().get()).isEqualTo("a2");
            pump.accept("a3");
            clock.set(2);
            assertThat(pump.shown().get()).as("and with each tick after it").isEqualTo("a3");
            pump.accept("b1");
            assertThat(screen).hasSize(1);
            pump.accept("b2");
            assertThat(screen).hasSize(1);
            screen.remove().run();
            assertThat(pump.shown().get())
                    .as("news, and what confirmed it meanwhile")
                    .isEqualTo("b2");
        }
    }

    @Test
    void newsThatWasNotShownYetIsNotTakenForAConfirmation() {
        var clock = new SimpleObjectProperty<>(0);
        try (var pump = new SnapshotPump<>("a0", screen::add, (newer, older) -> newer.charAt(0) == older.charAt(0))) {
            pump.pace(clock);
            pump.accept("b1");
            screen.remove().run();
            pump.accept("a2");
            assertThat(screen).as("the way back is news as well").hasSize(1);
        }
    }
}
