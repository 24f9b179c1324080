package io.atalaya.logs.understand;

import io.atalaya.logs.Level;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a log event says of itself, fast enough for every event that arrives: a level where its own text names one, in any of
 * the layouts and languages it knows, and whether it continues the event before it. It never guesses: what names no level is
 * {@link Level#UNKNOWN}. It never throws, whatever the bytes are, and looks at a bounded part of them: some hundred bytes of a line,
 * 8 KB of an access log, 32 KB of JSON, in which a level may come late.
 */
public final class Understanding {
    /** The most that is ever looked at, in bytes or characters. */
    public static final int MOST = JsonLevel.MOST + 4096;

    private static final int MOST_BLANK = 4096;
    private static final int DEEP = 4;

    private Understanding() {}

    /** Of a whole message in UTF-8; bytes that are none are no reason to fail. */
    public static Reading read(byte[] utf8) {
        return read(utf8, 0, utf8.length);
    }

    /** Of a message between two places of an array. */
    public static Reading read(byte[] utf8, int from, int to) {
        int end = Math.min(to, from + MOST);
        int at = end - from > 2 && utf8[from] == (byte) 0xEF && utf8[from + 1] == (byte) 0xBB ? from + 3 : from; // BOM
        int indent = 0;
        for (; at < end && at - from < MOST_BLANK; at++) {
            byte b = utf8[at];
            if (b == ' ') {
                indent++;
            } else if (b == '\t') {
                indent += DEEP;
            } else if (Chars.newline(b)) {
                indent = 0;
            } else {
                return indent > 0 ? indented(utf8, at, end, indent) : flush(utf8, at, end);
            }
        }
        return Readings.UNKNOWN;
    }

    /** Of a message as a string. */
    public static Reading read(CharSequence message) {
        var head = message.length() > MOST ? message.subSequence(0, MOST) : message;
        return read(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Layouts pad levels with a blank or two; whatever is further in belongs to what stands above, unless it has a beginning of its own. */
    private static Reading indented(byte[] text, int at, int end, int indent) {
        byte first = text[at];
        boolean begins = Chars.digit(first) || first == '[' || first == '{' || first == '<';
        if (indent >= DEEP && !begins) {
            return Readings.CONTINUES;
        }
        var level = level(text, at, end);
        boolean loose = level == Readings.UNKNOWN && (indent > 1 || new Continuations(text, at, end).found());
        return loose ? Readings.CONTINUES : level;
    }

    private static Reading flush(byte[] text, int at, int end) {
        return new Continuations(text, at, end).found() ? Readings.CONTINUES : level(text, at, end);
    }

    private static Reading level(byte[] text, int at, int end) {
        if (text[at] == '{') {
            return new JsonLevel(text, at, end).read();
        }
        var special = new Special(text, at, end);
        var found = special.first();
        if (found != Readings.UNKNOWN) {
            return found;
        }
        found = new LineLevel(text, at, end).read();
        if (found != Readings.UNKNOWN) {
            return found;
        }
        found = new AccessLevel(text, at, end).read();
        if (found != Readings.UNKNOWN) {
            return found;
        }
        found = special.last();
        return found == Readings.UNKNOWN && dated(text, at, end) ? secondLine(text, at, end) : found;
    }

    private static boolean dated(byte[] text, int at, int end) {
        return Chars.digit(text[at]) || Times.name(text, at, Chars.find(text, at, Math.min(end, at + 8), ' '));
    }

    /** java.util.logging writes the level first in its second line: {@code SEVERE: ...}. */
    private static Reading secondLine(byte[] text, int at, int end) {
        int from = Chars.lineEnd(text, at, Math.min(end, at + LineLevel.HEAD));
        while (from < end && Chars.newline(text[from])) {
            from++;
        }
        int to = from;
        while (to < end && to - from <= LevelWords.LONGEST && Chars.letter(text[to])) {
            to++;
        }
        var word = to < end && text[to] == ':' ? LevelWords.find(text, from, to) : null;
        return word == null ? Readings.UNKNOWN : Readings.of(word.level());
    }
}
