package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the newest events of each group arrive, by whichever feed: from the last moment they did to the first they do again
 * is a gap.
 */
final class Edge {
    /** Live Tail tells what came up to a second before, and has not told that when it ends. */
    private static final long ON_ITS_WAY = 2_000;

    private final Ledger ledger;
    private final Map<String, Outage> outages = new HashMap<>();

    private record Outage(long gap, Cause cause) {}

    Edge(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Nothing arrives since then, for this reason. */
    synchronized void down(String group, long since, @Nullable Problem problem) {
        down(group, since, Causes.of(problem), Causes.detail(problem));
    }

    synchronized void down(String group, long since, Cause cause, @Nullable String detail) {
        var known = outages.get(group);
        if (known != null && known.cause == cause) {
            return;
        }
        var from = since - ON_ITS_WAY;
        if (known != null) {
            ledger.end(known.gap, since);
        }
        outages.put(group, new Outage(ledger.open(group, from, cause, false, detail), cause));
    }

    /** Whatever was written since that moment arrives. */
    synchronized void up(String group, long since) {
        var known = outages.remove(group);
        if (known != null) {
            ledger.end(known.gap, since);
        }
    }

    synchronized boolean isDown(String group) {
        return outages.containsKey(group);
    }
}
