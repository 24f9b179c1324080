package io.atalaya.operate.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which event could be which act's where the journal has no request id: one event for one act, the nearest in time first. What
 * the journal says was not sent gets what is left.
 */
final class TrailClaims {
    private record Claim(TrailAct act, TrailEvent event) {
        Duration apart() {
            return Duration.between(act.at(), event.at()).abs();
        }
    }

    private TrailClaims() {}

    /**
     * @param known ids of requests and of events that belong to others
     * @return by the acts' operations
     */
    static Map<String, TrailEvent> of(List<TrailAct> acts, List<TrailEvent> events, Set<String> known) {
        var claims = new ArrayList<Claim>();
        for (var act : acts) {
            if (act.requestIds().isEmpty()) {
                events.stream()
                        .filter(event -> !known.contains(event.requestId()) && !known.contains(event.eventId()))
                        .filter(event -> TrailRule.couldBe(act, event))
                        .forEach(event -> claims.add(new Claim(act, event)));
            }
        }
        claims.sort(Comparator.comparing((Claim it) -> it.act().notSent())
                .thenComparing(Claim::apart)
                .thenComparing(it -> it.act().at()));
        var taken = new HashSet<String>();
        var found = new HashMap<String, TrailEvent>();
        for (var claim : claims) {
            var operation = claim.act().operation();
            if (!found.containsKey(operation) && taken.add(claim.event().eventId())) {
                found.put(operation, claim.event());
            }
        }
        return found;
    }
}
