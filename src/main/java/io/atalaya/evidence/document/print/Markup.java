package io.atalaya.evidence.document.print;

import java.util.Locale;

/** Text within markup and style sheets. */
final class Markup {
    static final String SANS = "Inter, 'Helvetica Neue', Arial, sans-serif";
    static final String MONO = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";

    private Markup() {}

    /** Within elements and quoted attributes alike; what XML cannot hold is left out. */
    static String text(String plain) {
        var out = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF) || c == '\n') {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /** A string of a style sheet, quoted; every character that is no letter or digit as its number. */
    static String style(String plain) {
        var out = new StringBuilder("\"");
        plain.codePoints()
                .forEach(c -> out.append(
                        c < 128 && Character.isLetterOrDigit(c) || c == ' '
                                ? Character.toString(c)
                                : String.format(Locale.ROOT, "\\%x ", c)));
        return out.append('"').toString();
    }
}
