package io.atalaya.evidence.document;

import java.util.Locale;

/**
 * Text that AWS or a person of the account wrote, as one line in which nothing is obeyed and nothing hides: controls,
 * bidirectional and invisible characters are written as their escape.
 */
public final class PlainText {
    private static final int MOST = 2_000;

    private PlainText() {}

    /** Visible, and bounded in length. */
    public static String line(String text) {
        var out = new StringBuilder(Math.min(text.length(), MOST) + 8);
        for (int i = 0; i < text.length() && out.length() < MOST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n') {
                out.append('↵');
            } else if (hides(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.length() >= MOST ? out.append('…').toString() : out.toString();
    }

    private static boolean hides(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
