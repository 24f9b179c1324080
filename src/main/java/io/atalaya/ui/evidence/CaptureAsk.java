package io.atalaya.ui.evidence;

import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capsule that somebody wants.
 *
 * @param title for people
 * @param file null for one in the folder of capsules
 * @param passphrase null for a key without one
 * @param masks fields and tags that are left out besides what always is
 * @param texts of what is drawn
 */
public record CaptureAsk(
        String title,
        Recipe recipe,
        @Nullable Path file,
        char @Nullable [] passphrase,
        List<String> masks,
        ViewPictures pictures,
        Texts texts) {
    public CaptureAsk {
        masks = List.copyOf(masks);
    }

    /** The same with what opens the key. */
    CaptureAsk with(char[] opener) {
        return new CaptureAsk(title, recipe, file, opener, masks, pictures, texts);
    }
}
