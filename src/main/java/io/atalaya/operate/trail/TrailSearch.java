package io.atalaya.operate.trail;

import io.atalaya.deployment.Problem;
import io.atalaya.operate.trail.TrailPlan.Reach;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

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
     * @param known request ids of all acts of the journal, and of those under way, and ids of the events that were found for acts
     *     that have none
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
     * @param told some of the acts' operations with what was found, as soon as that is known
     * @param goOn asked before each question; false ends it
     */
    public void look(Wish wish, Consumer<Map<String, TrailMatch>> told, BooleanSupplier goOn) {
        var look = new Look(wish, told, goOn);
        TrailPlan.of(wish.acts()).forEach(look::step);
    }

    /** One of them. */
    private final class Look {
        private final Wish wish;
        private final Consumer<Map<String, TrailMatch>> told;
        private final BooleanSupplier goOn;
        private final Map<String, Trail.Answer> refused = new HashMap<>();
        private final Set<String> known;

        private Look(Wish wish, Consumer<Map<String, TrailMatch>> told, BooleanSupplier goOn) {
            this.wish = wish;
            this.told = told;
            this.goOn = goOn;
            this.known = new HashSet<>(wish.known());
        }

        private void step(TrailPlan.Step step) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            var answer = ask(step, Reach.NAME);
            var matches = judge(step.acts(), answer);
            if (isCutOff(answer) && step.acts().size() > 1) {
                // where a name is busy, the minutes of one act are fewer pages than the hours of all
                var unread = such(step.acts(), matches, TrailMatch.Verdict.UNREAD);
                unread.forEach(act -> matches.remove(act.operation()));
                told.accept(matches);
                unread.forEach(act -> step(step.only(List.of(act))));
                return;
            }
            further(step, matches, Reach.EVERY_NAME);
            further(step, matches, Reach.WIDE);
            told.accept(matches);
        }

        /** Before anything is called missing, its request id is looked for elsewhere. */
        private void further(TrailPlan.Step step, Map<String, TrailMatch> matches, Reach reach) {
            var missing = such(step.acts(), matches, TrailMatch.Verdict.MISSING).stream()
                    .filter(act -> !act.requestIds().isEmpty())
                    .toList();
            if (!missing.isEmpty() && goOn.getAsBoolean()) {
                matches.putAll(judge(missing, ask(step.only(missing), reach)));
            }
        }

        private Trail.Answer ask(TrailPlan.Step step, Reach reach) {
            var before = refused.get(step.region());
            if (before != null) {
                return before;
            }
            var answer = trail.lookUp(step.query(reach, wish.urgent(), clock.instant()));
            if (answer instanceof Trail.Answer.Failed failed && isForAll(failed.problem())) {
                refused.put(step.region(), failed);
            }
            return answer;
        }

        private Map<String, TrailMatch> judge(List<TrailAct> acts, Trail.Answer answer) {
            var matches = new LinkedHashMap<String, TrailMatch>();
            switch (answer) {
                case Trail.Answer.Failed failed ->
                    acts.forEach(
                            act -> matches.put(act.operation(), TrailMatch.failed(failed.problem(), failed.askedAt())));
                case Trail.Answer.Events events ->
                    matches.putAll(TrailRule.judge(acts, events.events(), events.complete(), known, events.askedAt()));
            }
            // an event is one act's
            matches.values().stream()
                    .map(TrailMatch::event)
                    .filter(Objects::nonNull)
                    .forEach(event -> known.add(event.eventId()));
            return matches;
        }
    }

    private static boolean isCutOff(Trail.Answer answer) {
        return answer instanceof Trail.Answer.Events events && !events.complete();
    }

    private static List<TrailAct> such(
            List<TrailAct> acts, Map<String, TrailMatch> matches, TrailMatch.Verdict verdict) {
        return acts.stream()
                .filter(act ->
                        Objects.requireNonNull(matches.get(act.operation())).verdict() == verdict)
                .toList();
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
