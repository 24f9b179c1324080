package io.atalaya.logs.insights;

import java.time.Instant;
import java.util.List;

/**
 * What is asked.
 *
 * @param text in the query language of Logs Insights
 * @param groups ARNs without {@code :*}, or names; at most {@link #MOST_GROUPS}
 * @param from included, to whole seconds
 * @param to included
 */
public record InsightsQuery(String text, List<String> groups, Instant from, Instant to) {
    /** StartQuery takes no more groups. */
    public static final int MOST_GROUPS = 50;

    /** GetQueryResults gives no more rows, and a query without {@code limit} that many at most. */
    public static final int MOST_ROWS = 10_000;

    public InsightsQuery {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("1 to " + MOST_GROUPS + " groups, not " + groups.size());
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
        }
    }
}
