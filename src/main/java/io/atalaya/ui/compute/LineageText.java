package io.atalaya.ui.compute;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lineage as it is written.
 *
 * @param column 0 base instance to 4 machines
 * @param mark {@code newest}, {@code not current}; empty for nothing to say
 * @param ref where a click leads; null for things that are gone
 * @param covers what it stands for: it is lit when one of these is selected
 */
record LineageText(
        String key,
        int column,
        String title,
        String detail,
        String mark,
        State state,
        String tip,
        @Nullable ResourceRef ref,
        Set<ResourceRef> covers) {
    LineageText {
        covers = Set.copyOf(covers);
    }
}
