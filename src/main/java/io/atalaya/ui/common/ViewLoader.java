package io.atalaya.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the FXML of a controller: {@code io.atalaya.ui.compute.ComputeController} owns
 * {@code /io/atalaya/ui/compute/ComputeView.fxml}, which names it in {@code fx:controller}. Controllers are made by their
 * owner, with what they need in the constructor, never by the loader.
 */
public final class ViewLoader {
    private ViewLoader() {}

    /**
     * @param controller whose FXML is loaded
     * @param texts what {@code %keys} are looked up in
     * @param included controllers of the files it includes, found by their class
     * @throws UncheckedIOException when the file is missing or wrong: a fault of the program, found by the tests
     */
    public static Parent load(Object controller, Texts texts, Object... included) {
        var type = controller.getClass();
        var file = type.getSimpleName().replaceFirst("Controller$", "") + "View.fxml";
        var url = Objects.requireNonNull(type.getResource(file), () -> "no " + file + " beside " + type.getName());
        var loader = new FXMLLoader(url, texts);
        loader.setClassLoader(type.getClassLoader());
        loader.setControllerFactory(wanted -> wanted.isInstance(controller)
                ? controller
                : List.of(included).stream()
                        .filter(wanted::isInstance)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(file + " wants a " + wanted.getName())));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
