package io.atalaya.deployment.topology;

import java.util.Set;

/**
 * What somebody wants to see of a topology.
 *
 * @param collapseHealthy draw the healthy members of a cluster as one pile
 * @param problemsOnly only what needs attention and the ways to it
 * @param expanded piles and cards with rows that were opened by hand, by key
 * @param pinned cards that are shown whatever else is collapsed: the selection
 */
public record ViewOptions(boolean collapseHealthy, boolean problemsOnly, Set<String> expanded, Set<String> pinned) {
    public static final ViewOptions ALL = new ViewOptions(false, false, Set.of(), Set.of());

    public ViewOptions {
        expanded = Set.copyOf(expanded);
        pinned = Set.copyOf(pinned);
    }
}
