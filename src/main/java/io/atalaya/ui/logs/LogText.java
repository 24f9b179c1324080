package io.atalaya.ui.logs;

import io.atalaya.logs.understand.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Log text made safe to draw: nothing in it is obeyed and nothing hides. What is copied and searched stays as it came. */
final class LogText {
    private LogText() {}

    /** Characters of a line on screen; the whole message is in the detail, in the clipboard and in the file. */
    private static final int MOST = 4_000;

    /** One line. The same object when there is nothing to change, which is nearly always. */
    static String line(String text) {
        return SafeText.line(text.indexOf('\t') < 0 ? text : text.replace("\t", "    "), MOST);
    }

    /** Several lines: line feeds break the line, everything else as in {@link #line}. */
    static String block(String text, int most) {
        return SafeText.lines(text.replace("\r\n", "\n").replace("\t", "    "), most);
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
