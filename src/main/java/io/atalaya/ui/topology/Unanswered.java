package io.atalaya.ui.topology;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Problem;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is said over the picture about sources without a new answer. One that failed once and is not late yet is not worth a
 * line that moves the picture: it is on the overview.
 */
record Unanswered(String title, String detail) {
    private static final int CALLS_NAMED = 2;

    /** Empty when there is nothing to say. */
    static Optional<Unanswered> of(Deployment deployment, Instant now, Texts texts) {
        var failing = Picture.PARTS.stream()
                .<Observed<?>>map(deployment::observed)
                .filter(observed -> observed.problem() != null && observed.freshness(now) != Freshness.CURRENT)
                .toList();
        if (failing.isEmpty()) {
            return Optional.empty();
        }
        var missing =
                failing.stream().filter(observed -> observed.value() == null).count();
        var title =
                missing > 0 ? texts.get("topology.missing", missing) : texts.get("topology.lastKnown", failing.size());
        return Optional.of(new Unanswered(
                title, detail(failing.stream().map(Observed::problem).toList(), new ProblemTexts(texts))));
    }

    /** {@code AWS failed: ec2:DescribeImages, ec2:DescribeVpcs, +8}, for each sort of problem. */
    private static String detail(List<Problem> problems, ProblemTexts texts) {
        var calls = new TreeMap<String, TreeSet<String>>();
        for (var problem : problems) {
            var call = problem.missingAction() == null ? problem.call() : problem.missingAction();
            calls.computeIfAbsent(texts.what(problem), it -> new TreeSet<>()).add(call);
        }
        return calls.entrySet().stream()
                .map(it -> it.getKey() + ": " + some(it.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String some(TreeSet<String> calls) {
        var named = calls.stream().limit(CALLS_NAMED).collect(Collectors.joining(", "));
        return calls.size() > CALLS_NAMED ? named + ", +" + (calls.size() - CALLS_NAMED) : named;
    }
}
