package io.atalaya.ui.databases;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.databases.SnapshotUse;
import io.atalaya.ui.common.Seen;

/**
 * A snapshot in a table.
 *
 * @param words everything a person may type to find it
 */
record SnapshotRow(SnapshotUse use, Seen seen, String words) {
    ResourceRef key() {
        return use.snapshot().ref();
    }
}
