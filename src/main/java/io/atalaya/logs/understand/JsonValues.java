package io.atalaya.logs.understand;

import java.util.Arrays;

/** What values of JSON mean that tell a level. */
final class JsonValues {
    private static final String ESCAPE = "\\u001b[";

    private JsonValues() {}

    /** A whole number of at most six digits; -1 for anything else. */
    static int number(byte[] text, int from, int to) {
        int end = to;
        while (end > from && (Chars.blank(text[end - 1]) || Chars.newline(text[end - 1]))) {
            end--;
        }
        if (end == from || end - from > 6) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            if (!Chars.digit(text[i])) {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    /** {@code level} in numbers: bunyan's and pino's 10 (trace) to 60 (fatal), Monolog's 100 (debug) to 600 (emergency). */
    static Reading plain(int level) {
        if (level >= 10 && level <= 60 && level % 5 == 0) {
            return level < 30
                    ? Readings.DEBUG
                    : level < 40 ? Readings.INFO : level < 50 ? Readings.WARN : Readings.ERROR;
        }
        return switch (level) {
            case 100 -> Readings.DEBUG;
            case 200, 250 -> Readings.INFO;
            case 300 -> Readings.WARN;
            case 400, 500, 550, 600 -> Readings.ERROR;
            default -> Readings.UNKNOWN;
        };
    }

    static Reading of(LevelKey kind, int value) {
        return switch (kind) {
            case SYSLOG -> Readings.ofSyslog(value);
            case OTEL ->
                value < 1 || value > 24
                        ? Readings.UNKNOWN
                        : value > 16
                                ? Readings.ERROR
                                : value > 12 ? Readings.WARN : value > 8 ? Readings.INFO : Readings.DEBUG;
            case PYTHON ->
                value < 5 || value > 50
                        ? Readings.UNKNOWN
                        : value >= 40
                                ? Readings.ERROR
                                : value >= 30 ? Readings.WARN : value >= 20 ? Readings.INFO : Readings.DEBUG;
            case LOGBACK ->
                switch (value) {
                    case 40_000 -> Readings.ERROR;
                    case 30_000 -> Readings.WARN;
                    case 20_000 -> Readings.INFO;
                    case 10_000, 5_000 -> Readings.DEBUG;
                    default -> Readings.UNKNOWN;
                };
            default -> Readings.UNKNOWN;
        };
    }

    /** Behind blanks and an escaped colour: winston colours levels in JSON too. */
    static int plainStart(byte[] text, int from, int to) {
        int at = Chars.afterBlanks(text, from, to);
        if (!Chars.starts(text, at, to, ESCAPE)) {
            return at;
        }
        int letter = Chars.find(text, at, Math.min(to, at + 16), 'm');
        return Math.min(to, letter + 1);
    }

    /** The text of a JSON string, its first {@code most} bytes; what is beyond ASCII and escaped becomes a question mark. */
    static byte[] unescaped(byte[] text, int from, int to, int most) {
        byte[] out = new byte[Math.min(most, to - from)];
        int length = 0;
        for (int i = from; i < to && length < out.length; i++) {
            byte b = text[i];
            if (b == '\\' && i + 1 < to) {
                i++;
                b = switch (text[i]) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'u' -> {
                        boolean escape = Chars.starts(text, i, to, "u001b") || Chars.starts(text, i, to, "u001B");
                        i += 4;
                        yield escape ? Chars.ESCAPE : (byte) '?';
                    }
                    default -> text[i];
                };
            }
            out[length++] = b;
        }
        return Arrays.copyOf(out, length);
    }
}
