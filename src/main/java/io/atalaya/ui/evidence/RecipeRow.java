package io.atalaya.ui.evidence;

import io.atalaya.evidence.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * A recipe there is.
 *
 * @param own whether it is a file of the user's
 * @param recipe null where the file is wrong
 * @param trouble what is wrong with it, with file and line; null when nothing is
 */
record RecipeRow(
        String name,
        boolean own,
        @Nullable Recipe recipe,
        @Nullable String trouble) {}
