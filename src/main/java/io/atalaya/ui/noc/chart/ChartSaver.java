package io.atalaya.ui.noc.chart;

import io.atalaya.ui.common.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.image.WritableImage;

/** Writes a chart into a file that the person chooses. */
public final class ChartSaver {
    private final Function<String, Optional<Path>> choose;
    private final Executor background;
    private final Executor screen;

    /** @param choose asks where, given a name; empty when the person thinks better of it */
    public ChartSaver(Function<String, Optional<Path>> choose, Executor background, Executor screen) {
        this.choose = choose;
        this.background = background;
        this.screen = screen;
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Written {
        void to(Path file) throws IOException;
    }

    /** @param told key and argument of what has come of it */
    void csv(ChartPicture picture, String name, BiConsumer<String, String> told) {
        save(name + ".csv", file -> Files.writeString(file, ChartCsv.of(picture), StandardCharsets.UTF_8), told);
    }

    /** @param told key and argument of what has come of it */
    void png(WritableImage image, String name, BiConsumer<String, String> told) {
        save(name + ".png", file -> Pictures.writePng(image, file), told);
    }

    /**
     * Any other file.
     *
     * @param name that is offered
     * @param told key and argument of what has come of it
     */
    public void file(String name, Written written, BiConsumer<String, String> told) {
        save(name, written, told);
    }

    private void save(String name, Written written, BiConsumer<String, String> told) {
        choose.apply(name)
                .ifPresent(file -> background.execute(() -> {
                    try {
                        written.to(file);
                        screen.execute(() -> told.accept("noc.chart.saved", file.toString()));
                    } catch (IOException e) {
                        screen.execute(() -> told.accept("noc.chart.notSaved", e.toString()));
                    }
                }));
    }
}
