package io.atalaya.logs.understand;

import java.nio.charset.StandardCharsets;

/** Small questions about bytes of UTF-8 text; every answer looks at no more than it is given. */
final class Chars {
    static final byte ESCAPE = 0x1B;

    private Chars() {}

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean capital(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /** A letter of ASCII, or part of any character beyond it. */
    static boolean letter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b < 0;
    }

    /** What words are made of, names of variables included. */
    static boolean word(byte b) {
        return letter(b) || digit(b) || b == '_';
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    static boolean newline(byte b) {
        return b == '\n' || b == '\r';
    }

    static boolean starts(byte[] text, int at, int end, String ascii) {
        if (end - at < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (text[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Behind blanks. */
    static int afterBlanks(byte[] text, int at, int end) {
        int i = at;
        while (i < end && blank(text[i])) {
            i++;
        }
        return i;
    }

    /** The end of the line that {@code at} is in. */
    static int lineEnd(byte[] text, int at, int end) {
        int i = at;
        while (i < end && !newline(text[i])) {
            i++;
        }
        return i;
    }

    /** The first such byte, or {@code end}. */
    static int find(byte[] text, int at, int end, char wanted) {
        int i = at;
        while (i < end && text[i] != wanted) {
            i++;
        }
        return i;
    }

    /** Three digits that stand alone, such as an HTTP status; -1 where there are none. */
    static int status(byte[] text, int at, int end) {
        if (end - at < 3
                || !digit(text[at])
                || !digit(text[at + 1])
                || !digit(text[at + 2])
                || at + 3 < end && !blank(text[at + 3]) && !newline(text[at + 3])) {
            return -1;
        }
        return (text[at] - '0') * 100 + (text[at + 1] - '0') * 10 + text[at + 2] - '0';
    }

    /** Behind an ANSI escape sequence that begins here (CSI only); {@code at} where none does. */
    static int afterEscape(byte[] text, int at, int end) {
        if (end - at < 2 || text[at] != ESCAPE || text[at + 1] != '[') {
            return at;
        }
        int i = at + 2;
        while (i < end && i < at + 32 && (digit(text[i]) || text[i] == ';' || text[i] == '?')) {
            i++;
        }
        return i < end ? i + 1 : i;
    }

    static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.US_ASCII);
    }
}
