package io.atalaya.ui.evidence;

import io.atalaya.deployment.Part;
import io.atalaya.ui.common.Texts;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;

/** The one key for a capsule of what is on screen. On the JavaFX thread. */
public interface CaptureKey {
    /**
     * What is on screen.
     *
     * @param view its id
     * @param title for people
     * @param window all of it, with the bars
     * @param parts that are looked at
     * @param stillThere whether it is on screen now
     */
    record Shown(String view, String title, Parent window, Set<Part<?>> parts, BooleanSupplier stillThere) {
        public Shown {
            parts = Set.copyOf(parts);
        }
    }

    CaptureModel model();

    /** Begins a capsule of it; nothing happens while another is made. */
    void take(Shown shown, Texts texts);
}
