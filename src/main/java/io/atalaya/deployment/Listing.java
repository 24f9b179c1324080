package io.atalaya.deployment;

import java.util.List;

/**
 * All resources of one part as far as they were read.
 *
 * @param pages how many pages AWS sent
 * @param complete false while pages are still arriving
 */
public record Listing<T>(List<T> items, int pages, boolean complete) {
    public Listing {
        items = List.copyOf(items);
    }

    public static <T> Listing<T> complete(List<T> items) {
        return new Listing<>(items, 1, true);
    }
}
