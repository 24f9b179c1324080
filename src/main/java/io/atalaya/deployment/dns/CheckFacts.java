package io.atalaya.deployment.dns;

import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A health check, region by region.
 *
 * @param usedBy names of the records that depend on it
 */
public record CheckFacts(HealthCheck check, List<Region> regions, List<String> usedBy) {
    /**
     * What the checkers of one region see.
     *
     * @param words what they report, each thing once
     * @param newest when the last of them looked; null where they do not say
     */
    public record Region(
            String name,
            int healthy,
            int all,
            List<String> words,
            @Nullable Instant newest) {
        public Region {
            words = List.copyOf(words);
        }

        /** Degraded where they do not agree. An inverted check is content with failures, its regions are not. */
        public Condition condition() {
            var state = healthy == all ? State.HEALTHY : healthy == 0 ? State.FAILED : State.DEGRADED;
            return new Condition(state, healthy + " / " + all, String.join("\n", words));
        }
    }

    public CheckFacts {
        regions = List.copyOf(regions);
        usedBy = List.copyOf(usedBy);
    }

    static CheckFacts of(HealthCheck check, List<String> usedBy) {
        var byRegion = check.checkers().stream()
                .collect(Collectors.groupingBy(CheckerResult::region, TreeMap::new, Collectors.toList()));
        return new CheckFacts(
                check,
                byRegion.entrySet().stream()
                        .map(each -> region(each.getKey(), each.getValue()))
                        .toList(),
                usedBy);
    }

    private static Region region(String name, List<CheckerResult> checkers) {
        return new Region(
                name,
                (int) checkers.stream().filter(CheckerResult::healthy).count(),
                checkers.size(),
                checkers.stream().map(CheckerResult::status).distinct().toList(),
                checkers.stream()
                        .map(CheckerResult::checkedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    public Condition condition() {
        return Conditions.of(check);
    }
}
