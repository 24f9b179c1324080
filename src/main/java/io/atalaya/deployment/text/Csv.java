package io.atalaya.deployment.text;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values that no spreadsheet takes for formulas. */
public final class Csv {
    private static final String LINE_END = "\r\n"; // RFC 4180

    private Csv() {}

    /** A line with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    /** What a spreadsheet would take for a formula gets an apostrophe, behind which it is text. */
    public static String cell(String text) {
        var harmless = isFormula(text) ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\'')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    /** Some programs look past blanks and past the wide forms of the signs. */
    private static boolean isFormula(String text) {
        if (!text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n')) {
            return true;
        }
        var seen = text.stripLeading();
        return !seen.isEmpty() && "=+-@|%＝＋－＠".indexOf(seen.charAt(0)) >= 0;
    }
}
