package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.common.Seen;

/**
 * One finding of the audit.
 *
 * @param seen how bad, or that somebody accepted it
 * @param accepted by whom, until when and why; empty where nobody did
 * @param words everything a person may type to find it
 */
record FindingRow(
        String key,
        Seen seen,
        ResourceRef resource,
        String what,
        String name,
        String detail,
        String accepted,
        String words) {}
