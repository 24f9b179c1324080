package io.atalaya.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final List<Integer> made = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final Preparation<Integer, Integer> preparation = new Preparation<>(
            background::add,
            screen::add,
            input -> {
                made.add(input);
                return input * 10;
            },
            shown::add,
            input -> input < 0);

    @Test
    void whileOneIsMadeOnlyTheNewestWaits() {
        preparation.want(1);
        preparation.want(2);
        preparation.want(3);
        assertThat(shown).isEmpty();

        play();
        assertThat(shown).as("one a second").containsExactly(10);
        preparation.tick();
        play();

        assertThat(made).containsExactly(1, 3);
        assertThat(shown).containsExactly(10, 30);
    }

    @Test
    void whatIsQuickIsThereAtOnceButNeverBeforeWhatIsOlder() {
        preparation.want(-1);
        assertThat(shown).containsExactly(-10);

        preparation.want(5);
        preparation.want(-2);
        assertThat(shown).containsExactly(-10);
        play();
        assertThat(shown).containsExactly(-10, 50, -20);
    }

    @Test
    void aFaultIsThrownOnTheScreensThreadAndTheNextIsMade() {
        var failing = new Preparation<Integer, Integer>(
                background::add,
                screen::add,
                input -> {
                    if (input == 1) {
                        throw new IllegalStateException("fault");
                    }
                    return input;
                },
                shown::add,
                input -> false);
        failing.want(1);
        failing.want(2);
        background.remove().run();
        var task = screen.remove();
        assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class);
        failing.tick();
        play();
        assertThat(shown).containsExactly(2);
    }

    @Test
    void aClosedConnectionMakesNothing() {
        var closed = new Preparation<Integer, Integer>(
                task -> {
                    throw new RejectedExecutionException();
                },
                screen::add,
                input -> input,
                shown::add,
                input -> false);
        closed.want(1);
        closed.want(2);
        assertThat(shown).isEmpty();
    }

    private void play() {
        while (!background.isEmpty() || !screen.isEmpty()) {
            if (!background.isEmpty()) {
                background.remove().run();
            } else {
                screen.remove().run();
            }
        }
    }
}
