package io.atalaya.logs.insights;

import io.atalaya.logs.insights.QueryLint.Finding;
import io.atalaya.logs.insights.QueryLint.Kind;
import java.util.ArrayList;
import java.util.List;

/** A query cut at its bars; strings, patterns and comments are blanked out, so that nothing in them is taken for the query's own. */
final class QuerySteps {
    private QuerySteps() {}

    /** @param at where it begins in the query */
    record Step(int at, String text) {}

    /** @param found is given what is not closed */
    static List<Step> of(String query, List<Finding> found) {
        var steps = new ArrayList<Step>();
        var text = new StringBuilder();
        int begin = 0;
        int open = 0;
        char before = '|';
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '#') {
                int to = query.indexOf('\n', i);
                to = to < 0 ? query.length() : to;
                text.append(" ".repeat(to - i));
                i = to - 1;
            } else if (c == '"' || c == '\'' || c == '`' || c == '/' && pattern(before, text)) {
                int to = closing(query, i, c);
                if (to < 0) {
                    found.add(
                            new Finding(c == '/' ? Kind.UNCLOSED_PATTERN : Kind.UNCLOSED_QUOTE, i, String.valueOf(c)));
                    to = query.length() - 1;
                }
                text.append("_".repeat(to - i + 1));
                i = to;
                before = '_';
            } else if (c == '|') {
                steps.add(new Step(begin, text.toString()));
                text.setLength(0);
                begin = i + 1;
                before = c;
            } else {
                open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                if (open < 0) {
                    found.add(new Finding(Kind.UNBALANCED_BRACKET, i, String.valueOf(c)));
                    open = 0;
                }
                text.append(c);
                before = Character.isWhitespace(c) ? before : c;
            }
        }
        steps.add(new Step(begin, text.toString()));
        if (open > 0) {
            found.add(new Finding(Kind.UNBALANCED_BRACKET, query.length(), ""));
        }
        return steps;
    }

    /** Whether a slash begins a pattern rather than divides: after {@code like}, {@code in}, a comma, an operator or a field to parse. */
    private static boolean pattern(char before, StringBuilder text) {
        if ("=~(,|[!<>".indexOf(before) >= 0) {
            return true;
        }
        var words = text.toString().strip();
        return words.endsWith("like")
                || words.endsWith("regex")
                || words.endsWith(" not")
                || words.startsWith("parse ") && !words.contains("_");
    }

    private static int closing(String query, int from, char quote) {
        for (int i = from + 1; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            } else if (c == '\n' && quote == '/') {
                return -1;
            }
        }
        return -1;
    }
}
