package io.atalaya.noc.items;

import io.atalaya.deployment.Problem;
import io.atalaya.noc.catalogue.ItemSource;
import org.jspecify.annotations.Nullable;

/** What one source says of one place: a reading with a value, or why there is none. */
sealed interface Answer {
    /** There is a value, current or not. */
    record Value(Reading reading) implements Answer {}

    /** There is none. */
    record Nothing(Looked looked) implements Answer {}

    static Answer of(Reading reading) {
        return new Value(reading);
    }

    static Answer nothing(
            ItemSource source, String where, Looked.Why why, @Nullable Problem problem, @Nullable String recipe) {
        return new Nothing(new Looked(source, where, why, problem, recipe));
    }

    /** Why nothing came of something that failed. */
    static Looked.Why why(Problem problem) {
        return switch (problem.kind()) {
            case DENIED, VETOED, NO_CREDENTIALS, INVALID_CREDENTIALS, EXPIRED -> Looked.Why.DENIED;
            default -> Looked.Why.FAILING;
        };
    }
}
