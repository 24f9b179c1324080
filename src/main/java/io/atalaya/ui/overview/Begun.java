package io.atalaya.ui.overview;

import io.atalaya.deployment.overview.Finding;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Since when a finding is so. AWS says it of few things; of the others this console knows when it first saw them, and of
 * those it found at its first look only that they are older.
 */
final class Begun {
    /**
     * A moment and how well it is known.
     *
     * @param exact false where it began before this moment
     */
    record Moment(Instant at, boolean exact) {}

    private final Map<String, Moment> seen = new HashMap<>();
    private final Set<String> partsLookedAt = new HashSet<>();

    /** Takes note of what is there now, and forgets what is over. */
    void note(List<Finding> findings, Instant now) {
        var keys = new HashSet<String>();
        var looked = new HashSet<String>();
        for (var finding : findings) {
            keys.add(finding.key());
            seen.computeIfAbsent(
                    finding.key(),
                    unused -> new Moment(
                            now, partsLookedAt.contains(finding.basis().id())));
            looked.add(finding.basis().id());
        }
        partsLookedAt.addAll(looked);
        seen.keySet().retainAll(keys);
    }

    /** From now on, what appears in this part appeared while this console watched. */
    void looked(String partId) {
        partsLookedAt.add(partId);
    }

    Moment of(Finding finding, Instant now) {
        return finding.since() != null
                ? new Moment(finding.since(), true)
                : seen.getOrDefault(finding.key(), new Moment(now, false));
    }
}
