package io.atalaya.ui.overview;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.overview.Finding;

/**
 * A finding as it is written on screen.
 *
 * @param ago how long it has been so
 * @param begun when it began; {@code before 14:01:20} where it was so when this console first looked
 * @param freshness of what it was read from
 */
record AttentionRow(Finding finding, String title, String detail, String ago, String begun, Freshness freshness) {
    String key() {
        return finding.key();
    }
}
