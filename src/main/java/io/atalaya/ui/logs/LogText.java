package io.atalaya.ui.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Log text made safe to draw: nothing in it is obeyed and nothing hides. What is copied and searched stays as it came. */
final class LogText {
    private LogText() {}

    /** One line. The same object when there is nothing to change, which is nearly always. */
    static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (steers(text.charAt(i))) {
                return rewritten(text);
            }
        }
        return text;
    }

    private static boolean steers(char c) {
        if (c < ' ' || c == 0x7f) {
            return true;
        }
        if (c < 0xa0 && c > '~') {
            return true;
        }
        if (c < 0x300) {
            return c == 0xad;
        }
        return Character.isSurrogate(c)
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static String rewritten(String text) {
        var out = new StringBuilder(text.length() + 16);
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            var type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                if (++marks <= 3) {
                    out.appendCodePoint(c);
                }
                continue;
            }
            marks = 0;
            shown(c, type, out);
        }
        return out.toString();
    }

    private static void shown(int c, int type, StringBuilder out) {
        if (c == '\t') {
            out.append("    ".substring(out.length() % 4));
        } else if (c == '\n' || c == '\r') {
            out.append(c == '\n' ? "↵" : "␍");
        } else if (c < ' ') {
            out.append((char) (0x2400 + c));
        } else if (c == 0x7f) {
            out.append('\u2421');
        } else if (type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR) {
            out.append(String.format(Locale.ROOT, "‹U+%04X›", c));
        } else {
            out.appendCodePoint(c);
        }
    }

    /** Several lines: line feeds break the line, everything else as in {@link #line}. */
    static String block(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var line : lines(text, Integer.MAX_VALUE)) {
            out.append(out.isEmpty() ? "" : "\n").append(line(line));
        }
        return out.toString();
    }

    /** The lines of a text, at most so many; at least one. */
    static List<String> lines(String text, int most) {
        var lines = new ArrayList<String>();
        var start = 0;
        while (lines.size() < most && start <= text.length()) {
            var end = text.indexOf('\n', start);
            var line = end < 0 ? text.substring(start) : text.substring(start, end);
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        while (lines.size() > 1 && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** How many lines it has, empty ones at its end not counted. */
    static int count(String text) {
        var end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        var count = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        return count;
    }

    /** Whether a line of a trace names a place in a program. */
    static boolean isFrame(String line) {
        var text = line.strip();
        return text.startsWith("at ") || text.startsWith("File \"") || text.startsWith("...");
    }
}
