package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.ResourceRef;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A possible cause against what was seen. The rules are those of this console and weigh nothing: they count. What is proven stands
 * before what only fits, in the order in which a request meets it.
 *
 * @param fits how many of the things one would see were seen
 * @param of how many of them could be looked at; a decisive one that could not counts among them
 * @param excluded whether something was seen that cannot be if this were the cause
 * @param proven whether something was seen that is in the way whatever else is: a rule that refuses, a machine that is stopped
 * @param seen what was looked at, and whether it is so
 * @param decider what proves it, or was changed: the security group, the ACL, the file system; null where it is the target itself
 */
public record Explanation(
        Cause cause,
        int fits,
        int of,
        boolean excluded,
        boolean proven,
        Map<Observation, Boolean> seen,
        @Nullable ResourceRef decider) {
    public Explanation {
        seen = Map.copyOf(seen);
    }

    /** All causes, the one that fits best first, the excluded ones last; those of which nothing fits are left out. */
    static List<Explanation> ranked(Map<Observation, Boolean> observed, Map<Observation, ResourceRef> deciders) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.signs().stream()
                        .noneMatch(sign -> sign.needed() && !observed.containsKey(sign.observation())))
                .map(cause -> of(cause, observed, deciders))
                .filter(each -> each.fits() > 0)
                .sorted(Comparator.comparing(Explanation::excluded)
                        .thenComparing(each -> !each.proven())
                        .thenComparing(each -> each.proven() ? each.cause().ordinal() : 0)
                        .thenComparing(each -> -share(each))
                        .thenComparing(each -> -each.fits())
                        .thenComparing(Explanation::cause))
                .toList();
    }

    private static double share(Explanation each) {
        return each.of() == 0 ? 0 : each.fits() / (double) each.of();
    }

    private static Explanation of(
            Cause cause, Map<Observation, Boolean> observed, Map<Observation, ResourceRef> deciders) {
        var seen = new LinkedHashMap<Observation, Boolean>();
        int fits = 0;
        int of = 0;
        var excluded = false;
        var proven = false;
        ResourceRef decider = null;
        for (var sign : cause.signs()) {
            var is = observed.get(sign.observation());
            if (is == null) {
                of += sign.decisive() ? 1 : 0;
                continue;
            }
            of++;
            seen.put(sign.observation(), is);
            fits += is == sign.expected() ? 1 : 0;
            excluded |= sign.decisive() && is != sign.expected();
            if (is == sign.expected() && sign.needed()) {
                proven |= sign.proves();
                decider = deciders.getOrDefault(sign.observation(), decider);
            }
        }
        return new Explanation(cause, fits, of, excluded, proven && !excluded, seen, decider);
    }
}
