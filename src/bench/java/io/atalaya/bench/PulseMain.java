package io.atalaya.bench;

import io.atalaya.app.BenchConsole;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;

/** Scrolls and zooms the topology frame by frame and adds up what each frame cost the JavaFX thread. */
final class PulseMain {
    private static final int FRAMES = 400;

    private PulseMain() {}

    static void run(BenchConsole console, String endpoint, String region) throws InterruptedException {
        try (var window = console.open(endpoint, region, "topology")) {
            window.startAndAwaitOnScreen(BenchConsole::hasInstances, Duration.ofMinutes(5));
            window.await(it -> BenchConsole.isComplete(it, Parts.TARGETS), Duration.ofMinutes(6));
            Thread.sleep(Duration.ofSeconds(15));
            measure(window.stage().getScene());
            expandAll(window.stage().getScene());
            Thread.sleep(Duration.ofSeconds(20));
            measure(window.stage().getScene());
        }
    }

    private static void expandAll(Scene scene) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            if (scene.lookup("#collapse") instanceof ToggleButton toggle) {
                toggle.fire();
            }
            done.countDown();
        });
        done.await(10, TimeUnit.SECONDS);
    }

    private static void measure(Scene scene) throws InterruptedException {
        // the first frames compile what the others run
        frames(scene, FRAMES / 2);
        var frames = frames(scene, FRAMES);
        var work = frames.stream().mapToDouble(each -> each[0]).sorted().toArray();
        var gaps = frames.stream().mapToDouble(each -> each[1]).sorted().toArray();
        System.out.println("frames " + work.length + " " + work[work.length / 2] + " "
                + work[(int) (work.length * 0.99)] + " " + work[work.length - 1] + " " + gaps[gaps.length / 2]);
    }

    private static List<double[]> frames(Scene scene, int count) throws InterruptedException {
        var frames = new ArrayList<double[]>();
        var done = new CountDownLatch(1);
        Platform.runLater(() -> new Driver(scene, count, frames, done).begin());
        if (!done.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no frames");
        }
        return frames;
    }

    /** Fires one gesture in each frame; the work of a frame is that of its gesture and of its layout. */
    private static final class Driver extends AnimationTimer {
        private final Scene scene;
        private final int count;
        private final List<double[]> frames;
        private final CountDownLatch done;
        private final Runnable before = this::beforeLayout;
        private final Runnable after = this::afterLayout;
        private long gesture;
        private long layoutBegun;
        private long lastFrame;
        private int number;

        Driver(Scene scene, int count, List<double[]> frames, CountDownLatch done) {
            this.scene = scene;
            this.count = count;
            this.frames = frames;
            this.done = done;
        }

        void begin() {
            scene.addPreLayoutPulseListener(before);
            scene.addPostLayoutPulseListener(after);
            start();
        }

        @Override
        public void handle(long now) {
            long begun = System.nanoTime();
            var target = plane();
            boolean zoom = number / 40 % 2 == 1;
            double delta = number / 20 % 2 == 0 ? 40 : -40;
            target.fireEvent(scroll(target, zoom, delta));
            gesture = System.nanoTime() - begun;
        }

        private Node plane() {
            return scene.lookup(".topology-pane") == null ? scene.getRoot() : scene.lookup(".topology-pane");
        }

        private static ScrollEvent scroll(Node target, boolean zoom, double delta) {
            var middle = target.localToScene(
                    target.getLayoutBounds().getCenterX(), target.getLayoutBounds().getCenterY());
            return new ScrollEvent(
                    ScrollEvent.SCROLL, middle.getX(), middle.getY(), middle.getX(), middle.getY(), false, zoom, false,
                    false, false, false, 0, zoom ? delta : delta * 1.5, 0, delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null);
        }

        private void beforeLayout() {
            layoutBegun = System.nanoTime();
        }

        private void afterLayout() {
            long now = System.nanoTime();
            if (gesture > 0 && lastFrame > 0) {
                frames.add(new double[] {(gesture + now - layoutBegun) / 1e6, (now - lastFrame) / 1e6});
                number++;
            }
            lastFrame = now;
            if (number >= count) {
                stop();
                scene.removePreLayoutPulseListener(before);
                scene.removePostLayoutPulseListener(after);
                done.countDown();
            }
        }
    }
}
