package io.atalaya.sandbox.world.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch's filter patterns, as far as a console uses them: terms that must all occur, {@code "exact phrases"},
 * {@code ?either ?or}, {@code -not}, {@code %regular expression%} and {@code { $.field = "value" }} on JSON events. Matching
 * is case-sensitive.
 */
public final class FilterPattern {
    private static final Pattern TERM = Pattern.compile("([?-]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");
    private static final Pattern JSON =
            Pattern.compile("\\{\\s*\\$\\.([\\w.-]+)\\s*(=|!=|>=|<=|>|<)\\s*(?:\"([^\"]*)\"|([\\w.*-]+))\\s*\\}");

    private FilterPattern() {}

    /**
     * A test for messages; no pattern or an empty one takes all.
     *
     * @throws IllegalArgumentException when the pattern is not one
     */
    public static Predicate<String> parse(@Nullable String pattern) {
        if (pattern == null || pattern.isBlank()) {
            return message -> true;
        }
        String text = pattern.strip();
        if (text.startsWith("{")) {
            return json(text);
        }
        if (text.length() > 2 && text.startsWith("%") && text.endsWith("%")) {
            return regex(text.substring(1, text.length() - 1));
        }
        return terms(text);
    }

    private static Predicate<String> terms(String text) {
        List<String> all = new ArrayList<>();
        List<String> any = new ArrayList<>();
        List<String> none = new ArrayList<>();
        Matcher m = TERM.matcher(text);
        while (m.find()) {
            String term = m.group(2) == null ? m.group(3) : m.group(2).replaceAll("\\\\(.)", "$1");
            switch (m.group(1)) {
                case "?" -> any.add(term);
                case "-" -> none.add(term);
                default -> all.add(term);
            }
        }
        return message -> all.stream().allMatch(message::contains)
                && (any.isEmpty() || any.stream().anyMatch(message::contains))
                && none.stream().noneMatch(message::contains);
    }

    private static Predicate<String> regex(String text) {
        try {
            Pattern regex = Pattern.compile(text);
            return message -> regex.matcher(message).find();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Invalid filter pattern", e);
        }
    }

    private static Predicate<String> json(String text) {
        Matcher m = JSON.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("Invalid filter pattern");
        }
        String leaf = m.group(1).substring(m.group(1).lastIndexOf('.') + 1);
        Pattern field = Pattern.compile('"' + Pattern.quote(leaf) + "\"\\s*:\\s*(?:\"([^\"]*)\"|([^,}\\s]+))");
        String wanted = m.group(3) == null ? m.group(4) : m.group(3);
        String operator = m.group(2);
        return message -> {
            Matcher found = field.matcher(message);
            return message.startsWith("{")
                    && found.find()
                    && holds(found.group(1) == null ? found.group(2) : found.group(1), operator, wanted);
        };
    }

    private static boolean holds(String value, String operator, String wanted) {
        return switch (operator) {
            case "=" -> value.equals(wanted) || wanted.endsWith("*") && value.startsWith(wanted.replace("*", ""));
            case "!=" -> !value.equals(wanted);
            default -> compare(value, operator, wanted);
        };
    }

    private static boolean compare(String value, String operator, String wanted) {
        try {
            int sign = Double.compare(Double.parseDouble(value), Double.parseDouble(wanted));
            return switch (operator) {
                case ">" -> sign > 0;
                case "<" -> sign < 0;
                case ">=" -> sign >= 0;
                default -> sign <= 0;
            };
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
