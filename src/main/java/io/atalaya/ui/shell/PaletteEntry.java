package io.atalaya.ui.shell;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.Acts;
import io.atalaya.ui.common.Seen;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the palette can find.
 *
 * @param kind what it is, in the reader's language: {@code Instance}, {@code View}
 * @param title what a person calls it
 * @param detail id, address, whatever tells it from others of the same name
 * @param words everything else it can be found by: ids, addresses, ARNs, tags
 * @param seen its condition and how old that is; null for views, actions, and resources without state
 * @param goal what choosing it does
 */
public record PaletteEntry(
        String kind,
        String title,
        String detail,
        List<String> words,
        @Nullable Seen seen,
        Goal goal) {
    public PaletteEntry {
        words = words.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    /** Where choosing leads. */
    public sealed interface Goal {
        record ShowView(String viewId) implements Goal {}

        record Reveal(ResourceRef resource) implements Goal {}

        record Act(Runnable action) implements Goal {}

        /** An act on a resource: opens its confirmation. */
        record Operate(Acts.Offer offer) implements Goal {}
    }
}
