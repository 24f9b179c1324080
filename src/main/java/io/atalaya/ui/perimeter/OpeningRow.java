package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.reach.Exposure;
import io.atalaya.ui.common.Seen;
import org.jspecify.annotations.Nullable;

/**
 * One thing the internet reaches.
 *
 * @param seen whether that needs a reason
 * @param from who: everybody, or which addresses
 * @param answers what is there to answer
 * @param through the rules of groups that let it in
 * @param opening null where it cannot be told
 * @param words everything a person may type to find it
 */
record OpeningRow(
        String key,
        Seen seen,
        ResourceRef resource,
        String name,
        String kind,
        String address,
        String traffic,
        String from,
        String answers,
        String through,
        Exposure.@Nullable Opening opening,
        String words) {}
