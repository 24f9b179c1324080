package io.atalaya.ui.common;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands where a table's rows would be: six sights that are never mistaken for one another, or the rows. */
public sealed interface Sight {
    /** Asked, or about to be; no answer yet. */
    record Loading(@Nullable Instant since) implements Sight {}

    /** A complete answer: zero. */
    record Empty(Instant asked, int pages) implements Sight {}

    record Denied(Problem problem) implements Sight {}

    record NotOffered(Problem problem) implements Sight {}

    record Failed(Problem problem) implements Sight {}

    /** The rows of an earlier answer, under a banner that says so. */
    record Stale(Instant asked, @Nullable Problem problem) implements Sight {}

    /** The rows. */
    record Rows() implements Sight {}

    /** Which of them an observation is at this moment. */
    static Sight of(Observed<? extends Listing<?>> observed, Instant now) {
        var listing = observed.value();
        var asked = observed.askedAt();
        var problem = observed.problem();
        if (listing == null || asked == null) {
            return problem == null ? new Loading(observed.attemptedAt()) : of(problem);
        }
        if (observed.freshness(now) == Freshness.LAST_KNOWN || problem != null) {
            return new Stale(asked, problem);
        }
        if (!listing.items().isEmpty()) {
            return new Rows();
        }
        return listing.complete() ? new Empty(asked, listing.pages()) : new Loading(observed.attemptedAt());
    }

    /** What stands for a problem where there is no earlier answer. */
    static Sight of(Problem problem) {
        return switch (problem.kind()) {
            case DENIED -> new Denied(problem);
            case NOT_OFFERED -> new NotOffered(problem);
            // nobody asks, so it is not loading: the source it needs has failed
            case BLOCKED -> problem.missingAction() == null ? new Failed(problem) : new Denied(problem);
            default -> new Failed(problem);
        };
    }
}
