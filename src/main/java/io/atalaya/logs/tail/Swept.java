package io.atalaya.logs.tail;

import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Span;
import org.jspecify.annotations.Nullable;

/** One group as the sweep sees it; by whoever has the sweep's turn. */
final class Swept {
    /** A window is not shorter than a second for its many pages. */
    static final long SHORTEST = 1_000;

    private static final int GOOD_PAGES = 8;

    final TailedGroup group;
    final Patience patience = new Patience();
    final Narrowing narrowing = new Narrowing();
    /** By experience; of a millisecond. */
    double pagesPerMilli;

    long gap = -1;

    @Nullable
    Cause gapCause;

    @Nullable
    Span rereading;

    int pagesOfGap;

    Swept(TailedGroup group) {
        this.group = group;
    }

    /** How long something rests after failures. */
    static final class Patience {
        int failures;
        long notBeforeNanos;
    }

    /** As much of a span, from its beginning, as should be read at once. */
    Span window(long from, long to) {
        var longest =
                pagesPerMilli <= 0 ? to - from : Math.max(SHORTEST, (long) Math.min(GOOD_PAGES / pagesPerMilli, 1e12));
        return narrowing.fit(new Span(from, Math.min(to, from + longest)));
    }
}
