package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes one board after another: the same as {@link Board#of}, sooner, because what did not change is not looked for again. */
public final class Boards {
    private volatile @Nullable Board last;

    /** Judges all items at {@code now}. */
    public Board of(Deployment deployment, Catalogue catalogue, Instant now) {
        var before = last;
        var board = before != null && before.catalogue() == catalogue
                ? before.then(deployment, now)
                : Board.of(deployment, catalogue, now);
        last = board;
        return board;
    }
}
