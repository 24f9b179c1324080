package io.atalaya.ui.databases;

import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.ui.common.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A parameter group as one database uses it.
 *
 * @param seen whether the database runs with what the group says
 * @param connections what it says of them; null where it was not read
 */
record GroupRow(
        String group,
        DatabaseView view,
        Seen seen,
        @Nullable DatabaseParameter connections,
        String words) {
    /** Of what it is the row. */
    record Key(String group, ResourceRef database) {}

    Key key() {
        return new Key(group, view.database().ref());
    }
}
