package io.atalaya.operate.preflight;

import io.atalaya.deployment.address.Ports;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Doubt;
import io.atalaya.deployment.reach.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What becomes of the paths on which requests go. */
final class RequestPaths {
    /** So many take about a second, twice. */
    private static final int MOST_STEPS = 1_000;

    private final Findings found;
    private final PathSay say;
    private final List<RequestChain.Step> all;
    private final List<RequestChain.Step> asked;

    RequestPaths(Findings found, RequestChain chain) {
        this.found = found;
        this.say = new PathSay(found);
        this.all = chain.steps();
        this.asked = all.subList(0, Math.min(MOST_STEPS, all.size()));
    }

    /** How many paths are followed. */
    int looked() {
        return asked.size();
    }

    /** The ports that are asked for each pair of resources they are about; none where not all pairs are. */
    Ports ports() {
        return asked.size() < all.size()
                ? Ports.NONE
                : asked.stream().map(each -> each.question().ports()).reduce(Ports.NONE, Ports::union);
    }

    /** @return whether nothing changes, as far as it can be told */
    boolean same(PathSide before, PathSide after) {
        var opens = new ArrayList<RequestChain.Step>();
        var closes = new ArrayList<RequestChain.Step>();
        var narrows = new ArrayList<RequestChain.Step>();
        var unknown = new ArrayList<RequestChain.Step>();
        Set<Doubt> doubts = new LinkedHashSet<>();
        for (var step : asked) {
            var then = before.reachability().answer(step.question());
            var now = after.reachability().answer(step.question());
            if (then.verdict() == Verdict.CANNOT_TELL || now.verdict() == Verdict.CANNOT_TELL) {
                unknown.add(step);
                doubts.addAll(then.doubts());
                doubts.addAll(now.doubts());
            } else if (weight(now) > weight(then)) {
                opens.add(step);
            } else if (weight(now) < weight(then)) {
                (now.verdict() == Verdict.NO ? closes : narrows).add(step);
            } else if (now.verdict() == Verdict.PARTLY && !now.passing().equals(then.passing())) {
                var wider = then.passing().stream().allMatch(each -> each.within(now.passing()));
                (wider ? opens : narrows).add(step);
            }
        }
        rows(closes, true, "pathCloses");
        rows(narrows, true, "pathNarrows");
        rows(opens, false, "pathOpens");
        if (!unknown.isEmpty()) {
            var why = List.copyOf(doubts);
            found.caution(
                    "pathUnknown", Names.some(RequestChain.words(unknown)), Doubted.reason(why), Doubted.subject(why));
        }
        if (asked.size() < all.size()) {
            found.caution("pathsCapped", asked.size(), all.size());
        }
        return asked.size() == all.size()
                && opens.isEmpty()
                && closes.isEmpty()
                && narrows.isEmpty()
                && unknown.isEmpty();
    }

    private static int weight(Answer answer) {
        return switch (answer.verdict()) {
            case YES -> 2;
            case PARTLY -> 1;
            case NO, CANNOT_TELL -> 0;
        };
    }

    private void rows(List<RequestChain.Step> steps, boolean grave, String key) {
        for (var each : steps.subList(0, Math.min(PathSay.SHOWN, steps.size()))) {
            var question = each.question();
            say.one(grave, key, each.from(), each.to(), Traffic.of(question.protocol(), question.ports()));
        }
        say.more(grave, !grave, steps.size());
    }
}
