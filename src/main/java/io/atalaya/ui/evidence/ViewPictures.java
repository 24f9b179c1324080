package io.atalaya.ui.evidence;

import io.atalaya.evidence.recipe.Recipe;
import java.util.List;
import javafx.scene.image.WritableImage;

/** Where a capture gets the pictures of its views from. Called on the capture's thread. */
public interface ViewPictures {
    /** The views of a recipe that there are, in the order of the rail. */
    List<String> views(Recipe recipe);

    /**
     * One view, at twice its size.
     *
     * @throws ViewLeftException when it is not on screen any more
     */
    WritableImage picture(String view) throws InterruptedException, ViewLeftException;

    /** What was chosen in the views that were drawn; nothing where they are drawn as they open. */
    default List<ScreenFilter> filters() {
        return List.of();
    }
}
