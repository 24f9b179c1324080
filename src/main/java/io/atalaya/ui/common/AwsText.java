package io.atalaya.ui.common;

import java.util.Locale;

/**
 * Text that AWS or a person of the account wrote, made safe to draw: one line of bounded length in which nothing is obeyed and
 * nothing hides. Line breaks are shown as {@code ↵}; control characters, bidirectional controls, invisible and unassigned
 * characters as their escape ({@code \}{@code u202e}); heaps of combining marks are thinned. Markup and formulas are
 * characters like others. What is copied, searched and sent stays as AWS said it; this is for the eye only.
 */
public final class AwsText {
    /** Characters a line may have: more than any column shows, little enough to measure thousands of times a second. */
    public static final int LINE = 300;

    /** Characters a word of a state, or a headline, may have. AWS's longest word, of a database, has 38. */
    public static final int WORD = 80;

    /** Characters a hint may have, which wraps. */
    public static final int HINT = 2_000;

    /** Marks on one letter that a written language needs; more are decoration. */
    private static final int MARKS = 4;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private AwsText() {}

    /** For labels, cells and cards. The same object when there is nothing to change, which is nearly always. */
    public static String line(String text) {
        return safe(text, LINE, false);
    }

    /** For words that never shrink, such as states: longer ones are cut. */
    public static String word(String text) {
        return safe(text, WORD, false);
    }

    /** For tooltips: line feeds break the line. */
    public static String hint(String text) {
        return safe(text, HINT, true);
    }

    private static String safe(String text, int most, boolean breaks) {
        return text.length() <= most && plain(text, breaks) ? text : rewritten(text, most, breaks);
    }

    private static boolean plain(String text, boolean breaks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && !(breaks && c == '\n'))
                    || c > '~' && !(c >= 0xA0 && c < 0x250 && c != 0xAD) && "·…→←↑↓−–—≤≥×“”‘’".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String rewritten(String text, int most, boolean breaks) {
        var out = new StringBuilder(Math.min(text.length(), most) + 16);
        int marks = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MARKS || c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            var shown = shown(c, out.isEmpty() ? ' ' : out.codePointBefore(out.length()), breaks);
            if (out.length() + shown.length() > most) {
                return out.append('…').toString();
            }
            out.append(shown);
        }
        return out.toString();
    }

    private static String shown(int c, int before, boolean breaks) {
        if (c == '\n' && breaks) {
            return "\n";
        }
        return switch (c) {
            case '\n', '\r', 0x85, 0x2028, 0x2029 -> "↵";
            case '\t' -> " ";
            default ->
                hides(c, before)
                        ? String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c)
                        : Character.toString(c);
        };
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether a character would steer the text around it, or not be seen at all. */
    private static boolean hides(int c, int before) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return before < 0x300; // it joins emoji and the letters of some scripts; elsewhere it only hides
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> c < 0xE0000 || c > 0xE007F; // tags that make up the flags of some emoji
            default -> false;
        };
    }
}
