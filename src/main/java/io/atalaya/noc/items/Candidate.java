package io.atalaya.noc.items;

import io.atalaya.deployment.MetricId;
import io.atalaya.noc.catalogue.MetricSource;
import java.util.List;

/**
 * The metrics of one source at one place.
 *
 * @param ids empty where there are none
 * @param where what was looked for, in words
 */
record Candidate(MetricSource source, List<MetricId> ids, Trust trust, String where) {
    Candidate {
        ids = List.copyOf(ids);
    }

    /** How sure it is that they exist. */
    enum Trust {
        /** CloudWatch lists them. */
        LISTED,
        /** AWS publishes them for such a resource. */
        IMPLIED,
        /** Names may not be listed: this is what they would be called. */
        GUESSED,
        /** Not listed. */
        ABSENT
    }
}
