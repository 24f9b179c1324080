package io.atalaya.sandbox.world.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch's filter patterns, as far as a console uses them: terms that must all occur, {@code "exact phrases"},
 * {@code ?either ?or}, {@code -not}, {@code %regular expression%}, conditions on the fields of JSON events and of
 * space-delimited ones. Matching
 * is case-sensitive.
 */
public final class FilterPattern {
    private static final Pattern TERM = Pattern.compile("([?-]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))");

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
            return JsonPattern.parse(text);
        }
        if (text.startsWith("[")) {
            return SpacePattern.parse(text);
        }
        if (text.length() > 2 && text.startsWith("%") && text.endsWith("%")) {
            Pattern regex = PatternValue.regex(text.substring(1, text.length() - 1));
            return message -> regex.matcher(message).find();
        }
        return terms(text);
    }

    private static Predicate<String> terms(String text) {
        List<String> all = new ArrayList<>();
        List<String> any = new ArrayList<>();
        List<String> none = new ArrayList<>();
        Matcher m = TERM.matcher(text);
        if (!m.replaceAll("").isBlank()) {
            throw PatternWords.invalid(); // a quotation mark without its other
        }
        m.reset();
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
}
