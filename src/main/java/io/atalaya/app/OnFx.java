package io.atalaya.app;

import io.atalaya.ui.common.FxThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Starting JavaFX, and waiting for its thread from another. */
final class OnFx {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OnFx() {}

    /** Starts the toolkit; it lives until {@link Platform#exit}, whatever windows are closed. */
    static void startToolkit() throws InterruptedException {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        if (!started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("JavaFX did not start within a minute");
        }
        Platform.setImplicitExit(false);
    }

    /** Runs on the JavaFX thread and waits for the result, a minute at most. */
    static <T> T call(Supplier<T> task) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(task, new FxThread()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("on the JavaFX thread", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the JavaFX thread did not answer within a minute", e);
        }
    }

    /** Waits until that many frames have been laid out. */
    static void pulses(int count) throws InterruptedException {
        var left = new CountDownLatch(count);
        var timer = call(() -> {
            var counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    left.countDown();
                }
            };
            counting.start();
            return counting;
        });
        try {
            if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX drew no frame within a minute");
            }
        } finally {
            call(() -> {
                timer.stop();
                return timer;
            });
        }
    }
}
