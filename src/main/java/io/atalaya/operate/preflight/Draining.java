package io.atalaya.operate.preflight;

import java.util.Collection;

/** How long requests under way may still run on a target that leaves. */
final class Draining {
    private final Known known;
    private final Findings found;

    Draining(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void of(Collection<String> targetGroupArns) {
        if (!targetGroupArns.isEmpty()) {
            found.note(
                    "drainsUnknown",
                    Names.some(targetGroupArns.stream()
                            .map(it -> TargetsLeft.name(known, it))
                            .toList()));
        }
    }
}
