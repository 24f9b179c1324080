package io.atalaya.operate.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Few questions for many acts: CloudTrail answers two a second for a whole account, and by one attribute at a time. */
final class TrailPlan {
    /** Acts of one name are asked for together unless so much time lies between them. */
    private static final Duration GAP = Duration.ofHours(1);

    /** Of one question: in a busy account, a day of one name is many pages. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** A computer's clock that is wrong by a day, or by a time zone, is not another act. */
    private static final Duration WIDE = Duration.ofHours(24);

    /** What a question looks through. */
    enum Reach {
        /** Events of the operation, at the time of the acts. */
        NAME,
        /** Changes of every name at that time: an event with the request id may have another one. */
        EVERY_NAME,
        /** Events of the operation, a day before and after: the clock by which the journal was written may have been wrong. */
        WIDE
    }

    private TrailPlan() {}

    /** A question and the acts that it is for, newest first. */
    record Step(String region, String name, List<TrailAct> acts) {
        /** The same for fewer acts. */
        Step only(List<TrailAct> some) {
            return new Step(region, name, some);
        }

        /** The question. */
        Trail.Query query(Reach reach, boolean urgent, Instant now) {
            var isWide = reach == Reach.WIDE;
            var to = acts.getFirst().at().plus(isWide ? WIDE : TrailRule.ANSWERED_WITHIN);
            return new Trail.Query(
                    region,
                    reach == Reach.EVERY_NAME ? null : name,
                    acts.getLast().at().minus(isWide ? WIDE : TrailRule.CLOCKS_DIFFER),
                    to.isBefore(now) ? to : null,
                    wanted(),
                    urgent);
        }

        /** Empty when an act has no request id: its event can be any. */
        private Set<String> wanted() {
            var ids = new HashSet<String>();
            for (var act : acts) {
                if (act.requestIds().isEmpty()) {
                    return Set.of();
                }
                ids.addAll(act.requestIds());
            }
            return ids;
        }
    }

    /** The questions, those for the newest acts first. */
    static List<Step> of(List<TrailAct> acts) {
        var newest = acts.stream()
                .sorted(Comparator.comparing(TrailAct::at).reversed())
                .toList();
        var steps = new ArrayList<List<TrailAct>>();
        var open = new LinkedHashMap<List<String>, List<TrailAct>>();
        for (var act : newest) {
            var key = List.of(act.region(), act.name());
            var together = open.get(key);
            if (together == null || !belongs(act, together)) {
                together = new ArrayList<>();
                open.put(key, together);
                steps.add(together);
            }
            together.add(act);
        }
        return steps.stream().map(TrailPlan::step).toList();
    }

    private static Step step(List<TrailAct> acts) {
        return new Step(acts.getFirst().region(), acts.getFirst().name(), List.copyOf(acts));
    }

    private static boolean belongs(TrailAct act, List<TrailAct> together) {
        return within(GAP, act, together.getLast()) && within(LONGEST, act, together.getFirst());
    }

    private static boolean within(Duration longest, TrailAct older, TrailAct newer) {
        return Duration.between(older.at(), newer.at()).compareTo(longest) <= 0;
    }
}
