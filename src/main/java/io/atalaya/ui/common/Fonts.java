package io.atalaya.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/** The four faces of the console, and the icons. Neither JavaFX nor AtlantaFX brings fonts, and a system's own would differ per machine. */
final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FACES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /**
     * Loads the faces; loading twice is harmless.
     *
     * @throws IllegalStateException when a face is not on the class path or cannot be read: a fault of the build
     */
    static void load() {
        for (var face : FACES) {
            try (var stream = Fonts.class.getResourceAsStream(FOLDER + face)) {
                if (stream == null || Font.loadFont(stream, 13) == null) {
                    throw new IllegalStateException("font cannot be loaded: " + face);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(face, e);
            }
        }
        Font.loadFont(new FeatherIkonHandler().getFontResource().toExternalForm(), 13);
    }
}
