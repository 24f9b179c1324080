package io.atalaya.ui.balancing;

import io.atalaya.deployment.Resource;
import io.atalaya.ui.common.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A balancer, one of its listeners, or one of their rules.
 *
 * @param rank its place: rows stay under what they belong to
 * @param depth 0 for a balancer, 1 for a listener, 2 for a rule
 * @param kind what a balancer is and where it stands, or when a rule applies
 * @param sendsTo what is done with a request
 * @param expires when the first of its certificates ends; null for none, and where it was not read
 * @param secured whether there is a certificate at all
 * @param words everything a person may type to find it, those of its balancer and rules among them
 */
record PathRow(
        Resource resource,
        int rank,
        int depth,
        Seen seen,
        String name,
        String kind,
        String sendsTo,
        @Nullable Instant expires,
        boolean secured,
        String words) {
    Object key() {
        return resource.ref();
    }
}
