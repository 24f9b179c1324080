package io.atalaya.logs.view;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.util.List;

/** A ledger with the gaps it is given. */
record NoGaps(List<Gap> gaps) implements Completeness {
    NoGaps() {
        this(List.of());
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public List<Minute> minutes(long from, long to) {
        return List.of();
    }

    @Override
    public long sweptTo() {
        return 0;
    }

    @Override
    public void askAgain(long gap) {
        throw new UnsupportedOperationException("nothing to ask");
    }
}
