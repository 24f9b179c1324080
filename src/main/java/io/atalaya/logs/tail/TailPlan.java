package io.atalaya.logs.tail;

import io.atalaya.logs.TailedGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is tailed.
 *
 * @param pattern CloudWatch's filter pattern, applied by AWS; null for everything
 * @param from milliseconds since the epoch: what was written since then is read too; null for what comes from now on
 * @param retention how long groups keep their events, by ARN, where that is known and not for ever: what is older is not asked
 *     for, because the answer would look like a quiet log
 * @param live whether Live Tail is wanted, which costs by the minute; otherwise everything is polled
 */
public record TailPlan(
        List<TailedGroup> groups,
        @Nullable String pattern,
        @Nullable Long from,
        boolean live,
        Map<String, Duration> retention) {
    public TailPlan {
        groups = List.copyOf(groups);
        retention = Map.copyOf(retention);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a tail without a log group");
        }
        if (groups.stream().map(TailedGroup::arn).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("a log group twice in one tail");
        }
    }

    /** The same of groups of which it is not known how long they keep their events. */
    public TailPlan(List<TailedGroup> groups, @Nullable String pattern, @Nullable Long from, boolean live) {
        this(groups, pattern, from, live, Map.of());
    }

    /** What comes from now on, by Live Tail where it is to be had. */
    public static TailPlan of(List<TailedGroup> groups) {
        return new TailPlan(groups, null, null, true);
    }
}
