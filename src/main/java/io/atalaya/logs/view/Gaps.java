package io.atalaya.logs.view;

import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The gaps that are rows, between rows that are events: each before the first event that is not older than its beginning. */
final class Gaps {
    private final Completeness completeness;
    private final Set<String> groups;
    private long version = Long.MIN_VALUE;
    private List<Gap> gaps = List.of();

    /** @param groups whose gaps are shown; empty for all */
    Gaps(Completeness completeness, Set<String> groups) {
        this.completeness = completeness;
        this.groups = groups;
    }

    /** Oldest first. */
    List<Gap> now() {
        long current = completeness.version();
        if (current != version) {
            gaps = completeness.gaps().stream()
                    .filter(gap -> groups.isEmpty() || groups.contains(gap.group()))
                    .sorted(Comparator.comparingLong(Gap::from).thenComparingLong(Gap::id))
                    .toList();
            version = current;
        }
        return gaps;
    }

    /** How many stand before an event of that moment, or, if not {@code with} it, of the moment before. */
    static int before(List<Gap> gaps, long epochMilli, boolean with) {
        int low = 0;
        int high = gaps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long from = gaps.get(middle).from();
            if (from < epochMilli || with && from == epochMilli) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The number of the first gap whose row is not before {@code row}. */
    static int atOrAfter(List<Gap> gaps, Rows rows, long row) {
        int low = 0;
        int high = gaps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.rankAt(gaps.get(middle).from()) + middle < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
