package io.atalaya.ui.balancing;

import io.atalaya.deployment.TargetGroup;
import io.atalaya.ui.common.Seen;

/**
 * A target group.
 *
 * @param check how it checks, in one line
 * @param zones where its targets stand, and how many
 * @param balancers names
 * @param notes what is called out of it, in a few words
 */
record GroupRow(
        TargetGroup group, Seen seen, String check, String zones, String balancers, String notes, String words) {
    Object key() {
        return group.ref();
    }
}
