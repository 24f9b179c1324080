package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.State;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.reach.Reachability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks at what surrounds a target that is not healthy. What was not read, or cannot be decided, is not among the answers. */
public final class Observations {
    private static final Duration YOUNG = Duration.ofMinutes(15);

    private Observations() {}

    /** Why a target may not be healthy, the likeliest first; empty for one that is. */
    public static List<Explanation> explain(Routes routes, Reachability network, TargetFacts target, Instant now) {
        return explain(routes, network, target, now, List.of());
    }

    /** @param changes of the perimeter about the time at which it began to fail, as far as anybody told */
    public static List<Explanation> explain(
            Routes routes, Reachability network, TargetFacts target, Instant now, List<Changed> changes) {
        if (target.condition().state() == State.HEALTHY) {
            return List.of();
        }
        var seen = of(routes, network, target, now);
        RecentChanges.look(routes, target, changes, seen);
        return Explanation.ranked(seen.answers(), seen.deciders());
    }

    static Seen of(Routes routes, Reachability network, TargetFacts target, Instant now) {
        var seen = new Seen();
        var neighbours =
                new Neighbours(target, routes.group(target.target().targetGroupArn()), TargetFacts.all(routes));
        new Registry(routes, target).look(seen);
        neighbours.look(seen);
        new Way(routes, network, target).look(seen);
        var instance = target.instance();
        if (instance != null) {
            machine(routes, instance, now, seen);
            LogSigns.look(routes.index().deployment(), instance.id(), now, seen);
            new Lifelines(routes, network, instance, neighbours.well()).look(seen);
        }
        return seen;
    }

    private static void machine(Routes routes, Instance instance, Instant now, Seen seen) {
        seen.put(Observation.RUNNING, instance.state().equals("running"));
        var check = routes.index().check(instance.id());
        if (check != null) {
            checks(List.of(check.systemStatus(), check.instanceStatus()), seen);
        }
        var launched = instance.launchedAt();
        if (launched != null) {
            seen.put(Observation.YOUNG, Duration.between(launched, now).compareTo(YOUNG) < 0);
        }
    }

    /** Checks that initialize or lack data say neither. */
    private static void checks(List<String> words, Seen seen) {
        if (words.contains("impaired")) {
            seen.put(Observation.CHECKS_PASS, false);
        } else if (words.stream().allMatch("ok"::equals)) {
            seen.put(Observation.CHECKS_PASS, true);
        }
    }
}
