package io.atalaya.operate.preflight;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.TargetGroupAttributes;
import java.util.Collection;
import java.util.Optional;

/** How long requests under way may still run on a target that leaves. */
final class Draining {
    private final Known known;
    private final Findings found;

    Draining(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void of(Collection<String> targetGroupArns) {
        for (var arn : targetGroupArns) {
            var name = TargetsLeft.name(known, arn);
            delay(arn)
                    .ifPresentOrElse(
                            seconds -> found.note("drainsFor", name, seconds), () -> found.note("drainsUnknown", name));
        }
    }

    private Optional<Integer> delay(String arn) {
        known.sure(Parts.TARGET_GROUP_ATTRIBUTES);
        return Optional.ofNullable(known.index().attributes(arn))
                .map(TargetGroupAttributes::deregistrationDelaySeconds);
    }
}
