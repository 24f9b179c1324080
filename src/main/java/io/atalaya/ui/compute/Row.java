package io.atalaya.ui.compute;

import io.atalaya.deployment.Resource;
import io.atalaya.ui.common.Seen;

/**
 * One row of any table of this view.
 *
 * @param facts what the columns read
 * @param words everything a person may type to find it
 */
record Row<F>(Resource resource, Seen seen, F facts, String words) {
    Object key() {
        return resource.ref();
    }
}
