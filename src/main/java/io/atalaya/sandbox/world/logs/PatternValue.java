package io.atalaya.sandbox.world.logs;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A comparison in a structured filter pattern: text with asterisks, numbers, {@code %regular expressions%}. */
final class PatternValue {
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", "<=", ">", ">=");

    private static final Pattern SYMBOL = Pattern.compile("[(){}\\[\\],=<>!&|]+|\\.\\.\\.");

    private PatternValue() {}

    static boolean isOperator(String word) {
        return OPERATORS.contains(word);
    }

    /**
     * A test for a field's text.
     *
     * @throws IllegalArgumentException when the value is none
     */
    static Predicate<String> test(String operator, String value) {
        Double number = number(value);
        return switch (operator) {
            case "=" -> equal(value, number);
            case "!=" -> equal(value, number).negate();
            default -> {
                if (number == null) {
                    throw PatternWords.invalid();
                }
                yield text -> {
                    Double given = number(text);
                    return given != null && holds(Double.compare(given, number), operator);
                };
            }
        };
    }

    private static Predicate<String> equal(String value, @Nullable Double number) {
        if (value.startsWith("%") && value.endsWith("%") && value.length() > 2) {
            Pattern regex = regex(value.substring(1, value.length() - 1));
            return text -> regex.matcher(text).find();
        }
        if (number != null) {
            return text -> number.equals(number(text));
        }
        if (SYMBOL.matcher(value).matches()) {
            throw PatternWords.invalid();
        }
        String bare =
                value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
        Pattern glob = Pattern.compile(Pattern.quote(bare).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
        return text -> glob.matcher(text).matches();
    }

    static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Invalid filter pattern", e);
        }
    }

    private static boolean holds(int sign, String operator) {
        return switch (operator) {
            case ">" -> sign > 0;
            case "<" -> sign < 0;
            case ">=" -> sign >= 0;
            default -> sign <= 0;
        };
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
