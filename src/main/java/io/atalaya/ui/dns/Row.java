package io.atalaya.ui.dns;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.common.Seen;

/**
 * One row of any table of this view.
 *
 * @param facts what the columns read
 * @param words everything a person may type to find it
 */
record Row<F>(ResourceRef ref, Seen seen, F facts, String words) {}
