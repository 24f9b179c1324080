package io.atalaya.logs.understand;

/** Layouts that have a level of their own kind, and what runtimes print when nothing caught an exception. */
final class Special {
    private static final int FAR = 2048;

    private static final String[] ERRORS = {
        "Exception in thread \"",
        "Traceback (most recent call last)",
        "fatal error: ",
        "Unhandled exception",
        "Unhandled Exception",
        "Uncaught ",
        "Unhandled rejection",
        "UnhandledPromiseRejection",
        "PHP Fatal error",
        "PHP Parse error",
        "PHP Catchable fatal",
        "npm ERR!",
        "=ERROR REPORT",
        "=CRASH REPORT",
        "FATAL ERROR"
    };
    private static final String[] WARNINGS = {"PHP Warning", "PHP Deprecated", "npm WARN", "=WARNING REPORT"};
    private static final String[] INFOS = {"PHP Notice", "=INFO REPORT", "=PROGRESS REPORT"};

    private final byte[] text;
    private final int from;
    private final int end;

    Special(byte[] text, int from, int end) {
        this.text = text;
        this.from = from;
        this.end = Math.min(end, from + FAR);
    }

    /** Before the general layouts are tried. */
    Reading first() {
        byte b = text[from];
        if (Chars.capital(b)) {
            return klog() || Chars.starts(text, from + 1, end, ", [") ? LineLevel.letter(b) : Readings.UNKNOWN;
        }
        if (Chars.digit(b)) {
            return redis();
        }
        return b == '<' && Chars.starts(text, from, end, "<Event ") ? windows() : Readings.UNKNOWN;
    }

    /** After they found nothing. */
    Reading last() {
        int at = from;
        if (text[at] == '[') {
            int closing = Chars.find(text, at, Math.min(end, at + 64), ']');
            at = Math.min(Chars.afterBlanks(text, Math.min(closing + 1, end), end), end);
        }
        if (any(at, ERRORS) || exception(at)) {
            return Readings.ERROR;
        }
        return any(at, WARNINGS) ? Readings.WARN : any(at, INFOS) ? Readings.INFO : Readings.UNKNOWN;
    }

    private boolean any(int at, String[] beginnings) {
        if (at >= end) {
            return false;
        }
        for (String beginning : beginnings) {
            if (text[at] == beginning.charAt(0) && Chars.starts(text, at, end, beginning)) {
                return true;
            }
        }
        return false;
    }

    /** {@code E0102 15:04:05.000000 1 file.go:12] ...} */
    private boolean klog() {
        return end - from > 12
                && Chars.digit(text[from + 1])
                && Chars.digit(text[from + 4])
                && text[from + 5] == ' '
                && Chars.digit(text[from + 6])
                && text[from + 8] == ':'
                && text[from + 11] == ':';
    }

    /** {@code 1:M 22 Nov 2026 18:00:00.123 # message}: dot debug, dash verbose, star notice, number sign warning. */
    private Reading redis() {
        int i = from;
        while (i < end && i < from + 8 && Chars.digit(text[i])) {
            i++;
        }
        if (i + 3 >= end || text[i] != ':' || "MSCXR".indexOf(text[i + 1]) < 0 || text[i + 2] != ' ') {
            return Readings.UNKNOWN;
        }
        i += 3;
        for (int field = 0; field < 4; field++) {
            i = Chars.find(text, i, end, ' ') + 1;
        }
        if (i + 1 >= end || text[i + 1] != ' ') {
            return Readings.UNKNOWN;
        }
        return switch (text[i]) {
            case '#' -> Readings.WARN;
            case '*' -> Readings.INFO;
            case '-', '.' -> Readings.DEBUG;
            default -> Readings.UNKNOWN;
        };
    }

    /** The XML of a Windows event: 1 critical, 2 error, 3 warning, 4 information, 5 verbose; 0 says nothing. */
    private Reading windows() {
        for (int i = from; i + 8 < end; i++) {
            if (text[i] == '<' && Chars.starts(text, i, end, "<Level>")) {
                return switch (text[i + 7]) {
                    case '1', '2' -> Readings.ERROR;
                    case '3' -> Readings.WARN;
                    case '4' -> Readings.INFO;
                    case '5' -> Readings.DEBUG;
                    default -> Readings.UNKNOWN;
                };
            }
        }
        return Readings.UNKNOWN;
    }

    /** {@code java.lang.IllegalStateException: ...}: a class of a package whose name says what it is. */
    private boolean exception(int at) {
        if (at >= end || text[at] < 'a' || text[at] > 'z') {
            return false;
        }
        int i = at;
        boolean dot = false;
        while (i < end && (Chars.word(text[i]) || text[i] == '.' || text[i] == '$')) {
            dot |= text[i] == '.';
            i++;
        }
        return dot
                && i - at > 12
                && (i >= end || text[i] == ':' || Chars.newline(text[i]))
                && (Chars.starts(text, i - 9, i, "Exception")
                        || Chars.starts(text, i - 5, i, "Error")
                        || Chars.starts(text, i - 9, i, "Throwable"));
    }
}
