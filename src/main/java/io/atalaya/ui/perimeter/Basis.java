package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.reach.Answer;
import java.time.Duration;
import java.util.List;

/** What an answer rests on. */
final class Basis {
    private Basis() {}

    /** The oldest answer of AWS it rests on, with the cadence of the part that is least current. */
    static Observed<?> of(Deployment deployment, Answer answer) {
        var asOf = answer.asOf();
        if (asOf == null) {
            return Observed.never(Duration.ZERO);
        }
        var cadence = PerimeterModel.MADE_OF.stream()
                .map(deployment::observed)
                .filter(each -> asOf.equals(each.askedAt()))
                .map(Observed::cadence)
                .findFirst()
                .orElse(Duration.ofMinutes(1));
        return Observed.of(Listing.complete(List.of()), asOf, cadence);
    }
}
