package io.atalaya.evidence.document;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a part of the deployment was read when the document was made.
 *
 * @param part {@code instances}
 * @param count how many AWS told of
 * @param pages in how many answers
 * @param askedAt when; null where nothing was ever read
 * @param problem of the last attempt; null for none
 */
public record Reading(
        String part,
        State state,
        int count,
        int pages,
        @Nullable Instant askedAt,
        @Nullable Problem problem) {
    /** What can be said of a part. */
    public enum State {
        /** All of it. */
        WHOLE,
        /** All of it once; a later attempt failed. */
        LAST_KNOWN,
        /** Pages were still coming. */
        PARTLY,
        /** Nothing was read. */
        UNREAD
    }

    /** Of a part of a snapshot. */
    public static <T> Reading of(Deployment deployment, Part<T> part) {
        Observed<Listing<T>> observed = deployment.observed(part);
        var listing = observed.value();
        var problem = observed.problem();
        if (listing == null) {
            return new Reading(part.id(), State.UNREAD, 0, 0, null, problem);
        }
        var state = !listing.complete() ? State.PARTLY : problem == null ? State.WHOLE : State.LAST_KNOWN;
        return new Reading(part.id(), state, listing.items().size(), listing.pages(), observed.askedAt(), problem);
    }

    /** Whether a row that is not there is known not to exist. */
    public boolean tellsAbsence() {
        return state == State.WHOLE;
    }

    public boolean read() {
        return state != State.UNREAD;
    }
}
