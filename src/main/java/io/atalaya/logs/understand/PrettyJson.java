package io.atalaya.logs.understand;

import java.io.IOException;
import java.util.Optional;

/**
 * JSON with a line for each member. Only blanks between tokens change: names, numbers and strings stay as they were written, twice
 * where they stood twice.
 */
public final class PrettyJson {
    /** Characters of a message up to which it is done. */
    public static final int MOST = 1_000_000;

    private PrettyJson() {}

    /** A message that is JSON, or ends with JSON behind a prefix; empty for others, for JSON cut short, and for very long ones. */
    public static Optional<String> of(String message) {
        if (message.length() > MOST) {
            return Optional.empty();
        }
        var text = message.strip();
        int start = text.startsWith("[") ? 0 : JsonText.start(text);
        if (start < 0 || !whole(text.substring(start))) {
            return Optional.empty();
        }
        var out = new StringBuilder(text.length() * 2);
        if (start > 0) {
            out.append(text, 0, start).append('\n');
        }
        return lay(text, start, out) ? Optional.of(out.toString()) : Optional.empty();
    }

    private static boolean whole(String json) {
        try (var parser = JsonText.FACTORY.createParser(json)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }

    /** False when it would grow beyond measure. */
    private static boolean lay(String text, int start, StringBuilder out) {
        int depth = 0;
        int i = start;
        while (i < text.length() && out.length() < 4 * MOST) {
            char c = text.charAt(i);
            if (c == '"') {
                int to = string(text, i);
                out.append(text, i, to);
                i = to;
                continue;
            }
            i++;
            switch (c) {
                case '{', '[' -> {
                    int next = blanks(text, i);
                    if (next < text.length() && (text.charAt(next) == '}' || text.charAt(next) == ']')) {
                        out.append(c).append(text.charAt(next));
                        i = next + 1;
                    } else {
                        line(out.append(c), ++depth);
                    }
                }
                case '}', ']' -> {
                    line(out, --depth);
                    out.append(c);
                }
                case ',' -> line(out.append(c), depth);
                case ':' -> out.append(": ");
                case ' ', '\t', '\n', '\r' -> {}
                default -> out.append(c);
            }
        }
        return i >= text.length();
    }

    private static int string(String text, int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    private static int blanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').append("  ".repeat(Math.max(0, depth)));
    }
}
