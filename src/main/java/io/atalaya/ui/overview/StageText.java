package io.atalaya.ui.overview;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One box of the request path as it is written.
 *
 * @param ref where a click leads; null where there is nothing, or several
 * @param basis the part whose age is shown
 */
public record StageText(
        String caption,
        String title,
        State state,
        String word,
        Freshness freshness,
        List<Line> lines,
        @Nullable ResourceRef ref,
        Part<?> basis) {
    public StageText {
        lines = List.copyOf(lines);
    }

    /**
     * One line: label and value, or a state with a name and a word.
     *
     * @param state null for a plain fact
     * @param note muted words beside the value; empty where there are none
     */
    public record Line(
            @Nullable State state,
            String label,
            String value,
            String note,
            @Nullable ResourceRef ref) {}
}
