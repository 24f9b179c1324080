package io.atalaya.noc.signals;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.items.Board;
import java.time.Instant;

/** Everything that is wrong now, from all that is watched. */
public final class AllSignals {
    private AllSignals() {}

    /** Pure: the same snapshot, board and moment give the same signals. */
    public static Signals of(Deployment deployment, Board board, Instant now) {
        return of(deployment, now).and(BoardSignals.of(board, deployment, now));
    }

    /** Without the items of the board. */
    public static Signals of(Deployment deployment, Instant now) {
        return FindingSignals.of(deployment, now)
                .and(AlarmSignals.of(deployment, now))
                .and(EventSignals.of(deployment, now));
    }
}
