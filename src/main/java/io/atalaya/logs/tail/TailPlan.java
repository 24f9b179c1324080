package io.atalaya.logs.tail;

import io.atalaya.logs.TailedGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is tailed.
 *
 * @param pattern CloudWatch's filter pattern, applied by AWS; null for everything
 * @param from milliseconds since the epoch: what was written since then is read too; null for what comes from now on
 * @param live whether Live Tail is wanted, which costs by the minute; otherwise everything is polled
 */
public record TailPlan(
        List<TailedGroup> groups,
        @Nullable String pattern,
        @Nullable Long from,
        boolean live) {
    public TailPlan {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a tail without a log group");
        }
        if (groups.stream().map(TailedGroup::arn).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("a log group twice in one tail");
        }
    }

    /** What comes from now on, by Live Tail where it is to be had. */
    public static TailPlan of(List<TailedGroup> groups) {
        return new TailPlan(groups, null, null, true);
    }
}
