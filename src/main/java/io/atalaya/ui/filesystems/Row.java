package io.atalaya.ui.filesystems;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.files.FileSystemFacts;
import io.atalaya.ui.common.Seen;

/**
 * A file system as the table shows it.
 *
 * @param words everything a person may type to find it
 */
record Row(FileSystemFacts facts, Seen seen, String words) {
    ResourceRef ref() {
        return facts.files().ref();
    }
}
