package io.atalaya.deployment.databases;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The value of a parameter that RDS gives as a formula over the class: {@code LEAST({DBInstanceClassMemory/9531392},5000)}.
 * RDS computes it with somewhat less memory than the class has, because it keeps some for itself: the result is the most it can
 * be.
 */
public final class ParameterFormula {
    /** As in AWS's own formulas, and more than any of them needs. */
    private static final int DEEPEST = 20;

    private final String text;
    private final double memoryBytes;
    private int at;
    private int depth;

    private ParameterFormula(String text, double memoryBytes) {
        this.text = text.replace(" ", "");
        this.memoryBytes = memoryBytes;
    }

    /**
     * @param text a number or a formula
     * @param memoryBytes of the class; null where it is not known
     * @return empty for what is no number, names something else than the memory of the class, or needs memory nobody knows
     */
    public static OptionalDouble value(@Nullable String text, @Nullable Long memoryBytes) {
        if (text == null || text.isBlank()) {
            return OptionalDouble.empty();
        }
        var formula = new ParameterFormula(text, memoryBytes == null ? Double.NaN : memoryBytes);
        var value = formula.sum();
        return formula.at < formula.text.length() || Double.isNaN(value) || Double.isInfinite(value)
                ? OptionalDouble.empty()
                : OptionalDouble.of(value);
    }

    /** Whether it is computed from the class. */
    public static boolean isFormula(@Nullable String text) {
        return text != null && text.contains("{");
    }

    private double sum() {
        var value = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            value = text.charAt(at++) == '+' ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        var value = term();
        while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
            value = text.charAt(at++) == '*' ? value * term() : value / term();
        }
        return value;
    }

    private double term() {
        if (at >= text.length() || ++depth > DEEPEST) {
            return Double.NaN;
        }
        try {
            var c = text.charAt(at);
            if (c == '{' || c == '(') {
                at++;
                var value = sum();
                return take(c == '{' ? '}' : ')') ? value : Double.NaN;
            }
            return Character.isLetter(c) ? named() : number();
        } finally {
            depth--;
        }
    }

    private double number() {
        var from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(from, at));
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private double named() {
        var from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        var name = text.substring(from, at);
        if (!take('(')) {
            return name.equals("DBInstanceClassMemory") ? memoryBytes : Double.NaN;
        }
        var value = sum();
        while (take(',')) {
            value = switch (name) {
                case "LEAST" -> Math.min(value, sum());
                case "GREATEST" -> Math.max(value, sum());
                case "SUM" -> value + sum();
                default -> Double.NaN * sum();
            };
        }
        if (!take(')')) {
            return Double.NaN;
        }
        return switch (name) {
            case "LEAST", "GREATEST", "SUM" -> value;
            case "log" -> Math.log(value) / Math.log(2);
            default -> Double.NaN;
        };
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }
}
