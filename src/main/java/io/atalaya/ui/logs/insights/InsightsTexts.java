package io.atalaya.ui.logs.insights;

import io.atalaya.deployment.State;
import io.atalaya.logs.insights.Estimate;
import io.atalaya.logs.insights.InsightsQueries.Phase;
import io.atalaya.logs.insights.QueryLint;
import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.RunState;
import io.atalaya.logs.insights.Statistics;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;
import java.util.Locale;

/** What is said of queries, in the person's language. */
final class InsightsTexts {
    private final Texts texts;
    private final Units units;
    private final ProblemTexts problems;

    InsightsTexts(Texts texts) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
        this.problems = new ProblemTexts(texts);
    }

    /** {@code Estimate: about 1.2 GiB of 3 groups, 0.006 USD.} */
    String estimate(Estimate estimate) {
        return texts.get(
                        "insights.estimate",
                        units.bytes(estimate.bytes()),
                        estimate.groups(),
                        dollars(estimate.cost().usd()))
                + " "
                + texts.get("insights.basis." + estimate.basis().name().toLowerCase(Locale.ROOT));
    }

    /** Whose price was taken, where it is not the region's own; empty otherwise. */
    String priced(Estimate estimate, String region) {
        return estimate.cost().priced().equals(region)
                ? ""
                : texts.get("insights.priced", estimate.cost().priced());
    }

    /** Costs are small: as many digits as say something. */
    private String dollars(double usd) {
        if (usd > 0 && usd < 0.0001) {
            return "< " + decimal(0.0001, 4) + " USD";
        }
        return decimal(usd, usd >= 1 ? 2 : usd >= 0.1 ? 3 : 4) + " USD";
    }

    private String decimal(double number, int digits) {
        return String.format(texts.getLocale(), "%." + digits + "f", number);
    }

    /** {@code 1 234 matched of 25 111 read · 12.3 MiB}. */
    String statistics(Statistics done) {
        return texts.get(
                "insights.statistics",
                units.count((long) done.matched()),
                units.count((long) done.scanned()),
                units.bytes(done.bytes()));
    }

    State state(RunState state) {
        return switch (state) {
            case RunState.Starting it -> State.CHANGING;
            case RunState.Running it -> State.CHANGING;
            case RunState.Failed it -> State.FAILED;
            case RunState.Ended it ->
                switch (it.phase()) {
                    case COMPLETE -> State.HEALTHY;
                    case CANCELLED -> State.UNKNOWN;
                    default -> State.FAILED;
                };
        };
    }

    String word(RunState state, Duration took) {
        return switch (state) {
            case RunState.Starting it -> texts.get("insights.phase.scheduled");
            case RunState.Running it -> phase(it.phase()) + " · " + Durations.words(took);
            case RunState.Failed it -> problems.what(it.problem());
            case RunState.Ended it -> phase(it.phase()) + " · " + Durations.words(took);
        };
    }

    private String phase(Phase phase) {
        return texts.get("insights.phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    /** What is wrong with a query, and where. */
    String finding(QueryLint.Finding finding, String query) {
        int line = 1
                + (int) query.substring(0, Math.min(finding.at(), query.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        var what = texts.get("insights.lint." + finding.kind().name().toLowerCase(Locale.ROOT), finding.word());
        return finding.kind() == QueryLint.Kind.NOTHING_ASKED ? what : texts.get("insights.lint.line", line, what);
    }

    /** A row with all its fields, one under the other; as it came. */
    static String lines(ResultTable table, ResultTable.Row row) {
        var text = new StringBuilder();
        for (int i = 0; i < table.fields().size() && i < row.values().size(); i++) {
            var value = row.values().get(i);
            if (value != null) {
                text.append(table.fields().get(i)).append(": ").append(value).append('\n');
            }
        }
        return text.toString().strip();
    }
}
