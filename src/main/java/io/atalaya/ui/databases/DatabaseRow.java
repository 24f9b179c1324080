package io.atalaya.ui.databases;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.ui.common.Seen;

/**
 * A database in the table and in the card.
 *
 * @param words everything a person may type to find it
 */
record DatabaseRow(DatabaseView view, Seen seen, String words) {
    ResourceRef key() {
        return view.database().ref();
    }
}
