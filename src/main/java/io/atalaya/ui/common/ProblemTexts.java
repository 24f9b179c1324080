package io.atalaya.ui.common;

import io.atalaya.deployment.Problem;
import java.util.Locale;

/** A problem in the reader's language: what happened, why, what to do. What AWS said stays verbatim beside it. */
public final class ProblemTexts {
    private final Texts texts;

    public ProblemTexts(Texts texts) {
        this.texts = texts;
    }

    /** One line: {@code Not allowed to ask}. */
    public String what(Problem problem) {
        return texts.get("common.problem.what." + key(problem));
    }

    /** One sentence: why that is so, and what it means for what is on screen. */
    public String why(Problem problem) {
        return texts.get("common.problem.why." + key(problem), problem.call());
    }

    /** What the person can do about it. */
    public String next(Problem problem) {
        return texts.get("common.problem.next." + key(problem));
    }

    /** Everything in one text, for the clipboard; times are in UTC because it is meant for other people. */
    public String whole(Problem problem) {
        var lines = new StringBuilder();
        lines.append(what(problem)).append(": ").append(why(problem)).append('\n');
        lines.append(problem.call())
                .append("  ")
                .append(problem.code())
                .append("  ")
                .append(problem.message());
        lines.append('\n').append(problem.at());
        if (problem.requestId() != null) {
            lines.append("  ")
                    .append(texts.get("common.problem.requestId"))
                    .append(' ')
                    .append(problem.requestId());
        }
        return lines.toString();
    }

    /**
     * The statement an administrator of IAM would have to add so that the call is allowed: the action AWS named, else the
     * call itself.
     */
    public static String policyStatement(Problem problem) {
        var named = problem.missingAction();
        return """
                {
                  "Effect": "Allow",
                  "Action": "%s",
                  "Resource": "*"
                }""".formatted(named == null ? problem.call() : named);
    }

    private static String key(Problem problem) {
        return problem.kind().name().toLowerCase(Locale.ROOT);
    }
}
