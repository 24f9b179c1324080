package io.atalaya.ui.databases;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;

/** The three pages of the view. */
enum Page {
    INSTANCES(Parts.DATABASES),
    SNAPSHOTS(Parts.DATABASE_SNAPSHOTS),
    GROUPS(Parts.DATABASES);

    private final Part<?> part;

    Page(Part<?> part) {
        this.part = part;
    }

    /** Whose age stands in the toolbar. */
    Part<?> part() {
        return part;
    }
}
