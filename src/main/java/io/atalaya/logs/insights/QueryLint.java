package io.atalaya.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is wrong with a query as far as that shows without CloudWatch, so that nobody pays for a slip. Finds what surely is an error;
 * silence is no promise.
 */
public final class QueryLint {
    private static final Set<String> COMMANDS = Set.of(
            "fields",
            "filter",
            "stats",
            "sort",
            "limit",
            "parse",
            "display",
            "dedup",
            "pattern",
            "diff",
            "unmask",
            "unnest",
            "filterindex",
            "anomaly",
            "source",
            "lookup",
            "join",
            "subquery");

    private QueryLint() {}

    /** What. */
    public enum Kind {
        NOTHING_ASKED,
        /** Between two bars, or behind the last, stands nothing. */
        EMPTY_STEP,
        UNKNOWN_COMMAND,
        UNCLOSED_QUOTE,
        UNCLOSED_PATTERN,
        UNBALANCED_BRACKET,
        /** {@code ==}, where one sign compares. */
        DOUBLE_EQUALS,
        /** Not a number from 1 to 10,000. */
        LIMIT
    }

    /**
     * One thing found.
     *
     * @param at where in the text, from 0
     * @param word what stands there; may be empty
     */
    public record Finding(Kind kind, int at, String word) {}

    /** In the order of the text. */
    public static List<Finding> of(String query) {
        var found = new ArrayList<Finding>();
        var steps = QuerySteps.of(query, found);
        if (steps.stream().allMatch(step -> step.text().isBlank())) {
            return List.of(new Finding(Kind.NOTHING_ASKED, 0, ""));
        }
        for (var step : steps) {
            step(step, found);
        }
        found.sort((a, b) -> Integer.compare(a.at(), b.at()));
        return List.copyOf(found);
    }

    private static void step(QuerySteps.Step step, List<Finding> found) {
        var text = step.text();
        int from = 0;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        if (from == text.length()) {
            found.add(new Finding(Kind.EMPTY_STEP, step.at(), ""));
            return;
        }
        var command = text.substring(from, to);
        if (!COMMANDS.contains(command.toLowerCase(Locale.ROOT))) {
            int end = command.isEmpty() ? Math.min(text.length(), from + 12) : to;
            found.add(new Finding(Kind.UNKNOWN_COMMAND, step.at() + from, text.substring(from, end)));
        } else if (command.equalsIgnoreCase("limit")
                && !limit(text.substring(to).strip())) {
            found.add(new Finding(Kind.LIMIT, step.at() + to, text.substring(to).strip()));
        }
        int equals = text.indexOf("==");
        if (equals >= 0) {
            found.add(new Finding(Kind.DOUBLE_EQUALS, step.at() + equals, "=="));
        }
    }

    private static boolean limit(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int value = Integer.parseInt(text);
        return value >= 1 && value <= InsightsQuery.MOST_ROWS;
    }
}
