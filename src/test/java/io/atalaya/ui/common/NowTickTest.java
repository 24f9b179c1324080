package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.ui.UiTest;
import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class NowTickTest extends UiTest {
    private static final Instant BEGUN = Instant.parse("2026-11-22T10:00:00Z");

    /** A minute and a half pass by hand, second by second. */
    private final class Second implements Scheduler {
        private Instant now = BEGUN;
        private Runnable next = () -> {};

        @Override
        public Timer after(Duration delay, Runnable task) {
            assertThat(delay).isEqualTo(Duration.ofSeconds(1));
            next = task;
            return () -> next = () -> {};
        }

        void pass() {
            now = now.plusSeconds(1);
            next.run();
        }
    }

    @Test
    void ticksEachSecondWhileSomebodyIsThereAndEveryFiveOtherwise() throws Exception {
        var ticks = onFx(() -> {
            var second = new Second();
            var tick = new NowTick(() -> second.now);
            var seen = new ArrayList<Long>();
            tick.now().subscribe(it -> seen.add(Duration.between(BEGUN, it).toSeconds()));
            tick.start(second, Runnable::run);
            for (int i = 0; i < 90; i++) {
                second.pass();
            }
            tick.close();
            second.pass();
            return List.copyOf(seen);
        });
        assertThat(ticks).startsWith(0L, 1L, 2L, 3L).contains(58L, 59L).endsWith(79L, 84L, 89L);
    }

    @Test
    void aTouchOfAnyWindowBringsItBackToSeconds() throws Exception {
        var ticks = onFx(() -> {
            var second = new Second();
            var tick = new NowTick(() -> second.now);
            tick.start(second, Runnable::run);
            for (int i = 0; i < 75; i++) {
                second.pass();
            }
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane()));
            stage.show();
            Event.fireEvent(stage, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
            var seen = new ArrayList<Long>();
            tick.now()
                    .addListener((it, before, now) ->
                            seen.add(Duration.between(BEGUN, now).toSeconds()));
            second.pass();
            second.pass();
            second.pass();
            stage.close();
            tick.close();
            return List.copyOf(seen);
        });
        assertThat(ticks).containsExactly(76L, 77L, 78L);
    }
}
