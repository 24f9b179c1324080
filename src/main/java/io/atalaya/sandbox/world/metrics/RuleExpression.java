package io.atalaya.sandbox.world.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The rule of a composite alarm: {@code ALARM("a") AND (OK(b) OR NOT INSUFFICIENT_DATA('c'))}. {@code AND} binds closer than
 * {@code OR}, as in CloudWatch.
 */
final class RuleExpression {
    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s()\"']+))\\s*\\)"
                    + "|(AND|OR|NOT|TRUE|FALSE)\\b|([()]))");

    private final List<String[]> words = new ArrayList<>();
    private final BiPredicate<String, String> is;
    private int at;

    private RuleExpression(String rule, BiPredicate<String, String> is) {
        this.is = is;
        var words = WORD.matcher(rule);
        int end = 0;
        while (end < rule.strip().length() && words.find(end) && words.start() == end) {
            var name =
                    words.group(2) != null ? words.group(2) : words.group(3) != null ? words.group(3) : words.group(4);
            var word =
                    words.group(1) != null ? words.group(1) : words.group(5) != null ? words.group(5) : words.group(6);
            this.words.add(new String[] {word, name == null ? "" : name});
            end = words.end();
        }
        if (end < rule.strip().length()) {
            throw new IllegalArgumentException("not understood from " + rule.substring(end));
        }
    }

    /**
     * Whether a rule holds.
     *
     * @param is whether the alarm of that name or ARN, the second, is in that state, the first
     * @throws IllegalArgumentException when it is no rule
     */
    static boolean holds(String rule, BiPredicate<String, String> is) {
        var expression = new RuleExpression(rule, is);
        boolean holds = expression.either();
        if (expression.at < expression.words.size()) {
            throw new IllegalArgumentException("too much: " + expression.words.get(expression.at)[0]);
        }
        return holds;
    }

    private boolean either() {
        boolean holds = both();
        while (next("OR")) {
            holds |= both();
        }
        return holds;
    }

    private boolean both() {
        boolean holds = one();
        while (next("AND")) {
            holds &= one();
        }
        return holds;
    }

    private boolean one() {
        if (next("NOT")) {
            return !one();
        }
        if (next("(")) {
            boolean holds = either();
            if (!next(")")) {
                throw new IllegalArgumentException("a bracket is open");
            }
            return holds;
        }
        if (at >= words.size()) {
            throw new IllegalArgumentException("it ends too early");
        }
        var word = words.get(at++);
        return switch (word[0]) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            case "ALARM", "OK", "INSUFFICIENT_DATA" -> is.test(word[0], word[1]);
            default -> throw new IllegalArgumentException("not expected: " + word[0]);
        };
    }

    private boolean next(String word) {
        if (at < words.size() && words.get(at)[0].equals(word)) {
            at++;
            return true;
        }
        return false;
    }
}
