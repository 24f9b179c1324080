package io.atalaya.evidence.recipe;

import io.atalaya.deployment.Part;
import io.atalaya.evidence.claim.Claim;
import java.util.List;

/**
 * What a capsule holds.
 *
 * @param name by which it is asked for
 * @param title for people
 * @param controls of a standard that it serves
 * @param views whose pictures are in it; {@link #EVERY} for all there are
 * @param lists whose rows are in it, all of them
 * @param claims that are judged
 */
public record Recipe(
        String name, String title, List<String> controls, List<String> views, List<Part<?>> lists, List<Claim> claims) {
    /** Instead of the names. */
    public static final String EVERY = "*";

    public Recipe {
        controls = List.copyOf(controls);
        views = List.copyOf(views);
        lists = List.copyOf(lists);
        claims = List.copyOf(claims);
    }

    /** Whether a view's picture is in it. */
    public boolean shows(String view) {
        return views.contains(EVERY) || views.contains(view);
    }
}
