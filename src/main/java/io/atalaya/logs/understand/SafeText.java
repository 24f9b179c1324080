package io.atalaya.logs.understand;

import java.util.Locale;

/**
 * Text of a log made safe to draw: nothing in it is obeyed and nothing hides. Escape sequences and other control characters are
 * shown by their symbols ({@code ␛[31m}, {@code ␀}), bidirectional controls, invisible and unassigned characters by their code
 * ({@code \}{@code u202e}), heaps of combining marks are thinned. For the eye only: what is copied, searched and exported stays as
 * it came.
 */
public final class SafeText {
    /** Marks on one letter that a written language needs; more are decoration. */
    private static final int MARKS = 4;

    private static final String TAB = "    ";
    private static final char SYMBOLS = '\u2400';
    private static final char DELETE = '\u2421';
    private static final char RETURN = '\u23CE';

    private SafeText() {}

    /** As one line of at most {@code most} characters; a line break is shown as {@code ⏎}. The same object where nothing changes. */
    public static String line(String text, int most) {
        return safe(text, most, false);
    }

    /** As lines of together at most {@code most} characters. */
    public static String lines(String text, int most) {
        return safe(text, most, true);
    }

    private static String safe(String text, int most, boolean breaks) {
        return text.length() <= most && plain(text, breaks) ? text : rewritten(text, most, breaks);
    }

    private static boolean plain(String text, boolean breaks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !(breaks && c == '\n') || c > '~' && !(c >= 0xA1 && c < 0x250 && c != 0xAD)) {
                return false;
            }
        }
        return true;
    }

    private static String rewritten(String text, int most, boolean breaks) {
        var out = new StringBuilder(Math.min(text.length(), most) + 16);
        int marks = 0;
        int before = ' ';
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = mark(c) ? marks + 1 : 0;
            if (marks > MARKS || c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            int length = out.length();
            show(out, c, before, breaks);
            if (out.length() > most) {
                out.setLength(length);
                return out.append('…').toString();
            }
            before = c;
        }
        return out.toString();
    }

    private static void show(StringBuilder out, int c, int before, boolean breaks) {
        if (c == '\n' && breaks) {
            out.append('\n');
        } else if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            out.append(RETURN);
        } else if (c == '\t') {
            out.append(TAB);
        } else if (c < ' ') {
            out.append((char) (SYMBOLS + c));
        } else if (c == 0x7F) {
            out.append(DELETE);
        } else if (hides(c, before)) {
            out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether a character would steer the text around it, or not be seen at all. */
    private static boolean hides(int c, int before) {
        if (c == 0x200C || c == 0x200D) {
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
