package io.atalaya.ui.overview;

import io.atalaya.deployment.overview.Happening;

/**
 * Something that happened, as a row.
 *
 * @param time as written, by the zone of the screen
 */
record ChangeRow(Happening happening, String time) {
    String key() {
        return happening.at() + " " + happening.word() + " " + happening.text();
    }
}
