package io.atalaya.ui.overview;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How old each source's answer is: those that cannot be trusted first, then by cadence. */
final class FreshRows {
    private final Texts texts;
    private final Ages ages;

    FreshRows(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
    }

    /**
     * Of what the overview is made of. Sources that nobody started are left out, and those that other views ask for while they
     * are open: neither is a lack of freshness.
     */
    List<FreshRow> of(Deployment deployment, Instant now) {
        return OverviewModel.MADE_OF.stream()
                .filter(part -> deployment.parts().contains(part))
                .map(part -> row(part, deployment.observed(part), now))
                .sorted(Comparator.comparing((FreshRow row) -> -rank(row.asked()))
                        .thenComparing(FreshRow::cadence)
                        .thenComparing(FreshRow::name))
                .toList();
    }

    private static int rank(Seen seen) {
        return switch (seen.freshness()) {
            case NEVER_READ -> 3;
            case LAST_KNOWN -> 2;
            // Late by a second is the normal beat of a source; the table would dance.
            case LATE, CURRENT -> seen.condition().state() == State.HEALTHY ? 0 : 1;
        };
    }

    static String words(long seconds) {
        return Durations.words(Duration.ofSeconds(seconds));
    }

    /** How many answers are as young as their source allows. */
    static long current(List<FreshRow> rows) {
        return rows.stream()
                .filter(row -> row.asked().freshness() == Freshness.CURRENT)
                .count();
    }

    private FreshRow row(Part<?> part, Observed<?> observed, Instant now) {
        var age = observed.age(now);
        return new FreshRow(
                part,
                texts.get("overview.part." + part.id()),
                observed.cadence(),
                age.isEmpty() ? null : (Long) age.get().toSeconds(),
                asked(observed, now));
    }

    private Seen asked(Observed<?> observed, Instant now) {
        var freshness = observed.freshness(now);
        var problem = observed.problem();
        var asked = observed.askedAt();
        if (asked == null) {
            var word = problem == null ? "waiting" : StageTexts.reason(problem);
            return new Seen(
                    new Condition(
                            State.UNKNOWN,
                            texts.get("overview.state." + word),
                            problem == null ? null : problem.call() + ": " + problem.message()),
                    freshness);
        }
        var state = problem != null ? State.FAILED : freshness == Freshness.LATE ? State.DEGRADED : State.HEALTHY;
        return new Seen(
                new Condition(
                        state, ages.clock(asked), problem == null ? null : problem.call() + ": " + problem.message()),
                freshness);
    }
}
