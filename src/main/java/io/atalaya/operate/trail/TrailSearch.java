package io.atalaya.operate.trail;

import io.atalaya.deployment.Problem;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Looks acts of the journal up in CloudTrail, few questions for many. Blocking; one thread at a time. */
public final class TrailSearch {
    private final Trail trail;
    private final InstantSource clock;

    /** @param clock by which the journal is written */
    public TrailSearch(Trail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Who is looked for, and how.
     *
     * @param acts that can be looked up on this connection
     * @param known request ids of all acts of the journal
     * @param urgent whether a person waits for it
     */
    public record Wish(List<TrailAct> acts, Set<String> known, boolean urgent) {
        public Wish {
            acts = List.copyOf(acts);
            known = Set.copyOf(known);
        }
    }

    /**
     * Looks them up, the newest first.
     *
     * @param told each act's operation with what was found, as soon as that is known
     * @param goOn asked before each question; false ends it
     */
    public void look(Wish wish, BiConsumer<String, TrailMatch> told, BooleanSupplier goOn) {
        var refused = new HashMap<String, Trail.Answer.Failed>();
        for (var step : TrailPlan.of(wish.acts())) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            var before = refused.get(step.region());
            var answer = before != null ? before : trail.lookUp(step.query(true, wish.urgent(), clock.instant()));
            switch (answer) {
                case Trail.Answer.Failed failed -> {
                    if (isForAll(failed.problem())) {
                        refused.put(step.region(), failed);
                    }
                    step.acts()
                            .forEach(act -> told.accept(
                                    act.operation(), TrailMatch.failed(failed.problem(), failed.askedAt())));
                }
                case Trail.Answer.Events events -> judge(step, events, wish).forEach(told);
            }
        }
    }

    private Map<String, TrailMatch> judge(TrailPlan.Step step, Trail.Answer.Events events, Wish wish) {
        var matches = new LinkedHashMap<String, TrailMatch>();
        step.acts().forEach(act -> matches.put(act.operation(), judge(act, events, wish)));
        var missing = step.acts().stream()
                .filter(act -> matches.get(act.operation()) instanceof TrailMatch match
                        && match.verdict() == TrailMatch.Verdict.MISSING
                        && !act.requestIds().isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            // where its name was changed, on either side, it is found by its request id among all changes
            var all = new TrailPlan.Step(step.region(), step.name(), missing);
            if (trail.lookUp(all.query(false, wish.urgent(), clock.instant())) instanceof Trail.Answer.Events changes) {
                missing.forEach(act -> {
                    var match = judge(act, changes, wish);
                    if (match.event() != null) {
                        matches.put(act.operation(), match);
                    }
                });
            }
        }
        return matches;
    }

    private static TrailMatch judge(TrailAct act, Trail.Answer.Events events, Wish wish) {
        return TrailRule.judge(act, events.events(), events.complete(), wish.known(), events.askedAt());
    }

    /** What would be answered to every other question in this region, too. */
    private static boolean isForAll(Problem problem) {
        return switch (problem.kind()) {
            case DENIED,
                    NOT_OFFERED,
                    EXPIRED,
                    NO_CREDENTIALS,
                    INVALID_CREDENTIALS,
                    CLOCK_SKEW,
                    NO_NETWORK,
                    VETOED,
                    THROTTLED -> true;
            default -> false;
        };
    }
}
